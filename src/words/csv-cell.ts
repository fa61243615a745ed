/** A cell of CSV (RFC 4180). A text that a spreadsheet would reckon with, blanks before it or not, begins with an apostrophe (OWASP, CSV injection). Pure. */

/** What may stand before a sign without keeping a spreadsheet from it: blanks of every kind, and what is not seen. */
const reckoned = /^(?:[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]|[\t\r\n])/u

export function csvCell(cell: string | number): string {
  if (typeof cell === 'number') return String(cell)
  const safe = reckoned.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
