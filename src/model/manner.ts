/** In which manner a server is asked. What it refused is left out for a while and then tried again: servers learn, and one bad minute is no character. */
import { type Backoff, backoffMs } from '../domain/backoff.ts'
import { HOUR_MS, MINUTE_MS } from '../domain/durations.ts'
import type { Clock } from '../ports/clock.ts'
import type { ModelPrompt } from '../ports/model.ts'
import type { Refusal } from './model-failure.ts'
import { whyRefused } from './why-refused.ts'

const abilities = ['tools', 'images', 'onePiece', 'chat'] as const
type Ability = (typeof abilities)[number]
/** `onePiece`: without streaming. `chat`: by chat completions, else by the Responses API. */
export type Manner = Readonly<Record<Ability, boolean>>

const rest: Backoff = { firstMs: 10 * MINUTE_MS, longestMs: 12 * HOUR_MS }

export interface Manners {
  now(): Manner
  /** An answer came: what was left out on the way rests, longer each time. */
  learn(asked: Manner, answered: Manner): void
  /** It was offered this and made no use of it. */
  leave(ability: Ability): void
  /** It was offered this and used it. */
  keep(ability: Ability): void
}

/** `api`: the only one there is. If absent, chat completions until they are refused. */
export function createManners(clock: Clock, api?: 'chat' | 'responses'): Manners {
  const resting = new Map<Ability, { readonly until: number; readonly times: number }>()
  function leave(ability: Ability): void {
    const times = (resting.get(ability)?.times ?? 0) + 1
    // The whole of it: a random part would make no difference to one server.
    resting.set(ability, { until: clock.now() + backoffMs(times, rest, 1), times })
  }
  return {
    leave,
    keep: (ability) => void resting.delete(ability),
    now() {
      const isFit = (ability: Ability) => (resting.get(ability)?.until ?? 0) <= clock.now()
      const chat = api === undefined ? isFit('chat') : api === 'chat'
      return { tools: isFit('tools'), images: isFit('images'), onePiece: isFit('onePiece'), chat }
    },
    learn(asked, answered) {
      for (const ability of abilities) if (asked[ability] && !answered[ability]) leave(ability)
    },
  }
}

/** A lesser manner that may get past this refusal, or undefined when there is none: nothing makes up for money or a judgement of the content. */
export function concede(refusal: Refusal, tried: Manner, { images = [] }: ModelPrompt): Manner | undefined {
  const { status, message } = refusal
  if (tried.chat && isOfPath(refusal)) return { ...tried, chat: false }
  if (![400, 404, 405, 415, 422, 501].includes(status) || whyRefused(refusal, status)) return undefined
  const hasImages = tried.images && images.length > 0
  if (hasImages && /image|vision|multi-?modal/i.test(message)) return { ...tried, images: false }
  if (tried.onePiece && /stream/i.test(message)) return { ...tried, onePiece: false }
  if (tried.tools && (status !== 404 || /tool|function/i.test(message))) return { ...tried, tools: false }
  if (hasImages && status !== 404) return { ...tried, images: false }
  return undefined
}

/** The path is not there, whatever the model; some servers name the other one. */
function isOfPath({ status, message, codes }: Refusal): boolean {
  if (/\bresponses(?: api| endpoint)?\b/i.test(message) && /chat[ /]completions/i.test(message)) return true
  return (status === 404 || status === 405) && !/model|tool|function|deployment/i.test([message, ...codes].join(' '))
}
