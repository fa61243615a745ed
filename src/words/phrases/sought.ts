/** A pattern that is sought, made when it may match for the first time: reading one, and its classes of letters, takes long. */
import { once } from '../once.ts'
import type { Written } from './needles.ts'

/** Whatever has a pattern. */
export interface Sought {
  readonly pattern: RegExp
  /** If absent, `pattern` is read and so made at once; if present, `pattern` may be made when it is first asked for. */
  readonly written?: Written
}

export function soughtOf(source: string, flags = ''): Sought {
  const pattern = once(() => new RegExp(source, flags))
  return {
    written: { source, flags },
    get pattern() {
      return pattern()
    },
  }
}
