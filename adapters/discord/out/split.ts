/** A text longer than one message, cut where a reader would pause: never in a link, code, a mention or a grapheme. */
import { type Atom, plainAtoms } from './format.ts'

/** Parts of at most `limit` UTF-16 units, cut at the best place: a paragraph, a line, a space, else between graphemes. */
export function split(whole: readonly Atom[], limit: number): readonly string[] {
  const parts: string[] = []
  let atoms = whole.flatMap((atom) => (atom.shown.length <= limit ? [atom] : plainAtoms(atom.shown)))
  while (atoms.length > 0) {
    const count = fitting(atoms, limit)
    const part = atoms
      .slice(0, count)
      .map(({ shown }) => shown)
      .join('')
      .trim()
    if (part !== '') parts.push(part)
    atoms = atoms.slice(count)
  }
  return parts
}

/** How many of the first atoms make the next part. */
function fitting(atoms: readonly Atom[], limit: number): number {
  let length = 0
  const best = { rank: -1, count: 1 }
  for (const [index, { shown, breakAfter }] of atoms.entries()) {
    length += shown.length
    if (length > limit) return Math.max(1, best.count)
    // A good break early in the text is worse than a fair one near its end.
    const rank = length > limit / 2 ? breakAfter : 0
    if (rank >= best.rank) {
      best.rank = rank
      best.count = index + 1
    }
  }
  return atoms.length
}
