/**
 * A frame before the SDK's shard reads it. HELLO, READY and "invalid session" it takes apart unchecked, inside a handler
 * that nobody waits for: one that is not what it should be would end the process. They are mended here, or passed over.
 */
import { GatewayOpcodes } from 'discord.js'
import { isRecord } from './payload.ts'
import { isSnowflake } from './snowflake.ts'

/** What Discord sends; taken where its own number cannot be read. */
const USUAL_HEARTBEAT_MS = 41_250

export type CheckedFrame =
  | { readonly kind: 'read' | 'greeting'; readonly frame: unknown }
  | { readonly kind: 'passed-over' }
  /** The connection is of no use any more; `mayResume`: its session is. */
  | { readonly kind: 'end'; readonly mayResume: boolean }

export interface FrameState {
  /** HELLO was read: a second one would leave the first heartbeat beating for ever. */
  readonly isGreeted: boolean
  /** Where to resume if READY names no place. */
  readonly url: string
}

export function checkFrame(frame: unknown, { isGreeted, url }: FrameState): CheckedFrame {
  const payload = parse(frame)
  if (!isRecord(payload)) return { kind: 'passed-over' }
  switch (payload.op) {
    case GatewayOpcodes.Dispatch:
      if (payload.t === 'READY') return checkReady(payload, url)
      if (typeof payload.t !== 'string') return { kind: 'passed-over' }
      return { kind: 'read', frame: typeof payload.s === 'number' ? frame : JSON.stringify({ ...payload, s: null }) }
    case GatewayOpcodes.Hello:
      if (isGreeted) return { kind: 'passed-over' }
      return { kind: 'greeting', frame: mended(payload, { heartbeat_interval: intervalOf(payload.d) }) }
    case GatewayOpcodes.InvalidSession:
      // The SDK would answer on the same connection, at once and as often as it is told; a next connection comes after a pause.
      return { kind: 'end', mayResume: payload.d === true }
    default:
      return { kind: 'read', frame }
  }
}

function checkReady(payload: Readonly<Record<string, unknown>>, url: string): CheckedFrame {
  const { d, s } = payload
  if (!isRecord(d) || typeof d.session_id !== 'string' || !isRecord(d.user) || !isSnowflake(d.user.id))
    return { kind: 'end', mayResume: true }
  const { resume_gateway_url: given } = d
  const ready = { ...d, resume_gateway_url: isGatewayUrl(given) ? given : url }
  return { kind: 'read', frame: mended({ ...payload, s: typeof s === 'number' ? s : 0 }, ready) }
}

function mended(payload: Readonly<Record<string, unknown>>, d: object): string {
  return JSON.stringify({ ...payload, d })
}

function intervalOf(hello: unknown): number {
  const interval = isRecord(hello) && typeof hello.heartbeat_interval === 'number' ? hello.heartbeat_interval : 0
  return interval > 0 ? interval : USUAL_HEARTBEAT_MS
}

/** An address that a socket cannot be made for throws where nobody catches it. */
export function isGatewayUrl(url: unknown): url is string {
  return typeof url === 'string' && /^wss?:\/\/[^#?]+$/.test(url) && URL.canParse(url)
}

/** Undefined for a binary frame: we ask for no compression. */
function parse(frame: unknown): unknown {
  try {
    return typeof frame === 'string' ? JSON.parse(frame) : undefined
  } catch {
    return undefined
  }
}
