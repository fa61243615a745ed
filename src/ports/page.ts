/** What a page that people open in a browser is given, and what it serves. A page is no platform: nobody is answered through it. */
import type { Access } from './access.ts'
import type { AdapterLog, Face, Route } from './adapter.ts'
import type { AnswerDesk } from './answer-desk.ts'
import type { Clock } from './clock.ts'
import type { CommunityView } from './community-view.ts'
import type { ReadCost } from './cost.ts'
import type { Desk } from './desk.ts'
import type { DeskView } from './desk-view.ts'
import type { FanPageWords } from './fan-page-words.ts'
import type { InsightReader } from './insight-report.ts'
import type { LeadDesk } from './lead-desk.ts'
import type { Lookers } from './lookers.ts'
import type { Playground } from './playground.ts'
import type { ShopDesk } from './shop-desk.ts'

export interface PageContext {
  readonly desk: Desk
  readonly shop: ShopDesk
  readonly view: DeskView
  readonly leads: LeadDesk
  readonly answers: AnswerDesk
  readonly access: Access
  readonly community: CommunityView
  readonly insights: InsightReader
  readonly playground: Playground
  readonly cost: ReadCost
  /** If absent, no other process serves the page. */
  readonly lookers?: Lookers
  /** In force now: a saved persona changes it. */
  face(): Face
  /** What the pages for fans say, by the `Accept-Language` of a browser. */
  fanWords(accepted: string | undefined): FanPageWords
  readonly clock: Clock
  readonly log: AdapterLog
  /** As people reach us, if the operator said so; without it only names of this machine are served. */
  readonly publicUrl?: string
  /** The address that is listened on. */
  readonly host: string
  /** Aborted when the program stops: streams end. */
  readonly signal: AbortSignal
}

/** Called once, before the adapters start. */
export type Page = (context: PageContext) => readonly Route[]
