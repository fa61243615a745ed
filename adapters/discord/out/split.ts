/** A text longer than one message, cut where a reader would pause: never in a link, code, a mention or a grapheme. */
import { type Atom, plainAtoms } from './format.ts'

/**
 * Parts of at most `limit` UTF-16 units, cut at the best place: a paragraph, a line, a space, else between graphemes. `head` stands
 * before each but the first.
 */
export function split(whole: readonly Atom[], limit: number, head: readonly Atom[] = []): readonly string[] {
  const parts: string[] = []
  const before = shownOf(head)
  const most = () => (parts.length === 0 ? limit : limit - before.length)
  let atoms = whole.flatMap((atom) => (atom.shown.length <= limit - before.length ? [atom] : plainAtoms(atom.shown)))
  while (atoms.length > 0) {
    const count = fitting(atoms, most())
    const part = shownOf(atoms.slice(0, count)).trim()
    if (part !== '') parts.push(parts.length === 0 ? part : before + part)
    atoms = atoms.slice(count)
  }
  return parts
}

function shownOf(atoms: readonly Atom[]): string {
  return atoms.map(({ shown }) => shown).join('')
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
