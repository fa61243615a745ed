/** The Discord adapter of a test, against a Discord of our own, with a host that remembers what was heard. */
import { createDiscordAdapter } from '../../adapters/discord/index.ts'
import type { DiscordOptions } from '../../adapters/discord/options.ts'
import type { Adapter, Face } from '../../src/ports/adapter.ts'
import { type AdapterHost, createAdapterHost } from './adapter-host.ts'
import { type DiscordServer, startDiscord } from './discord-server.ts'
import { createManualClock, type ManualClock } from './manual-clock.ts'

export interface Connected extends AsyncDisposable {
  readonly server: DiscordServer
  readonly host: AdapterHost
  readonly clock: ManualClock
  readonly adapter: Adapter
  /** What was heard, by its words. */
  heard(): readonly string[]
  /** Resolves when these words were heard. */
  hears(text: string): Promise<void>
  stop(): Promise<void>
  /** Stops without a word and starts another on what is durable, as after a restart. */
  restart(options?: Partial<DiscordOptions>): Promise<Connected>
}

export interface ConnectOptions extends Partial<DiscordOptions> {
  readonly server?: DiscordServer
  readonly host?: AdapterHost
  readonly clock?: ManualClock
  readonly face?: Face
  /** Before the adapter starts. */
  readonly prepare?: (server: DiscordServer) => void
}

/** Waits below 10 s (retries, reconnects) pass at once; heartbeats and time-outs only when the test moves the clock. */
export async function connectDiscord(given: ConnectOptions = {}): Promise<Connected> {
  const {
    server = await startDiscord(),
    clock = createManualClock({ skipsBelowMs: 10_000 }),
    prepare,
    face,
    ...rest
  } = given
  const { host = createAdapterHost({ clock, ...(face ? { face } : {}) }), ...options } = rest
  prepare?.(server)
  const adapter = createDiscordAdapter({ token: server.token, apiRoot: server.apiRoot, shards: 'auto', ...options })
  const listening = new AbortController()
  const stop = async () => {
    listening.abort()
    host.release()
    await adapter.stop()
  }
  try {
    await adapter.start(host.context(), listening.signal)
  } catch (error) {
    await stop()
    await server[Symbol.asyncDispose]()
    throw error
  }
  const heard = () => host.messages.map(({ text }) => text)
  return {
    server,
    host,
    clock,
    adapter,
    heard,
    hears: (text) => host.until(() => heard().includes(text)),
    stop,
    async restart(changes = {}) {
      await stop()
      return await connectDiscord({ ...given, ...changes, server, host, clock, prepare: () => {} })
    },
    async [Symbol.asyncDispose]() {
      await stop()
      await server[Symbol.asyncDispose]()
    },
  }
}
