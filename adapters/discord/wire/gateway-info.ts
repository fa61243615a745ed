/** What `GET /gateway/bot` tells: where the gateway is, how many shards Discord recommends, how many sessions may begin. */
import { isGatewayUrl } from './frame.ts'
import { isRecord } from './payload.ts'

export interface GatewayInfo {
  readonly url: string
  readonly shards: number
  /** Shards that may identify at the same time. */
  readonly maxConcurrency: number
  /** New sessions that may still begin today. */
  readonly sessionsLeft: number
  /** Until there are more, in ms. */
  readonly sessionsResetMs: number
}

/** A server that says less than Discord has no limits. @throws {Error} for an answer that names no gateway */
export function gatewayInfo(answer: unknown): GatewayInfo {
  if (!isRecord(answer) || !isGatewayUrl(answer.url)) throw new Error('no gateway')
  const limit = isRecord(answer.session_start_limit) ? answer.session_start_limit : {}
  return {
    url: answer.url,
    shards: atLeastOne(answer.shards),
    maxConcurrency: atLeastOne(limit.max_concurrency),
    sessionsLeft: typeof limit.remaining === 'number' ? limit.remaining : Number.POSITIVE_INFINITY,
    sessionsResetMs: typeof limit.reset_after === 'number' ? limit.reset_after : 0,
  }
}

function atLeastOne(value: unknown): number {
  return typeof value === 'number' && value >= 1 ? Math.trunc(value) : 1
}
