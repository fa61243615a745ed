/** What the page asks of its server, under /chat/api. Every request tells its visitor by a token in a header: no cookie is set or read. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { type AdapterContext, type Face, type Lang, type Media, threadId } from '#mascot'
import { addressOf, type Costly, type Limits } from './door/limits.ts'
import type { Riddles } from './door/riddles.ts'
import { issueToken, visitorOf } from './door/tokens.ts'
import { type Files, MOST_FILE_BYTES, pictureType } from './in/files.ts'
import { inbound, PLATFORM } from './in/inbound.ts'
import { lineRead } from './out/line.ts'
import type { Streams } from './out/streams.ts'
import type { Unkept } from './out/unkept.ts'
import type { Hello, Line, Refused } from './wire.ts'
import { dirOf, pageLangOf, wordsFor } from './words/words.ts'

const MOST_LETTERS = 4_000
const MOST_LINES = 200
const JUST_NOW_MS = 10_000
const MOST_BODY = 40_000
const ID = /^[\w-]{8,64}$/
const LANG = /^[a-z]{2,3}(?:-[\w-]{1,30})?$/i

export interface ApiDeps {
  readonly context: Pick<AdapterContext, 'receive' | 'clock' | 'log' | 'talk' | 'picture'>
  /** In force now. */
  readonly face: () => Face
  readonly secret: string
  readonly riddles: Riddles
  readonly limits: Limits
  readonly streams: Streams
  readonly files: Files
  readonly proxies: number
  /** What we said last, as this process remembers it. */
  readonly unkept: Pick<Unkept, 'lines' | 'media'>
  /** The value of a button of ours that stands there. */
  readonly pressed: (visitor: string, id: string, nth: number) => Promise<string | undefined>
}

export interface Env {
  readonly Bindings: { readonly peer?: string | undefined }
  Variables: { visitor: string; address: string }
}

const statuses = {
  forbidden: 403,
  unknown: 401,
  'too-many': 429,
  'too-large': 413,
  empty: 400,
  busy: 503,
  wrong: 400,
} as const satisfies Record<Refused['error'], number>

class Refusal extends Error {
  readonly refused: Refused
  constructor(error: Refused['error'], retryAfterMs?: number) {
    super(error)
    this.refused = { error, ...(retryAfterMs !== undefined && { retryAfterMs }) }
  }
}

