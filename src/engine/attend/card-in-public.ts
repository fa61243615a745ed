/** A card number in front of everybody: the message is taken down, and the fan is told why, with a way into private. Pure. */
import type { AcceptedMessage } from '../../domain/conversation.ts'
import type { Decision } from '../../domain/decision.ts'
import type { Outgoing } from '../../domain/message.ts'
import { bot } from '../../domain/speaker.ts'
import type { Turn } from '../../domain/turn.ts'
import type { Recalled } from '../stages.ts'
import { line, reply, type Verdict } from '../verdict.ts'

/** Messages of members of a group in which a card number stood before it was masked for our own record. */
export function cardMessages({ conversation, messages }: Turn): readonly AcceptedMessage[] {
  if (conversation.surface !== 'group') return []
  return messages.filter(
    ({ masked, isOwn, isStaffThread, isForUsAlone, author }) =>
      masked?.includes('card') && !isOwn && !isStaffThread && !isForUsAlone && !author.isBot,
  )
}

/** Whatever else was decided, also when nothing is said; only where the persona is off it touches nothing. */
export function deletions(turn: Turn, { reason }: Decision): readonly Outgoing[] {
  if (reason === 'channel-off') return []
  return cardMessages(turn).map(({ id }) => ({ kind: 'deletion', messageId: id, speaker: bot }))
}

/** Nobody knows yet whether the platform lets us delete, so the line must not say that it is done. */
export function cardInPublic({ hasCard }: Recalled): Verdict | undefined {
  return hasCard && reply('card-in-public', [line('cardInPublic', { buttons: ['private'] })])
}
