/** Verdicts that fetch a person: the right team, the right line, and the truth about who is there. */
import { teamFor } from '../../desk/people/teams.ts'
import { isOpenAt } from '../../desk/time/hours.ts'
import { instantText } from '../../desk/time/times.ts'
import { hoursOf } from '../../desk/time/working-time.ts'
import type { ConversationState } from '../../domain/conversation.ts'
import { MINUTE_MS } from '../../domain/durations.ts'
import { fanCalled } from '../../domain/fan-called.ts'
import { type HandoffReason, isDanger } from '../../domain/handoff.ts'
import { anyCaseOf, isUnknownToFan } from '../../domain/open-case.ts'
import { maskPersonalData, neverShown } from '../../words/personal-data/personal-data.ts'
import type { Recalled } from '../stages.ts'
import { type Handoff, line, type Reply, reply, type Saying } from '../verdict.ts'
import { awaited, dangerOf, dangerTold } from './fan-wrote.ts'

/** Cases in which the persona's small voice has no place; the crisis line is said first. */
const CRISIS: readonly HandoffReason[] = ['self-harm']

/** Until then what to do is not said again in full; nor while it stands no farther up than this. */
const TOLD_HOLDS_MS = 30 * MINUTE_MS
const LINES_BACK = 30
/** So long after staff were called words that tell of nothing new call them no more. */
const CALL_HOLDS_MS = 10 * MINUTE_MS

interface More {
  readonly summary?: string
  readonly team?: string
  readonly draft?: string
  readonly flags?: readonly string[]
  /** The words themselves tell of no danger, and are met as if they did, since it was told before. */
  readonly isStanding?: true
}

/** Also while nobody is there: what to do in danger, and to whom something was done wrong, that we are sorry. */
function isOwedWords(reason: HandoffReason): boolean {
  return reason === 'complaint' || (isDanger(reason) && !CRISIS.includes(reason))
}

/**
 * Opens a handoff. With nobody on duty it says so instead of offering a person now; the handoff waits all the same. Who has
 * a case already, be it in private while they call in a group, is told that it is held; danger is answered all the same, and put on
 * that case, also where it is a draft that waits.
 */
export function handOff(reason: HandoffReason, turn: Recalled, more: More = {}): Handoff | Reply {
  const { persona, now } = turn
  const flags = more.flags ?? []
  const theirs = turn.openCase ?? anyCaseOf(turn.conversation, turn.author.accountId)
  const openCase = theirs && isUnknownToFan(theirs) ? undefined : theirs
  const wakes = theirs?.inPrivate ? [awaited(theirs, turn, persona)] : []
  if (openCase && !isDanger(reason))
    return { ...reply('holding', [line('holding')], ...(wakes.length > 0 ? [{ cases: wakes }] : [])), flags }
  const team = more.team ?? teamFor(reason, persona)
  const hours = hoursOf(team, persona)
  const isThere = hours === undefined || openCase?.handler === 'staff' || isOpenAt(hours, now)
  const closed = isThere ? undefined : hours
  const isCrisis = CRISIS.includes(reason)
  const said = toldOf(reason, turn)
  const isSaid = said !== undefined && wasTold(said, turn)
  const full: readonly Saying[] = [
    ...(isCrisis ? [line('crisis')] : []),
    ...(!closed || isOwedWords(reason) ? [calling(reason, team, turn)] : []),
    ...(closed && !isCrisis ? [line('nobodyOnline', { names: { hours: closed } })] : []),
  ]
  const before = turn.conversation.state.dangerTold
  // What follows is shown to staff line by line; a call with each line would only drown the lines.
  const isKnown = more.isStanding === true && isSaid && now - (before?.staffAt ?? 0) <= CALL_HOLDS_MS
  const told = { reason, ...(team ? { team } : {}), ...(isKnown ? { isKnown } : {}) }
  const tells = theirs && isDanger(reason) ? [dangerTold(theirs, told, turn, persona)] : wakes
  const changes = {
    ...(said && !isKnown ? { state: { dangerTold: { ...((isSaid && before) || said), staffAt: now } } } : {}),
    ...(tells.length > 0 ? { cases: tells } : {}),
  }
  return {
    kind: 'handoff',
    reason,
    say: isSaid ? [line('dangerAgain')] : full,
    handoff: {
      reason,
      summary: more.summary ? maskPersonalData(more.summary, { kinds: neverShown }).text : summaryOf(turn),
      ...(team ? { team } : {}),
      ...(more.draft ? { draft: more.draft } : {}),
      ...(isDanger(reason) ? { danger: dangerOf({ reason, ...(team ? { team } : {}) }, openCase, turn, persona) } : {}),
    },
    changes,
    flags: [...flags, ...(closed ? ['nobody-on-duty'] : [])],
  }
}

type Told = NonNullable<ConversationState['dangerTold']>

/** Undefined where there is no danger. */
function toldOf(reason: HandoffReason, { author, assessment, now }: Recalled): Told | undefined {
  if (!isDanger(reason)) return undefined
  const what = reason === 'safety' && assessment.isViolence ? 'violence' : reason
  return { accountId: author.accountId, what, at: now }
}

/** What to do stands a little farther up, and need not be read again in full. */
function wasTold({ accountId, what }: Told, { conversation, transcript, now }: Recalled): boolean {
  const before = conversation.state.dangerTold
  if (before?.accountId !== accountId || before.what !== what || now - before.at > TOLD_HOLDS_MS) return false
  return transcript.slice(-LINES_BACK).some(({ from, at }) => from === 'brand' && at <= before.at + MINUTE_MS)
}

/** Whoever is being hurt by another hears what to do about that, and nothing about products. */
function calling(reason: HandoffReason, team: string | undefined, { assessment }: Recalled): Saying {
  const names = { team }
  return reason === 'safety' && assessment.isViolence ? line('violence', { names }) : { kind: 'handoff', reason, names }
}

/** For staff: who wrote what, where, in the fan's words; how to reach the fan, but no card, account, identity number or secret. */
export function summaryOf(turn: Recalled): string {
  const { text } = maskPersonalData(turn.text, { kinds: neverShown })
  const words = text.length > 280 ? `${text.slice(0, 279)}…` : text
  return `${fanCalled(turn.author.name, 'A fan')} (${turn.conversation.surface}, ${turn.lang}${verifiedText(turn)}): ${words}`
}

/** How the fan showed who they are, and until when it counts. */
function verifiedText({ conversation, author, now, persona }: Recalled): string {
  const { verified } = conversation.state
  if (verified === undefined || verified.accountId !== author.accountId || verified.until <= now) return ''
  return `, verified by a code until ${instantText(verified.until, 'en', persona.manners.timeZone, now)}`
}
