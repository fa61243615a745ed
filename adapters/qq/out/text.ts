/**
 * Words as QQ takes them. A link, or what only looks like one, makes QQ refuse the whole message unless its domain is registered; so its dots
 * are written full-width, which a person reads and QQ does not.
 */
import type { Button } from '#mascot'

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

/** Letter by letter: what would be a mark of Markdown is none. */
export function plainMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+!|~>-]/g, (mark) => `\\${mark}`)
}
