/** The JSON behind the page: every route of wire.ts, each for who holds a session and, where something changes, for our own page alone. */
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { type CaseId, caseId, type PageContext, platformOf, type StaffMember, type ThreadId } from '#mascot'
import { actOn, answered, isLead, SHOWN_LINES } from './acting.ts'
import type { Doorway, Env } from './doorway.ts'
import { isSecret } from './doorway.ts'
import { mediaResponse } from './media.ts'
import type { OriginCheck } from './origin.ts'
import { createPerMinute } from './per-minute.ts'
import { answersFor, caseOf, casesOf, meOf, type Reading } from './reading.ts'
import { Refusal } from './refusal.ts'
import { read, readAct, requests } from './requests.ts'
import type { Streams } from './streams.ts'
import type { AuditList, ProposalList, SessionList, TalkList, Uploaded } from './wire.ts'

const JSON_BYTES = 64 * 1024
const FILE_BYTES = 10 * 1024 * 1024
/** What multipart adds to a file. */
const FORM_BYTES = 16 * 1024
const FAILED_SIGN_INS = 10
const REFUSALS_KEPT = 60
const TALKS = 50
const AUDIT = 200

/** Before a name is known. */
const nobody: StaffMember = { id: 'unknown', name: 'unknown' }

export interface ApiDeps {
  readonly context: PageContext
  readonly doorway: Doorway
  readonly origin: OriginCheck
  readonly streams: Streams
  readonly reading: Reading
}

type Ask = Context<Env>

export function createApi(deps: ApiDeps): Hono<Env> {
  const { context, streams, reading } = deps
  const { desk, view } = context
  const api = new Hono<Env>()
  guard(api, deps)
  const staffOf = (c: Ask) => c.get('session').staff
  const caseIdOf = (c: Ask): CaseId => caseId(idOf(c, 'case'))

  api.get('/me', async (c) => c.json(await meOf(c.get('session'), reading)))
  api.get('/cases', async (c) => {
    const query = { status: c.req.query('status'), team: c.req.query('team'), mine: c.req.query('mine') }
    return c.json(await casesOf(query, c.get('session'), reading))
  })
  api.get('/cases/:id', async (c) => c.json(await caseOf(caseIdOf(c), c.get('session'), reading)))
  api.post('/cases/:id/act', async (c) =>
    c.json(await actOn(caseIdOf(c), c.get('session'), readAct(await bodyOf(c)), context)),
  )
  api.post('/cases/:id/files', async (c) => c.json(await upload(c, caseIdOf(c), context)))
  api.post('/cases/:id/draft', async (c) => {
    const { text } = read(requests.draft, await bodyOf(c))
    await existing(caseIdOf(c), context)
    await view.keepDraft(caseIdOf(c), staffOf(c).id, text)
    return c.json({})
  })
  api.post('/cases/:id/looking', async (c) => {
    await existing(caseIdOf(c), context)
    reading.presence.look(caseIdOf(c), staffOf(c))
    return c.json({})
  })
  api.get('/cases/:id/answers', async (c) =>
    c.json({ answers: await answersFor(caseIdOf(c), c.req.query('words') ?? '', reading) }),
  )
  api.get('/cases/:id/media/:row/:nth', async (c) => {
    const one = await existing(caseIdOf(c), context)
    const line = (await desk.said(one.id, SHOWN_LINES)).find(({ row }) => String(row) === c.req.param('row'))
    return await mediaResponse(line, Number(c.req.param('nth')), platformOf(one.threadId), view)
  })

  api.get('/talks', async (c) => c.json(await talks(context)))
  api.post('/talks/step-in', async (c) => {
    const { threadId } = read(requests.stepIn, await bodyOf(c))
    const acted = await desk.stepIn(threadId as ThreadId, staffOf(c))
    const { caseId: about } = acted
    return c.json(await answered(acted, c.get('session'), { what: 'stepped-in', ...(about ? { about } : {}) }, context))
  })
  api.get('/proposals', async (c) => c.json(await proposals(staffOf(c), context)))
  api.post('/proposals/:id', async (c) => {
    const { isApproved } = read(requests.decision, await bodyOf(c))
    if (!view.mayDecide(staffOf(c))) throw new Refusal(403, 'operator-only', 'An operator decides that.')
    const id = idOf(c, 'proposal')
    const acted = await desk.decideProposal(id, staffOf(c), isApproved)
    const what = isApproved ? 'approved' : 'turned-down'
    return c.json(await answered(acted, c.get('session'), { what, about: id }, context))
  })
  api.post('/duty', async (c) => {
    const { isOn } = read(requests.duty, await bodyOf(c))
    const acted = await desk.setDuty(staffOf(c), isOn)
    return c.json(await answered(acted, c.get('session'), { what: isOn ? 'on-duty' : 'off-duty' }, context))
  })
  api.get('/events', (c) => streams.open(c.get('session'), c.get('token')))
  addAccess(api, deps)
  api.all('*', () => {
    throw new Refusal(404, 'not-found', 'There is nothing here.')
  })
  return api
}

