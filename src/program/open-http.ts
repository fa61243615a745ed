/** The one HTTP server with all that is served on it: the adapters' routes, and the pages with what they are given. */

import type { AccessDoor } from '../http/access.ts'
import { type Figures, figureRoutes } from '../http/figures.ts'
import { type ServeOptions, type Server, serve } from '../http/serve.ts'
import type { Persona } from '../persona/persona.ts'
import type { AnswerDesk } from '../ports/answer-desk.ts'
import type { CommunityView } from '../ports/community-view.ts'
import type { Desk } from '../ports/desk.ts'
import type { DeskView } from '../ports/desk-view.ts'
import type { LeadDesk } from '../ports/lead-desk.ts'
import type { Playground } from '../ports/playground.ts'
import type { ShopDesk } from '../ports/shop-desk.ts'
import type { Store } from '../ports/store.ts'
import type { Watched } from '../ports/watch.ts'
import { createReadCost } from './cost.ts'
import { deskBase, exposure, isLoopback, keepDeskUrl, linkFor, whoSignsIn } from './desk-page.ts'
import { faceOf } from './face.ts'
import { fanPageWords } from './fan-page-words.ts'
import type { Http } from './http.ts'
import type { InsightParts } from './insights.ts'
import type { MascotOptions } from './options.ts'

export interface HttpParts {
  readonly store: Store
  readonly desk: Desk
  readonly shop: ShopDesk
  readonly view: DeskView
  readonly leads: LeadDesk
  readonly answers: AnswerDesk
  readonly access: AccessDoor
  readonly community: CommunityView
  readonly playground: Playground
  /** In force now. */
  persona(): Persona
  readonly watched: Watched
  readonly insights: Pick<InsightParts, 'reader' | 'figures'>
  /** Under /api too, beside those. */
  readonly figures: readonly Figures[]
  /** Aborted before the server is closed: streams end. */
  readonly signal: AbortSignal
}

/** @throws {MascotError} `port-in-use` */
export async function openHttp(
  { config, adapters, pages = [], clock, log }: Pick<MascotOptions, 'config' | 'adapters' | 'pages' | 'clock' | 'log'>,
  {
    store,
    desk,
    shop,
    view,
    leads,
    answers,
    access,
    community,
    playground,
    persona,
    watched,
    insights,
    figures,
    signal,
  }: HttpParts,
): Promise<Http> {
  const context = {
    ...{
      desk,
      shop,
      view,
      leads,
      answers,
      access,
      community,
      playground,
      cost: createReadCost(store, persona, clock),
      clock,
      signal,
      host: config.http.host,
      insights: insights.reader,
    },
    ...(store.lookers ? { lookers: store.lookers } : {}),
    face: () => faceOf(persona()),
    fanWords: (accepted: string | undefined) => fanPageWords(accepted, persona().languages[0]),
    log: log.child({ page: 'desk' }),
    ...(config.publicUrl ? { publicUrl: config.publicUrl } : {}),
  }
  const routes = [
    ...adapters.flatMap((one) => one.routes?.() ?? []),
    ...pages.flatMap((page) => page(context)),
    ...figureRoutes(config.http.readToken, [...insights.figures, ...figures]),
  ]
  await using undo = new AsyncDisposableStack()
  const { address, token } = config.metrics
  const metricsFor = token !== undefined ? { token } : address ? 'nobody' : 'this machine'
  const server = undo.use(await serve({ ...config.http, routes, watched, metricsFor, log }))
  const apart = address && undo.use(await serveApart(address, token, { watched, log }))
  if (apart) log.info({ url: apart.url }, 'metrics are served on an address of their own')
  const deskUrl = pages.length > 0 ? deskBase(config, server.url) : undefined
  if (deskUrl !== undefined) {
    await keepDeskUrl(store.keyValues, deskUrl)
    const danger = exposure(config)
    if (danger) log.warn(danger)
  }
  const opened = undo.move()
  return {
    ...{ url: server.url, deskUrl },
    deskLink: async () => deskUrl && (await linkFor(whoSignsIn(undefined, persona()), deskUrl, access)),
    isDeskKnown: () => access.isKnown(),
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  }
}

/** Whoever reaches an address beyond this machine is let in by the network, or by the token. */
async function serveApart(
  address: NonNullable<MascotOptions['config']['metrics']['address']>,
  token: string | undefined,
  parts: Pick<ServeOptions, 'watched' | 'log'>,
): Promise<Server> {
  const metricsFor = token !== undefined ? { token } : isLoopback(address.host) ? 'this machine' : 'all'
  const variables = { host: 'METRICS_HOST', port: 'METRICS_PORT' }
  return await serve({ ...address, ...parts, routes: [], metricsFor, variables })
}
