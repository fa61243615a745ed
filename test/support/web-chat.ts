/** The whole program with its chat on the web at a free port, and staff in Telegram's topics. Only Telegram's server is ours. */
import { createTelegramAdapter } from '../../adapters/telegram/index.ts'
import { createWebAdapter } from '../../adapters/web/index.ts'
import { systemClock } from '../../src/clock.ts'
import { parseConfig } from '../../src/config.ts'
import { createLog } from '../../src/log.ts'
import type { Persona } from '../../src/persona/persona.ts'
import { type Mascot, startMascot } from '../../src/program/mascot.ts'
import { houseBrand } from './house-brand.ts'
import { startTelegramServer, type TelegramServer } from './telegram-server.ts'

export interface WebChat extends AsyncDisposable {
  readonly mascot: Mascot
  readonly telegram: TelegramServer
  readonly staffChat: ReturnType<TelegramServer['group']>
  /** With a slash at its end. */
  readonly url: string
  readonly errors: readonly string[]
}

export async function startWebChat(
  env: Readonly<Record<string, string>> = {},
  tune: (persona: Persona) => Persona = (persona) => persona,
): Promise<WebChat> {
  await using undo = new AsyncDisposableStack()
  const telegram = undo.use(await startTelegramServer())
  const staffChat = telegram.group('Care', { isForum: true })
  const config = parseConfig({
    DATABASE_URL: 'sqlite::memory:',
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.root,
    TELEGRAM_RATE: 'off',
    TELEGRAM_STAFF_CHAT: String(staffChat.chatId),
    HTTP_PORT: '0',
    ...env,
  })
  if (!config.telegram || !config.web) throw new Error('both are configured')
  const persona = await houseBrand('coffee')
  const errors: string[] = []
  const { hours: _, ...handoff } = persona.handoff
  const teams = Object.fromEntries(
    Object.entries(handoff.teams).map(([id, { hours: __, ...team }]) => [id, team] as const),
  )
  const mascot = await startMascot({
    config,
    // Somebody is always there, whenever the test runs.
    persona: tune({
      ...persona,
      handoff: { ...handoff, teams },
      manners: { ...persona.manners, burstMs: 0, limits: 'off' },
    }),
    adapters: [createTelegramAdapter(config.telegram), createWebAdapter(config.web)],
    clock: systemClock,
    isServing: true,
    warmUp: 'before',
    log: createLog({ level: 'error', destination: { write: (line) => void errors.push(line) } }),
  })
  undo.defer(() => mascot.stop())
  const started = undo.move()
  return {
    ...{ mascot, telegram, staffChat, errors, url: `${mascot.url}/chat/` },
    [Symbol.asyncDispose]: () => started.disposeAsync(),
  }
}
