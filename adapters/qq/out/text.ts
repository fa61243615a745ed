/**
 * Words as QQ takes them. A link, or what only looks like one, makes QQ refuse the whole message unless its domain is registered; so its dots
 * are written full-width, which a person reads and QQ does not.
 */
import type { Button } from '#mascot'

/** QQ names no length; this much has always been taken. */
export const MOST_LENGTH = 1_500

/** A scheme, or labels with dots between them of which the last is letters, as far as the address goes. */
const LINK =
  /(?:https?:\/\/)?(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+\p{L}{2,24}(?![\p{L}\p{N}])[^\s，。！？、）】」]*/giu

/** `domains`: registered. */
export function withoutLinks(text: string, domains: readonly string[]): string {
  return text.replace(LINK, (found) => {
    const bare = found.replace(/^https?:\/\//i, '')
    const host = (/^[^/:?#]+/.exec(bare)?.[0] ?? '').toLowerCase()
    const isRegistered = domains.some((domain) => host === domain || host.endsWith(`.${domain}`))
    return isRegistered ? found : bare.replaceAll('.', '．')
  })
}

/** Buttons that are not shown as such stand below as words; one that answers is told by what to type. */
export function withButtons(text: string, buttons: readonly Button[]): string {
  const links = buttons.flatMap(({ label, url }) => (url === undefined ? [] : [`${label}: ${url}`]))
  return [text, ...links].filter(Boolean).join('\n')
}

/** In pieces of so many UTF-16 units at the most: at the end of a line, else of a word, else between two letters. */
export function cut(text: string, most = MOST_LENGTH): string[] {
  const parts: string[] = []
  let rest = text
  while (rest.length > most) {
    const piece = rest.slice(0, isHalf(rest, most) ? most - 1 : most)
    const end = Math.max(piece.lastIndexOf('\n'), 0) || Math.max(piece.lastIndexOf(' '), 0) || piece.length
    const at = end < most / 2 ? piece.length : end
    parts.push(rest.slice(0, at).trimEnd())
    rest = rest.slice(at).trimStart()
  }
  return [...parts, rest].filter((part) => part !== '')
}

/** Whether a cut there would go through a letter of two units. */
function isHalf(text: string, at: number): boolean {
  const unit = text.charCodeAt(at - 1)
  return unit >= 0xd8_00 && unit <= 0xdb_ff
}

/** Letter by letter: what would be a mark of Markdown is none. */
export function plainMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+!|~>-]/g, (mark) => `\\${mark}`)
}
