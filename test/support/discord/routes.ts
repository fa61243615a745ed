/** The fake's routes: what each does to the world, and Discord's errors where it does not like what it is asked. */
import { commandRefusal, isObject, objects, type Refusal, refusalOf } from './checks.ts'
import type { FakeGateway } from './gateway.ts'
import { end, isOver, isPoll, pollJson, votersOf } from './polls.ts'
import {
  type Channel,
  channelJson,
  type Guild,
  guildJson,
  isThread,
  type Json,
  memberJson,
  messageJson,
  type Payload,
  type User,
  userJson,
  type World,
} from './world.ts'

/** How far an interaction has come. */
export interface Pending {
  readonly id: string
  readonly token: string
  /** Callback type: 5 "thinking…", 6 nothing to see. */
  acknowledged: number | undefined
  isEphemeral: boolean
  placeholder: 'none' | 'thinking' | 'taken over' | 'removed'
  readonly channelId: string
  /** What followed, as it was sent: with flag 64 nobody else sees it. */
  readonly answers: Payload[]
}

export interface Request {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly body: Payload
  readonly list: readonly Json[]
  readonly files: readonly { readonly name: string; readonly size: number }[]
  /** Whose token it came with. */
  readonly bot: User
}
export interface Answer {
  readonly status: number
  readonly body?: Json
}
export type Route = readonly [method: string, path: RegExp, handler: Handler]
type Handler = (request: Request, ids: readonly string[]) => Answer

const MB = 1024 * 1024
/** How large a file may be, by how far its server is boosted. */
const mostBytes: Readonly<Record<number, number>> = { 2: 50 * MB, 3: 100 * MB }

/** What a test changes about the answers. */
export interface RouteState {
  readonly pending: Map<string, Pending>
  shards: number
}

export const error = (status: number, code: number, message: string): Answer => ({ status, body: { code, message } })
const invalid = ({ field, rule }: Refusal): Answer => ({
  status: 400,
  body: {
    code: 50035,
    message: 'Invalid Form Body',
    errors: { [field]: { _errors: [{ code: rule, message: 'not like this' }] } },
  },
})
const unknownChannel = error(404, 10003, 'Unknown Channel')
const none: Answer = { status: 204 }

export function handle(routes: readonly Route[], request: Request): Answer {
  for (const [method, pattern, handler] of routes) {
    const match = method === request.method ? pattern.exec(request.path) : null
    if (match) return handler(request, match.slice(1))
  }
  return error(404, 0, `404: Not Found`)
}

