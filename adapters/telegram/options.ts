/** What the Telegram adapter is told at its creation. */

export interface TelegramOptions {
  readonly token: string
  /** Replaces https://api.telegram.org for every call. */
  readonly apiRoot?: string
  /** `off` leaves pacing to the server's retry_after. */
  readonly rate:
    | { readonly overallPerSecond: number; readonly chatPerSecond: number; readonly groupPerMinute: number }
    | 'off'
  /** Id or @name of the group with topics in which staff work. */
  readonly staffChat?: string
  /** Absent: polling. */
  readonly webhook?: { readonly url: string; readonly secret: string }
}
