/** Before any route: our name, our page, a body that is not too long, a session, and for a change its csrf. In that order. */
import type { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { PageContext, StaffMember } from '#mascot'
import type { ApiDeps, Ask } from '../api-deps.ts'
import { meOf } from '../read/showing.ts'
import { Refusal } from '../refusal.ts'
import { bodyOf, FILE_BYTES } from './body-of.ts'
import { type Env, isSecret } from './doorway.ts'
import { createPerMinute } from './per-minute.ts'
import { read, requests } from './requests.ts'

const JSON_BYTES = 64 * 1024
/** A file of a persona, as JSON. */
const TEXT_BYTES = 5 * 1024 * 1024
/** What multipart adds to a file. */
const FORM_BYTES = 16 * 1024
const FAILED_SIGN_INS = 10
const REFUSALS_KEPT = 60

/** Before a name is known. */
const nobody: StaffMember = { id: 'unknown', name: 'unknown' }

export function guard(api: Hono<Env>, deps: ApiDeps): void {
  const { context, doorway, origin, showing } = deps
  const { access, clock, log } = context
  const refusals = createPerMinute(REFUSALS_KEPT, clock)
  const failures = createPerMinute(FAILED_SIGN_INS, clock)
  const tooLong = () => {
    throw new Refusal(413, 'too-long', 'That is too long; a file may have 10 MB.')
  }
  const isFile = (path: string) => path.endsWith('/files')
  const isText = (path: string) => path.startsWith('/desk/api/play/')

  api.onError(async (error, c) => {
    if (!(error instanceof Refusal)) {
      log.error({ err: error }, 'the desk page could not answer')
      return c.json({ error: { code: 'failed', message: 'That went wrong here; the log says why.' } }, 500)
    }
    const { status, code, message } = error
    if ((status === 403 || status === 429) && !refusals.isOver('all')) {
      refusals.count('all')
      const who = c.get('session')?.staff ?? nobody
      await access.record({ who, what: 'refused', detail: code }).catch(() => undefined)
    }
    return c.json({ error: { code, message } }, status)
  })
  api.use(async (c, next) => {
    origin.host(c.req.raw)
    const site = c.req.header('sec-fetch-site')
    if (c.req.method === 'POST') {
      origin.sender(c.req.raw)
      const wanted = isFile(c.req.path) ? 'multipart/form-data' : 'application/json'
      if (c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase() !== wanted)
        throw new Refusal(415, 'content-type', `This is to be sent as ${wanted}.`)
    } else if (site === 'cross-site' || site === 'same-site')
      throw new Refusal(403, 'foreign-origin', 'This was asked by another page.')
    await next()
  })
  const limitJson = bodyLimit({ maxSize: JSON_BYTES, onError: tooLong })
  const limitFile = bodyLimit({ maxSize: FILE_BYTES + FORM_BYTES, onError: tooLong })
  const limitText = bodyLimit({ maxSize: TEXT_BYTES, onError: tooLong })
  api.use((c, next) => {
    const limit = isFile(c.req.path) ? limitFile : isText(c.req.path) ? limitText : limitJson
    return limit(c, next)
  })

  api.post('/sign-in', async (c) => {
    const { secret } = read(requests.signIn, await bodyOf(c))
    const peer = peerOf(c, context)
    if (failures.isOver(peer)) throw new Refusal(429, 'too-many', 'Too many links that did not work; wait a minute.')
    const earlier = doorway.token(c)
    const signedIn = isSecret(secret) ? await access.signIn(secret, browserOf(c.req.header('user-agent'))) : undefined
    if (signedIn === undefined) {
      failures.count(peer)
      await access.record({ who: nobody, what: 'link-refused' })
      throw new Refusal(
        401,
        'link-refused',
        'This link was used already, is older than ten minutes, or is none. /desk in the staff chat gives you a new one.',
      )
    }
    const before = earlier === undefined ? undefined : await access.session(earlier)
    if (before && (await access.endSession(before.id)))
      await access.record({ who: before.staff, what: 'session-ended', about: before.id, detail: 'signed in anew' })
    doorway.keep(c, signedIn.token, signedIn.session, clock.now())
    return c.json(await meOf(signedIn.session, showing))
  })
  api.use(async (c, next) => {
    await doorway.enter(c)
    if (c.req.method === 'POST') doorway.checkCsrf(c)
    await next()
  })
}

/** Behind a proxy of our own, whom the proxy speaks for. */
function peerOf(c: Ask, { publicUrl }: PageContext): string {
  const peer = c.env?.peer ?? ''
  const isProxy = publicUrl !== undefined && /^(?:::1|(?:::ffff:)?127\.)/.test(peer)
  const last = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
  return isProxy && last ? last.slice(0, 100) : peer
}

/** `Firefox on Linux`, as far as the browser says. */
function browserOf(agent = ''): string {
  const browser = /\b(Edg|OPR|SamsungBrowser|Firefox|FxiOS|CriOS|Chrome|Safari)\b/.exec(agent)?.[1] ?? 'a browser'
  const name = { Edg: 'Edge', OPR: 'Opera', FxiOS: 'Firefox', CriOS: 'Chrome' }[browser] ?? browser
  const system = /\b(Android|iPhone|iPad|Windows|Mac OS X|CrOS|Linux)\b/.exec(agent)?.[1]
  return system ? `${name} on ${system === 'Mac OS X' ? 'macOS' : system}` : name
}
