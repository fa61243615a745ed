/** The one HTTP server with all that is served on it: the adapters' routes, and the pages with what they are given. */

import type { Spent } from '../domain/spent.ts'
import type { AccessDoor } from '../http/access.ts'
import { serve } from '../http/serve.ts'
import type { Persona } from '../persona/persona.ts'
import type { Desk } from '../ports/desk.ts'
import type { DeskView } from '../ports/desk-view.ts'
import type { Store } from '../ports/store.ts'
import { deskBase, exposure, keepDeskUrl, linkFor, whoSignsIn } from './desk-page.ts'
import { faceOf } from './face.ts'
import type { Http } from './http.ts'
import type { MascotOptions } from './options.ts'

export interface HttpParts {
  readonly store: Store
  readonly desk: Desk
  readonly view: DeskView
  readonly access: AccessDoor
  /** In force now. */
  persona(): Persona
  /** By a model, since the start. */
  spent(): Spent
  /** Aborted before the server is closed: streams end. */
  readonly signal: AbortSignal
}

/** @throws {MascotError} `port-in-use` */
export async function openHttp(
  { config, adapters, pages = [], clock, log }: Pick<MascotOptions, 'config' | 'adapters' | 'pages' | 'clock' | 'log'>,
  { store, desk, view, access, persona, spent, signal }: HttpParts,
): Promise<Http> {
  const context = {
    ...{ desk, view, access, clock, signal, host: config.http.host },
    face: () => faceOf(persona()),
    log: log.child({ page: 'desk' }),
    ...(config.publicUrl ? { publicUrl: config.publicUrl } : {}),
  }
  const routes = [...adapters.flatMap((one) => one.routes?.() ?? []), ...pages.flatMap((page) => page(context))]
  const server = await serve({ ...config.http, routes, store, clock, log, spent })
  const deskUrl = pages.length > 0 ? deskBase(config, server.url) : undefined
  if (deskUrl !== undefined) {
    await keepDeskUrl(store.keyValues, deskUrl)
    const danger = exposure(config)
    if (danger) log.warn(danger)
  }
  return {
    ...{ url: server.url, deskUrl },
    deskLink: async () => deskUrl && (await linkFor(whoSignsIn(undefined, persona()), deskUrl, access)),
    isDeskKnown: () => access.isKnown(),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  }
}