export function createApi(deps: ApiDeps): Hono<Env> {
  const { context, face, secret, riddles, limits, streams, files, proxies, unkept, pressed } = deps
  const { clock, log } = context
  const app = new Hono<Env>()

  app.onError((error, c) => {
    if (!(error instanceof Refusal)) log.error({ err: error }, 'the chat page was not answered')
    const refused: Refused = error instanceof Refusal ? error.refused : { error: 'busy' }
    const { retryAfterMs } = refused
    return c.json(
      refused,
      statuses[refused.error],
      retryAfterMs ? { 'retry-after': String(Math.ceil(retryAfterMs / 1000)) } : {},
    )
  })
  app.notFound((c) => c.json({ error: 'wrong' } satisfies Refused, 404))

  app.use(async (c, next) => {
    const site = c.req.header('sec-fetch-site')
    // Our own page, also in a frame of another site; nobody else's page, whatever it was given.
    if (site !== undefined && site !== 'same-origin') throw new Refusal('forbidden')
    c.set('address', addressOf(c.req.raw.headers, c.env?.peer, proxies))
    await next()
  })
  const isFile = (url: string) => url.endsWith('/file')
  const mostBody = (maxSize: number) =>
    bodyLimit({
      maxSize,
      onError: () => {
        throw new Refusal('too-large')
      },
    })
  const [small, large] = [mostBody(MOST_BODY), mostBody(MOST_FILE_BYTES)]
  app.use((c, next) => (isFile(c.req.path) ? large : small)(c, next))

  function counted(what: Costly, address: string, visitor?: string): void {
    const waitMs = limits.take(what, { address, ...(visitor !== undefined && { visitor }) })
    if (waitMs > 0) throw new Refusal('too-many', waitMs)
  }
  const known = (header: string | undefined) => visitorOf(header?.replace(/^Bearer /, '') ?? '', secret)

  app.post('/hello', async (c) => {
    const address = c.get('address')
    counted('ask', address)
    const { langs } = await bodyOf(c.req.raw)
    const visitor = known(c.req.header('authorization'))
    const lang = pageLangOf(Array.isArray(langs) ? langs.filter(isText) : [], face().languages)
    return c.json(await hello(lang, visitor))
  })

  async function hello(lang: Lang, visitor: string | undefined): Promise<Hello> {
    const { name, brand, colour, symbol, avatarPath } = face()
    const riddle = visitor === undefined ? riddles.pose() : undefined
    return {
      persona: { name, brand, colour, symbol, hasAvatar: avatarPath !== undefined },
      ...{ words: wordsFor(lang, name), lang, dir: dirOf(lang) },
      most: { letters: MOST_LETTERS, bytes: MOST_FILE_BYTES },
      isKnown: visitor !== undefined,
      lines: visitor === undefined ? [] : await linesOf(visitor),
      ...(riddle && { riddle }),
    }
  }

  app.post('/visit', async (c) => {
    counted('visit', c.get('address'))
    const { challenge = '', answer = '' } = await bodyOf(c.req.raw)
    if (!isText(challenge) || !isText(answer) || !riddles.isSolved(challenge, answer)) throw new Refusal('forbidden')
    return c.json({ token: issueToken(secret) })
  })

  app.get('/avatar', async (c) => {
    const { avatarPath } = face()
    const bytes = avatarPath === undefined ? undefined : await readFile(avatarPath).catch(() => undefined)
    const type = bytes && pictureType(bytes)
    if (!bytes || !type) throw new Refusal('wrong')
    return c.body(new Uint8Array(bytes), 200, { 'content-type': type.mime, 'cache-control': 'public, max-age=300' })
  })

  // From here on a visitor is known.
  app.use(async (c, next) => {
    const visitor = known(c.req.header('authorization'))
    if (visitor === undefined) throw new Refusal('unknown')
    c.set('visitor', visitor)
    await next()
  })

  async function linesOf(visitor: string): Promise<readonly Line[]> {
    if (!context.talk) return unkept.lines(visitor)
    const lines = (await context.talk(threadId(PLATFORM, visitor), MOST_LINES)).map(lineRead)
    // What has left a moment ago may not be written down as sent yet.
    const last = lines.at(-1)?.row ?? 0
    const fresh = unkept.lines(visitor).filter(({ row = 0, at }) => row > last && at > clock.now() - JUST_NOW_MS)
    return [...lines, ...fresh]
  }

  app.get('/lines', async (c) => {
    counted('ask', c.get('address'), c.get('visitor'))
    return c.json({ lines: await linesOf(c.get('visitor')) })
  })

  app.get('/stream', (c) => {
    counted('ask', c.get('address'), c.get('visitor'))
    const stream = streams.open(c.get('visitor'), c.get('address'))
    if (!stream) throw new Refusal('too-many')
    return stream
  })

  app.post('/say', async (c) => {
    const { id, text, lang } = await bodyOf(c.req.raw)
    if (!isText(id) || !ID.test(id) || !isText(text)) throw new Refusal('wrong')
    const words = text.replaceAll('\u0000', '').trim()
    if (words === '') throw new Refusal('empty')
    if (words.length > MOST_LETTERS) throw new Refusal('too-large')
    counted('say', c.get('address'), c.get('visitor'))
    await hear({ ...{ visitor: c.get('visitor'), id, text: words }, ...langOf(lang) })
    return c.json({ id })
  })

  app.post('/press', async (c) => {
    const { id, line, nth, label, lang } = await bodyOf(c.req.raw)
    if (!isText(id) || !ID.test(id) || !isText(line) || !isText(label) || typeof nth !== 'number')
      throw new Refusal('wrong')
    counted('say', c.get('address'), c.get('visitor'))
    const visitor = c.get('visitor')
    // What it stands for is ours to know: a visitor names a button that we showed, and no value.
    const button = await pressed(visitor, line, nth)
    if (button === undefined) throw new Refusal('wrong')
    await hear({ ...{ visitor, id, text: label.slice(0, 200), button }, ...langOf(lang) })
    return c.json({ id })
  })

  app.post('/file', async (c) => {
    const id = c.req.query('id') ?? ''
    if (!ID.test(id)) throw new Refusal('wrong')
    counted('file', c.get('address'), c.get('visitor'))
    const bytes = new Uint8Array(await c.req.raw.arrayBuffer())
    if (bytes.length === 0) throw new Refusal('empty')
    const file = await files.keep(bytes, c.req.query('name') ?? '')
    await hear({ ...{ visitor: c.get('visitor'), id, text: '', file }, ...langOf(c.req.query('lang')) })
    return c.json({ id })
  })

  app.get('/file/:row/:nth', async (c) => {
    counted('ask', c.get('address'), c.get('visitor'))
    const [row, nth] = [Number(c.req.param('row')), Number(c.req.param('nth'))]
    const talk = (await context.talk?.(threadId(PLATFORM, c.get('visitor')), MOST_LINES)) ?? []
    const line = talk.find((one) => one.row === row)
    const ref = line?.attachments?.[nth]?.ref
    const media = line ? line.media?.[nth] : unkept.media(c.get('visitor'), row, nth)
    const file = ref === undefined ? media?.path : await files.find(ref)
    const bytes = file === undefined ? await elsewhere(media) : await readFile(file).catch(() => undefined)
    if (!bytes) return c.json({ error: 'wrong' } satisfies Refused, 404)
    const name = line?.attachments?.[nth]?.name ?? media?.name ?? path.basename(file ?? 'picture')
    return c.body(new Uint8Array(bytes), 200, {
      // A page of theirs would be ours to the browser: what is no picture is only ever saved.
      'content-type': pictureType(bytes)?.mime ?? 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    })
  })

  /** Only a picture that the persona showed is fetched, and only what is one is passed on. */
  async function elsewhere(media: Media | undefined): Promise<Uint8Array | undefined> {
    if (media?.url === undefined || media.kind !== 'photo') return undefined
    const bytes = await context.picture?.(media.url)
    return bytes && pictureType(bytes) ? bytes : undefined
  }

  async function hear(said: Omit<Parameters<typeof inbound>[0], 'at'>): Promise<void> {
    try {
      await context.receive({ messages: [inbound({ ...said, at: clock.now() })] })
    } catch (err) {
      log.warn({ err }, 'what a visitor said could not be kept: the page offers it again')
      throw new Refusal('busy', 1_000)
    }
    streams.tell(said.visitor, 'changed', { by: said.id })
  }
  return app
}

function langOf(lang: unknown): { readonly lang?: Lang } {
  return isText(lang) && LANG.test(lang) ? { lang: lang.split('-')[0]?.toLowerCase() ?? lang } : {}
}

async function bodyOf(request: Request): Promise<Readonly<Record<string, unknown>>> {
  const body: unknown = await request.json().catch(() => undefined)
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new Refusal('wrong')
  return { ...body }
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}
