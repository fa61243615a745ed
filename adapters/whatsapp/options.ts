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
  /**
   * By which a fan is asked to write again once the window is closed; its languages as Meta writes them, the first for everybody else. If
   * absent, nobody is asked.
   */
  readonly template?: { readonly name: string; readonly langs: readonly string[] }
  readonly apiRoot?: string
}
