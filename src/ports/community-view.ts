/** What the pages of a community are given: those of leads, and those of fans. */
import type { CommunityHealth } from '../domain/community-health.ts'
import type { Standing } from '../domain/standing.ts'
import type { Work } from '../domain/work.ts'
import type { FanHeld, FanViews } from './fan-views.ts'
import type { WorkPage, Works } from './works.ts'

export interface OwnPage {
  /** What its forms send along. */
  readonly page: string
  readonly held: FanHeld
  readonly works: readonly Work[]
  /** What sets them apart and what they chose about it, and the titles they hold. */
  readonly standing: Standing
  readonly titles: readonly string[]
}

export interface CommunityView {
  readonly fans: Pick<FanViews, 'find' | 'held'>
  readonly works: Pick<Works, 'list' | 'get' | 'decide' | 'ofFan'>
  /** Counted now and then, in the background; undefined: not counted yet. */
  health(): Promise<CommunityHealth | undefined>
  /** Whether the persona has an answer of this id. */
  isAnswer(id: string): boolean
  /** What everybody may see; undefined where the persona has no gallery. */
  gallery(page: { readonly limit: number; readonly offset: number }): Promise<WorkPage | undefined>
  /** The file of an accepted work's picture. */
  picture(number: number): Promise<string | undefined>
  /** By the secret of the link that its fan was given. */
  withdrawable(secret: string): Promise<Work | undefined>
  withdraw(work: Work): Promise<void>
  /** Declined or withdrawn: what was quoted goes. */
  takeDown(): Promise<void>
  /** Uses up the link. Undefined: it was used, is over, or is none. */
  openOwn(secret: string): Promise<OwnPage | undefined>
  own(page: string): Promise<OwnPage | undefined>
  withdrawOwn(page: string, number: number): Promise<boolean>
  unlinkOwn(page: string): Promise<boolean>
  /** All of the fan goes, and the page with them. */
  eraseOwn(page: string): Promise<boolean>
}
