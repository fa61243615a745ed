/** The Telegram adapter, started against its wire fake. */
import { createTelegramAdapter } from '../../adapters/telegram/index.ts'
import type { TelegramOptions } from '../../adapters/telegram/options.ts'
import type { Adapter, Face } from '../../src/ports/adapter.ts'
import type { Clock } from '../../src/ports/clock.ts'
import { type AdapterHost, createAdapterHost } from './adapter-host.ts'
import { startTelegramServer, type TelegramServer, type TelegramServerOptions } from './telegram-server.ts'

export interface RunningTelegram extends AsyncDisposable {
  readonly server: TelegramServer
  readonly host: AdapterHost
  readonly adapter: Adapter
}

export interface RunOptions {
  readonly server?: TelegramServerOptions
  readonly adapter?: Partial<TelegramOptions>
  readonly clock?: Clock
  readonly face?: Face
  /** Before the adapter starts. */
  readonly prepare?: (server: TelegramServer) => Partial<TelegramOptions> | undefined
}

export async function runTelegram(options: RunOptions = {}): Promise<RunningTelegram> {
  await using undo = new AsyncDisposableStack()
  const server = undo.use(await startTelegramServer(options.server))
  const host = createAdapterHost({
    ...(options.clock ? { clock: options.clock } : {}),
    ...(options.face ? { face: options.face } : {}),
  })
  const adapter = createTelegramAdapter({
    token: server.token,
    apiRoot: server.root,
    rate: 'off',
    ...options.adapter,
    ...options.prepare?.(server),
  })
  undo.defer(() => adapter.stop())
  await adapter.start(host.context(), new AbortController().signal)
  const running = undo.move()
  return { server, host, adapter, [Symbol.asyncDispose]: () => running.disposeAsync() }
}
