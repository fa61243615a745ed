/** Words as WeChat shows them: plain, and nothing in them is a link but what we make one. Bytes are counted, not letters. */
import type { Button } from '#mascot'
import { MOST_BYTES } from '../abilities.ts'

/** `<a` would be a live link, also where a fan wrote it. */
export function plain(text: string): string {
  return text.replace(/<(?=\/?a\b)/gi, '<\u200B')
}

/** Buttons that lead elsewhere stand below as links. */
export function withLinks(text: string, buttons: readonly Button[]): string {
  const links = buttons.flatMap(({ label, url }) =>
    url === undefined ? [] : [`<a href="${url.replaceAll('"', '%22').replaceAll('<', '%3C')}">${plain(label)}</a>`],
  )
  return [plain(text), ...links].filter(Boolean).join('\n')
}

/** In pieces of so many bytes at the most: at the end of a line, else of a word, else between two letters. */
export function cut(text: string, mostBytes = MOST_BYTES): string[] {
  const parts: string[] = []
  let rest = text
  while (Buffer.byteLength(rest) > mostBytes) {
    const most = fitting(rest, mostBytes)
    const piece = rest.slice(0, most)
    const end = Math.max(piece.lastIndexOf('\n'), 0) || Math.max(piece.lastIndexOf(' '), 0) || most
    const at = end < most / 2 ? most : end
    parts.push(rest.slice(0, at).trimEnd())
    rest = rest.slice(at).trimStart()
  }
  return [...parts, rest].filter((part) => part !== '')
}

/** So many UTF-16 units from the beginning, whole letters, fit into the bytes. */
function fitting(text: string, mostBytes: number): number {
  let bytes = 0
  let units = 0
  for (const letter of text) {
    bytes += Buffer.byteLength(letter)
    if (bytes > mostBytes) return units
    units += letter.length
  }
  return units
}
