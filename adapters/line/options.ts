/** What the LINE adapter is told. */
export interface LineOptions {
  /** Channel access token. */
  readonly token: string
  /** Signs what LINE sends us. */
  readonly secret: string
  readonly apiRoot?: string
  /** Where files of fans lie. */
  readonly dataRoot?: string
}
