/** What the WeChat adapter is told. */
export interface WeChatOptions {
  readonly appId: string
  /** Absent where the account may only answer what it was sent (`isPassive`): nothing is asked of the platform then. */
  readonly appSecret?: string
  /** Signs what WeChat sends us; the same stands in the console. */
  readonly token: string
  /** Of 43 letters and digits: the present one first, then the one before. None: the console is in plain mode. */
  readonly aesKeys: readonly string[]
  /** The account may not send by itself: it says what fits into the answer to a push. */
  readonly isPassive: boolean
  /** The account's own id (`gh_…`), as WeChat names whom a message is for. If absent, any is taken. */
  readonly originalId?: string
  readonly apiRoot?: string
  /** As people reach us. If absent, no links to our codes are given. */
  readonly publicUrl?: string
}
