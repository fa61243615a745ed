/** What the web adapter is told. */
export interface WebOptions {
  /** Sites that may show the chat in a frame of theirs, as `https://shop.example`; none: it stands alone under /chat/. */
  readonly origins: readonly string[]
  /** How hard a riddle a browser solves before its first word, in bits; 0: none. */
  readonly proofBits: number
  /** Proxies of the operator's own before the server: so many addresses at the end of X-Forwarded-For are theirs to tell. */
  readonly proxies: number
  /** As people reach us. If absent, links into the chat are not given. */
  readonly publicUrl?: string
}
