/** What words may point at, "this one", and a turn is answered without having seen. */
import type { Attachment } from '../../domain/message.ts'
import type { Attended } from '../stages.ts'

/** Told in words, or a mere mood: nobody asks about one as about a thing. */
const needNoLook: ReadonlySet<Attachment['kind']> = new Set(['sticker', 'location', 'contact', 'poll'])

/** All that came with the messages read, and with what they answer. */
export function sentWith({ read }: Pick<Attended, 'read'>): readonly Attachment[] {
  return read.flatMap(({ attachments = [], replyTo }) => [...attachments, ...(replyTo?.attachments ?? [])])
}

/** Word for word a phrasing: it needs no look at what was sent. */
const EXACT = 0.99

/** Whether an answer fits without a look at what its words may point at. `score`: how well it fits the words. */
export function fitsUnseen(score: number, turn: Pick<Attended, 'read' | 'text'>): boolean {
  return score >= EXACT || !pointsAtUnseen(turn)
}

/** No stage but a model that sees looks at what was sent. */
export function pointsAtUnseen(turn: Pick<Attended, 'read' | 'text'>): boolean {
  return turn.text !== '' && sentWith(turn).some(({ kind }) => !needNoLook.has(kind))
}
