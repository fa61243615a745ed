/** What the Slack adapter is told. */
export interface SlackOptions {
  /** Bot token, `xoxb-…`. */
  readonly token: string
  /** Signs what Slack sends us. */
  readonly signingSecret: string
  /** Id of the channel in which staff work, a thread a case. */
  readonly staffChannel?: string
  readonly apiRoot?: string
}
