/** Words for one member of a channel alone: in the channel, unseen by others, while the member is there; else in private, else as what everybody may read. */
import { idOnPlatform, MINUTE_MS, SendError, type Sent, type ThreadId } from '#mascot'
import { text as textOf } from '../wire/data.ts'
import { placeOf, threadOf } from '../wire/names.ts'
import { bodiesOf, type Text } from './plan.ts'
import { type SendDeps, sendText } from './send-text.ts'

/** Slack shows such words only to who has it open, and keeps them nowhere. */
const THERE_MS = 5 * MINUTE_MS
const MOST = 5_000

export interface Presence {
  saw(channel: string, user: string): void
  isThere(channel: string, user: string): boolean
}

export function createPresence(now: () => number): Presence {
  const seen = new Map<string, number>()
  return {
    saw(channel, user) {
      const key = `${channel} ${user}`
      seen.delete(key)
      seen.set(key, now())
      for (const one of seen.keys()) if (seen.size > MOST) seen.delete(one)
    },
    isThere: (channel, user) => now() - (seen.get(`${channel} ${user}`) ?? Number.NEGATIVE_INFINITY) < THERE_MS,
  }
}

export interface AloneDeps extends SendDeps {
  readonly presence: Presence
}

/** Takes every message; one that is for everybody goes straight on. @throws {SendError} */
export async function sendForOne(deps: AloneDeps, message: Text): Promise<Sent> {
  const { onlyFor, openly, ...rest } = message
  if (onlyFor === undefined || message.surface === 'direct') return await sendText(deps, message)
  const user = idOnPlatform(onlyFor)
  const { channel } = placeOf(message.threadId)
  const hasFiles = message.media !== undefined
  if (deps.presence.isThere(channel, user) && !hasFiles) {
    const unseen = await unlessRefused(() => unseenByOthers(deps, user, message))
    if (unseen) return unseen
  }
  const { replyTo: _, ...bare } = rest
  // A button that is pressed elsewhere answers nothing that was asked here.
  if (!message.onlyHere && !rest.buttons?.some(({ value }) => value !== undefined)) {
    const inPrivate = await unlessRefused(async () => {
      const threadId = await openPrivate(deps, user)
      return await sendText(deps, { ...bare, threadId, surface: 'direct', id: `${message.id}-private` } as Text)
    })
    if (inPrivate) return { messageId: `private-${inPrivate.messageId}` }
  }
  if (!openly) throw new SendError('it is for one member alone, who cannot be reached alone', { isPermanent: true })
  const { buttons: __, media: ___, moreMedia: ____, ...plain } = rest
  return await sendText(deps, { ...plain, ...openly, id: `${message.id}-openly` } as Text)
}

async function unseenByOthers({ api, buttons }: SendDeps, user: string, message: Text): Promise<Sent> {
  const { channel, threadTs } = placeOf(message.threadId)
  let ts = ''
  for (const body of await bodiesOf(message, buttons)) {
    const to = { channel, user, ...(threadTs !== undefined && { thread_ts: threadTs }) }
    ts = textOf((await api.call('chat.postEphemeral', { ...to, ...body })).message_ts)
  }
  return { messageId: `alone-${ts}` }
}

/** @throws {SendError} */
export async function openPrivate({ api }: Pick<SendDeps, 'api'>, user: string): Promise<ThreadId> {
  const { channel } = await api.call('conversations.open', { users: user })
  const id = textOf((channel as { readonly id?: unknown } | undefined)?.id)
  if (id === '') throw new SendError('Slack opened no talk', { isPermanent: false })
  return threadOf(id)
}

/** Undefined where Slack refuses it for good. @throws what may pass */
async function unlessRefused(work: () => Promise<Sent>): Promise<Sent | undefined> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof SendError && error.isPermanent) return undefined
    throw error
  }
}
