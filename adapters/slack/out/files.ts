/** Files of ours → Slack, with the words beside them where those can be a comment. */
import path from 'node:path'
import { type Media, mediaBytes, SECOND_MS, SendError } from '#mascot'
import type { Api, Data } from '../wire/api.ts'
import { list, part, text } from '../wire/data.ts'
import type { Place } from '../wire/names.ts'

/** Slack takes a gigabyte; more than this is not held in memory at once. */
export const MOST_BYTES = 100 * 1024 * 1024
/** The message of a file comes into being a moment after the file. */
const LOOKS = 10
const LOOK_MS = 0.3 * SECOND_MS

export interface FileDeps {
  readonly api: Api
  sleep(ms: number): Promise<void>
}

/** Nobody sees them yet. @throws {SendError} `isMediaRefused` where one cannot be sent */
export async function upload({ api }: FileDeps, media: readonly Media[]) {
  const files: { readonly id: string; readonly title: string }[] = []
  for (const one of media) {
    const bytes = await mediaBytes(one, MOST_BYTES, 'Slack')
    const given = one.name ?? path.basename(one.path ?? new URL(one.url ?? 'file:///').pathname)
    const title = given || 'file'
    files.push({ id: await api.upload(title, bytes), title })
  }
  return files
}

/** All of them in one message. Its `ts`; where Slack does not tell, a name under which nothing can be changed. @throws {SendError} */
export async function share(
  { api, sleep }: FileDeps,
  { channel, threadTs }: Place,
  files: readonly { readonly id: string; readonly title: string }[],
  comment: string,
): Promise<string> {
  const [first] = files
  if (!first) throw new SendError('there is no file', { isPermanent: true })
  const beside = {
    ...(comment !== '' && { initial_comment: comment }),
    ...(threadTs !== undefined && { thread_ts: threadTs }),
  }
  const said = await api.call('files.completeUploadExternal', { files, channel_id: channel, ...beside })
  let ts = tsOf(list(said.files)[0] ?? {}, channel)
  for (let look = 0; ts === undefined && look < LOOKS; look++) {
    await sleep(LOOK_MS)
    ts = await api.call('files.info', { file: first.id }).then(
      (again) => tsOf(part(again, 'file'), channel),
      () => undefined,
    )
  }
  return ts ?? `file-${first.id}`
}

function tsOf(file: Data, channel: string): string | undefined {
  const shares = part(file, 'shares')
  const [share] = [...list(part(shares, 'public')[channel]), ...list(part(shares, 'private')[channel])]
  return share && text(share.ts) ? text(share.ts) : undefined
}

/** Light markdown as the older marks of a comment, in which nothing calls anybody. */
export function commentOf(words: string): string {
  const escaped = words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
  return escaped.replace(/\[([^\]\n|]{1,300})\]\((https?:\/\/[^\s()|]{1,2000})\)/g, '<$2|$1>')
}