/** Sessions and the record. */
function addAccess(api: Hono<Env>, { context, doorway }: ApiDeps): void {
  const { access } = context
  const end = async (c: Ask, id: string, detail: string) => {
    if (await access.endSession(id))
      await access.record({ who: c.get('session').staff, what: 'session-ended', about: id, detail })
  }
  api.post('/sign-out', async (c) => {
    read(requests.nothing, await bodyOf(c))
    await end(c, c.get('session').id, 'signed out')
    doorway.leave(c)
    return c.json({})
  })
  api.get('/sessions', async (c) => {
    const own = c.get('session')
    const all = await access.sessions()
    const list: SessionList = {
      sessions: all
        .filter(({ staff }) => isLead(own) || staff.id === own.staff.id)
        .map(({ id, staff, role, openedAt, expiresAt, browser }) => ({
          ...{ id, name: staff.name, role, openedAt, expiresAt, browser, isThis: id === own.id },
        })),
    }
    return c.json(list)
  })
  api.post('/sessions/:id/end', async (c) => {
    read(requests.nothing, await bodyOf(c))
    const own = c.get('session')
    const meant = (await access.sessions()).find(({ id }) => id === c.req.param('id'))
    const isOwn = meant?.staff.id === own.staff.id
    if (!isOwn && !isLead(own)) throw new Refusal(403, 'lead-only', 'Only a lead ends the sessions of others.')
    if (meant === undefined) throw new Refusal(404, 'no-session', 'That session has ended already.')
    await end(c, meant.id, isOwn ? 'ended by its owner' : `of ${meant.staff.name}`)
    if (meant.id === own.id) doorway.leave(c)
    return c.json({})
  })
  api.get('/audit', async (c) => {
    if (!isLead(c.get('session'))) throw new Refusal(403, 'lead-only', 'Only a lead reads the record.')
    const about = c.req.query('about')
    const entries = await access.audit({ limit: AUDIT, ...(about ? { about } : {}) })
    const list: AuditList = { entries: entries.map(({ who, ...entry }) => ({ ...entry, who: who.name })) }
    return c.json(list)
  })
}

/** Before any route: our name, our page, a body that is not too long, a session, and for a change its csrf. In that order. */
function guard(api: Hono<Env>, deps: ApiDeps): void {
  const { context, doorway, origin, reading } = deps
  const { access, clock, log } = context
  const refusals = createPerMinute(REFUSALS_KEPT, clock)
  const failures = createPerMinute(FAILED_SIGN_INS, clock)
  const tooLong = () => {
    throw new Refusal(413, 'too-long', 'That is too long; a file may have 10 MB.')
  }
  const isFile = (path: string) => path.endsWith('/files')

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
  api.use((c, next) => (isFile(c.req.path) ? limitFile(c, next) : limitJson(c, next)))

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
    return c.json(await meOf(signedIn.session, reading))
  })
  api.use(async (c, next) => {
    await doorway.enter(c)
    if (c.req.method === 'POST') doorway.checkCsrf(c)
    await next()
  })
}

