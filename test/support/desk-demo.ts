/**
 * A lively morning at the coffee brand's desk, for pictures and to click through: fans on Telegram and Discord, two of the
 * staff, cases in every state. `node test/support/desk-demo.ts` keeps one open and prints links.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deskPage } from '../../adapters/desk/index.ts'
import { createDiscordAdapter } from '../../adapters/discord/index.ts'
import { surfaces } from '../../adapters/surfaces.ts'
import { createTelegramAdapter } from '../../adapters/telegram/index.ts'
import { parseConfig } from '../../src/config.ts'
import { deskLink } from '../../src/desk/people/desk-door.ts'
import type { Case, StaffMember } from '../../src/domain/case.ts'
import { createLog } from '../../src/log.ts'
import type { Persona } from '../../src/persona/persona.ts'
import type { Role } from '../../src/ports/access.ts'
import type { Act } from '../../src/ports/desk.ts'
import { type Mascot, startMascot } from '../../src/program/mascot.ts'
import { createChatClock } from './chat-clock.ts'
import { startDiscord } from './discord-server.ts'
import { houseBrand } from './house-brand.ts'
import { startTelegramServer } from './telegram-server.ts'

const MINUTE_MS = 60_000

const dana: StaffMember = { id: 'desk:dana', name: 'Dana' }
const wen: StaffMember = { id: 'desk:wen', name: 'Wen' }

export interface DeskDemo extends AsyncDisposable {
  readonly mascot: Mascot
  /** The case with the longest story. */
  readonly longest: Case
  /** `Dana` is `desk:dana`. */
  signInLink(staff: string, role?: Role): Promise<string>
}

/** `picture`: what a fan sends, PNG. */
export async function startDeskDemo(picture: Uint8Array<ArrayBuffer>): Promise<DeskDemo> {
  await using undo = new AsyncDisposableStack()
  const clock = createChatClock('2026-11-18T10:02Z')
  const telegram = undo.use(await startTelegramServer({ now: () => clock.now() }))
  const discord = undo.use(await startDiscord())
  const folder = mkdtempSync(join(tmpdir(), 'mascot-demo-'))
  undo.defer(() => rmSync(folder, { recursive: true, force: true }))
  const config = parseConfig({
    DATABASE_URL: `sqlite:${folder}/mascot.db`,
    HTTP_PORT: '0',
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.root,
    TELEGRAM_RATE: 'off',
    DISCORD_BOT_TOKEN: discord.token,
    DISCORD_API_ROOT: discord.apiRoot,
  })
  if (!config.telegram || !config.discord) throw new Error('both are configured')
  const mascot = await startMascot({
    config,
    persona: await demoPersona(),
    adapters: [createTelegramAdapter(config.telegram), createDiscordAdapter(config.discord)],
    pages: [deskPage],
    surfaces,
    isServing: true,
    clock,
    log: createLog({ level: 'error', destination: process.stderr }),
  })
  undo.defer(() => mascot.stop())
  const { desk } = mascot
  telegram.world.files.set('split-bag', { bytes: picture, name: 'split-bag.png' })

  /** Said, decided and sent; then some minutes pass. */
  const after = async (minutes: number, said: unknown) => {
    await said
    await telegram.drained()
    await mascot.settled()
    clock.advance(minutes * MINUTE_MS)
    await mascot.settled()
  }
  const caseOf = async (name: string): Promise<Case> => {
    const found = (await desk.list()).find(({ fanName }) => fanName === name)
    if (found === undefined) throw new Error(`${name} has no case`)
    return found
  }
  const does = async (minutes: number, staff: StaffMember, name: string, act: Act) => {
    const { isDone, says } = await desk.act((await caseOf(name)).id, staff, act)
    if (!isDone) throw new Error(says)
    await after(minutes, undefined)
  }
  const onDiscord = async (name: string, words: string, minutes: number) => {
    const fan = discord.fan(name)
    const before = discord.sent(fan.direct).length
    fan.says(fan.direct, words)
    await discord.until(() => discord.sent(fan.direct).length > before)
    await after(minutes, undefined)
  }

  await desk.setDuty(dana, true)
  await desk.setDuty(wen, true)
  await onDiscord('Jonas Weber', 'You charged me twice for the same order, and nobody answers my mails', 38)
  const tom = telegram.fan('Tom Bergström')
  await after(2, tom.says('Can I talk to a person? My subscription was paused and I never asked for that'))
  const marta = telegram.fan('Marta Kowalska')
  await after(1, marta.says('Hi Pip! How long do I have to return beans?'))
  await after(2, marta.says('My Deckhand Box arrived with the Fogbell bag split open. I would like a person, please'))
  await does(1, wen, 'Tom Bergström', { kind: 'reply', text: 'Let me look at what happened there. One minute.' })
  await does(1, dana, 'Marta Kowalska', { kind: 'claim' })
  await does(1, dana, 'Marta Kowalska', {
    kind: 'reply',
    text: 'I am sorry, that is not how a box should open. Could you send me a picture?',
  })
  const photo = [{ file_id: 'split-bag', file_unique_id: 'split', width: 720, height: 480 }]
  await after(1, marta.sends({ photo, caption: 'Here. The seam gave way, I think' }))
  const note = 'Third split seam from Tuesday’s batch. Maud knows; replacements go out today.'
  await does(1, wen, 'Marta Kowalska', { kind: 'note', text: note })
  const words = 'A new bag is in today’s post, no need to send anything back.'
  await does(2, dana, 'Marta Kowalska', { kind: 'reply', text: words, asBrand: true })
  await onDiscord('Sam Okafor', 'can I speak to a human please, the kettle lid does not fit', 2)
  const priya = telegram.fan('Priya Nair')
  await after(2, priya.says('There was a piece of metal in my beans this morning'))
  await after(1, marta.says('That is kind, thank you! How long does delivery take? We have guests on Saturday'))
  const longest = await caseOf('Marta Kowalska')
  const { url = '', access } = mascot
  const started = undo.move()
  return {
    mascot,
    longest,
    signInLink: async (name, role = 'staff') =>
      deskLink(url, await access.invite({ id: `desk:${name.toLowerCase()}`, name }, role)),
    [Symbol.asyncDispose]: () => started.disposeAsync(),
  }
}

async function demoPersona(): Promise<Persona> {
  const loaded = await houseBrand('coffee')
  const canned = {
    photo: { en: ['Could you send me a picture of it, {fan}?'] },
    replacement: { en: ['A replacement is in the next post. Nothing to send back.'] },
    delay: { en: ['The roaster is a day behind this week. Your parcel leaves tomorrow.'] },
  }
  return {
    ...loaded,
    manners: { ...loaded.manners, burstMs: 0, limits: 'off' },
    handoff: { ...loaded.handoff, canned },
  }
}

if (import.meta.main) {
  const demo = await startDeskDemo(new Uint8Array(1))
  process.stdout.write(`${await demo.signInLink('Dana', 'operator')}\n${await demo.signInLink('Wen')}\n`)
  process.once('SIGINT', () => void demo[Symbol.asyncDispose]())
}
