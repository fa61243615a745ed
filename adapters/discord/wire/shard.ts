/**
 * One connection of a shard: greeting, identifying or resuming, heartbeat and reading are the SDK's. It stands for one
 * connection only: the SDK by itself connects again after half a second for ever, forgets the session when the line is down
 * for a moment, and two reasons to end at once make two connections. What follows an end is decided in `gateway.ts`.
 */
import {
  type IContextFetchingStrategy,
  WebSocketShard,
  type WebSocketShardDestroyOptions,
  WebSocketShardDestroyRecovery,
  WebSocketShardEvents,
} from '@discordjs/ws'
import { GatewayCloseCodes } from 'discord.js'
import { MascotError } from '#mascot'
import { checkFrame } from './frame.ts'
import { isRecord } from './payload.ts'

/** Any code but 1000 and 1001 keeps the session at Discord for a resume. */
export const CLOSE_AND_RESUME = 4_200
/**
 * Ends after which the SDK forgets the session, and Discord does not: a socket that never opened or whose line broke (1006),
 * and being told to slow down. A line that is down for a moment would otherwise cost what was said meanwhile.
 */
const RESUMABLE: ReadonlySet<number | undefined> = new Set([1_006, GatewayCloseCodes.RateLimited])
/** A dead peer does not answer a close; the socket's own patience is half a minute. */
const CLOSE_WAIT_MS = 1_000
const { Resume, Reconnect } = WebSocketShardDestroyRecovery
/** A socket's `readyState` before it is open. */
const CONNECTING = 0

export interface ShardEnd {
  readonly code: number
  /** The session may be resumed by the next connection. */
  readonly keepsSession: boolean
}

export interface ShardDeps {
  readonly context: IContextFetchingStrategy
  readonly id: number
  /** Names the error of a frame that could not be read; never its words. */
  readonly onUnreadable: (error: unknown) => void
}

export class Shard extends WebSocketShard {
  readonly #ended = Promise.withResolvers<ShardEnd>()
  #end: ShardEnd | undefined
  #closing: Promise<void> | undefined
  #isGreeted = false

  constructor({ context, id, onUnreadable }: ShardDeps) {
    super(context, id)
    // Without a listener an error is thrown where nobody catches it; the close that follows each says all we need.
    this.on(WebSocketShardEvents.Error, () => {})
    // The SDK has no place before its reading, and starts it with `void`.
    const read: unknown = Reflect.get(this, 'onMessage')
    if (typeof read !== 'function')
      throw new MascotError(
        'config-invalid',
        'This version of @discordjs/ws is not the one Mascot was made for: run npm ci.',
      )
    Object.defineProperty(this, 'onMessage', {
      value: async (frame: unknown) => {
        const checked = checkFrame(frame, { isGreeted: this.#isGreeted, url: context.options.gatewayInformation.url })
        if (checked.kind === 'greeting') this.#isGreeted = true
        try {
          if (checked.kind === 'read' || checked.kind === 'greeting')
            await Reflect.apply(read, this, [checked.frame, false])
          if (checked.kind === 'end')
            await this.destroy({ code: CLOSE_AND_RESUME, recover: checked.mayResume ? Resume : Reconnect })
        } catch (error) {
          onUnreadable(error)
        }
      },
    })
  }

  /** Resolves, never rejects, when the connection has ended and its socket is closed, or was never made. */
  run(): Promise<ShardEnd> {
    // What it rejects with is an error event, after which the connection ends.
    this.connect().catch(() => {})
    return this.#ended.promise
  }

  /** Everything that ends the connection comes here: the server's close, a heartbeat without an answer, a time-out, we. */
  override async destroy({ code, recover }: WebSocketShardDestroyOptions = {}): Promise<void> {
    const isFirst = this.#end === undefined
    // Without HELLO nothing was said about the session.
    const keepsSession = recover === Resume || RESUMABLE.has(code) || !this.#isGreeted
    const end = { code: code ?? CLOSE_AND_RESUME, keepsSession }
    this.#end ??= end
    // A shard that was only now told to connect has its socket by then.
    if (Reflect.get(this, 'connection') === null) await new Promise(setImmediate)
    const socket: unknown = Reflect.get(this, 'connection')
    // The SDK would leave it to open behind our back, and its failure to nobody. Its close comes here once more.
    if (isFirst && isRecord(socket) && socket.readyState === CONNECTING) return terminate(socket)
    this.#closing ??= this.#close(socket, this.#end)
    await this.#closing
  }

  async #close(socket: unknown, end: ShardEnd): Promise<void> {
    const late = setTimeout(() => terminate(socket), CLOSE_WAIT_MS)
    // Without `recover`: it does not connect again. It also forgets the session, which `context` does not.
    await super.destroy({ code: end.keepsSession ? CLOSE_AND_RESUME : end.code })
    clearTimeout(late)
    this.#ended.resolve(end)
  }
}

function terminate(socket: unknown): void {
  if (isRecord(socket) && typeof socket.terminate === 'function') socket.terminate()
}
