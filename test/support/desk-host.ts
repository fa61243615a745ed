/**
 * The desk page as staff open it: the whole program on a SQLite file with the test platform, served over real HTTP.
 * `node test/support/desk-host.ts` runs one to look at, with a few cases, and prints a link.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deskPage } from '../../adapters/desk/index.ts'
import { deskLink } from '../../src/desk/people/desk-door.ts'
import type { StaffMember } from '../../src/domain/case.ts'
import type { Role } from '../../src/ports/access.ts'
import type { Mascot } from '../../src/program/mascot.ts'
import { type Chat, type ChatOptions, startChat } from './chat.ts'

export interface DeskHost extends AsyncDisposable {
  /** `http://127.0.0.1:PORT` */
  readonly url: string
  readonly chat: Chat
  readonly mascot: Mascot
  /** Good once. `staff`: a name, or who exactly; `Dana` is `desk:dana`. */
  signInLink(staff?: string | StaffMember, role?: Role): Promise<string>
}

export interface DeskHostOptions extends ChatOptions {
  /** A folder under personas/, or a path. */
  readonly brand?: string
}

export async function startDeskHost({ brand = 'coffee', ...options }: DeskHostOptions = {}): Promise<DeskHost> {
  const folder = mkdtempSync(join(tmpdir(), 'mascot-desk-'))
  const chat = await startChat(brand, { databaseUrl: `sqlite:${folder}/mascot.db`, pages: [deskPage], ...options })
  const { mascot } = chat
  const { url } = mascot
  if (url === undefined) throw new Error('nothing is served')
  return {
    ...{ url, chat, mascot },
    async signInLink(staff = 'Dana', role = 'staff') {
      const member = typeof staff === 'string' ? { id: `desk:${staff.toLowerCase()}`, name: staff } : staff
      return deskLink(url, await mascot.access.invite(member, role))
    },
    async [Symbol.asyncDispose]() {
      await mascot.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

if (import.meta.main) {
  const host = await startDeskHost({ env: { HTTP_PORT: process.env['HTTP_PORT'] ?? '0' } })
  await host.chat.fan('Ana').says('I want to talk to a person, my beans arrived broken')
  await host.chat.fan('<b>Ben</b>').says('can I talk to a human please?')
  await host.mascot.settled()
  process.stdout.write(`${await host.signInLink('Dana', 'operator')}\n${await host.signInLink('Lee')}\n`)
  process.once('SIGINT', () => void host[Symbol.asyncDispose]())
}
