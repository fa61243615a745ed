/**
 * A Bot API server for tests, over real HTTP and as strict as the real one. In a test: `await using server = await
 * startTelegramServer()`. In a process of its own: `node test/support/telegram-server.ts [--port N] [--token T]
 * [--username NAME] [--limits 30,1,20] [--privacy]` prints one line of JSON with its root, and is steered over HTTP (telegram/control.ts).
 */
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { parseArgs } from 'node:util'
import { whole } from './telegram/checks.ts'
import { createControl } from './telegram/control.ts'
import { createGuestBots, type GuestBot, type GuestBots } from './telegram/guest-bots.ts'
import { createLimiter, type Limits } from './telegram/limits.ts'
import { createMethods } from './telegram/methods.ts'
import { createFan, createGroup, type Fan, type Group, type Place, sentIn } from './telegram/people.ts'
import { bodyOf, parametersOf } from './telegram/request.ts'
import { createUpdates, type Update } from './telegram/updates.ts'
import {
  ApiError,
  type Call,
  createWorld,
  type Json,
  type Person,
  type SentItem,
  type World,
} from './telegram/world.ts'

export interface TelegramServerOptions {
  /** A server from before Bot API 10.2. */
  readonly isOld?: boolean
  readonly port?: number
  readonly token?: string
  /** Of the bot. */
  readonly username?: string
  /** Absent: as fast as you like. */
  readonly limits?: Limits
  /** In groups only mentions, replies and commands reach the bot. */
  readonly hasPrivacyMode?: boolean
  /** Epoch ms; the machine's own time if absent. */
  readonly now?: () => number
}

export interface Failure {
  readonly times?: number
  /** So many calls go well first. */
  readonly after?: number
  readonly code?: number
  readonly description?: string
  readonly parameters?: Json
  /** The connection is cut instead of answered. */
  readonly isDropped?: boolean
  /** With `isDropped`: cut after the call took effect. */
  readonly isDone?: boolean
  /** Answers this, which need not be JSON, with `code`. */
  readonly raw?: string
}

export interface TelegramServer extends AsyncDisposable {
  /** For TELEGRAM_API_ROOT. */
  readonly root: string
  readonly token: string
  readonly bot: Person
  readonly world: World
  fan(name: string, options?: Partial<Person>): Fan
  /** Another bot, in every group. As where Telegram lets bots hear each other: a bot's words reach the others. */
  guest(name: string, username: string): GuestBot
  group(title: string, options?: { readonly isForum?: boolean; readonly isBasic?: boolean }): Group
  /** An update of any shape. */
  push(content: Json): Update | undefined
  /** Delivers the last update once more. */
  redeliver(): void
  /** The next calls of the method (`*`: any but getUpdates) meet this. */
  fail(method: string, failure: Failure): void
  /** What the bot sent, oldest first. */
  sent(place?: Place): readonly SentItem[]
  calls(method?: string): readonly Call[]
  /** Resolves as soon as the condition holds; looks again after every call. */
  until(condition: () => boolean): Promise<void>
  /** Resolves when every update is confirmed. */
  drained(): Promise<void>
}

const TOKEN = '7000000001:AAF-test_token_of_the_wire_fake_0000'

export async function startTelegramServer(options: TelegramServerOptions = {}): Promise<TelegramServer> {
  const { port = 0, token = TOKEN, username = 'TidewaterPipBot', limits } = options
  const world = createWorld({
    token,
    username,
    canReadAll: options.hasPrivacyMode !== true,
    now: options.now ?? Date.now,
  })
  if (options.isOld) world.knowsEphemeral = false
  const updates = createUpdates()
  const guests = createGuestBots(world, updates)
  const failures: { readonly method: string; left: number; after: number; readonly failure: Failure }[] = []
  const watchers = new Set<() => void>()
  const handle = createHandler({
    world,
    methods: createMethods(world, updates),
    guests,
    limit: limits ? createLimiter(limits) : () => {},
    failureFor(method) {
      const planned = failures.find(
        (one) => one.left > 0 && (one.method === method || (one.method === '*' && method !== 'getUpdates')),
      )
      if (planned && planned.after > 0) {
        planned.after -= 1
        return undefined
      }
      if (planned) planned.left -= 1
      return planned?.failure
    },
    onCall() {
      for (const look of [...watchers]) look()
    },
    control: (method, url, body) => control(method, url, body),
  })
  const http = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy())
  })
  http.listen(port, '127.0.0.1')
  await once(http, 'listening')
  const address = http.address()
  const server: TelegramServer = {
    root: `http://127.0.0.1:${typeof address === 'object' ? address?.port : port}`,
    token,
    bot: world.bot,
    world,
    fan: (name, more) => createFan(world, guests.everyone, name, more),
    group: (title, more) => createGroup(world, guests.everyone, title, more),
    guest: guests.add,
    push: (content) => updates.push(content),
    redeliver() {
      if (updates.last) updates.repeat(updates.last)
    },
    fail: (method, failure) =>
      void failures.push({ method, left: failure.times ?? 1, after: failure.after ?? 0, failure }),
    sent: (place) => (place ? sentIn(world, place) : world.sent),
    calls: (method) => world.calls.filter((call) => method === undefined || call.method === method),
    until(condition) {
      return new Promise((resolve) => {
        const look = () => {
          if (!condition()) return
          watchers.delete(look)
          resolve()
        }
        watchers.add(look)
        look()
      })
    },
    drained: () => updates.drained(),
    async [Symbol.asyncDispose]() {
      updates.close()
      guests.close()
      http.closeAllConnections()
      await new Promise((resolve) => http.close(resolve))
    },
  }
  const control = createControl(server)
  return server
}

