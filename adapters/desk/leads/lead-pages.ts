/** The pages for leads under /desk/lead: figures, issues and the like, written on the server and usable without a script. */
import { readFileSync } from 'node:fs'
import { Hono } from 'hono'
import type { PageContext } from '#mascot'
import { type Doorway, type Env, isSame } from '../door/doorway.ts'
import type { OriginCheck } from '../door/origin.ts'
import { createPerMinute } from '../door/per-minute.ts'
import { Refusal } from '../refusal.ts'
import { askBack } from './frame/ask-back.ts'
import { fieldsOf } from './frame/fields.ts'
import { layout } from './frame/layout.ts'
import { leadHeaders } from './frame/lead-headers.ts'
import { createNotices } from './frame/notices.ts'
import { refused } from './frame/refused.ts'
import { start } from './frame/start.ts'
import { createStyles } from './frame/styles.ts'
import type { Asked, LeadPage } from './lead-page.ts'

const REFUSALS_KEPT = 60
const icon = readFileSync(new URL('../page/icon.svg', import.meta.url), 'utf8')

export interface LeadDeps {
  readonly context: PageContext
  readonly doorway: Doorway
  readonly origin: OriginCheck
}

type Ask = Parameters<Doorway['token']>[0]

export function createLeadPages({ context, doorway, origin }: LeadDeps, pages: readonly LeadPage[]): Hono<Env> {
  const { access, view, log, clock } = context
  const app = new Hono<Env>()
  const styles = createStyles()
  const notices = createNotices(context.publicUrl?.startsWith('https:') === true)
  const refusals = createPerMinute(REFUSALS_KEPT, clock)
  const askedOf = (c: Ask): Asked => ({
    context,
    session: c.get('session'),
    param: (name) => c.req.param(name) ?? '',
    query: (name) => c.req.query(name),
  })
  const shown = (c: Ask, page: string | undefined, body: Awaited<ReturnType<LeadPage['views'][number]['show']>>) =>
    body instanceof Response
      ? body
      : c.html(
          layout({
            ...body,
            pages,
            page,
            face: context.face(),
            staff: c.get('session').staff,
            notice: notices.take(c),
          }),
        )

  app.use(async (c, next) => {
    await next()
    for (const [name, value] of Object.entries(leadHeaders)) if (!c.res.headers.has(name)) c.header(name, value)
  })
  app.onError(async (error, c) => {
    const known = error instanceof Refusal ? error : undefined
    if (known === undefined) log.error({ err: error }, 'a lead page could not answer')
    if (known?.status === 403 && !refusals.isOver('all')) {
      refusals.count('all')
      const who = c.get('session')?.staff ?? { id: 'unknown', name: 'unknown' }
      await access.record({ who, what: 'refused', detail: known.code }).catch(() => undefined)
    }
    return c.html(refused(known, context.face(), c.req.method === 'GET' ? c.req.path : undefined), known?.status ?? 500)
  })
  app.get('/icon.svg', (c) => c.body(icon, 200, { 'content-type': 'image/svg+xml', 'cache-control': 'no-cache' }))
  app.get('/style.css', (c) => {
    const headers = { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'private, max-age=60' }
    return c.body(styles(context.face().colour), 200, headers)
  })
  app.use(async (c, next) => {
    if (c.req.method === 'POST') origin.sender(c.req.raw)
    await doorway.enter(c)
    if (!view.mayLead(c.get('session').role))
      throw new Refusal(
        403,
        'lead-only',
        'These pages are for leads and operators, as handoff.staff of the persona lists them.',
      )
    await next()
  })
  app.get('/', (c) => shown(c, undefined, start(pages)))
  for (const page of pages) {
    for (const { path, show } of page.views)
      app.get(`/${page.name}${path}`, async (c) => shown(c, page.name, await show(askedOf(c))))
    for (const { path, act } of page.acts ?? [])
      app.post(`/${page.name}${path}`, async (c) => {
        const fields = await fieldsOf(c)
        if (!isSame(fields.get('csrf') ?? '', c.get('session').csrf))
          throw new Refusal(403, 'csrf', 'This was not sent by your page of the desk; load it again.')
        const asked = askedOf(c)
        const { isDone, says, to = page.name, about, asks } = await act({ ...asked, fields })
        if (asks) return shown(c, page.name, askBack(asked, { says, asks, fields, path: c.req.path, to }))
        if (isDone) {
          const what = `${page.name}${path.replace(/\/:\w+/g, '')}`
          await access.record({ who: c.get('session').staff, what, ...(about === undefined ? {} : { about }) })
        }
        notices.keep(c, { isDone, says })
        return c.redirect(`/desk/lead/${to}`, 303)
      })
  }
  app.all('*', () => {
    throw new Refusal(404, 'not-found', 'There is nothing here.')
  })
  return app
}