/** Of the path. @throws {Refusal} 404 for what no id looks like */
function idOf(c: Ask, what: 'case' | 'proposal'): string {
  const id = c.req.param('id') ?? ''
  if (!/^[\w-]{1,100}$/.test(id)) throw new Refusal(404, `no-${what}`, `There is no such ${what} (any more).`)
  return id
}

/** @throws {Refusal} 400 */
async function bodyOf(c: Ask): Promise<unknown> {
  try {
    return await c.req.json()
  } catch (error) {
    throw isTooLong(error) ? error : new Refusal(400, 'bad-request', 'That is no JSON.')
  }
}

/** Behind a proxy of our own, whom the proxy speaks for. */
function peerOf(c: Ask, { publicUrl }: PageContext): string {
  const peer = c.env?.peer ?? ''
  const isProxy = publicUrl !== undefined && /^(?:::1|(?:::ffff:)?127\.)/.test(peer)
  const last = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
  return isProxy && last ? last.slice(0, 100) : peer
}

/** The limit of a body whose length was not told beforehand: told on as it is. */
function isTooLong(error: unknown): boolean {
  return error instanceof Error && error.name === 'BodyLimitError'
}

/** `Firefox on Linux`, as far as the browser says. */
function browserOf(agent = ''): string {
  const browser = /\b(Edg|OPR|SamsungBrowser|Firefox|FxiOS|CriOS|Chrome|Safari)\b/.exec(agent)?.[1] ?? 'a browser'
  const name = { Edg: 'Edge', OPR: 'Opera', FxiOS: 'Firefox', CriOS: 'Chrome' }[browser] ?? browser
  const system = /\b(Android|iPhone|iPad|Windows|Mac OS X|CrOS|Linux)\b/.exec(agent)?.[1]
  return system ? `${name} on ${system === 'Mac OS X' ? 'macOS' : system}` : name
}

/** @throws {Refusal} 404 */
async function existing(id: CaseId, { desk }: PageContext) {
  const story = await desk.read(id, 1)
  if (story === undefined) throw new Refusal(404, 'no-case', 'There is no such case (any more).')
  return story.case
}

async function upload(c: Ask, id: CaseId, context: PageContext): Promise<Uploaded> {
  const { view, access } = context
  await existing(id, context)
  const form = await c.req.formData().catch((error: unknown) => {
    throw isTooLong(error) ? error : new Refusal(400, 'bad-request', 'That is no form with a file.')
  })
  const file = form.get('file')
  if (!(file instanceof File)) throw new Refusal(400, 'bad-request', 'There is no file in it.')
  if (file.size > FILE_BYTES) throw new Refusal(413, 'too-long', 'A file may have 10 MB.')
  if (file.size === 0) throw new Refusal(400, 'bad-request', 'The file is empty.')
  const kept = await view.keepUpload({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
  await access.record({ who: c.get('session').staff, what: 'uploaded', about: id, detail: `${file.size} bytes` })
  return { id: kept, name: file.name }
}

async function talks({ desk }: PageContext): Promise<TalkList> {
  return {
    talks: (await desk.recent(TALKS)).map(({ conversation, openCase, fanName, at }) => ({
      ...{ threadId: conversation.threadId, fanName, platform: platformOf(conversation.threadId) },
      ...{ surface: conversation.surface, at },
      ...(openCase ? { caseId: openCase.id } : {}),
    })),
  }
}

async function proposals(staff: StaffMember, { desk, view }: PageContext): Promise<ProposalList> {
  return {
    proposals: (await desk.proposals()).map(({ id, by, at, answer, caseId }) => ({
      ...{ id, by, at, answerId: answer.id, asks: answer.asks, answer: answer.answer },
      ...(caseId === undefined ? {} : { caseId }),
    })),
    mayDecide: view.mayDecide(staff),
  }
}
