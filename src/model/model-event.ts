/** What the model layer reports to a log: names, codes and figures; never a key, never what a fan said. */

import type { Spent } from '../domain/spent.ts'
import type { ErrorCode } from '../errors.ts'

export type ModelEvent =
  | { readonly kind: 'answered'; readonly model: string; readonly spent: Spent; readonly tookMs: number }
  | {
      readonly kind: 'retry'
      readonly model: string
      readonly code: ErrorCode
      readonly message: string
      readonly waitMs: number
    }
  | { readonly kind: 'failed'; readonly model: string; readonly code: ErrorCode; readonly message: string }
  | { readonly kind: 'resting'; readonly model: string; readonly code: ErrorCode; readonly forMs: number }
  /** Told once, until an answer comes again. */
  | { readonly kind: 'no-credit'; readonly model: string; readonly message: string }
