/** What the QQ adapter is told. */
export interface QQOptions {
  readonly appId: string
  /** The bot's secret. Both ends derive the key of their signatures from it. */
  readonly secret: string
  /** How many replies hang on one message of a fan; the platform has said 5 and 4. */
  readonly mostReplies: number
  /** Domains registered in the console: links to them, and to what lies below them, are shown as they are. */
  readonly domains: readonly string[]
  /** The bot was granted buttons and Markdown of its own. */
  readonly hasButtons: boolean
  readonly apiRoot?: string
  /** Where tokens are asked for. */
  readonly tokenRoot?: string
}
