/** What every route of the page's API works with. */
import type { Context } from 'hono'
import type { PageContext } from '#mascot'
import type { Doorway, Env } from './door/doorway.ts'
import type { OriginCheck } from './door/origin.ts'
import type { Showing } from './read/showing.ts'
import type { Streams } from './read/streams.ts'

export interface ApiDeps {
  readonly context: PageContext
  readonly doorway: Doorway
  readonly origin: OriginCheck
  readonly streams: Streams
  readonly showing: Showing
}

export type Ask = Context<Env>
