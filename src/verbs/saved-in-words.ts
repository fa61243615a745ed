/** What a save of a persona's files came to, in a line for the terminal: ✓ or ✗. */
import { MascotError } from '../errors.ts'
import { whatChanged } from '../persona/load/what-changed.ts'
import type { MascotOptions } from '../program/options.ts'

/** ✓ or ✗, and what it means for the next reply. */
export function savedInWords(saved: Parameters<NonNullable<MascotOptions['onSaved']>>[0]): string {
  if (saved instanceof MascotError)
    return `${saved.message
      .split('\n')
      .map((line) => `✗ ${line}`)
      .join('\n')}\n  the old persona stays`
  const changed = whatChanged(saved.before, saved.after)
  return `✓ reloaded${changed === '' ? '' : ` (${changed})`}`
}
