/** What the WhatsApp adapter is told. */
export interface WhatsAppOptions {
  /** Of a system user of the business, with the right to send. */
  readonly token: string
  /** Signs what WhatsApp sends us. */
  readonly appSecret: string
  /** Up to us; the same stands in the console. */
  readonly verifyToken: string
  /** Ids (not the numbers themselves) of the numbers the brand speaks from; the first one is the one to write to. */
  readonly numbers: readonly [string, ...string[]]
  readonly apiRoot?: string
}
