/** The fake's REST API v10: the routes a bot needs, Discord's errors, its rate-limit headers. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { commandRefusal, isObject, objects, type Refusal, refusalOf } from './checks.ts'
import type { FakeGateway } from './gateway.ts'
import {
  type Channel,
  channelJson,
  isThread,
  type Json,
  messageJson,
  type Payload,
  userJson,
  type World,
} from './world.ts'

export interface Call {
  readonly method: string
  /** Without `/api/v10`. */
  readonly path: string
  readonly body: Payload
  readonly files: readonly { readonly name: string; readonly size: number }[]
  readonly status: number
}

/** Answers the next calls that match with this instead. */
export interface Trouble {
  readonly method?: string
  readonly path: RegExp
  readonly status: number
  readonly body?: Payload
  readonly headers?: Readonly<Record<string, string>>
  /** The work is done and only the answer is lost: the line breaks. */
  readonly losesAnswer?: boolean
  times: number
}

/** How far an interaction has come. */
export interface Pending {
  readonly id: string
  readonly token: string
  /** Callback type: 5 "thinking…", 6 nothing to see. */
  acknowledged: number | undefined
  isEphemeral: boolean
  placeholder: 'none' | 'thinking' | 'removed'
}

export interface FakeRest {
  readonly apiRoot: string
  readonly calls: readonly Call[]
  readonly troubles: Trouble[]
  readonly pending: Map<string, Pending>
  /** Calls a bucket allows in its window. */
  bucketSize: number
  shards: number
  sessionsLeft: number
  close(): Promise<void>
}

interface Request {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly body: Payload
  readonly list: readonly Json[]
  readonly files: readonly { readonly name: string; readonly size: number }[]
}
interface Answer {
  readonly status: number
  readonly body?: Json
}
type Handler = (request: Request, ids: readonly string[]) => Answer

const BUCKET_WINDOW_S = 1
const error = (status: number, code: number, message: string): Answer => ({ status, body: { code, message } })
const invalid = ({ field, rule }: Refusal): Answer => ({
  status: 400,
  body: {
    code: 50035,
    message: 'Invalid Form Body',
    errors: { [field]: { _errors: [{ code: rule, message: 'not like this' }] } },
  },
})
const limited: Answer = {
  status: 429,
  body: { message: 'You are being rate limited.', retry_after: BUCKET_WINDOW_S, global: false },
}
const unknownToken = error(401, 0, '401: Unauthorized')
const troubled = ({ status, body }: Trouble): Answer => ({ status, ...(body ? { body } : {}) })
const unknownChannel = error(404, 10003, 'Unknown Channel')
const none: Answer = { status: 204 }

