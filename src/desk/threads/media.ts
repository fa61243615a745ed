/** Attachments on their way from one thread to another: sent again where the platform can, named where it cannot. */
import type { Attachment, Media } from '../../domain/message.ts'
import type { Adapter } from '../../ports/adapter.ts'

const kinds: Readonly<Partial<Record<Attachment['kind'], Media['kind']>>> = {
  photo: 'photo',
  sticker: 'sticker',
  video: 'video',
  voice: 'voice',
  audio: 'document',
  document: 'document',
}

type Bringer = Pick<Adapter, 'fetchFile'>

export interface Carried {
  readonly media: readonly Media[]
  /** What could not be carried, in words. */
  readonly words: string
}

/** `from` and `to`: platforms. A platform's own reference is good on that platform only; elsewhere its file is fetched. */
export async function carry(
  attachments: readonly Attachment[],
  { from, to }: { readonly from: string; readonly to: string },
  adapterOf: (platform: string) => Bringer | undefined,
): Promise<Carried> {
  const media: Media[] = []
  const words: string[] = []
  for (const attachment of attachments) {
    const carried = await carryOne(attachment, from, to, adapterOf).catch(() => undefined)
    if (carried) media.push(carried)
    else
      words.push(
        `[${attachment.kind}${attachment.description ? `: ${attachment.description}` : ''}${attachment.url ? ` ${attachment.url}` : ''}]`,
      )
  }
  return { media, words: words.join('\n') }
}

async function carryOne(
  attachment: Attachment,
  from: string,
  to: string,
  adapterOf: (platform: string) => Bringer | undefined,
): Promise<Media | undefined> {
  const kind = kinds[attachment.kind]
  if (kind === undefined) return undefined
  if (from === to && attachment.ref) return { kind, ref: attachment.ref }
  if (attachment.url) return { kind, url: attachment.url }
  const path = await adapterOf(from)?.fetchFile?.(attachment)
  return path === undefined ? undefined : { kind, path }
}
