/** The one HTTP server as the program sees it. */

export interface Http extends AsyncDisposable {
  readonly url: string
  /** Where people open the desk page; undefined: it is not served. */
  readonly deskUrl: string | undefined
  /** A fresh link to the desk page for the operator. */
  deskLink(): Promise<string | undefined>
  /** Whether somebody ever signed in to the desk page. */
  isDeskKnown(): Promise<boolean>
}
