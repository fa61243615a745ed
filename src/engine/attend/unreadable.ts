/** A message in a form that nobody here can read: never taken for silence, and never guessed at. */
import type { AcceptedMessage } from '../../domain/conversation.ts'
import { isBlank } from '../../words/letters/clean-text.ts'
import type { Recalled } from '../stages.ts'
import { line, reply, type Verdict } from '../verdict.ts'

/** None of it can be read: beside words or a file, those are answered. */
export function isUnreadable(messages: readonly AcceptedMessage[]): boolean {
  return messages.length > 0 && messages.every(({ unreadable, text }) => unreadable !== undefined && isBlank(text))
}

export function unreadable({ read }: Recalled): Verdict | undefined {
  return isUnreadable(read) ? reply('unreadable', [line('media')]) : undefined
}
