/** Attachments on their way from one thread to another: sent again where the platform can, named where it cannot. */
import type { Attachment, Media } from '../../domain/message.ts'
import { SendError } from '../../errors.ts'
import type { Adapter } from '../../ports/adapter.ts'

const kinds: Readonly<Partial<Record<Attachment['kind'], Media['kind']>>> = {
  photo: 'photo',
  sticker: 'sticker',
  video: 'video',
  voice: 'voice',
  audio: 'document',
  document: 'document',
}

type Bringer = Pick<Adapter, 'fetchFile' | 'resendsRefs'>

/** What could not be carried, and why, where that is known. */
export interface Left {
  readonly attachment: Attachment
  readonly why?: string
}

export interface Carried {
  readonly media: readonly Media[]
  readonly left: readonly Left[]
}

/** `from` and `to`: platforms. A platform's own reference is good on that platform only; elsewhere its file is fetched. */
export async function carry(
  attachments: readonly Attachment[],
  { from, to }: { readonly from: string; readonly to: string },
  adapterOf: (platform: string) => Bringer | undefined,
): Promise<Carried> {
  const media: Media[] = []
  const left: Left[] = []
  for (const attachment of attachments) {
    const carried = await carryOne(attachment, from === to, adapterOf(from)).catch((error: unknown) => error)
    if (isMedia(carried)) media.push(carried)
    else left.push({ attachment, ...(carried instanceof SendError && { why: carried.message }) })
  }
  return { media, left }
}

/** In words, for who cannot see it. */
export function named({ attachment: { kind, description, name, url }, why }: Left): string {
  const what = [description ?? name, url].filter((part) => part !== undefined && part !== '').join(' ')
  return `[${kind}${what === '' ? '' : `: ${what}`}${why === undefined ? '' : ` (${why})`}]`
}

/** @throws {SendError} when its file cannot be had, and there is no link to it that lasts */
async function carryOne(
  attachment: Attachment,
  isSame: boolean,
  from: Bringer | undefined,
): Promise<Media | undefined> {
  const kind = kinds[attachment.kind]
  if (kind === undefined) return undefined
  const { ref, url, name } = attachment
  const head = { kind, ...(name !== undefined && { name }) }
  if (isSame && from?.resendsRefs && ref !== undefined) return { ...head, ref }
  if (ref !== undefined && from?.fetchFile) return { ...head, path: await from.fetchFile(attachment) }
  return url === undefined ? undefined : { ...head, url }
}

function isMedia(carried: unknown): carried is Media {
  return typeof carried === 'object' && carried !== null && 'kind' in carried
}