export function routesOf(world: World, gateway: FakeGateway, rest: RouteState): readonly Route[] {
  const channelOf = (id = ''): Channel | undefined => world.channels.get(id)
  const inChannel =
    (handler: (channel: Channel, request: Request, ids: readonly string[]) => Answer): Handler =>
    (request, ids) => {
      const channel = channelOf(ids[0])
      if (!channel) return unknownChannel
      if (channel.guild && !channel.guild.isMember) return error(403, 50001, 'Missing Access')
      return handler(channel, request, ids)
    }
  const inGuild =
    (handler: (guild: Guild, ids: readonly string[]) => Answer): Handler =>
    (_, ids) => {
      const guild = world.guilds.get(ids[0] ?? '')
      return guild?.isMember ? handler(guild, ids) : error(404, 10004, 'Unknown Guild')
    }
  const application = (bot: User) => ({
    flags: world.applicationFlags,
    id: world.applicationId,
    name: bot.username,
    description: world.description,
    bot: userJson(bot),
  })
  return [
    [
      'GET',
      /^\/gateway\/bot$/,
      () => ({ status: 200, body: world.isLean ? { url: gateway.url } : gatewayInfo(gateway, rest) }),
    ],
    [
      'PATCH',
      /^\/channels\/(\d+)$/,
      inChannel((channel, { body }) => {
        if (!isThread(channel)) return error(403, 50013, 'Missing Permissions')
        if (typeof body.name === 'string') {
          if (channel.isArchived) return error(400, 50083, 'Thread is archived')
          channel.name = body.name
        }
        if (typeof body.archived === 'boolean') channel.isArchived = body.archived
        if (typeof body.locked === 'boolean') channel.isLocked = body.locked
        gateway.dispatch('THREAD_UPDATE', channelJson(channel), channel.guild?.id)
        return { status: 200, body: channelJson(channel) }
      }),
    ],
    ['GET', /^\/users\/@me$/, ({ bot }) => ({ status: 200, body: userJson(bot) })],
    [
      'PATCH',
      /^\/users\/@me$/,
      ({ body, bot }) => {
        if (typeof body.username === 'string') bot.username = body.username
        if (typeof body.avatar === 'string') bot.avatar = `hash${world.nextId()}`
        return { status: 200, body: userJson(bot) }
      },
    ],
    [
      'GET',
      /^\/applications\/@me$/,
      ({ bot }) => (world.isLean ? error(404, 0, '404: Not Found') : { status: 200, body: application(bot) }),
    ],
    [
      'PATCH',
      /^\/applications\/@me$/,
      ({ body, bot }) => {
        world.description = String(body.description ?? world.description)
        return { status: 200, body: application(bot) }
      },
    ],
    ['GET', /^\/guilds\/(\d+)$/, inGuild((guild) => ({ status: 200, body: guildJson(guild) }))],
    [
      'GET',
      /^\/guilds\/(\d+)\/members\/(\d+)$/,
      inGuild((guild, [, id = '']) => {
        const user = world.users.get(id)
        return user
          ? { status: 200, body: { user: userJson(user), ...memberJson(guild, user) } }
          : error(404, 10007, 'Unknown Member')
      }),
    ],
    [
      'POST',
      /^\/channels\/(\d+)\/invites$/,
      inChannel((channel, { body }) => {
        if (channel.guild?.botMay.has('create invites') !== true) return error(403, 50013, 'Missing Permissions')
        const code = `fake${world.nextId()}`
        world.invites.add(code)
        return { status: 200, body: { code, max_uses: body.max_uses ?? 0 } }
      }),
    ],
    [
      'DELETE',
      /^\/invites\/([\w-]+)$/,
      (_, [code = '']) =>
        world.invites.delete(code) ? { status: 200, body: { code } } : error(404, 10006, 'Unknown Invite'),
    ],
    ['GET', /^\/guilds\/(\d+)\/roles$/, inGuild((guild) => ({ status: 200, body: guild.roles }))],
    [
      'POST',
      /^\/guilds\/(\d+)\/roles$/,
      (request, ids) =>
        inGuild((guild) => {
          if (!guild.botMay.has('manage roles')) return error(403, 50013, 'Missing Permissions')
          const { name, permissions } = request.body
          if (typeof name !== 'string' || name.length < 1 || name.length > 100)
            return invalid({ field: 'name', rule: 'BASE_TYPE_BAD_LENGTH' })
          const role = { id: world.nextId(), name, permissions: String(permissions) }
          guild.roles.push(role)
          return { status: 200, body: role }
        })(request, ids),
    ],
    [
      'PUT',
      /^\/guilds\/(\d+)\/members\/(\d+)\/roles\/(\d+)$/,
      inGuild((guild, ids) => changeRole(guild, ids, world, true)),
    ],
    [
      'DELETE',
      /^\/guilds\/(\d+)\/members\/(\d+)\/roles\/(\d+)$/,
      inGuild((guild, ids) => changeRole(guild, ids, world, false)),
    ],
    ['GET', /^\/applications\/\d+\/commands$/, () => ({ status: 200, body: world.commands })],
    ['PUT', /^\/applications\/\d+\/commands$/, ({ list }) => putCommands(world, objects(list))],
    [
      'POST',
      /^\/users\/@me\/channels$/,
      ({ body }) => {
        const direct = [...world.channels.values()].find(({ recipient }) => recipient?.id === body.recipient_id)
        return direct ? { status: 200, body: channelJson(direct) } : error(400, 50033, 'Invalid Recipient(s)')
      },
    ],
    ['GET', /^\/channels\/(\d+)$/, inChannel((channel) => ({ status: 200, body: channelJson(channel) }))],
    ['GET', /^\/channels\/(\d+)\/messages$/, inChannel((channel, { query }) => page(channel, query, world))],
    [
      'GET',
      /^\/channels\/(\d+)\/messages\/(\d+)$/,
      inChannel((channel, _, [, id]) => {
        const message = channel.messages.find((one) => one.id === id)
        return message
          ? { status: 200, body: messageJson(message, world, false) }
          : error(404, 10008, 'Unknown Message')
      }),
    ],
    [
      'GET',
      /^\/channels\/(\d+)\/polls\/(\d+)\/answers\/(\d+)$/,
      inChannel((channel, { query }, [, id, answer]) => {
        const message = channel.messages.find((one) => one.id === id)
        if (!message) return error(404, 10008, 'Unknown Message')
        if (!isPoll(message)) return error(400, 520006, 'Cannot fetch answers of a message that is no poll')
        const limit = Number(query.get('limit') ?? '25')
        if (!(limit >= 1 && limit <= 100)) return invalid({ field: 'limit', rule: 'NUMBER_TYPE_MAX' })
        return { status: 200, body: { users: votersOf(message, Number(answer), query, world) } }
      }),
    ],
    [
      'POST',
      /^\/channels\/(\d+)\/polls\/(\d+)\/expire$/,
      inChannel((channel, { bot }, [, id]) => {
        const message = channel.messages.find((one) => one.id === id)
        if (!message) return error(404, 10008, 'Unknown Message')
        if (message.author !== bot || !isPoll(message)) return error(403, 50005, 'Cannot edit a message by another')
        if (isOver(message)) return error(400, 520001, 'Poll expired')
        end(message)
        return { status: 200, body: messageJson(message, world, false) }
      }),
    ],
    ['POST', /^\/channels\/(\d+)\/messages$/, inChannel((channel, request) => post(channel, request, world, gateway))],
    [
      'PATCH',
      /^\/channels\/(\d+)\/messages\/(\d+)$/,
      inChannel((channel, { body }, [, id]) => {
        const message = channel.messages.find((one) => one.id === id)
        if (!message) return error(404, 10008, 'Unknown Message')
        const refusal = refusalOf(body, false, false)
        if (refusal) return invalid(refusal)
        message.content = String(body.content ?? message.content)
        message.editedAt = new Date().toISOString()
        message.more = { ...message.more, components: body.components ?? [] }
        gateway.dispatch('MESSAGE_UPDATE', messageJson(message, world, true), channel.guild?.id)
        return { status: 200, body: messageJson(message, world, false) }
      }),
    ],
    [
      'DELETE',
      /^\/channels\/(\d+)\/messages\/(\d+)$/,
      inChannel((channel, _, [, id]) => {
        const index = channel.messages.findIndex((one) => one.id === id)
        if (index === -1) return error(404, 10008, 'Unknown Message')
        channel.messages.splice(index, 1)
        const where = { id, channel_id: channel.id, ...(channel.guild ? { guild_id: channel.guild.id } : {}) }
        gateway.dispatch('MESSAGE_DELETE', where, channel.guild?.id)
        return none
      }),
    ],
    [
      'PUT',
      /^\/channels\/(\d+)\/messages\/(\d+)\/reactions\/([^/]+)\/@me$/,
      inChannel((channel, { bot }, [, id, emoji = '']) => {
        const message = channel.messages.find((one) => one.id === id)
        if (!message) return error(404, 10008, 'Unknown Message')
        const name = decodeURIComponent(emoji)
        if (!/^\p{Extended_Pictographic}|^\w+:\d+$/u.test(name)) return error(400, 10014, 'Unknown Emoji')
        message.reactions.set(name, (message.reactions.get(name) ?? new Set()).add(bot.id))
        return none
      }),
    ],
    ['POST', /^\/channels\/(\d+)\/typing$/, inChannel(() => none)],
    [
      'POST',
      /^\/channels\/(\d+)\/threads$/,
      inChannel((channel, request) =>
        channel.refusesThreads === undefined
          ? openThread(channel, request, world, gateway)
          : error(403, channel.refusesThreads, 'Missing Permissions'),
      ),
    ],
    ['POST', /^\/interactions\/(\d+)\/([^/]+)\/callback$/, ({ body }, [id]) => acknowledge(rest.pending, body, id)],
    [
      'POST',
      /^\/webhooks\/\d+\/([^/]+)$/,
      ({ body }, [token]) => {
        const found = [...rest.pending.values()].find((one) => one.token === token)
        if (found?.acknowledged === undefined) return error(404, 10015, 'Unknown Webhook')
        const refusal = refusalOf({ ...body, nonce: '1', enforce_nonce: true }, false, true)
        if (refusal) return invalid(refusal)
        const id = world.nextId()
        // The first answer takes the place of "thinking…", and goes with it when that is deleted.
        if (found.placeholder === 'thinking') found.placeholder = 'taken over'
        found.answers.push({ id, ...body })
        return {
          status: 200,
          body: { id, channel_id: found.channelId, content: body.content ?? '', author: userJson(world.bot) },
        }
      },
    ],
    [
      'DELETE',
      /^\/webhooks\/\d+\/([^/]+)\/messages\/@original$/,
      (_, [token]) => {
        const found = [...rest.pending.values()].find((one) => one.token === token)
        if (found?.placeholder !== 'thinking' && found?.placeholder !== 'taken over')
          return error(404, 10008, 'Unknown Message')
        if (found.placeholder === 'taken over') found.answers.shift()
        found.placeholder = 'removed'
        return none
      },
    ],
  ]
}

