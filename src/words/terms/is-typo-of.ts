/** Whether a word is a slip of the keyboard away from another, which fans ask for by name. */

/** One slip away (one letter more, fewer, other, or two swapped); for long words two. Short words are never typos. */
export function isTypoOf(word: string, wanted: string): boolean {
  if (word === wanted) return true
  const allowed = wanted.length >= 10 ? 3 : wanted.length >= 8 ? 2 : 1
  if (wanted.length < 5 || Math.abs(word.length - wanted.length) > allowed || word[0] !== wanted[0]) return false
  if (word === `${wanted}s` || distinct.has(word)) return false
  return distance(word, wanted) <= allowed
}

/** Words of their own that lie one letter from a wanted one. */
const distinct = new Set([
  'humane',
  'humans',
  'humus',
  'hume',
  'persons',
  'persona',
  'parson',
  'prison',
  'agents',
  'agency',
  'argent',
  'aged',
  'managed',
  'manage',
  'mangers',
  'operated',
  'operate',
  'operates',
  'operators',
  'represent',
  'represents',
  'robots',
  'machines',
  'reason',
  'regent',
  'urgent',
  'again',
])

/** Damerau–Levenshtein with adjacent swaps; words are short. */
function distance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, index) => index)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      let best = Math.min((rows[i - 1]?.[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (rows[i - 1]?.[j - 1] ?? 0) + cost)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (rows[i - 2]?.[j - 2] ?? 0) + 1)
      row.push(best)
    }
    rows.push(row)
  }
  return rows[a.length]?.[b.length] ?? 0
}
