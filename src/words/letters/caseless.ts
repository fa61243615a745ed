/** One form for all letters that a pattern takes for the same where capitals make no difference. Pure. */

/**
 * What `(?i:…)` in a pattern with the flag `u` or `v` matches has the same form here, so that what cannot stand in a text is told without the pattern.
 * Piece by piece it becomes what it becomes as a whole. Its length may be another.
 */
export function caseless(text: string): string {
  return text.toLowerCase().toUpperCase().toLowerCase().replaceAll('ς', 'σ')
}
