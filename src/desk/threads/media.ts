/** Attachments on their way from one thread to another: sent again where the platform can, named where it cannot. */
import { stat } from 'node:fs/promises'
import { attachmentName } from '../../domain/beside.ts'
import { platformOf, type ThreadId } from '../../domain/ids.ts'
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

/** What is no file, and is shown again by its own platform where it can. */
const things: Readonly<Partial<Record<Attachment['kind'], Media['kind']>>> = {
  location: 'location',
  contact: 'contact',
  poll: 'poll',
}

/** No platform takes less of one file. */
const USUAL_BYTES = 8 * 1024 * 1024

type Bringer = Pick<Adapter, 'fetchFile' | 'resendsRefs' | 'mostBytes'>

/** What could not be carried, and why, where that is known. */
export interface Left {
  readonly attachment: Attachment
  readonly why?: string
  readonly isTooLarge?: true
}

export interface Carried {
  readonly media: readonly Media[]
  readonly left: readonly Left[]
}

/**
 * `from`: a platform. Its own reference is good on that platform only; elsewhere the file is fetched, if it is not too large
 * for where it goes.
 */
export async function carry(
  attachments: readonly Attachment[],
  { from, to }: { readonly from: string; readonly to: ThreadId },
  adapterOf: (platform: string) => Bringer | undefined,
): Promise<Carried> {
  const media: Media[] = []
  const left: Left[] = []
  const target = adapterOf(platformOf(to))
  for (const attachment of attachments) {
    const carried = await carryOne(attachment, from === platformOf(to), adapterOf(from))
      .then((one) => one && fitting(one, to, target))
      .catch((error: unknown) => error)
    if (isMedia(carried)) media.push(carried)
    else left.push({ attachment, ...(carried instanceof SendError && whyLeft(carried)) })
  }
  return { media, left }
}

function whyLeft({ message, isTooLarge }: SendError): Pick<Left, 'why' | 'isTooLarge'> {
  return { why: message, ...(isTooLarge && { isTooLarge }) }
}

/** In words, for who cannot see it. */
export function named({ attachment, why }: Left): string {
  const { url } = attachment
  const told = [attachmentName(attachment), url].filter((part) => part !== undefined && part !== '').join(' ')
  return why === undefined ? told : `${told} (${why})`
}

/** @throws {SendError} when its file cannot be had, and there is no link to it that lasts */
async function carryOne(
  attachment: Attachment,
  isSame: boolean,
  from: Bringer | undefined,
): Promise<Media | undefined> {
  const { ref, url, name } = attachment
  const thing = things[attachment.kind]
  if (thing) return isSame && from?.resendsRefs && ref !== undefined ? { kind: thing, ref } : undefined
  const kind = kinds[attachment.kind]
  if (kind === undefined) return undefined
  const called = fileCalled(name ?? '')
  const head = { kind, ...(called !== '' && { name: called }) }
  if (isSame && from?.resendsRefs && ref !== undefined) return { ...head, ref }
  if (ref !== undefined && from?.fetchFile) return { ...head, path: await from.fetchFile(attachment) }
  return url === undefined ? undefined : { ...head, url }
}

/** No path, and nothing that hides or turns letters: `a\u202egpj.exe` must not read as a picture. */
function fileCalled(name: string): string {
  const [last = ''] = name.split(/[/\\]/).slice(-1)
  return last.replaceAll(/[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '').trim()
}

/** A photo that is too large for one may still be a document. @throws {SendError} when it is larger than what is taken there */
async function fitting(media: Media, to: ThreadId, target: Bringer | undefined): Promise<Media> {
  if (media.path === undefined || !target?.mostBytes) return media
  const { size } = await stat(media.path)
  if (size <= USUAL_BYTES || size <= (await target.mostBytes(media.kind, to))) return media
  const most = await target.mostBytes('document', to)
  if (size <= most) return { ...media, kind: 'document' }
  const limit = Math.floor(most / (1024 * 1024))
  throw new SendError(`the file is larger than the ${limit} MB that can be sent there`, {
    isPermanent: true,
    isTooLarge: true,
  })
}

/** Whether it is a file, and not something that is told whole in words, as a place is, or a sticker by its sign. */
export function isFile({ attachment: { kind, description } }: Left): boolean {
  return kinds[kind] !== undefined && (kind !== 'sticker' || description === undefined)
}

/** What can be told whole in words where it cannot be shown: a place, a person, a question with its choices, a sticker's sign. */
export function inWords(left: Left): string | undefined {
  const { kind, description } = left.attachment
  const sign = signs[kind]
  if (isFile(left) || sign === undefined || description === undefined || description === '') return undefined
  const [, lat, lon] = (kind === 'location' && /^(-?[\d.]+), (-?[\d.]+)$/.exec(description)) || []
  return `${sign}${description}${lat === undefined ? '' : ` https://www.openstreetmap.org/?mlat=${lat}&mlon=${lon}`}`
}

/** Its sender can put no words of theirs to it. */
export function isWordless({ kind }: Attachment): boolean {
  return signs[kind] !== undefined
}

const signs: Readonly<Partial<Record<Attachment['kind'], string>>> = {
  location: '📍 ',
  contact: '👤 ',
  poll: '📊 ',
  sticker: '',
}

function isMedia(carried: unknown): carried is Media {
  return typeof carried === 'object' && carried !== null && 'kind' in carried
}
