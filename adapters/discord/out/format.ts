/** Light markdown (*bold*, _italics_, `code`, [links](https://…)) → Discord's, everything else shown as written. */

/** A piece that is never cut: a link, code, a mention, a grapheme, a run of marked text. */
export interface Atom {
  readonly shown: string
  /** How good a place to end a part is after it: 3 paragraph, 2 line, 1 space, 0 none. */
  readonly breakAfter: 0 | 1 | 2 | 3
}

const ADDRESS = String.raw`https?:\/\/[^\s<>[\]\u3000-\u303f\uff00-\uffef]{1,2048}`

const TOKENS = new RegExp(
  [
    String.raw`(?<code>(?<!\x60)\x60[^\x60\n]{1,1000}\x60(?!\x60))`,
    String.raw`\[(?<label>[^\]\n]{1,300})\]\((?<to>[^\s()]{1,2048})\)`,
    `(?<url>${ADDRESS})`,
    String.raw`(?<![\p{L}\p{N}*\\])\*(?=[^\s*])(?<bold>[^*\n]{1,1000}?)(?<=[^\s*])\*(?![\p{L}\p{N}*])`,
    String.raw`(?<![\p{L}\p{N}_\\])_(?=[^\s_])(?<italic>[^_\n]{1,1000}?)(?<=[^\s_])_(?![\p{L}\p{N}_])`,
  ].join('|'),
  'gu',
)

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

export function format(text: string): string {
  return atomsOf(text)
    .map(({ shown }) => shown)
    .join('')
}

export function atomsOf(text: string): Atom[] {
  const atoms: Atom[] = []
  let from = 0
  for (const match of text.matchAll(TOKENS)) {
    atoms.push(...escapedAtoms(text.slice(from, match.index), isLineStart(text, from)))
    atoms.push({ shown: marked(match), breakAfter: 0 })
    from = match.index + match[0].length
  }
  return [...atoms, ...escapedAtoms(text.slice(from), isLineStart(text, from))]
}

/** As it is written, letter by letter; an address is left alone, which Discord shows as it is. */
export function literalAtoms(text: string): Atom[] {
  const atoms: Atom[] = []
  let from = 0
  const plain = (to?: number) => atoms.push(...plainAtoms(literally(text.slice(from, to), isLineStart(text, from))))
  for (const { index, 0: address } of text.matchAll(new RegExp(ADDRESS, 'gu'))) {
    plain(index)
    atoms.push({ shown: address, breakAfter: 0 })
    from = index + address.length
  }
  plain()
  return atoms
}

/** A line of its own, read as it is written. */
export function boldLine(words: string): Atom[] {
  const shown = literalAtoms(words).map((atom) => atom.shown)
  return [
    { shown: `**${shown.join('')}**`, breakAfter: 0 },
    { shown: '\n', breakAfter: 2 },
  ]
}

/** No bracket opens a link, also where an address stands in what would be its words. */
function literally(text: string, startsLine: boolean): string {
  return escaped(text, startsLine).replace(/(?<!\\)\[/g, '\\[')
}

function isLineStart(text: string, index: number): boolean {
  return index === 0 || text[index - 1] === '\n'
}

function marked({ 0: whole, groups = {} }: RegExpMatchArray): string {
  const { code, label, to, url, bold, italic } = groups
  if (code !== undefined) return code
  if (url !== undefined) return url
  if (bold !== undefined) return `**${format(bold)}**`
  if (italic !== undefined) return `_${format(italic)}_`
  if (label === undefined || to === undefined) return escaped(whole, false)
  // Discord shows a name only for web addresses.
  return /^https?:\/\//i.test(to)
    ? `[${escaped(label, false)}](${to})`
    : `${escaped(label, false)}: ${to.replace(/^(?:mailto|tel):/, '')}`
}

function escapedAtoms(text: string, startsLine: boolean): Atom[] {
  return plainAtoms(escaped(text, startsLine))
}

/** Mentions stay whole; an escape stays with what it escapes. */
export function plainAtoms(text: string): Atom[] {
  const atoms: Atom[] = []
  for (const run of text.split(/(\\?<[@#:/a-z][^>\s]{0,100}>|\\.)/u)) {
    if (/^(?:\\?<[@#:/a-z][^>\s]{0,100}>|\\.)$/u.test(run)) atoms.push({ shown: run, breakAfter: 0 })
    else
      for (const { segment } of graphemes.segment(run))
        atoms.push({ shown: segment, breakAfter: breakOf(segment, atoms) })
  }
  return atoms
}

function breakOf(segment: string, before: readonly Atom[]): Atom['breakAfter'] {
  if (segment === '\n') return before.at(-1)?.shown === '\n' ? 3 : 2
  if (/^[。！？、，]$/u.test(segment) || /^\s$/u.test(segment)) return 1
  return 0
}

/** Discord's own marks, so that they are seen and not followed: *, _, ~~, ||, `, \, mentions, headers, quotes, lists at a line's start. */
function escaped(text: string, startsLine: boolean): string {
  const inline = text
    .replace(/[\\*_`]/g, '\\$&')
    .replace(/~~/g, '\\~\\~')
    .replace(/\|\|/g, '\\|\\|')
    .replace(/<(?=[@#:/t]|a:|id:)/g, '\\<')
    .replace(/\[(?=[^\]\n]*\]\()/g, '\\[')
  const line = /(^|\n)([ \t]*)(#{1,3}(?=\s)|-#(?=\s)|>{1,3}(?=\s)|[-+](?=\s))/g
  return inline.replace(line, (whole, start: string, indent: string, mark: string) =>
    start === '' && !startsLine ? whole : `${start}${indent}\\${mark}`,
  )
}
