/** A card number in front of everybody: the message is taken down, and the fan is told why, with a way into private. Pure. */
import type { AcceptedMessage } from '../../domain/conversation.ts'
import type { Decision } from '../../domain/decision.ts'
import type { Outgoing } from '../../domain/message.ts'
import { bot } from '../../domain/speaker.ts'
import type { Turn } from '../../domain/turn.ts'
import { label } from '../../hearing/small-words.ts'
import type { Persona } from '../../persona/persona.ts'
import type { Draft } from '../draft.ts'
import { say } from '../review/lines.ts'
import type { Recalled } from '../stages.ts'

/** Messages of members of a group in which a card number stood before it was masked for our own record. */
export function cardMessages({ conversation, messages }: Turn): readonly AcceptedMessage[] {
  if (conversation.surface !== 'group') return []
  return messages.filter(
    ({ masked, isOwn, isStaffThread, author }) => masked?.includes('card') && !isOwn && !isStaffThread && !author.isBot,
  )
}

/** Whatever else was decided, also when nothing is said; only where the persona is off it touches nothing. */
export function deletions(turn: Turn, { reason }: Decision): readonly Outgoing[] {
  if (reason === 'channel-off') return []
  return cardMessages(turn).map(({ id }) => ({ kind: 'deletion', messageId: id, speaker: bot }))
}

/** Nobody knows yet whether the platform lets us delete, so the line must not say that it is done. */
export function cardInPublic(
  turn: Recalled,
  persona: Persona,
  privateLink: ((payload: string) => string | undefined) | undefined,
): Draft {
  const url = privateLink?.('case')
  const buttons = url ? [{ label: label('private', turn.lang), url }] : undefined
  return { kind: 'reply', reason: 'card-in-public', texts: [say('cardInPublic', turn, persona, buttons)] }
}
