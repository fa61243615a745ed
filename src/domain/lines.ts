/** Lines of a text as its reader sees them, wherever they begin. Pure. */

/** All that some reader shows as the start of a new line. */
const lineBreak = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/

/** Whether a text shows nothing: spaces and letters that are not drawn, however many. */
export function isUnseen(text: string): boolean {
  return /^[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\u2800]*$/u.test(text)
}

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
