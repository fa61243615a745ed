/** What a lead page is: a name, what is shown under it, and what its forms do. Written on the server; no script runs. */
import type { html } from 'hono/html'
import type { AskedBack, PageContext, Session } from '#mascot'

/** Escaped where it was put together with `html`. */
export type Html = ReturnType<typeof html>

export interface LeadPage {
  /** First part of its addresses: `issues` is served as `/desk/lead/issues`. */
  readonly name: string
  /** In the navigation. */
  readonly label: string
  /** What it is for, one sentence; on the start page. */
  readonly about: string
  readonly views: readonly LeadView[]
  /** If absent, it has no forms. */
  readonly acts?: readonly LeadAct[]
}

export interface LeadView {
  /** After the page's own address: ``, `/:id` … */
  readonly path: string
  /** A Response is a file to save. @throws {Refusal} in words for people */
  show(asked: Asked): Promise<Shown | Response>
}

export interface Shown {
  readonly title: string
  /** Under the title. */
  readonly body: Html
}

export interface LeadAct {
  /** After the page's own address, and what a `form` is sent to: `/:id/merge` … */
  readonly path: string
  /** @throws {Refusal} in words for people */
  act(sent: Sent): Promise<LeadActed>
}

export interface LeadActed {
  /** False: nothing changed, and `says` tells why. */
  readonly isDone: boolean
  /** For whoever acted, plain text. */
  readonly says: string
  /** Where they see next, after `/desk/lead/`; absent: the page's first view. */
  readonly to?: string
  /** What it was done to, for the record of actions. */
  readonly about?: string
  /** Nothing is done yet: whoever acts is shown `says` with a button that sends the same form once more, with this as `sure`. */
  readonly asks?: AskedBack
}

export interface Asked {
  readonly context: PageContext
  readonly session: Session
  /** Of the path; empty where there is none. */
  param(name: string): string
  /** Of the address; undefined where it is not there. */
  query(name: string): string | undefined
}

export interface Sent extends Asked {
  readonly fields: URLSearchParams
}
