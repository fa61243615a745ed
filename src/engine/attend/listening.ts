/** What attend reads of a turn, once for all its rows: who speaks, what of it is for us, how late it is. Pure. */

import type { AcceptedMessage } from '../../domain/conversation.ts'
import { MINUTE_MS } from '../../domain/durations.ts'
import type { AccountId } from '../../domain/ids.ts'
import { isWithStaff } from '../../domain/open-case.ts'
import type { Turn } from '../../domain/turn.ts'
import type { Persona } from '../../persona/persona.ts'
import type { Attended, Means } from '../stages.ts'
import { isAddressed, isForAnother, wordsOf } from './addressed.ts'
import { asksWho } from './asks-who.ts'
import { cardMessages } from './card-in-public.ts'
import { dangerIn, isHeardFirst, isInDanger } from './heard-first.ts'
import { isLate, keeps, type LateManners, lateMannersIn, withoutLate } from './lateness.ts'
import { type BotRefusal, callOfBot } from './other-bots.ts'
import { type Policy, policyOf } from './policy.ts'

/** A question that was put to nobody so long ago has had its answer from somebody else, or needs none any more. */
const JOIN_WITHIN_MS = 5 * MINUTE_MS

type Messages = readonly AcceptedMessage[]

/** Who speaks: of all that came in, what is to be read at all. */
interface Voices extends Pick<Means, 'persona' | 'standing'> {
  readonly turn: Turn
  /** All but our own. */
  readonly others: Messages
  /** Nobody but the brand's own people wrote, or they have answered already what was written. */
  readonly isBrandAlone: boolean
  readonly isFromBot: boolean
  /** Of bots alone: why none of it is answered. */
  readonly refusal?: BotRefusal
  /** Without what is too late to answer beside what is not. */
  readonly timely: Messages
  readonly isFirst: boolean
  /** Without those whom staff have; whoever is heard first is heard. */
  readonly people: Messages
  /** Of these, addressed to us. */
  readonly ours: Messages
}

export interface Listening extends Voices {
  readonly isGroup: boolean
  readonly policy: Policy
  readonly isAmbient: boolean
  /** Nobody called us, and nobody is heard first all the same: in danger, or with the answer to a question of ours. */
  readonly isUnasked: boolean
  /** What may be ours to read, however old. */
  readonly open: Messages
  readonly read: Messages
  readonly text: string
  readonly lateness: LateManners
  /** The turn as the one in which a card number stands for everybody to read. */
  readonly card?: Attended
}

export function listenTo(turn: Turn, means: Pick<Means, 'persona' | 'standing'>): Listening {
  const { persona } = means
  const voices = voicesIn(turn, means)
  const { people, ours, isFirst } = voices
  const isGroup = turn.conversation.surface === 'group'
  const isAmbient = isGroup && ours.length === 0
  const isUnasked = isAmbient && !isFirst
  const open = isUnasked ? people.filter((one) => !isForAnother(one)) : isAmbient ? people : sinceCalled(people, ours)
  const read = isUnasked ? open.filter(({ sentAt }) => turn.now - sentAt <= JOIN_WITHIN_MS) : open
  const isOld = (isAmbient ? read : ours).every((message) => isLate(message, turn, persona))
  const isLeft = isOld && !isFirst && !read.some(keeps)
  const policy = policyOf(turn, persona)
  const card = cardShown(voices, policy)
  return {
    ...voices,
    isGroup,
    policy,
    isAmbient,
    isUnasked,
    open,
    read,
    text: wordsOf(read, persona),
    lateness: isLeft ? lateMannersIn(turn, persona) : 'answer',
    ...(card ? { card: { ...card, isAmbient } } : {}),
  }
}

function voicesIn(turn: Turn, means: Pick<Means, 'persona' | 'standing'>): Voices {
  const { persona } = means
  const theirs = turn.messages.filter(({ isOwn }) => !isOwn)
  const others = withoutBrands(theirs, turn, persona)
  const isBrandAlone = others.length === 0 && theirs.length > 0
  const isFromBot = others.every(({ author }) => author.isBot)
  const said = isFromBot ? callOfBot(turn, others, persona) : others.filter(({ author }) => !author.isBot)
  const refusal = typeof said === 'string' ? { refusal: said } : {}
  const timely = typeof said === 'string' ? [] : withoutLate(said, turn, persona)
  const calls = timely.filter((message) => isAddressed(message, persona))
  const isFirst = !isFromBot && isHeardFirst(turn, timely, sinceCalled(timely, calls), persona)
  const people = isFirst ? timely : withoutStaffs(timely, turn, persona)
  const ours = calls.filter((message) => people.includes(message))
  return { ...means, turn, others: theirs, isBrandAlone, isFromBot, ...refusal, timely, isFirst, people, ours }
}

/** One of the brand's own people wrote in words; their commands are an administrator's, and heard. */
function isBrandsWord({ author, command, button }: AcceptedMessage): boolean {
  return author.isBrand === true && !command && button === undefined
}

/** In private what a person has answered since needs no other answer; danger is heard whoever answered. */
function withoutBrands(messages: Messages, { conversation }: Turn, persona: Persona): Messages {
  const last = conversation.surface === 'direct' ? messages.findLastIndex(isBrandsWord) : -1
  return messages.filter(
    (one, index) => !isBrandsWord(one) && (index > last || dangerIn(one.text, persona) !== undefined),
  )
}

/** Told of also where nobody called us, in quiet and late; where we are off or told it often, not. */
function cardShown(
  { turn, persona, standing, people }: Voices,
  policy: Policy,
): Omit<Attended, 'isAmbient'> | undefined {
  const read = cardMessages(turn)
  const last = read.at(-1)
  const isOver = standing === 'over' || standing === 'conversation-over'
  if (!last || isOver || policy === 'off' || isInDanger(wordsOf(people, persona), persona)) return undefined
  const text = wordsOf(read, persona)
  return { ...turn, author: last.author, text, read, hasCard: true, isLate: false, isStorm: false }
}

/** What each member said from the first word for us on, unless it is another member's by the platform's word. */
function sinceCalled(people: Messages, ours: Messages): Messages {
  const callers = new Set<AccountId>()
  return people.filter((message) => {
    const isOurs = ours.includes(message)
    if (isOurs) callers.add(message.author.accountId)
    return isOurs || (callers.has(message.author.accountId) && !isForAnother(message))
  })
}

/** Of those whom staff have, only the question who is there is heard: code answers it. */
function withoutStaffs(people: Messages, { conversation }: Turn, persona: Persona): Messages {
  return people.filter(({ author, text }) => !isWithStaff(conversation, author.accountId) || asksWho(text, persona))
}
