/** In pieces of so many UTF-16 units at the most: at the end of a line, else of a word, else between two letters. None is empty. */
export function cutText(text: string, most: number): string[] {
  const parts: string[] = []
  let rest = text
  while (rest.length > most) {
    const unit = rest.charCodeAt(most - 1)
    // A letter of two units is not cut through.
    const piece = rest.slice(0, unit >= 0xd8_00 && unit <= 0xdb_ff ? most - 1 : most)
    const end = Math.max(piece.lastIndexOf('\n'), 0) || Math.max(piece.lastIndexOf(' '), 0) || piece.length
    const at = end < most / 2 ? piece.length : end
    parts.push(rest.slice(0, at).trimEnd())
    rest = rest.slice(at).trimStart()
  }
  return [...parts, rest].filter((part) => part !== '')
}
