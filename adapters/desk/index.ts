/** The desk page: where staff work cases in a browser. Its built files and the JSON behind them, under /desk. */
import { fileURLToPath } from 'node:url'
import { Hono } from 'hono'
import { createAssets, nameAtDesk, type Page, type PageContext, type Route, type StaffMember } from '#mascot'
import { createApi } from './api.ts'
import { createDoorway, type Env } from './door/doorway.ts'
import { createOriginCheck } from './door/origin.ts'
import { pageHeaders } from './door/page-headers.ts'
import type { LeadPage } from './leads/lead-page.ts'
import { createLeadPages } from './leads/lead-pages.ts'
import { leadPages } from './leads/page-list.ts'
import { createPresence } from './read/presence.ts'
import { createStreams, type Streams } from './read/streams.ts'
import { Refusal } from './refusal.ts'

const built = fileURLToPath(new URL('./dist', import.meta.url))
const MISSING =
  'The desk page is not built. Run `npm run build` in the folder of the program, then load this page again.\n'

export const deskPage: Page = createDeskPage()

/** `leads`: the pages for leads that stand beside it. */
export function createDeskPage(leads: readonly LeadPage[] = leadPages): Page {
  return (context) => {
    const app = createDeskApp(context, built, leads)
    const handle: Route['handle'] = async (request, peer) => await app.fetch(request, { peer })
    return [
      { method: 'GET', path: '/desk', handle },
      { method: 'GET', path: '/desk/*', handle },
      { method: 'POST', path: '/desk/*', handle },
    ]
  }
}

/** `folder`: where the page was built; `pages`: those for leads. */
export function createDeskApp(context: PageContext, folder = built, pages: readonly LeadPage[] = leadPages): Hono<Env> {
  const { access, desk, shop, view, clock, face, signal } = context
  const isHttps = context.publicUrl?.startsWith('https:') === true
  const origin = createOriginCheck(context)
  const doorway = createDoorway(access, isHttps)
  const streams: Streams = createStreams({ desk, access, clock, signal })
  const presence = createPresence({
    ...{ clock, signal, log: context.log, ...(context.lookers ? { lookers: context.lookers } : {}) },
    onChange: (caseId) => void tellWhoLooks(caseId),
  })
  /** A database out of reach is told elsewhere; pages ask again for what they show. */
  async function tellWhoLooks(caseId: string): Promise<void> {
    const namesakes = await desk.namesakes().catch(() => new Set<string>())
    const named = ({ id, name }: StaffMember) => nameAtDesk(id, name, namesakes)
    streams.looking(caseId, (staffId) => presence.others(caseId, staffId).map(named))
  }
  const assets = createAssets(folder)

  const app = new Hono<Env>()
  app.use(async (c, next) => {
    await next()
    for (const [name, value] of Object.entries(pageHeaders)) if (!c.res.headers.has(name)) c.header(name, value)
  })
  app.use(async (c, next) => {
    if (!c.req.path.startsWith('/desk/api/')) origin.host(c.req.raw)
    await next()
  })
  app.onError((error, c) =>
    error instanceof Refusal ? c.text(`${error.message}\n`, error.status) : c.text('That went wrong here.\n', 500),
  )
  app.route(
    '/desk/api',
    createApi({ context, doorway, origin, streams, showing: { desk, shop, view, clock, face, presence } }),
  )
  app.get('/desk/lead/', (c) => c.redirect('/desk/lead', 308))
  app.route('/desk/lead', createLeadPages({ context, doorway, origin }, pages))
  app.get('/desk', (c) => c.redirect('/desk/', 308))
  app.get('/desk/*', (c) => {
    const name = c.req.path.slice('/desk/'.length)
    const asset = assets.find(name === '' ? 'index.html' : name)
    if (asset === undefined) return name === '' ? c.text(MISSING, 503) : c.text('There is nothing here.\n', 404)
    return c.body(asset.bytes, 200, {
      'content-type': asset.type,
      'cache-control': asset.isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    })
  })
  return app
}
