/** Files of a message, and messages of others that stand in it. Pure. */
import type { Attachment, Forwarded, RepliedTo } from '#mascot'
import type { Data } from '../wire/api.ts'
import { list, text } from '../wire/data.ts'
import { accountOf, isTs } from '../wire/names.ts'

/** A file that is gone, or hidden by the limits of the workspace, has no bytes to fetch. */
const lost = new Set(['tombstone', 'hidden_by_limit'])

export function attachmentsOf(message: Data): readonly Attachment[] {
  return list(message.files).map((file) => {
    const [id, name, mime, mode] = [text(file.id), text(file.name), text(file.mimetype), text(file.mode)]
    const isLost = id === '' || lost.has(mode)
    return {
      kind: isLost ? 'other' : kindOf(mime, text(file.subtype)),
      ...(!isLost && { ref: id, fingerprint: id }),
      ...(mime && { mime }),
      ...(name && { name }),
      ...(typeof file.size === 'number' && { size: file.size }),
    }
  })
}

function kindOf(mime: string, subtype: string): Attachment['kind'] {
  if (subtype === 'slack_audio') return 'voice'
  if (mime.startsWith('image/')) return 'photo'
  if (mime.startsWith('video/')) return 'video'
  return mime.startsWith('audio/') ? 'audio' : 'document'
}

/** What somebody said elsewhere and is shared here: with words beside it is what they answer, else it is passed on. */
export function sharedIn(message: Data, ownUser: string | undefined) {
  const shared = list(message.attachments).find((one) => one.is_share === true || one.is_msg_unfurl === true)
  if (!shared) return undefined
  const [author, name, ts] = [text(shared.author_id), text(shared.author_name), text(shared.ts)]
  return {
    raw: text(shared.text),
    files: attachmentsOf(shared),
    forwarded: { ...(name && { from: name }) } satisfies Forwarded,
    quoted(words: string): RepliedTo | undefined {
      if (!isTs(ts)) return undefined
      const whose = { ...(author && { accountId: accountOf(author) }), ...(name && { authorName: name }) }
      const isToBot = author !== '' && author === ownUser
      const files = attachmentsOf(shared)
      const beside = { ...(words && { text: words }), ...(files.length > 0 && { attachments: files }) }
      return { messageId: ts, isToBot, isQuote: true, ...whose, ...beside }
    },
  }
}

/** What to call a message in which nothing can be read. */
export function kindOfUnreadable(message: Data): string {
  const block = list(message.blocks).map(({ type }) => text(type))[0]
  return (block || text(message.subtype) || 'nothing').replace(/\W/g, '_').slice(0, 40)
}
