/**
 * A model's endpoint for tests: aimock over real HTTP, with the words of a test on top. What aimock cannot do (a body cut or
 * stalled in the middle, a body that is no JSON, Retry-After as a date or none at all) is answered by a handler mounted on the same
 * server.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type ChatCompletionRequest, type FixtureResponse, type Journal, LLMock } from '@copilotkit/aimock'
import { jsonInstruction } from '../../src/model/reply-protocol.ts'

/** The arguments of the `respond` tool, or its words alone. */
export type MockReply =
  | string
  | {
      readonly bubbles?: readonly string[]
      readonly action?: unknown
      readonly mood?: string
      readonly kind?: string
      readonly heat?: unknown
      readonly used?: readonly string[]
      readonly remember?: unknown
    }

/** Found in the words to answer (`asked`), case aside. */
export type Match = string | RegExp | ((request: ModelRequest) => boolean)

export interface ModelRequest {
  /** `/chat/completions`, `/responses`; empty while it is being answered. */
  readonly path: string
  readonly model: string
  /** The prefix. */
  readonly system: string
  /** The turn's part. */
  readonly turn: string
  /** What is to be answered: the fans' words in `<messages_to_answer>`, a line each, else the whole turn. */
  readonly asked: string
  /** `text`: a rewrite or a summary, to be answered with `writes`. */
  readonly wants: 'reply' | 'text'
  readonly hasTools: boolean
  readonly images: number
  readonly streams: boolean
  readonly headers: Readonly<Record<string, string>>
}

export interface Scope {
  /** Only for this model. */
  readonly model?: string
  /** How often, then never again; always if absent. */
  readonly times?: number
}

export interface MockModel extends AsyncDisposable {
  /** For OPENAI_BASE_URL. */
  readonly url: string
  /** Answers a `reply`: as a tool call when tools are offered, else as JSON. Later rules come first. */
  says(
    match: Match,
    reply: MockReply | ((request: ModelRequest) => MockReply | Promise<MockReply>),
    scope?: Scope,
  ): void
  /** Answers with this very text, tools offered or not; also a `write`. */
  writes(
    match: Match,
    text: string | ((request: ModelRequest) => string),
    scope?: Scope & { finish?: string; tokens?: number },
  ): void
  /** Answers with a tool call of these very arguments. */
  calls(argumentsText: string, scope?: Scope & { finish?: string }): void
  /** Refuses with an error. With `retryAfter`, 429 carries it in seconds. */
  failsWith(
    status: number,
    options?: Scope & {
      retryAfter?: number
      message?: string
      code?: string
      when?: (request: ModelRequest) => boolean
    },
  ): void
  /** Takes the request and never answers, until `close`. */
  hangs(scope?: Scope & { when?: (request: ModelRequest) => boolean }): void
  /** Resolves when a request hangs; at once when one does already. */
  hanging(): Promise<void>
  /** Once, for the next request, these very bytes. */
  answersRaw(answer: { status?: number; headers?: Record<string, string>; body: string; type?: string }): void
  /** It is as if this path of the API were not there: 404, or the status given. */
  lacks(path: '/chat/completions' | '/responses', refusal?: { status?: number; body?: string }): void
  /** Once: the connection breaks, before anything was said or in the middle of the body. */
  breaks(where: 'before' | 'in-the-body'): void
  /** Once: the body begins and never ends; `hanging` tells when. */
  stalls(): void
  /** Forgets every rule and fault. */
  forgets(): void
  /** Every request so far, oldest first. */
  requests(): ModelRequest[]
  close(): Promise<void>
}

interface Rule {
  readonly matches: (request: ModelRequest) => boolean
  readonly answer: (request: ModelRequest) => FixtureResponse | Promise<FixtureResponse>
  left: number
}

type Raw = (response: ServerResponse) => void

const chatPath = '/v1/chat/completions'