interface HandlerDeps {
  readonly world: World
  readonly methods: ReturnType<typeof createMethods>
  readonly guests: GuestBots
  readonly limit: (method: string, chatId: number) => void
  readonly failureFor: (method: string) => Failure | undefined
  readonly onCall: () => void
  readonly control: (method: string, url: URL, body: Buffer) => Promise<unknown>
}

function createHandler({ world: host, methods: ofHost, guests, limit, failureFor, onCall, control }: HandlerDeps) {
  async function call(
    { world, methods }: Pick<GuestBot, 'world' | 'methods'>,
    method: string,
    request: IncomingMessage,
    url: URL,
    gone: AbortSignal,
  ): Promise<Reply | undefined> {
    const parameters = await parametersOf(request, url.searchParams)
    const note = (code: number) => {
      world.calls.push({ method, payload: parameters.payload, at: Date.now(), code })
      onCall()
    }
    const failure = failureFor(method)
    if (failure?.isDropped) {
      if (failure.isDone) await methods[method]?.(parameters, gone)
      note(0)
      return undefined
    }
    try {
      if (failure?.raw !== undefined) return { code: failure.code ?? 200, body: failure.raw }
      if (failure)
        throw new ApiError(failure.code ?? 500, failure.description ?? 'Internal Server Error', failure.parameters)
      const run = methods[method]
      if (!run) throw new ApiError(404, 'Not Found: method not found')
      limit(method, whole(parameters.payload.chat_id) ?? 0)
      // A poll is noted when it begins: it may wait long.
      if (method === 'getUpdates') note(200)
      const result = await run(parameters, gone)
      if (method !== 'getUpdates') note(200)
      if (method.startsWith('send')) guests.heard(result, world.token)
      return { code: 200, body: JSON.stringify({ ok: true, result }) }
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      note(error.code)
      return { code: error.code, body: refusal(error) }
    }
  }

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    const gone = new AbortController()
    response.on('close', () => gone.abort())
    if (url.pathname.startsWith('/control/')) {
      const answer = await control(request.method ?? 'GET', url, await bodyOf(request)).catch((error: unknown) => ({
        error: String(error),
      }))
      return reply(response, { code: 200, body: JSON.stringify(answer) })
    }
    const [, file, token, name = ''] = /^\/(file\/)?bot([^/]+)\/(.+)$/.exec(decodeURIComponent(url.pathname)) ?? []
    const bot = token === host.token ? { world: host, methods: ofHost } : guests.byToken(token ?? '')
    if (!bot) return reply(response, { code: 401, body: refusal(new ApiError(401, 'Unauthorized')) })
    if (file) return sendFile(host, name, response)
    const answer = await call(bot, name, request, url, gone.signal)
    if (answer) reply(response, answer)
    else request.socket.destroy()
  }
}

interface Reply {
  readonly code: number
  readonly body: string
}

function reply(response: ServerResponse, { code, body }: Reply): void {
  response.writeHead(code, { 'content-type': 'application/json' }).end(body)
}

function refusal({ code, message, parameters }: ApiError): string {
  return JSON.stringify({ ok: false, error_code: code, description: message, ...(parameters ? { parameters } : {}) })
}

function sendFile(world: World, name: string, response: ServerResponse): void {
  const kept = world.files.get(name.replace('files/', ''))
  response.writeHead(kept ? 200 : 404).end(kept?.bytes)
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      port: { type: 'string' },
      token: { type: 'string' },
      username: { type: 'string' },
      limits: { type: 'string' },
      privacy: { type: 'boolean' },
    },
  })
  const [overallPerSecond = 30, chatPerSecond = 1, groupPerMinute = 20] = (values.limits ?? '')
    .split(',')
    .filter(Boolean)
    .map(Number)
  const server = await startTelegramServer({
    port: Number(values.port ?? 0),
    ...(values.token ? { token: values.token } : {}),
    ...(values.username ? { username: values.username } : {}),
    ...(values.limits ? { limits: { overallPerSecond, chatPerSecond, groupPerMinute } } : {}),
    hasPrivacyMode: values.privacy === true,
  })
  console.log(JSON.stringify({ root: server.root, token: server.token, username: server.bot.username }))
}
