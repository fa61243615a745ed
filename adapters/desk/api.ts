/** The JSON behind the page: every route of wire.ts, each for who holds a session and, where something changes, for our own page alone. */
import { Hono } from 'hono'
import { type CaseId, caseId, platformOf, type ThreadId } from '#mascot'
import { actOn, answered } from './act/acting.ts'
import { upload } from './act/upload.ts'
import type { ApiDeps, Ask } from './api-deps.ts'
import { bodyOf, idOf } from './door/body-of.ts'
import type { Env } from './door/doorway.ts'
import { guard } from './door/guard.ts'
import { read, readAct, requests } from './door/requests.ts'
import { addSessionRoutes } from './door/session-routes.ts'
import { addPlayRoutes } from './play/play-routes.ts'
import { existing } from './read/existing.ts'
import { casesOf } from './read/inbox.ts'
import { proposals, talks } from './read/lists.ts'
import { mediaResponse, pictureResponse } from './read/media.ts'
import { SHOWN_LINES } from './read/rows.ts'
import { answersFor, caseOf, meOf } from './read/showing.ts'
import { Refusal } from './refusal.ts'

export function createApi(deps: ApiDeps): Hono<Env> {
  const { context, streams, showing } = deps
  const { desk, view } = context
  const api = new Hono<Env>()
  guard(api, deps)
  const staffOf = (c: Ask) => c.get('session').staff
  const caseIdOf = (c: Ask): CaseId => caseId(idOf(c, 'case'))

  api.get('/me', async (c) => c.json(await meOf(c.get('session'), showing)))
  api.get('/cases', async (c) => {
    return c.json(await casesOf(c.req.query(), c.get('session'), showing))
  })
  api.get('/cases/:id', async (c) => c.json(await caseOf(caseIdOf(c), c.get('session'), showing)))
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
    showing.presence.look(caseIdOf(c), staffOf(c))
    return c.json({})
  })
  api.get('/cases/:id/answers', async (c) =>
    c.json({ answers: await answersFor(caseIdOf(c), c.req.query('words') ?? '', showing) }),
  )
  api.get('/cases/:id/media/:row/:nth', async (c) => {
    const one = await existing(caseIdOf(c), context)
    const line = (await desk.said(one.id, SHOWN_LINES)).find(({ row }) => String(row) === c.req.param('row'))
    return await mediaResponse(line, Number(c.req.param('nth')), platformOf(one.threadId), view)
  })

  api.get('/products/:id/picture', async (c) => await pictureResponse(await context.shop.picture(c.req.param('id'))))

  api.get('/talks', async (c) => c.json(await talks(context, c.req.query())))
  api.post('/talks/step-in', async (c) => {
    const { threadId } = read(requests.stepIn, await bodyOf(c))
    const acted = await desk.stepIn(threadId as ThreadId, staffOf(c))
    const { caseId: about } = acted
    return c.json(await answered(acted, c.get('session'), { what: 'stepped-in', ...(about ? { about } : {}) }, context))
  })
  api.get('/proposals', async (c) => c.json(await proposals(staffOf(c), context)))
  api.post('/proposals/:id', async (c) => {
    const { isApproved, words, sure } = read(requests.decision, await bodyOf(c))
    if (!view.mayDecide(staffOf(c))) throw new Refusal(403, 'operator-only', 'An operator decides that.')
    const id = idOf(c, 'proposal')
    const acted = await desk.decideProposal(id, staffOf(c), isApproved, words, sure)
    const what = isApproved ? 'approved' : 'turned-down'
    return c.json(await answered(acted, c.get('session'), { what, about: id }, context))
  })
  api.post('/duty', async (c) => {
    const { isOn } = read(requests.duty, await bodyOf(c))
    const acted = await desk.setDuty(staffOf(c), isOn)
    return c.json(await answered(acted, c.get('session'), { what: isOn ? 'on-duty' : 'off-duty' }, context))
  })
  api.get('/events', (c) => streams.open(c.get('session'), c.get('token')))
  addSessionRoutes(api, deps)
  addPlayRoutes(api, deps)
  api.all('*', () => {
    throw new Refusal(404, 'not-found', 'There is nothing here.')
  })
  return api
}
