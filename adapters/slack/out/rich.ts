/**
 * Words as Slack's rich text: in it every letter is what it is, so that nothing in them calls a member or a whole channel. Light markdown (*bold*,
 * _italics_, `code`, [links](https://…)) becomes styles. https://docs.slack.dev/reference/block-kit/blocks/rich-text-block
 */

type Style = Partial<Record<'bold' | 'italic' | 'code', true>>
export interface Element {
  readonly type: 'text' | 'link'
  readonly text?: string
  readonly url?: string
  readonly style?: Style
}

const ADDRESS = String.raw`https?:\/\/[^\s<>[\]\u3000-\u303f\uff00-\uffef]{1,2000}`
const TOKENS = new RegExp(
  [
    String.raw`(?<!\x60)\x60(?<code>[^\x60\n]{1,1000})\x60(?!\x60)`,
    String.raw`\[(?<label>[^\]\n]{1,300})\]\((?<to>[^\s()]{1,2000})\)`,
    `(?<url>${ADDRESS})`,
    String.raw`(?<![\p{L}\p{N}*\\])\*(?=[^\s*])(?<bold>[^*\n]{1,1000}?)(?<=[^\s*])\*(?![\p{L}\p{N}*])`,
    String.raw`(?<![\p{L}\p{N}_\\])_(?=[^\s_])(?<italic>[^_\n]{1,1000}?)(?<=[^\s_])_(?![\p{L}\p{N}_])`,
  ].join('|'),
  'gu',
)

export function elementsOf(words: string, style: Style = {}): Element[] {
  return pieces(
    words,
    TOKENS,
    (text) => plain(text, style),
    ({ 0: whole, groups = {} }) => {
      const { code, label, to, url, bold, italic } = groups
      if (code !== undefined) return [plain(code, { ...style, code: true })]
      if (bold !== undefined) return elementsOf(bold, { ...style, bold: true })
      if (italic !== undefined) return elementsOf(italic, { ...style, italic: true })
      if (url !== undefined) return [link(url, undefined, style)]
      return label !== undefined && to !== undefined && URL.canParse(to)
        ? [link(to, label, style)]
        : [plain(whole, style)]
    },
  )
}

/** Letter by letter; an address can still be followed. */
export function literalElements(words: string): Element[] {
  return pieces(
    words,
    new RegExp(ADDRESS, 'gu'),
    (text) => plain(text, {}),
    ([url]) => [link(url, undefined, {})],
  )
}

function pieces(
  words: string,
  tokens: RegExp,
  between: (text: string) => Element,
  made: (match: RegExpMatchArray) => readonly Element[],
): Element[] {
  const found: Element[] = []
  let from = 0
  for (const match of words.matchAll(tokens)) {
    if (match.index > from) found.push(between(words.slice(from, match.index)))
    found.push(...made(match))
    from = match.index + match[0].length
  }
  if (from < words.length) found.push(between(words.slice(from)))
  return found
}

const styled = (style: Style) => (Object.keys(style).length > 0 ? { style } : {})
const plain = (text: string, style: Style): Element => ({ type: 'text', text, ...styled(style) })
const link = (url: string, text: string | undefined, style: Style): Element => ({
  ...{ type: 'link', url, ...(text !== undefined && { text }), ...styled(style) },
})

export const richBlock = (elements: readonly Element[]): object => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements }],
})

/** What a notification shows, where rich text is not: without marks, and nothing in it calls anybody. */
export function bareWords(elements: readonly Element[]): string {
  const words = elements.map(({ text, url }) => text ?? url ?? '').join('')
  return words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}
