/** First stage: is this for us? Self, other bots, staff, quiet, manners and limits end here, each with its reason. Pure. */
import type { AcceptedMessage } from '../../domain/conversation.ts'
import type { AccountId } from '../../domain/ids.ts'
import { isWithStaff } from '../../domain/open-case.ts'
import type { Turn } from '../../domain/turn.ts'
import { assess } from '../../hearing/assess.ts'
import type { Persona } from '../../persona/persona.ts'
import { cleanText, isBlank } from '../../words/clean-text.ts'
import type { Attended } from '../stages.ts'
import { asksWho } from '../triage/asked.ts'
import { silent, type Verdict } from '../verdict.ts'
import { isAddressed, isForAnother, wordsOf } from './addressed.ts'
import { cardMessages } from './card-in-public.ts'
import { isHeardFirst, isInDanger, verbOf } from './heard-first.ts'
import type { Standing } from './limits.ts'
import { callOfBot } from './other-bots.ts'
import { policyOf } from './policy.ts'
import { needsPerson } from './storm.ts'

export type AttendResult = { readonly verdict: Verdict } | { readonly turn: Attended }

/** A question that was put to nobody so long ago has had its answer from somebody else, or needs none any more. */
const JOIN_WITHIN_MS = 5 * 60_000

const end = (verdict: Verdict): AttendResult => ({ verdict })

/** `standing`: where the fan and the conversation stand against their limits. */
export function attend(turn: Turn, persona: Persona, standing: Standing): AttendResult {
  const { conversation, messages, now } = turn
  if (messages.some((message) => message.isStaffThread)) return end(silent('staff-thread'))
  const heard = messages.filter((message) => !message.isOwn)
  if (heard.length === 0) return end(silent('own-message'))
  const all = heard.filter((message) => !message.author.isBot)
  const isFromBot = all.length === 0
  const said = isFromBot ? callOfBot(turn, heard, persona) : all
  if (typeof said === 'string') return end(silent(said))
  const timely = withoutLate(said, turn, persona)
  if (timely.some(({ button }) => button?.startsWith('desk:'))) return end(silent('not-allowed'))
  const calls = timely.filter((message) => isAddressed(message, persona))
  const isFirst = !isFromBot && isHeardFirst(turn, timely, sinceCalled(timely, calls), persona)
  const people = isFirst ? timely : withoutStaffs(timely, turn, persona)
  if (people.length === 0) return end(leftToStaff(turn, timely))

  const isGroup = conversation.surface === 'group'
  const ours = calls.filter((message) => people.includes(message))
  const isCommand = ours.some((message) => message.command)
  const shown = warnsOfCard(turn, people, persona, standing)
  if (shown) return { turn: { ...shown, isAmbient: isGroup && ours.length === 0 } }
  if ((conversation.state.quietUntil ?? 0) > now && !isCommand && !isFirst) return end(silent('asked-for-quiet'))
  const policy = policyOf(turn, persona)
  if (isGroup && policy === 'off' && !isCommand && !isFirst) return end(silent('channel-off'))
  const isAmbient = isGroup && ours.length === 0
  // A person in danger is heard also where nobody called us.
  const isDanger = isAmbient && isInDanger(wordsOf(people, persona), persona)
  const open = isDanger ? people : isAmbient ? people.filter((one) => !isForAnother(one)) : sinceCalled(people, ours)
  const isUnasked = isAmbient && !isDanger
  if (isUnasked && (policy !== 'ambient' || open.length === 0)) return end(silent('not-addressed'))
  const read = isUnasked ? open.filter(({ sentAt }) => now - sentAt <= JOIN_WITHIN_MS) : open
  if (read.length === 0) return end(silent('too-old'))
  const text = wordsOf(read, persona)
  if (isBlank(text) && !read.some((message) => message.attachments?.length || message.button !== undefined))
    return end(silent('nothing-said'))
  if (standing === 'over' && !isFirst) return end(silent('fan-limit'))
  if (standing === 'conversation-over' && !isFirst) return end(silent('conversation-limit'))
  const isOld = (isAmbient ? read : ours).every((message) => isLate(message, turn, persona))
  const lateness = isOld && !isFirst && !read.some(keeps) ? lateMannersIn(turn, persona) : 'answer'
  if (lateness === 'leave') return end(silent('too-old'))
  const isStorm = isGroup && new Set(read.map(({ author }) => author.accountId)).size > 1
  const { author } = read.at(-1) ?? messages[0]
  const how = { ...(isFromBot ? { isFromBot } : {}), ...(isFirst ? { isFirst } : {}) }
  return {
    turn: { ...turn, ...how, author, text, read, isAmbient, isLate: lateness === 'acknowledge', isStorm },
  }
}

