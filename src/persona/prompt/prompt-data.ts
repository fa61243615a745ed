/** How data from outside stands in a prompt: quoted so that it can neither end its quotes nor open or close a tag. */

// Marks that could fake structure (< >), or hide or turn text around: controls, line separators, bidi marks, tag letters.
const dangerous =
  /[<>\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]|[\u{e0000}-\u{e0fff}]/gu

/** JSON, of anything, with the dangerous characters as `\u003c` escapes: still the same value to whoever parses it. */
export function quote(value: unknown): string {
  return JSON.stringify(value).replace(dangerous, (char) =>
    [...Array(char.length).keys()].map((unit) => `\\u${char.charCodeAt(unit).toString(16).padStart(4, '0')}`).join(''),
  )
}

/** `<tag>` around lines, or nothing when there are none. */
export function section(tag: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`<${tag}>\n${lines.join('\n')}\n</${tag}>`]
}

/** An instruction of ours on one line, without what could fake structure: it may name what a fan wrote. */
export function plainLine(text: string): string {
  return text.replace(dangerous, ' ').replace(/\s+/g, ' ').trim()
}

/** A part of the prefix under its title; empty when nothing is in it. */
export function part(title: string, lines: readonly (string | undefined)[]): string {
  const said = lines.filter((line) => line !== undefined && line !== '')
  return said.length === 0 ? '' : [`# ${title}`, ...said].join('\n')
}

/** Points, one a line. */
export function list(items: readonly string[]): string {
  return items.map((item) => `- ${item.replaceAll('\n', '\n  ')}`).join('\n')
}
