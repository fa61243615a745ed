/** The fake's REST API v10: the routes a bot needs, Discord's errors, its rate-limit headers. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { isObject } from './checks.ts'
import type { FakeGateway } from './gateway.ts'
import { type Answer, error, handle, type Pending, type Request, type RouteState, routesOf } from './routes.ts'
import type { Payload, World } from './world.ts'

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

export interface FakeRest extends RouteState {
  readonly apiRoot: string
  readonly calls: readonly Call[]
  readonly troubles: Trouble[]
  /** Calls a bucket allows in its window. */
  bucketSize: number
  close(): Promise<void>
}

const BUCKET_WINDOW_S = 1
const limited: Answer = {
  status: 429,
  body: { message: 'You are being rate limited.', retry_after: BUCKET_WINDOW_S, global: false },
}
const unknownToken = error(401, 0, '401: Unauthorized')
const troubled = ({ status, body }: Trouble): Answer => ({ status, ...(body ? { body } : {}) })

export async function startRest(world: World, gateway: FakeGateway, port: number): Promise<FakeRest> {
  const calls: Call[] = []
  const buckets = new Map<string, { left: number; until: number }>()
  const pending = new Map<string, Pending>()
  const rest = { calls, troubles: [] as Trouble[], pending, bucketSize: 1_000, shards: 1 }
  const routes = routesOf(world, gateway, rest)

  async function serve(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const request = await read(message)
    const file = world.files.get(request.path)
    if (file) return void response.writeHead(200).end(file)
    const trouble = rest.troubles.find(
      (one) => one.times > 0 && one.path.test(request.path) && (one.method ?? request.method) === request.method,
    )
    if (trouble) trouble.times -= 1
    const isOwnToken = /^\/(interactions|webhooks)\//.test(request.path)
    const token = message.headers.authorization?.replace(/^Bot /, '') ?? ''
    const bot = token === gateway.state.token || isOwnToken ? world.bot : world.otherBots.get(token)
    const isReplaced = trouble && !trouble.losesAnswer
    const bucket = isReplaced ? undefined : bucketHeaders(request)
    const { status, body } = isReplaced
      ? troubled(trouble)
      : bucket?.isOver
        ? limited
        : bot
          ? handle(routes, { ...request, bot })
          : unknownToken
    calls.push({ ...request, status })
    world.changed.emit('change')
    if (trouble?.losesAnswer) return void message.socket.destroy()
    const type = body === undefined ? {} : { 'content-type': 'application/json' }
    response.writeHead(status, { ...type, ...bucket?.headers, ...trouble?.headers })
    response.end(body === undefined ? undefined : JSON.stringify(body))
  }
  function bucketHeaders({ method, path }: Pick<Request, 'method' | 'path'>) {
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

async function read(message: IncomingMessage): Promise<Omit<Request, 'bot'>> {
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