/** A card number in a group, which is told also where nobody called us, in quiet and late; where we are off or told it often, not. */
function warnsOfCard(
  turn: Turn,
  people: readonly AcceptedMessage[],
  persona: Persona,
  standing: Standing,
): Omit<Attended, 'isAmbient'> | undefined {
  const read = cardMessages(turn)
  const last = read.at(-1)
  const isOver = standing === 'over' || standing === 'conversation-over'
  if (!last || isOver || policyOf(turn, persona) === 'off') return undefined
  if (isInDanger(wordsOf(people, persona), persona)) return undefined
  const text = wordsOf(read, persona)
  return { ...turn, author: last.author, text, read, hasCard: true, isLate: false, isStorm: false }
}

/** What each member said from the first word for us on, unless it is another member's by the platform's word. */
function sinceCalled(people: readonly AcceptedMessage[], ours: readonly AcceptedMessage[]): readonly AcceptedMessage[] {
  const callers = new Set<AccountId>()
  return people.filter((message) => {
    const isOurs = ours.includes(message)
    if (isOurs) callers.add(message.author.accountId)
    return isOurs || (callers.has(message.author.accountId) && !isForAnother(message))
  })
}

/** Of those whom staff have, only the question who is there is heard: code answers it. */
function withoutStaffs(people: readonly AcceptedMessage[], { conversation }: Turn, persona: Persona) {
  return people.filter(({ author, text }) => !isWithStaff(conversation, author.accountId) || asksWho(text, persona))
}

/** An open question of ours to them is closed: their next yes is for staff. */
function leftToStaff({ conversation }: Turn, people: readonly AcceptedMessage[]): Verdict {
  const asked = conversation.state.pending?.accountId
  const isTheirs = people.some(({ author }) => author.accountId === asked)
  return silent('staff-has-it', isTheirs ? { state: { pending: undefined } } : undefined)
}

/** What an administrator sets, what a fan asks about themselves. */
const lasting: ReadonlySet<string> = new Set(['mascot', 'human', 'mydata', 'forget', 'privacy'])

/** As good as new however late it is read: such a command, a call for a person, trouble. */
function keeps(message: AcceptedMessage): boolean {
  if (lasting.has(verbOf(message) ?? '') || needsPerson(message)) return true
  const { kind } = assess({ text: cleanText(message.text), lang: '', earlier: [] })
  return kind === 'complaint' || kind === 'order-trouble'
}

/** It lay unread for long, as after an outage. */
function isLate({ sentAt }: AcceptedMessage, { now }: Turn, { manners }: Persona): boolean {
  return now - sentAt > manners.stale.minutes * 60_000
}

function lateMannersIn({ conversation }: Turn, { manners }: Persona) {
  return conversation.surface === 'direct' ? manners.stale.direct : manners.stale.group
}

/** Who called late and calls again in time is answered for the second call alone, where late ones are not to be answered. */
function withoutLate(people: readonly AcceptedMessage[], turn: Turn, persona: Persona): readonly AcceptedMessage[] {
  if (lateMannersIn(turn, persona) === 'answer') return people
  const inTime = people.filter((message) => !isLate(message, turn, persona) || keeps(message))
  const isCall = (message: AcceptedMessage) => isAddressed(message, persona)
  return inTime.length === 0 || (people.some(isCall) && !inTime.some(isCall)) ? people : inTime
}
