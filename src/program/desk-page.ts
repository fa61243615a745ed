/** What the desk page needs of the program around it: its address, who may be sent a link from the terminal, where uploads are kept. */
import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Config } from '../config.ts'
import { deskLink } from '../desk/people/desk-door.ts'
import { machineOperator } from '../desk/people/enlisted.ts'
import type { StaffMember } from '../domain/case.ts'
import { MascotError } from '../errors.ts'
import type { Persona } from '../persona/persona.ts'
import type { Access, Role } from '../ports/access.ts'
import type { KeyValues } from '../ports/key-values.ts'

const URL_KEY = 'desk::url'

/** Where a person opens the page: PUBLIC_URL, else `served`; what listens everywhere is opened on this machine. */
export function deskBase({ publicUrl }: Pick<Config, 'publicUrl'>, served: string): string {
  if (publicUrl !== undefined) return publicUrl
  const url = new URL(served)
  if (url.hostname === '0.0.0.0') url.hostname = '127.0.0.1'
  if (url.hostname === '[::]') url.hostname = '[::1]'
  return url.origin
}

/** Seen by this machine alone. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.')
}

/** A page that others on the network reach over plain HTTP shows them what is said there; undefined when all is well. */
export function exposure({ http, publicUrl }: Pick<Config, 'http' | 'publicUrl'>): string | undefined {
  if (isLoopback(http.host) || publicUrl?.startsWith('https:')) return undefined
  return (
    `The desk page is served to the network (HTTP_HOST ${http.host}) without https: whoever listens there reads ` +
    'what staff and fans say and can take a session. Put a proxy with https in front and set PUBLIC_URL to its ' +
    'address.'
  )
}

/** Another process of the same database finds the running server by it. */
export async function keepDeskUrl(keyValues: KeyValues, served: string): Promise<void> {
  await keyValues.set(URL_KEY, served)
}

export async function keptDeskUrl(keyValues: KeyValues, { http }: Pick<Config, 'http'>): Promise<string> {
  const host = http.host.includes(':') ? `[${http.host}]` : http.host
  return (await keyValues.get(URL_KEY))?.value ?? `http://${host}:${http.port}`
}

/**
 * Whoever has the machine is the operator the staff list names, else just the operator. `as`: an account of the list.
 * @throws {MascotError} `usage` when that is nobody's
 */
export function whoSignsIn(
  as: string | undefined,
  { handoff }: Persona,
): { readonly staff: StaffMember; readonly role: Role } {
  const { staff } = handoff
  const found = staff.find(({ accounts, role }) => (as === undefined ? role === 'operator' : accounts.includes(as)))
  if (found) return { staff: { id: found.accounts[0] ?? '', name: found.name }, role: found.role }
  if (as === undefined) return { staff: machineOperator, role: 'operator' }
  if (staff.length > 0)
    throw new MascotError('usage', `Nobody in handoff.staff has the account ${as}. There are: ${listed(handoff)}.`)
  if (!/^[a-z]+:\S+$/.test(as)) throw new MascotError('usage', `${as} is no account; write it as desk:dana.`)
  return { staff: { id: as, name: as.slice(as.indexOf(':') + 1) }, role: 'staff' }
}

function listed({ staff }: Persona['handoff']): string {
  return staff.map(({ name, accounts }) => `${name} (${accounts.join(', ')})`).join('; ')
}

/** A link for the terminal. */
export async function linkFor(
  { staff, role }: ReturnType<typeof whoSignsIn>,
  base: string,
  access: Pick<Access, 'invite'>,
): Promise<string> {
  return deskLink(base, await access.invite(staff, role))
}

/** Where the operator said, else beside the database file, else under `data`. */
export function uploadsFolder({ databaseUrl, files }: Pick<Config, 'databaseUrl' | 'files'>): string {
  return path.resolve(files ?? besideDatabase(databaseUrl) ?? 'data', 'uploads')
}

/** Where all that is no row of the database lies. */
export function dataFolder(config: Pick<Config, 'databaseUrl' | 'files'>): string {
  return path.dirname(uploadsFolder(config))
}

/** What lies there is of one database; a database in memory has a folder that is its own. */
export function fetchedFolder({ databaseUrl, files }: Pick<Config, 'databaseUrl' | 'files'>): string {
  if (files !== undefined) return path.resolve(files, 'fetched')
  const beside = /:memory:$/.test(databaseUrl)
    ? path.join(tmpdir(), `mascot-${randomUUID()}`)
    : besideDatabase(databaseUrl)
  return path.resolve(beside ?? 'data', 'fetched')
}

function besideDatabase(databaseUrl: string): string | undefined {
  const file = /^sqlite:(?:\/\/)?(.+)$/.exec(databaseUrl)?.[1]
  return file === undefined || file === ':memory:' ? undefined : path.dirname(file)
}
