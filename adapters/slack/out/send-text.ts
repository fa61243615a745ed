/** Words, files and buttons → one message of Slack's, or more where they are long; what left before a fault is not said again. */
import { mediaOf, SendError, type Sent } from '#mascot'
import { MOST_LENGTH } from '../abilities.ts'
import type { Api } from '../wire/api.ts'
import { text as textOf } from '../wire/data.ts'
import { type Place, placeOf } from '../wire/names.ts'
import type { Buttons } from './buttons.ts'
import { commentOf, type FileDeps, share, upload } from './files.ts'
import { type Body, bodiesOf, type Text } from './plan.ts'
import { markOf, type SaidBefore } from './said-before.ts'

export interface SendDeps extends FileDeps {
  readonly api: Api
  readonly buttons: Buttons
  readonly saidBefore: SaidBefore
  /** The `ts` of files that stand there while their words do not yet, by the id of the message. */
  readonly filesAhead: Map<string, string>
}

/** Messages of which so much is remembered, the newest. */
const MOST_AHEAD = 1_000

/** @throws {SendError} */
export async function sendText(deps: SendDeps, message: Text): Promise<Sent> {
  const { saidBefore } = deps
  const done = await saidBefore.partsOf(message.threadId, message.id)
  try {
    const sent = await sendMissing(deps, message, done)
    saidBefore.learned(message.threadId, message.id, true)
    return sent
  } catch (error) {
    if (error instanceof SendError && error.isMediaRefused) return await instead(deps, message, error)
    if (error instanceof SendError && !error.isPermanent) saidBefore.learned(message.threadId, message.id, false)
    throw error
  }
}

async function sendMissing(deps: SendDeps, message: Text, done: ReadonlyMap<number, string>): Promise<Sent> {
  const place = placeOf(message.threadId)
  const media = mediaOf(message)
  const bodies = await bodiesOf(message, deps.buttons)
  const ids: string[] = []
  // Words that hold what a fan chose are no comment: in one there are marks.
  const isComment = !message.isLiteral && message.speaker.kind !== 'person' && (message.buttons ?? []).length === 0
  const isWhole = media.length > 0 && isComment && message.text.length <= MOST_LENGTH
  if (media.length > 0 && done.size === 0) {
    const { filesAhead } = deps
    const comment = isWhole ? commentOf(message.text) : ''
    const ts = filesAhead.get(message.id) ?? (await share(deps, place, await upload(deps, media), comment))
    filesAhead.set(message.id, ts)
    for (const id of filesAhead.keys()) if (filesAhead.size > MOST_AHEAD) filesAhead.delete(id)
    ids.push(ts)
  }
  for (const [nth, body] of isWhole ? [] : bodies.entries())
    ids.push(
      done.get(nth) ?? (await post(deps.api, place, body, { ...unfurls(message), metadata: markOf(message.id, nth) })),
    )
  if (ids.length === 0) throw new SendError('there is nothing to say', { isPermanent: true })
  deps.filesAhead.delete(message.id)
  return sentAs(ids)
}

export const unfurls = ({ hasPreview }: Pick<Text, 'hasPreview'>) => ({
  unfurl_links: hasPreview === true,
  unfurl_media: hasPreview === true,
})

/** Its `ts`. @throws {SendError} */
export async function post(api: Api, { channel, threadTs }: Place, body: Body, more: object = {}): Promise<string> {
  const said = await api.call('chat.postMessage', {
    ...{ channel, ...(threadTs !== undefined && { thread_ts: threadTs }) },
    ...body,
    ...more,
  })
  const ts = textOf(said.ts)
  if (ts === '') throw new SendError('Slack named no message', { isPermanent: false })
  return ts
}

export function sentAs(ids: readonly string[]): Sent {
  return { messageId: ids.at(-1) ?? '', ...(ids.length > 1 && { parts: ids }) }
}

async function instead(deps: SendDeps, message: Text, why: SendError): Promise<Sent> {
  const { media: _, moreMedia: __, ifRefused, ...rest } = message
  const text = ifRefused === undefined ? message.text : ifRefused === 'none' ? '' : ifRefused
  if (text === '') throw why
  return {
    ...(await sendText(deps, { ...rest, text } as Text)),
    ...(ifRefused !== undefined && { isInstead: true }),
  }
}