function changeRole(guild: Guild, [, user = '', role = '']: readonly string[], world: World, isGiven: boolean): Answer {
  if (!guild.botMay.has('manage roles')) return error(403, 50013, 'Missing Permissions')
  if (!world.users.has(user)) return error(404, 10007, 'Unknown Member')
  if (!guild.roles.some(({ id }) => id === role)) return error(404, 10011, 'Unknown Role')
  const others = (guild.rolesOf.get(user) ?? []).filter((id) => id !== role)
  guild.rolesOf.set(user, isGiven ? [...others, role] : others)
  return none
}

function gatewayInfo(gateway: FakeGateway, { shards }: RouteState): Payload {
  return {
    url: gateway.url,
    shards,
    session_start_limit: {
      total: 1000,
      remaining: gateway.state.sessionsLeft,
      reset_after: 60_000,
      max_concurrency: gateway.state.maxConcurrency,
    },
  }
}

function putCommands(world: World, commands: readonly Payload[]): Answer {
  const refusal = commands.map(commandRefusal).find((one) => one !== undefined)
  if (refusal) return invalid(refusal)
  world.commands = commands.map((command) => ({ id: world.nextId(), application_id: world.applicationId, ...command }))
  return { status: 200, body: world.commands }
}

/** The 100 or fewer that follow `after`, newest first. */
function page(channel: Channel, query: URLSearchParams, world: World): Answer {
  const after = BigInt(query.get('after') ?? '0')
  const limit = Number(query.get('limit') ?? '50')
  if (!(limit >= 1 && limit <= 100)) return invalid({ field: 'limit', rule: 'NUMBER_TYPE_MAX' })
  const found = channel.messages.filter(({ id }) => BigInt(id) > after).slice(0, limit)
  return { status: 200, body: found.reverse().map((message) => messageJson(message, world, false)) }
}

