/**
 * One connection to the gateway: greets, identifies or resumes, keeps the heart beating, hands dispatches on, and says how
 * it ended. Whatever arrives, nothing is thrown out of the socket's handler: the SDK's own shard lets a malformed event
 * escape as an uncaught error, which would take the process and every other platform down with it.
 */
import { GatewayOpcodes } from 'discord.js'
import type { AdapterLog, Clock } from '#mascot'
import { createHeartbeat } from './heartbeat.ts'
import { isRecord } from './payload.ts'
import { isSnowflake } from './snowflake.ts'

const HELLO_TIMEOUT_MS = 20_000
const READY_TIMEOUT_MS = 30_000
/** What Discord sends; taken where its own number cannot be read. */
const USUAL_HEARTBEAT_MS = 41_250
/** Any code but 1000 and 1001 keeps the session for a resume. */
const CLOSE_AND_RESUME = 4_000
/** What a socket reports that never opened. */
const NO_ADDRESS = 1006

/** What a later connection needs to take up where this one ended. */
export interface Session {
  readonly id: string
  readonly resumeUrl: string
  sequence: number
}

export interface SocketEnd {
  readonly code: number
  /** Absent: the next connection identifies afresh. */
  readonly session?: Session
  /** The connection was ready before it ended. */
  readonly wasReady: boolean
  /** Discord asks for a wait before the next try, in ms. */
  readonly waitMs?: number
}

export interface SocketDeps {
  readonly url: string
  readonly token: string
  readonly intents: number
  readonly shard: readonly [id: number, count: number]
  readonly session: Session | undefined
  readonly clock: Clock
  readonly log: AdapterLog
  /** Every dispatch, READY and RESUMED included. What it throws is logged and goes no further. */
  readonly onDispatch: (event: string, data: unknown, session: Session | undefined) => void
}

/** Resolves, never rejects, when the connection has ended or the signal aborted it. */
export function openSocket(deps: SocketDeps, signal: AbortSignal): Promise<SocketEnd> {
  const { clock, log } = deps
  const { promise, resolve } = Promise.withResolvers<SocketEnd>()
  const life = new AbortController()
  let session = deps.session
  let isGreeted = false
  let isReady = false
  const address = `${deps.url}${deps.url.endsWith('/') ? '' : '/'}?v=10&encoding=json`
  if (!/^wss?:/.test(address) || !URL.canParse(address)) return Promise.resolve({ code: NO_ADDRESS, wasReady: false })
  const socket = new WebSocket(address)

  function end(code: number, waitMs?: number): void {
    if (life.signal.aborted) return
    life.abort()
    signal.removeEventListener('abort', leave)
    resolve({
      code,
      wasReady: isReady,
      ...(session ? { session } : {}),
      ...(waitMs === undefined ? {} : { waitMs }),
    })
  }
  /** A dead peer never answers a close, so the end does not wait for it. */
  function close(code: number, waitMs?: number): void {
    end(code, waitMs)
    socket.close(code)
  }
  /** The session stays open for the next run to resume. */
  function leave(): void {
    close(CLOSE_AND_RESUME)
  }
  function send(op: GatewayOpcodes, d: unknown): void {
    if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify({ op, d }))
  }
  const heartbeat = createHeartbeat({
    clock,
    signal: life.signal,
    send: () => send(GatewayOpcodes.Heartbeat, session?.sequence ?? null),
    onDead: () => close(CLOSE_AND_RESUME),
  })
  async function within(ms: number, isDone: () => boolean): Promise<void> {
    await clock.sleep(ms, life.signal)
    if (!life.signal.aborted && !isDone()) close(CLOSE_AND_RESUME)
  }

  function greet(d: unknown): void {
    if (isGreeted) return
    isGreeted = true
    if (session) {
      const { id, sequence } = session
      send(GatewayOpcodes.Resume, { token: deps.token, session_id: id, seq: sequence })
    } else send(GatewayOpcodes.Identify, identity(deps))
    const interval = isRecord(d) && typeof d.heartbeat_interval === 'number' ? d.heartbeat_interval : 0
    heartbeat.begin(interval >= 1_000 ? interval : USUAL_HEARTBEAT_MS)
    void within(READY_TIMEOUT_MS, () => isReady)
  }
  function dispatch(event: string, data: unknown, sequence: unknown): void {
    if (event === 'READY') {
      const started = sessionOf(data, sequence, deps.url)
      if (!started) {
        close(CLOSE_AND_RESUME)
        return
      }
      session = started
    } else if (session && typeof sequence === 'number') session.sequence = Math.max(session.sequence, sequence)
    if (event === 'READY' || event === 'RESUMED') isReady = true
    deps.onDispatch(event, data, session)
  }
  function read(payload: unknown): void {
    if (!isRecord(payload)) return
    switch (payload.op) {
      case GatewayOpcodes.Dispatch:
        if (typeof payload.t === 'string') dispatch(payload.t, payload.d, payload.s)
        break
      case GatewayOpcodes.Hello:
        greet(payload.d)
        break
      case GatewayOpcodes.HeartbeatAck:
        heartbeat.acknowledge()
        break
      case GatewayOpcodes.Heartbeat:
        heartbeat.beat()
        break
      case GatewayOpcodes.Reconnect:
        close(CLOSE_AND_RESUME)
        break
      case GatewayOpcodes.InvalidSession:
        if (payload.d !== true) session = undefined
        // "Wait 1 to 5 seconds": https://discord.com/developers/docs/topics/gateway#resuming
        close(CLOSE_AND_RESUME, 1_000 + Math.random() * 4_000)
        break
    }
  }

  socket.addEventListener('message', (event) => {
    if (life.signal.aborted) return
    try {
      read(JSON.parse(String(event.data)))
    } catch (error) {
      // The event's own words stay out of the log.
      const why = error instanceof Error ? error.name : 'unknown'
      log.warn({ shard: deps.shard[0], why }, 'a gateway event could not be read and was passed over')
    }
  })
  socket.addEventListener('close', (event) => end(event.code))
  // A close event follows every error.
  socket.addEventListener('error', () => {})
  signal.addEventListener('abort', leave, { once: true })
  if (signal.aborted) leave()
  void within(HELLO_TIMEOUT_MS, () => isGreeted)
  return promise
}

function identity({ token, intents, shard }: SocketDeps) {
  return {
    token,
    intents,
    shard,
    properties: { os: process.platform, browser: 'mascot', device: 'mascot' },
  }
}

/** `url`: where to resume if Discord names no other place. */
function sessionOf(ready: unknown, sequence: unknown, url: string): Session | undefined {
  if (!isRecord(ready) || typeof ready.session_id !== 'string') return undefined
  if (!isRecord(ready.user) || !isSnowflake(ready.user.id)) return undefined
  return {
    id: ready.session_id,
    resumeUrl: typeof ready.resume_gateway_url === 'string' ? ready.resume_gateway_url : url,
    sequence: typeof sequence === 'number' ? sequence : 0,
  }
}