export async function startRest(world: World, gateway: FakeGateway, port: number): Promise<FakeRest> {
  const calls: Call[] = []
  const buckets = new Map<string, { left: number; until: number }>()
  const pending = new Map<string, Pending>()
  const rest = { calls, troubles: [] as Trouble[], pending, bucketSize: 1_000, shards: 1, sessionsLeft: 1_000 }
  const routes = routesOf(world, gateway, rest)

  async function serve(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const request = await read(message)
    const trouble = rest.troubles.find(
      (one) => one.times > 0 && one.path.test(request.path) && (one.method ?? request.method) === request.method,
    )
    if (trouble) trouble.times -= 1
    const isOwnToken = /^\/(interactions|webhooks)\//.test(request.path)
    const isKnown = isOwnToken || message.headers.authorization === `Bot ${gateway.state.token}`
    const isReplaced = trouble && !trouble.losesAnswer
    const bucket = isReplaced ? undefined : bucketHeaders(request)
    const { status, body } = isReplaced
      ? troubled(trouble)
      : bucket?.isOver
        ? limited
        : isKnown
          ? handle(routes, request)
          : unknownToken
    calls.push({ ...request, status })
    world.changed.emit('change')
    if (trouble?.losesAnswer) return void message.socket.destroy()
    const type = body === undefined ? {} : { 'content-type': 'application/json' }
    response.writeHead(status, { ...type, ...bucket?.headers, ...trouble?.headers })
    response.end(body === undefined ? undefined : JSON.stringify(body))
  }
  function bucketHeaders({ method, path }: Request) {
    const name = `${method} ${path.replace(/\/messages\/\d+.*/, '/messages/:id').split('?')[0]}`
    const now = Date.now()
    const known = buckets.get(name)
    const open = known && known.until > now ? known : { left: rest.bucketSize, until: now + BUCKET_WINDOW_S * 1000 }
    open.left -= 1
    buckets.set(name, open)
    const isOver = open.left < 0
    const resetAfter = String((open.until - now) / 1000)
    return {
      isOver,
      headers: {
        'x-ratelimit-limit': String(rest.bucketSize),
        'x-ratelimit-remaining': String(Math.max(0, open.left)),
        'x-ratelimit-reset-after': resetAfter,
        'x-ratelimit-bucket': Buffer.from(method + (name.split('/')[1] ?? '') + name.replace(/\d+/g, '')).toString(
          'hex',
        ),
        ...(isOver ? { 'retry-after': resetAfter, 'x-ratelimit-scope': 'user' } : {}),
      },
    }
  }

  const server: Server = createServer((message, response) => {
    serve(message, response).catch((cause: unknown) => {
      response.writeHead(500).end(JSON.stringify({ message: String(cause) }))
    })
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const address = server.address()
  const root = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : port}/api`
  return Object.assign(rest, {
    apiRoot: root,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  })
}

async function read(message: IncomingMessage): Promise<Request> {
  const chunks: Buffer[] = []
  for await (const chunk of message) chunks.push(Buffer.from(chunk))
  const raw = Buffer.concat(chunks)
  const url = new URL(message.url ?? '/', 'http://fake')
  const type = message.headers['content-type'] ?? ''
  const files: { name: string; size: number }[] = []
  let text = type.startsWith('application/json') ? raw.toString('utf8') : ''
  if (type.startsWith('multipart/')) {
    const form = await new Response(raw, { headers: { 'content-type': type } }).formData()
    for (const [, value] of form) if (value instanceof File) files.push({ name: value.name, size: value.size })
    text = String(form.get('payload_json') ?? '')
  }
  const parsed: unknown = text === '' ? {} : JSON.parse(text)
  return {
    method: message.method ?? 'GET',
    path: url.pathname.replace(/^\/api\/v10/, ''),
    query: url.searchParams,
    body: isObject(parsed) ? parsed : {},
    list: Array.isArray(parsed) ? parsed : [],
    files,
  }
}

function handle(routes: readonly (readonly [string, RegExp, Handler])[], request: Request): Answer {
  for (const [method, pattern, handler] of routes) {
    const match = method === request.method ? pattern.exec(request.path) : null
    if (match) return handler(request, match.slice(1))
  }
  return error(404, 0, `404: Not Found`)
}

function routesOf(
  world: World,
  gateway: FakeGateway,
  rest: Pick<FakeRest, 'pending' | 'shards' | 'sessionsLeft'>,
): readonly (readonly [string, RegExp, Handler])[] {
  const channelOf = (id = ''): Channel | undefined => world.channels.get(id)
  const inChannel =
    (handler: (channel: Channel, request: Request, ids: readonly string[]) => Answer): Handler =>
    (request, ids) => {
      const channel = channelOf(ids[0])
      if (!channel) return unknownChannel
      if (channel.guild && !channel.guild.isMember) return error(403, 50001, 'Missing Access')
      return handler(channel, request, ids)
    }
  const application = () => ({
    id: world.applicationId,
    name: world.bot.username,
    description: world.description,
    bot: userJson(world.bot),
  })
  return [
    ['GET', /^\/gateway\/bot$/, () => ({ status: 200, body: gatewayInfo(gateway, rest) })],
    ['GET', /^\/users\/@me$/, () => ({ status: 200, body: userJson(world.bot) })],
    [
      'PATCH',
      /^\/users\/@me$/,
      ({ body }) => {
        if (typeof body.username === 'string') world.bot.username = body.username
        if (typeof body.avatar === 'string') world.bot.avatar = `hash${world.nextId()}`
        return { status: 200, body: userJson(world.bot) }
      },
    ],
    ['GET', /^\/applications\/@me$/, () => ({ status: 200, body: application() })],
    [
      'PATCH',
      /^\/applications\/@me$/,
      ({ body }) => {
        world.description = String(body.description ?? world.description)
        return { status: 200, body: application() }
      },
    ],
    ['GET', /^\/applications\/\d+\/commands$/, () => ({ status: 200, body: world.commands })],
    ['PUT', /^\/applications\/\d+\/commands$/, ({ list }) => putCommands(world, objects(list))],
    ['GET', /^\/channels\/(\d+)$/, inChannel((channel) => ({ status: 200, body: channelJson(channel) }))],
    ['GET', /^\/channels\/(\d+)\/messages$/, inChannel((channel, { query }) => page(channel, query, world))],
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
      'PUT',
      /^\/channels\/(\d+)\/messages\/(\d+)\/reactions\/([^/]+)\/@me$/,
      inChannel((channel, _, [, id, emoji = '']) => {
        const message = channel.messages.find((one) => one.id === id)
        if (!message) return error(404, 10008, 'Unknown Message')
        const name = decodeURIComponent(emoji)
        if (!/^\p{Extended_Pictographic}|^\w+:\d+$/u.test(name)) return error(400, 10014, 'Unknown Emoji')
        message.reactions.set(name, (message.reactions.get(name) ?? new Set()).add(world.bot.id))
        return none
      }),
    ],
    ['POST', /^\/channels\/(\d+)\/typing$/, inChannel(() => none)],
    [
      'POST',
      /^\/channels\/(\d+)\/threads$/,
      inChannel((channel, request) => openThread(channel, request, world, gateway)),
    ],
    ['POST', /^\/interactions\/(\d+)\/([^/]+)\/callback$/, ({ body }, [id]) => acknowledge(rest.pending, body, id)],
    [
      'DELETE',
      /^\/webhooks\/\d+\/([^/]+)\/messages\/@original$/,
      (_, [token]) => {
        const found = [...rest.pending.values()].find((one) => one.token === token)
        if (found?.placeholder !== 'thinking') return error(404, 10008, 'Unknown Message')
        found.placeholder = 'removed'
        return none
      },
    ],
  ]
}

function gatewayInfo(
  gateway: FakeGateway,
  { shards, sessionsLeft }: Pick<FakeRest, 'shards' | 'sessionsLeft'>,
): Payload {
  return {
    url: gateway.url,
    shards,
    session_start_limit: { total: 1000, remaining: sessionsLeft, reset_after: 60_000, max_concurrency: 16 },
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

function post(channel: Channel, { body, files }: Request, world: World, gateway: FakeGateway): Answer {
  const refusal = refusalOf(body, files.length > 0, true)
  if (refusal) return invalid(refusal)
  if (isThread(channel) && channel.isLocked) return error(400, 50083, 'Thread is archived')
  const twin = channel.messages.find((one) => one.author === world.bot && one.nonce === body.nonce)
  if (twin) return { status: 200, body: messageJson(twin, world, false) }
  const { content, nonce, message_reference: reference, components, embeds, flags } = body
  const referenced = isObject(reference) ? channel.messages.find((one) => one.id === reference.message_id) : undefined
  if (isObject(reference) && !referenced && reference.fail_if_not_exists !== false)
    return invalid({ field: 'message_reference', rule: 'MESSAGE_REFERENCE_UNKNOWN_MESSAGE' })
  channel.isArchived = false
  const more: Payload = {
    ...(referenced ? { type: 19, message_reference: { message_id: referenced.id, channel_id: channel.id } } : {}),
    components: components ?? [],
    embeds: embeds ?? [],
    flags: flags ?? 0,
    attachments: files.map(({ name, size }) => ({ id: world.nextId(), filename: name, size, url: 'http://fake/file' })),
  }
  const message = world.addMessage(channel, world.bot, String(content ?? ''), more, String(nonce))
  gateway.dispatch('MESSAGE_CREATE', messageJson(message, world, true), channel.guild?.id)
  return { status: 200, body: messageJson(message, world, false) }
}

function openThread(channel: Channel, { body }: Request, world: World, gateway: FakeGateway): Answer {
  const isForum = channel.type === 15
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

function acknowledge(pending: FakeRest['pending'], body: Payload, id = ''): Answer {
  const found = pending.get(id)
  if (!found) return error(404, 10062, 'Unknown interaction')
  if (found.acknowledged !== undefined) return error(400, 40060, 'Interaction has already been acknowledged')
  found.acknowledged = Number(body.type)
  found.isEphemeral = isObject(body.data) && body.data.flags === 64
  if (found.acknowledged === 5) found.placeholder = 'thinking'
  return none
}
