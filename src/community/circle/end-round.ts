/** A round ends: votes that a platform counts itself are asked for, its poll is shut, and how it ended is told where it was asked. */
import type { ThreadId } from '../../domain/ids.ts'
import { platformOf } from '../../domain/ids.ts'
import type { Outgoing } from '../../domain/message.ts'
import { bot } from '../../domain/speaker.ts'
import { SendError } from '../../errors.ts'
import { english } from '../../hearing/packs/english.ts'
import { packs } from '../../hearing/packs/packs.ts'
import type { Log } from '../../log.ts'
import type { Persona } from '../../persona/persona.ts'
import { checkVoice } from '../../persona/voice/voice.ts'
import type { Adapter } from '../../ports/adapter.ts'
import type { Circle, CircleView } from '../../ports/circle.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Acted } from '../../ports/desk.ts'

export interface EndRoundDeps {
  readonly circle: Circle
  readonly adapterOf: (platform: string) => Adapter | undefined
  readonly persona: () => Persona
  readonly clock: Clock
  readonly log: Log
}

/** A poll whose votes could not be asked for. */
interface Uncounted {
  readonly platform: string
  readonly reason: string
  readonly isPermanent: boolean
}

/** A platform that is in trouble is waited for: its votes would be lost. One that will never tell keeps no round open. */
export async function endRound(number: number, deps: EndRoundDeps): Promise<Acted> {
  const { circle, clock } = deps
  const open = await circle.get(number)
  if (!open?.isOpen) return { isDone: false, says: `⛔ No round ${number} is open.` }
  const uncounted = await countPolls(number, true, deps)
  const waitsFor = uncounted.find(({ isPermanent }) => !isPermanent)
  if (waitsFor)
    return {
      isDone: false,
      says: `⛔ The poll on ${waitsFor.platform} could not be ended: ${waitsFor.reason}. /circle ${number} close tries again.`,
    }
  const round = (await circle.get(number)) ?? open
  const asked = await circle.asked(number)
  const threads = [...new Set(asked.map(({ threadId }) => threadId))]
  const outgoing = upshotOf(round, deps.persona())
  const posts = outgoing.length === 0 ? [] : threads.map((threadId: ThreadId) => ({ threadId, outgoing }))
  if (!(await circle.close(number, posts, clock.now())))
    return { isDone: false, says: `⛔ No round ${number} is open.` }
  const told = posts.length > 0 ? ' How it ended is told where it was asked.' : ''
  return withUncounted({ isDone: true, says: `🔚 Round ${number} is closed.${told}` }, uncounted)
}

/** Takes up what the platforms' polls of an open round hold; `isOver`: and ends them. */
export async function countPolls(
  number: number,
  isOver: boolean,
  { circle, adapterOf, clock, log }: EndRoundDeps,
): Promise<readonly Uncounted[]> {
  const round = await circle.get(number)
  if (!round?.isOpen || !round.options) return []
  const uncounted: Uncounted[] = []
  for (const { threadId, messageId } of await circle.asked(number)) {
    const platform = platformOf(threadId)
    try {
      const votes = await adapterOf(platform)?.pollVotes?.(threadId, messageId, isOver)
      const within = votes?.filter(({ choice }) => choice < (round.options?.length ?? 0))
      if (within) await circle.keepPolled(number, threadId, within, clock.now())
    } catch (err) {
      if (!(err instanceof SendError)) throw err
      log.warn({ thread: threadId, reason: err.message }, 'the votes of a poll could not be had')
      uncounted.push({ platform, reason: err.message, isPermanent: err.isPermanent })
    }
  }
  return uncounted
}

export function withUncounted(acted: Acted, uncounted: readonly Uncounted[]): Acted {
  const lines = uncounted.map(({ platform, reason }) => `⚠️ Votes on ${platform} may be missing: ${reason}`)
  return { ...acted, says: [acted.says, ...lines].join('\n') }
}

/** Nothing of a round that asked for suggestions, or in which nobody voted. */
function upshotOf({ question, options, votes }: CircleView, persona: Persona): readonly Outgoing[] {
  if (!options || !votes.some((count) => count > 0)) return []
  const lang = persona.languages[0]
  const over = (packs[lang]?.standing ?? english.standing).voteOver
  const text = [over, question, ...options.map((option, at) => `${votes[at] ?? 0} × ${option}`)].join('\n')
  const { pieces } = checkVoice(persona, { text, author: 'line', surface: 'group', lang })
  return pieces.map((piece): Outgoing => ({ kind: 'text', text: piece, speaker: bot, lang }))
}
