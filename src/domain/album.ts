/** An album: several messages of a platform's that their author sent as one. They arrive one by one and are one message here. Pure. */
import { SECOND_MS } from './durations.ts'
import type { Attachment, InboundMessage } from './message.ts'

/** How long the next part is waited for; a platform sends all of them at once. */
export const ALBUM_MS = SECOND_MS

/** One message of all parts, in the order in which they arrived: the id of the first, every file, the words of each. */
export function joinAlbum(first: InboundMessage, more: readonly InboundMessage[]): InboundMessage {
  return more.reduce(withPart, first)
}

function withPart(whole: InboundMessage, part: InboundMessage): InboundMessage {
  const captions = [...(whole.captions ?? [whole.text]), ...(part.captions ?? [part.text])]
  const attachments = [...(whole.attachments ?? []), ...(part.attachments ?? [])]
  const { command = part.command, replyTo = part.replyTo, forwarded = part.forwarded } = whole
  return {
    ...whole,
    text: wordsOf(captions),
    captions,
    isMention: whole.isMention || part.isMention,
    parts: [...(whole.parts ?? []), part.id, ...(part.parts ?? [])],
    ...(attachments.length > 0 && { attachments }),
    ...(command && { command }),
    ...(replyTo && { replyTo }),
    ...(forwarded && { forwarded }),
    ...listed('links', whole, part),
    ...listed('mentions', whole, part),
    ...listed('masked', whole, part),
  }
}

function listed<K extends 'links' | 'mentions' | 'masked'>(key: K, whole: InboundMessage, part: InboundMessage) {
  const all = [...(whole[key] ?? []), ...(part[key] ?? [])]
  return all.length > 0 ? { [key]: all } : {}
}

/** One of its parts, `id`, has other words now, and perhaps another file. */
export function changePart(
  whole: InboundMessage,
  id: string,
  { text, attachments: files }: { readonly text: string; readonly attachments?: readonly Attachment[] },
): { readonly text: string; readonly captions: readonly string[]; readonly attachments?: readonly Attachment[] } {
  const { captions = [whole.text], attachments = [], parts = [] } = whole
  const place = id === whole.id ? 0 : parts.indexOf(id) + 1
  const now = captions.map((one, nth) => (nth === place ? text : one))
  const [file] = files ?? []
  const isKnown = file !== undefined && attachments.length === captions.length
  return {
    text: wordsOf(now),
    captions: now,
    ...(isKnown && { attachments: attachments.map((one, nth) => (nth === place ? file : one)) }),
  }
}

function wordsOf(captions: readonly string[]): string {
  return captions.filter(Boolean).join('\n')
}