export async function startMockModel(): Promise<MockModel> {
  const server = new LLMock({ port: 0, logLevel: 'silent' })
  let rules: Rule[] = []
  let raws: Raw[] = []
  const lacking = new Map<string, Raw>()
  const releases = new Set<() => void>()
  let onHang = Promise.withResolvers<void>()
  let journal: Journal | undefined
  let isOpen = true

  function add(scope: Scope, matches: Rule['matches'], answer: Rule['answer']): void {
    const forModel = (request: ModelRequest) => scope.model === undefined || scope.model === request.model
    const rule = {
      matches: (request: ModelRequest) => forModel(request) && matches(request),
      answer,
      left: scope.times ?? Infinity,
    }
    rules.unshift(rule)
  }
  async function answer(body: ChatCompletionRequest): Promise<FixtureResponse> {
    const request = read(body)
    const rule = rules.find(({ left, matches }) => left > 0 && matches(request))
    if (!rule)
      return { error: { message: `no rule for: ${request.asked.slice(0, 500)}`, code: 'no_rule' }, status: 418 }
    rule.left--
    return rule.answer(request)
  }
  server.addFixture({ match: { predicate: () => true }, response: answer })
  server.mount('/v1', {
    setJournal(given) {
      journal = given
    },
    async handleRequest(request: IncomingMessage, response: ServerResponse) {
      const raw = lacking.get(request.url ?? '') ?? raws.shift()
      if (!raw) return false
      const body: unknown = JSON.parse(await textOf(request))
      // The journal keeps one order over what aimock answers and what is answered here.
      if (isChat(body))
        journal?.add({ method: 'POST', path: chatPath, headers: {}, body, response: { status: 0, fixture: null } })
      raw(response)
      return true
    },
  })
  await server.start()

  return {
    url: `${server.url}/v1`,
    says(match, reply, scope = {}) {
      const matches = matcher(match)
      const wanted = (request: ModelRequest) => request.wants === 'reply' && matches(request)
      add(scope, wanted, async (request) =>
        replyWith(request, typeof reply === 'function' ? await reply(request) : reply),
      )
    },
    writes(match, text, { finish, tokens, ...scope } = {}) {
      add(scope, matcher(match), (request) => ({
        content: typeof text === 'function' ? text(request) : text,
        ...(finish ? { finishReason: finish } : {}),
        ...(tokens ? { usage: { prompt_tokens: tokens - 1, completion_tokens: 1, total_tokens: tokens } } : {}),
      }))
    },
    calls(argumentsText, { finish, ...scope } = {}) {
      const call = { toolCalls: [{ name: 'respond', arguments: argumentsText }] }
      add(
        scope,
        () => true,
        () => ({ ...call, ...(finish ? { finishReason: finish } : {}) }),
      )
    },
    failsWith(status, { message = `failing with ${status}`, code, retryAfter, when = () => true, ...scope } = {}) {
      const error = { message, ...(code ? { code } : {}) }
      add(scope, when, () => ({ error, status, ...(retryAfter === undefined ? {} : { retryAfter }) }))
    },
    hangs({ when = () => true, ...scope } = {}) {
      add(scope, when, () => {
        const released = Promise.withResolvers<void>()
        releases.add(released.resolve)
        onHang.resolve()
        return released.promise.then(() => ({ error: { message: 'released' }, status: 503 }))
      })
    },
    async hanging() {
      await onHang.promise
      onHang = Promise.withResolvers<void>()
    },
    answersRaw({ status = 200, headers = {}, body, type = 'application/json' }) {
      raws.push((response) => {
        response.writeHead(status, { 'content-type': type, ...headers }).end(body)
      })
    },
    lacks(path, { status = 404, body = 'Not Found' } = {}) {
      lacking.set(`/v1${path}`, (response) => void response.writeHead(status).end(body))
    },
    breaks(where) {
      raws.push((response) => {
        if (where === 'before') response.destroy()
        else begin(response, () => response.destroy())
      })
    },
    stalls() {
      raws.push((response) => begin(response, () => onHang.resolve()))
    },
    forgets() {
      rules = []
      raws = []
    },
    requests: () =>
      server
        .getRequests()
        .flatMap(({ body, headers, path }) =>
          isChat(body) ? [{ ...read(body), path: path.replace(/^\/v1/, ''), headers: { ...headers } }] : [],
        ),
    close,
    [Symbol.asyncDispose]: close,
  }

  /** Closing twice does no harm. */
  async function close(): Promise<void> {
    for (const release of releases) release()
    if (isOpen) await server.stop()
    isOpen = false
  }
}

function begin(response: ServerResponse, then: () => void): void {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '900' })
  response.write('{"choices":[{"message":{"content":"Half an ans', then)
}

function replyWith(request: ModelRequest, reply: MockReply): FixtureResponse {
  const said = typeof reply === 'string' ? { bubbles: [reply] } : reply
  const fields = { action: { kind: 'reply' }, bubbles: [], ...said }
  const text = JSON.stringify(fields)
  return request.hasTools ? { toolCalls: [{ name: 'respond', arguments: text }] } : { content: text }
}

function matcher(match: Match): (request: ModelRequest) => boolean {
  if (typeof match === 'function') return match
  if (typeof match === 'string') return ({ asked }) => asked.toLowerCase().includes(match.toLowerCase())
  return ({ asked }) => new RegExp(match.source, match.flags.replace('g', '')).test(asked)
}

function read(body: ChatCompletionRequest): ModelRequest {
  const content = (role: string) =>
    body.messages.filter((message) => message.role === role).map(({ content }) => content)
  const parts = content('user').flatMap((held) => (Array.isArray(held) ? held : [{ type: 'text', text: held ?? '' }]))
  const turn = parts.map(({ text }) => text ?? '').join('')
  const hasTools = (body.tools?.length ?? 0) > 0
  return {
    path: '',
    model: body.model,
    system: content('system').join(''),
    turn,
    asked: askedIn(turn),
    hasTools,
    wants: hasTools || turn.includes(jsonInstruction) ? 'reply' : 'text',
    images: parts.filter(({ type }) => type === 'image_url').length,
    streams: body.stream === true,
    headers: {},
  }
}

function askedIn(turn: string): string {
  const lines = /<messages_to_answer>\n([\s\S]*?)\n<\/messages_to_answer>/.exec(turn)?.[1]?.split('\n')
  return lines?.map((line) => String(JSON.parse(line).says ?? '')).join('\n') ?? turn
}

function isChat(body: unknown): body is ChatCompletionRequest {
  return typeof body === 'object' && body !== null && 'messages' in body && Array.isArray(body.messages)
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString('utf8')
}
