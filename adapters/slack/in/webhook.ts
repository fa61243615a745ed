/**
 * The one address for events, buttons and commands. A push is answered only when it is durable, since Slack sends an event again that was not
 * answered with 200 within three seconds: at once, after a minute, after five, and then no more.
 */
import { type AdapterContext, createPushRoute, type Heard, jsonObjectIn, plainAnswer, type Route } from '#mascot'
import type { SlackOptions } from '../options.ts'
import type { Api, Data } from '../wire/api.ts'
import { list, part, text } from '../wire/data.ts'
import { isTs } from '../wire/names.ts'
import { isSigned } from '../wire/sign.ts'
import { happenedAt, threadEvents } from './events.ts'
import { type Heads, reactedTo } from './heads.ts'
import { inboundMessage, isOwn, isSaid, type Reader, usersIn } from './inbound.ts'
import { commanded, pressed } from './interactive.ts'
import type { People } from './people.ts'

const PATH = '/slack'
const MOST_BYTES = 4 * 1024 * 1024

export interface Listening {
  readonly context: AdapterContext
  readonly people: People
  readonly heads: Heads
  readonly reader: Reader
  /** Of whose workspace a push is, where we did not know ours yet. */
  meets(push: Data): void
  /** The value of a button by what came back of it. */
  meantBy(name: string): Promise<string>
  /** A member is there now, in this channel. */
  saw(channel: string, user: string): void
  /** Slack has held events back, or the app is gone from the workspace. */
  lost(what: 'events' | 'app'): void
}

export interface Webhook {
  readonly routes: readonly Route[]
  /** Resolves when no request is being worked on. */
  idle(): Promise<void>
}

const nothing: Heard = { messages: [] }

export function createWebhook(
  { signingSecret }: Pick<SlackOptions, 'signingSecret'>,
  api: Api,
  listening: () => Listening | undefined,
): Webhook {
  async function answer(request: Request, body: Uint8Array | undefined): Promise<Response> {
    const open = listening()
    if (!open) return plainAnswer(503, 'not listening')
    const { context } = open
    const refuse = (status: number, why: string) => {
      context.log.warn({ status }, `a push to ${PATH} was refused: ${why}`)
      return plainAnswer(status, why)
    }
    if (body === undefined) return refuse(413, 'too large')
    const signed = isSigned(signingSecret, body, request.headers, context.clock.now())
    if (signed !== 'yes') return refuse(401, signed === 'wrong' ? 'wrong signature' : 'signed too long ago')
    const isForm = /^application\/x-www-form-urlencoded/.test(request.headers.get('content-type') ?? '')
    const push = isForm ? formIn(body) : jsonObjectIn(body)
    if (push === undefined) return refuse(400, 'no JSON object')
    if (push.type === 'url_verification') return plainAnswer(200, text(push.challenge))
    open.meets(push)
    if (!isOfOurs(push, open.reader)) {
      context.log.warn({ team: teamsOf(push)[0] ?? '' }, 'a push is of another workspace than the token’s')
      return plainAnswer(200, '')
    }
    const signedAt = request.headers.get('x-slack-request-timestamp') ?? ''
    const heard = await hear(push, signedAt, open).catch((err: unknown) => {
      // Of a shape that nobody foresaw: it would not be read the next time either.
      context.log.error({ err, kind: text(part(push, 'event').type) || text(push.type) }, 'a push could not be read')
      return nothing
    })
    if (heard.messages.length === 0 && (heard.events ?? []).length === 0) return plainAnswer(200, '')
    try {
      await context.receive(heard)
    } catch (err) {
      context.log.error({ err }, 'what was heard could not be saved, Slack is told so')
      return plainAnswer(500, 'not saved')
    }
    return plainAnswer(200, '')
  }

  async function hear(push: Data, signedAt: string, open: Listening): Promise<Heard> {
    const { people, reader, meantBy, saw } = open
    if (push.type === 'event_callback') return await hearEvent(push, open)
    if (push.type === 'app_rate_limited') open.lost('events')
    const user = text(part(push, 'user').id) || text(push.user_id)
    await people.meet(user === '' ? [] : [user])
    const command = push.command === undefined ? undefined : commanded(push, signedAt, reader)
    const messages = command ? [command] : pressed(push, reader)
    saw(text(part(push, 'channel').id) || text(push.channel_id), user)
    const meant = messages.map(async (one) =>
      one.button === undefined ? one : { ...one, button: await meantBy(one.button) },
    )
    return { messages: await Promise.all(meant) }
  }

  async function hearEvent(push: Data, { context, people, heads, reader, saw, lost }: Listening): Promise<Heard> {
    const event = part(push, 'event')
    const channel = text(event.channel)
    const at = happenedAt(push, context.clock.now())
    if (event.type === 'app_uninstalled' || event.type === 'tokens_revoked') {
      lost('app')
      return nothing
    }
    if ((event.type === 'message' && isSaid(event)) || event.type === 'app_mention') {
      if (isOwn(event, reader.own)) return nothing
      await meetAll(channel, event, people, heads)
      const message = inboundMessage(channel, event, reader)
      if (message) saw(channel, text(event.user))
      return message ? { messages: [message] } : nothing
    }
    const item = part(event, 'item')
    const isReaction = text(event.type).startsWith('reaction_') && isTs(text(item.ts))
    const reacted = isReaction ? await reactedTo(api, text(item.channel), text(item.ts)) : undefined
    await people.meet(usersIn(part(event, 'message')))
    return { messages: [], events: threadEvents(event, reader, at, reacted) }
  }

  const posts = createPushRoute(PATH, MOST_BYTES, answer)
  return { routes: [posts.route], idle: posts.idle }
}

/** Everybody and everything that reading a message needs to know. */
export async function meetAll(channel: string, message: Data, people: People, heads: Heads): Promise<void> {
  const ts = text(message.thread_ts)
  const isReply = isTs(ts) && ts !== message.ts
  const [head] = await Promise.all([
    isReply ? heads.meet(channel, ts) : undefined,
    people.meet([...usersIn(message), ...(isReply ? [text(message.parent_user_id)].filter(Boolean) : [])]),
  ])
  if (head) await people.meet(usersIn(head))
}

/** A button's push is JSON in a field of a form, a command's the form itself. */
function formIn(body: Uint8Array): Data | undefined {
  const form = new URLSearchParams(Buffer.from(body).toString())
  const payload = form.get('payload')
  return payload === null ? Object.fromEntries(form) : jsonObjectIn(Buffer.from(payload))
}

function teamsOf(push: Data): readonly string[] {
  const shared = list(push.authorizations).map(({ team_id: team }) => text(team))
  const named = [text(push.team_id), text(push.context_team_id), text(part(push, 'team').id)]
  return [...named, text(part(push, 'user').team_id), ...shared].filter(Boolean)
}

/** In a channel shared with another workspace either may be named. A push that names none has nothing of a member's in it. */
function isOfOurs(push: Data, { own: { team } }: Reader): boolean {
  const teams = teamsOf(push)
  return team === undefined || teams.length === 0 || teams.includes(team)
}
