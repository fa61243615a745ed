/** Lines of a text as its reader sees them, wherever they begin. Pure. */

/** All that some reader shows as the start of a new line. */
const lineBreak = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/

export function linesOf(text: string): readonly string[] {
  return text.split(lineBreak)
}

/** `mark` stands where a line ended; empty lines are left out. */
export function onOneLine(text: string, mark: string): string {
  return linesOf(text)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(mark)
}
