/** Light markdown → plain text with entities, so that no text can fail to parse on the server. */
import type { MessageEntity } from 'grammy/types'

export interface Formatted {
  readonly text: string
  /** Offsets and lengths in UTF-16 units, as the Bot API counts and as JavaScript does. */
  readonly entities: readonly MessageEntity[]
}

// A mark opens and closes at a word's edge: 2 * 3 * 4 and snake_case_name are no marks. Scripts without spaces have no
// such edges. Every repetition is bounded, so that no text is slow to read.
const WORD = String.raw`[[\p{L}\p{N}]--[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]]`
const mark = (sign: string, name: string) =>
  String.raw`(?<!${WORD}|[${sign}\\])${sign}(?<${name}>[^\s${sign}](?:[^${sign}\n]{0,1000}[^\s${sign}])?)${sign}(?!${WORD}|${sign})`
const inline = new RegExp(
  [
    '(?<!`)`(?<code>[^`\\n]{1,1000})`(?!`)',
    String.raw`\[(?<label>[^\]\n]{1,300})\]\((?<to>[^\s\(\)]{1,2000}(?:\([^\s\(\)]{0,300}\))?[^\s\(\)]{0,300})\)`,
    String.raw`(?<address>https?:\/\/[^\s<>\(\)]{1,2048})`,
    mark(String.raw`\*`, 'bold'),
    mark('_', 'italic'),
    String.raw`\\(?<escaped>[\\*_\[\]\(\)~\`#+.!\-])`,
  ].join('|'),
  'gv',
)

/** `*bold*`, `_italic_`, `` `code` `` and `[label](url)`; whatever is none of these stays as it is written. */
export function format(markdown: string): Formatted {
  const out = { text: '', entities: [] as MessageEntity[] }
  read(markdown.trim(), out)
  return { text: out.text, entities: out.entities.toSorted((a, b) => a.offset - b.offset || b.length - a.length) }
}

/** As it is written, letter by letter. */
export function literal(words: string): Formatted {
  return { text: words.trim(), entities: [] }
}

function read(source: string, out: { text: string; entities: MessageEntity[] }): void {
  let from = 0
  for (const match of source.matchAll(inline)) {
    out.text += source.slice(from, match.index)
    from = match.index + match[0].length
    const { code, label, to, bold, italic, escaped } = match.groups ?? {}
    const offset = out.text.length
    const length = () => out.text.length - offset
    if (code !== undefined) {
      out.text += code
      if (code.trim() !== '') out.entities.push({ type: 'code', offset, length: length() })
    } else if (label !== undefined && to !== undefined) {
      read(label, out)
      const url = linkTo(to)
      if (url) out.entities.push({ type: 'text_link', offset, length: length(), url })
      else if (label !== to) out.text += ` (${to.replace(/^(?:mailto|tel):/, '')})`
    } else if (bold !== undefined || italic !== undefined) {
      read(bold ?? italic ?? '', out)
      out.entities.push({ type: bold === undefined ? 'italic' : 'bold', offset, length: length() })
    } else out.text += escaped ?? match[0]
  }
  out.text += source.slice(from)
}

/** Links Telegram would drop without a word (mailto:, tel:) are written out instead. */
function linkTo(to: string): string | undefined {
  return /^(?:https?|tg):\/\//i.test(to) && URL.canParse(to) ? to : undefined
}