function post(channel: Channel, { body, files, bot }: Request, world: World, gateway: FakeGateway): Answer {
  if (channel.isShut) return error(403, 50007, 'Cannot send messages to this user')
  const refusal = refusalOf(body, files.length > 0, true)
  if (refusal) return invalid(refusal)
  const most = mostBytes[channel.guild?.premiumTier ?? 0] ?? 10 * MB
  if (files.some(({ size }) => size > most)) return error(413, 40005, 'Request entity too large')
  if (files.length > 0 && channel.refusesFiles) return error(400, channel.refusesFiles, 'Refused')
  if (objects(body.embeds).length > 0 && channel.refusesEmbeds) return error(403, 50013, 'Missing Permissions')
  if (isThread(channel) && channel.isLocked) return error(400, 50083, 'Thread is archived')
  if (isObject(body.poll) && channel.refusesPolls) return error(403, 50013, 'Missing Permissions')
  const twin = channel.messages.find((one) => one.author === bot && one.nonce === body.nonce)
  if (twin) return { status: 200, body: messageJson(twin, world, false) }
  const { content, nonce, message_reference: reference, components, embeds, flags } = body
  const referenced = isObject(reference) ? channel.messages.find((one) => one.id === reference.message_id) : undefined
  if (isObject(reference) && !referenced && reference.fail_if_not_exists !== false)
    return invalid({ field: 'message_reference', rule: 'MESSAGE_REFERENCE_UNKNOWN_MESSAGE' })
  channel.isArchived = false
  const more: Payload = {
    ...(referenced
      ? {
          type: 19,
          message_reference: { message_id: referenced.id, channel_id: channel.id },
          referenced_message: messageJson(referenced, world, false),
        }
      : {}),
    ...(isObject(body.poll) ? { poll: pollJson(body.poll, world.now()) } : {}),
    components: components ?? [],
    embeds: embeds ?? [],
    flags: flags ?? 0,
    attachments: files.map(({ name, size }) => ({ id: world.nextId(), filename: name, size, url: 'http://fake/file' })),
  }
  const message = world.addMessage(channel, bot, String(content ?? ''), more, String(nonce))
  gateway.dispatch('MESSAGE_CREATE', messageJson(message, world, true), channel.guild?.id)
  return { status: 200, body: messageJson(message, world, false) }
}

