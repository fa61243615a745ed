/** What the page and its server say to each other. Times are epoch ms. */

/** The page's own words, in the reader's language. */
export interface PageWords {
  readonly title: string
  readonly write: string
  readonly send: string
  readonly attach: string
  readonly typing: string
  readonly bot: string
  readonly person: string
  readonly you: string
  readonly notSent: string
  readonly again: string
  readonly tooLarge: string
  readonly lost: string
  readonly empty: string
  readonly wait: string
  readonly proving: string
  readonly close: string
  readonly edited: string
}

export interface Hello {
  readonly persona: {
    readonly name: string
    readonly brand: string
    readonly colour: string
    readonly symbol: string
    readonly hasAvatar: boolean
  }
  readonly words: PageWords
  readonly lang: string
  readonly dir: 'ltr' | 'rtl'
  readonly most: { readonly letters: number; readonly bytes: number }
  /** The token that was shown is good. */
  readonly isKnown: boolean
  readonly lines: readonly Line[]
  /** To be solved for a token. Absent: a token is given without. */
  readonly riddle?: Riddle
}

export interface Riddle {
  readonly challenge: string
  /** Zero bits with which the SHA-256 of `challenge:answer` begins. */
  readonly bits: number
}

export interface Line {
  /** Orders them; of one that the server has not read back there is none. */
  readonly row?: number
  /** The browser's own id of what the fan said; ours of what we said. */
  readonly id: string
  readonly at: number
  readonly from: 'fan' | 'bot' | 'person'
  /** Of a person. */
  readonly name?: string
  readonly text: string
  /** Shown letter by letter. */
  readonly isLiteral?: true
  /** Of something to buy: its first line is the name, with the price. */
  readonly isCard?: true
  readonly buttons?: readonly { readonly label: string; readonly url?: string }[]
  readonly files?: readonly FileShown[]
  readonly isEdited?: true
  /** Left by us under what the fan said. */
  readonly reaction?: string
}

export interface FileShown {
  readonly kind: string
  readonly name: string
  readonly isPicture: boolean
  /** Under /chat/api. */
  readonly path?: string
  readonly url?: string
}

export interface Refused {
  readonly error: 'forbidden' | 'unknown' | 'too-many' | 'too-large' | 'empty' | 'busy' | 'wrong'
  /** When it may be tried again, in ms from now. */
  readonly retryAfterMs?: number
}
