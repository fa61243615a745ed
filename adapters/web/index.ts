/** The web: a chat for the brand's own site, as a page of its own under /chat/ and in a frame, for fans without an account. */
import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { Hono } from 'hono'
import {
  type Adapter,
  type AdapterContext,
  createAssets,
  type Face,
  MascotError,
  parseThreadId,
  type Route,
  SECOND_MS,
  SendError,
  threadId,
} from '#mascot'
import { createApi, type Env } from './api.ts'
import { createLimits } from './door/limits.ts'
import { pageHeaders } from './door/page-headers.ts'
import { createRiddles } from './door/riddles.ts'
import { createFiles, MOST_FILE_BYTES } from './in/files.ts'
import { PLATFORM } from './in/inbound.ts'
import type { WebOptions } from './options.ts'
import { lineOf } from './out/line.ts'
import { createStreams } from './out/streams.ts'
import { createUnkept } from './out/unkept.ts'

export type { WebOptions } from './options.ts'

const built = fileURLToPath(new URL('./dist', import.meta.url))
const MISSING =
  'The chat page is not built. Run `npm run build` in the folder of the program, then load this page again.\n'
/** Another process may have sent something: open pages look so often, where there are several. */
const LOOK_MS = 3 * SECOND_MS
const LOOKED_AT = 30
/** Among so many lines a pressed button is looked for. */
const PRESSABLE = 200

export function createWebAdapter(options: WebOptions, folder = built): Adapter {
  let running: { readonly app: Hono<Env>; readonly streams: ReturnType<typeof createStreams> } | undefined
  let isListening = false
  let face: Face | undefined
  let context: AdapterContext | undefined
  const unkept = createUnkept()
  const assets = createAssets(folder)
  const headers = pageHeaders(options.origins)
  const visitorIn = (thread: string) => parseThreadId(thread as never).parts[0] ?? ''

  const handle: Route['handle'] = async (request, peer) => {
    const { pathname } = new URL(request.url)
    if (pathname === '/chat') return new Response(null, { status: 308, headers: { location: '/chat/' } })
    const answer = pathname.startsWith('/chat/api/') ? await api(request, peer) : page(pathname.slice('/chat/'.length))
    for (const [name, value] of Object.entries(headers)) if (!answer.headers.has(name)) answer.headers.set(name, value)
    return answer
  }

  async function api(request: Request, peer: string | undefined): Promise<Response> {
    // While it stops nothing more is heard, and what was decided is still read.
    if (!running || (!isListening && request.method !== 'GET'))
      return Response.json({ error: 'busy', retryAfterMs: SECOND_MS }, { status: 503 })
    return await running.app.fetch(request, { peer })
  }

  function page(name: string): Response {
    const asset = assets.find(name === '' ? 'index.html' : name)
    if (asset === undefined)
      return new Response(name === '' ? MISSING : 'There is nothing here.\n', { status: name === '' ? 503 : 404 })
    // The script that a site loads is for every site; what it opens is for those named.
    const isOpen = name === 'embed.js' ? { 'cross-origin-resource-policy': 'cross-origin' } : {}
    const cached = asset.isHashed ? 'public, max-age=31536000, immutable' : 'no-cache'
    return new Response(asset.bytes, { headers: { 'content-type': asset.type, 'cache-control': cached, ...isOpen } })
  }

  return {
    platform: PLATFORM,
    abilities: { maxLength: 2_000, markdown: 'light', buttons: true, cards: true },
    async start(given, signal) {
      if (running) throw new MascotError('usage', 'The web chat is started once.')
      context = given
      face = given.face
      const { clock } = given
      const secret = (await given.secret?.('visitors')) ?? randomBytes(32).toString('base64url')
      const streams = createStreams(clock)
      const files = createFiles(given.fileFor ?? ((ref) => path.join(tmpdir(), 'mascot-web', ref)))
      const app = new Hono<Env>()
      app.route(
        '/chat/api',
        createApi({
          ...{ context: given, secret, streams, files, proxies: options.proxies },
          face: () => face ?? given.face,
          riddles: createRiddles(options.proofBits, clock, () => secret),
          limits: createLimits(clock),
          unkept,
          async pressed(visitor, id, nth) {
            if (!given.talk) return unkept.value(visitor, id, nth)
            const lines = await given.talk(threadId(PLATFORM, visitor), PRESSABLE)
            const line = lines.find((one) => one.id === id)
            return line ? line.buttons?.[nth]?.value : unkept.value(visitor, id, nth)
          },
        }),
      )
      running = { app, streams }
      isListening = true
      const deafen = () => {
        isListening = false
      }
      signal.addEventListener('abort', deafen, { once: true })
      if (given.among && given.talk) void watchOthers(given, streams, signal)
    },
    async send(message) {
      const visitor = visitorIn(message.threadId)
      const { streams } = running ?? {}
      if (message.kind === 'text') {
        if (!context) throw new SendError('The chat on the web has not begun.', { isPermanent: false })
        const line = lineOf(message, context.clock.now())
        unkept.add(visitor, line, message)
        streams?.tell(visitor, 'line', line)
        return { messageId: message.id }
      }
      if (message.kind === 'title') throw new SendError('A chat on the web has no title.', { isPermanent: true })
      streams?.tell(visitor, 'changed', {})
      return { messageId: message.id }
    },
    async stop() {
      isListening = false
    },
    async showTyping(thread) {
      running?.streams.tell(visitorIn(thread), 'typing', {})
    },
    // What stands there is read anew.
    async editMessage(thread) {
      running?.streams.tell(visitorIn(thread), 'changed', {})
    },
    async editWhole(thread, parts) {
      running?.streams.tell(visitorIn(thread), 'changed', {})
      return { messageId: parts.at(-1) ?? '', parts }
    },
    mostBytes: async () => MOST_FILE_BYTES,
    async fetchFile({ ref }) {
      const files = createFiles(context?.fileFor ?? ((one) => path.join(tmpdir(), 'mascot-web', one)))
      const file = ref === undefined ? undefined : await files.find(ref)
      if (file === undefined) throw new SendError('The file is not kept any longer.', { isPermanent: true })
      return file
    },
    async setProfile(given) {
      face = given
    },
    privateLink: (payload) =>
      options.publicUrl === undefined
        ? undefined
        : `${options.publicUrl.replace(/\/$/, '')}/chat/?start=${encodeURIComponent(payload)}`,
    routes: () => [
      { method: 'GET', path: '/chat', handle },
      { method: 'GET', path: '/chat/*', handle },
      { method: 'POST', path: '/chat/*', handle },
    ],
  }
}

/** What another process said to a visitor whose page is open here. */
async function watchOthers(
  { clock, talk, log }: AdapterContext,
  streams: ReturnType<typeof createStreams>,
  signal: AbortSignal,
): Promise<void> {
  const seen = new Map<string, string>()
  while (!signal.aborted) {
    await clock.sleep(LOOK_MS, signal)
    const open = streams.visitors()
    for (const visitor of seen.keys()) if (!open.has(visitor)) seen.delete(visitor)
    for (const visitor of open) {
      const lines = await talk?.(threadId(PLATFORM, visitor), LOOKED_AT).catch((err: unknown) => {
        log.warn({ err }, 'the talk of a visitor could not be read')
      })
      if (!lines) continue
      const now = JSON.stringify(lines.map(({ row, text }) => [row, text]))
      if (seen.has(visitor) && seen.get(visitor) !== now) streams.tell(visitor, 'changed', {})
      seen.set(visitor, now)
    }
  }
}