function openThread(channel: Channel, { body }: Request, world: World, gateway: FakeGateway): Answer {
  const isForum = channel.type === 15
  if (channel.tags.length > 0 && !Array.isArray(body.applied_tags))
    return error(400, 40067, 'A tag is required to create a forum post in this channel')
  if (typeof body.name !== 'string' || body.name.length < 1 || [...body.name].length > 100)
    return invalid({ field: 'name', rule: 'BASE_TYPE_BAD_LENGTH' })
  if (isForum !== isObject(body.message)) return invalid({ field: 'message', rule: 'BASE_TYPE_REQUIRED' })
  const thread = world.addChannel({
    type: 11,
    name: body.name,
    parentId: channel.id,
    ...(channel.guild ? { guild: channel.guild } : {}),
  })
  gateway.dispatch('THREAD_CREATE', { ...channelJson(thread), newly_created: true }, channel.guild?.id)
  return { status: 201, body: channelJson(thread) }
}

function acknowledge(pending: RouteState['pending'], body: Payload, id = ''): Answer {
  const found = pending.get(id)
  if (!found) return error(404, 10062, 'Unknown interaction')
  if (found.acknowledged !== undefined) return error(400, 40060, 'Interaction has already been acknowledged')
  found.acknowledged = Number(body.type)
  found.isEphemeral = isObject(body.data) && body.data.flags === 64
  if (found.acknowledged === 5) found.placeholder = 'thinking'
  return none
}
