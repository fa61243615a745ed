/** What the terminal adapter is told at its creation. */
import type { Readable, Writable } from 'node:stream'

export interface TerminalOptions {
  readonly persona: {
    readonly name: string
    readonly brand: string
    /** `#rrggbb` */
    readonly colour: string
    readonly symbol: string
  }
  /** The persona's name and nicknames: `@name` in a group is a mention. */
  readonly names: readonly string[]
  /** Who types; `/as NAME` changes it. */
  readonly fan: string
  readonly isGroup: boolean
  readonly hasModel: boolean
  readonly input: Readable & { readonly isTTY?: boolean }
  readonly output: Writable & { readonly isTTY?: boolean; readonly columns?: number }
  /** What `/why` shows: how the last turn was decided, a line a thing. */
  readonly why: () => string
  /** Resolves when all that was typed so far is answered, for `/why` in a pipe, whose lines come at once. If absent, it tells at once. */
  readonly settled?: () => Promise<void>
  /** Ctrl-C, Ctrl-D or /leave. */
  readonly onLeave: () => void
}
