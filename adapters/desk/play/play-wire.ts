/**
 * What the playground and its server say to each other, in JSON: under `/desk/api/play`, for operators alone, by the rules of wire.ts.
 *
 * | method and path         | in                        | out          |
 * |-------------------------|---------------------------|--------------|
 * | GET  `/state`           |                           | `PlayState`  |
 * | POST `/say`             | `PlaySaid`                | `PlayState`  |
 * | POST `/turn`            | `{path, value}`           | `PlayState`  |
 * | POST `/undo`            | `{}`                      | `PlayState`  |
 * | POST `/keep`            | `{}`                      | `PlayState`  |
 * | POST `/clear`           | `{}`                      | `PlayState`  |
 * | GET  `/text/:file`      |                           | `PlayText`   |
 * | POST `/text/:file`      | `{text, stamp}`           | `PlayText`   |
 * | POST `/look`            | `{file, text, line}`      | `PlayLooked` |
 *
 * Somebody else's save, and a text with mistakes, are refused with 409 and leave all as it was.
 */

export const playFileNames = ['persona', 'answers', 'scenes', 'issues'] as const
export type PlayFile = (typeof playFileNames)[number]

export interface PlayProblem {
  readonly file: PlayFile
  /** 1-based; 0: the whole file. */
  readonly line: number
  readonly path: string
  readonly message: string
  readonly severity: 'error' | 'warning' | 'note'
}

export interface PlayDial {
  readonly path: string
  readonly about?: string
  readonly choices: readonly string[]
  readonly value: string
  readonly saved: string
}

export interface PlaySaid {
  readonly fan: string
  readonly text: string
  readonly platform: string
  readonly surface: 'direct' | 'group'
  readonly place?: string | undefined
  readonly at?: string | undefined
  readonly button?: string | undefined
}

export interface PlayTurn {
  readonly id: number
  readonly fan: string
  readonly surface: 'direct' | 'group'
  readonly platform: string
  readonly text: string
  readonly said: readonly {
    readonly text: string
    readonly buttons: readonly { readonly label: string; readonly value?: string; readonly url?: string }[]
  }[]
  /** What it said before a dial was turned, where that differs. */
  readonly before?: string
  readonly decision: { readonly kind: string; readonly reason: string; readonly flags: readonly string[] }
  readonly why: string
  readonly source?: { readonly file: PlayFile; readonly line: number; readonly name: string }
  readonly trace: {
    readonly stations: readonly { readonly station: string; readonly tookMs: number }[]
    readonly step?: string
    readonly seen?: {
      readonly lang: string
      readonly places: readonly string[]
      readonly kind: string
      readonly heat: number
      readonly outcome: string
      readonly hits: readonly { readonly answerId: string; readonly score: number; readonly phrasing: string }[]
    }
    readonly wanted: readonly { readonly author: string; readonly text: string; readonly from?: string }[]
    readonly asked: readonly {
      readonly what: string
      readonly prefix: string
      readonly turn: string
      readonly answered?: string
      readonly failed?: string
      readonly spent: {
        readonly inputTokens: number
        readonly cachedTokens: number
        readonly outputTokens: number
        readonly price?: number
      }
    }[]
  }
  readonly tookMs: number
}

export interface PlayState {
  readonly persona: { readonly name: string; readonly brand: string; readonly version: string }
  readonly hasModel: boolean
  readonly problems: readonly PlayProblem[]
  readonly dials: readonly PlayDial[]
  readonly platforms: readonly string[]
  readonly places: readonly { readonly id: string; readonly words: string }[]
  readonly diff: readonly { readonly kind: '-' | '+'; readonly line: number; readonly text: string }[]
  readonly turns: readonly PlayTurn[]
}

export interface PlayText {
  readonly file: PlayFile
  readonly text: string
  readonly stamp: string
}

export interface PlayLooked {
  readonly problems: readonly PlayProblem[]
  readonly path: string
  readonly about?: string
  readonly words: readonly string[]
  readonly keys: readonly { readonly key: string; readonly about?: string }[]
}
