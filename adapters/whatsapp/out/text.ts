/** Words in pieces that WhatsApp takes. */
import type { Button } from '#mascot'

/** Of a text message. */
export const MOST_LENGTH = 4_096
/** Of a caption, and of what stands above buttons. */
export const MOST_BESIDE = 1_024

/** Buttons that lead elsewhere stand below as links. */
export function withLinks(text: string, buttons: readonly Button[]): string {
  const links = buttons.flatMap(({ label, url }) => (url === undefined ? [] : [`${label}: ${url}`]))
  return [text, ...links].filter(Boolean).join('\n')
}

/** In pieces of so many UTF-16 units at the most: at the end of a line, else of a word, else between two letters. */
export function cut(text: string, most: number): string[] {
  const parts: string[] = []
  let rest = text
  while (rest.length > most) {
    const unit = rest.charCodeAt(most - 1)
    const piece = rest.slice(0, unit >= 0xd8_00 && unit <= 0xdb_ff ? most - 1 : most)
    const end = Math.max(piece.lastIndexOf('\n'), 0) || Math.max(piece.lastIndexOf(' '), 0) || piece.length
    const at = end < most / 2 ? piece.length : end
    parts.push(rest.slice(0, at).trimEnd())
    rest = rest.slice(at).trimStart()
  }
  return [...parts, rest].filter((part) => part !== '')
}
