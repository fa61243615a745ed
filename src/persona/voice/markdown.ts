/** Brings markdown down to what a surface shows: nothing, or *bold*, _italic_, `code` and [links](https://…). */
import { outside, urlRanges } from './sentences.ts'

type Abilities = 'none' | 'light'

/** Plain or light text. Applied again it changes nothing. */
export function renderMarkdown(text: string, abilities: Abilities): string {
  let rendered = text
  // Marks inside marks come to light one layer a round; each round shortens the text or ends the loop.
  for (let round = 0; round < 6; round++) {
    const next = inline(blocks(rendered), abilities)
    if (next === rendered) break
    rendered = next
  }
  return rendered
}

/** Line by line: headers, lists, quotes, rules, fences, tables. */
function blocks(text: string): string {
  const lines: string[] = []
  for (const line of text.split('\n')) {
    if (/^\s*(?:```|~~~)/.test(line)) {
      const oneLine = /^\s*```([^`]+)```\s*$/.exec(line)?.[1]
      if (oneLine !== undefined) lines.push(oneLine.trim())
      continue
    }
    if (/^\s*(?:-\s?){3,}$|^\s*(?:\*\s?){3,}$|^\s*(?:_\s?){3,}$|^\s*={3,}\s*$/.test(line)) continue
    if (/^\s*\|.*\|\s*$/.test(line)) {
      const cells = line
        .trim()
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim())
      if (cells.every((cell) => /^:?-*:?$/.test(cell))) continue
      lines.push(cells.filter((cell) => cell !== '').join(' · '))
      continue
    }
    lines.push(
      line
        .replace(/^\s{0,3}#{1,6}\s+(.*?)[\s#]*$/, '$1')
        .replace(/^\s*(?:>\s?)+/, '')
        .replace(/^(\s*)[-*+•‣▪◦]\s+(?:\[[ xX]\]\s+)?(?=\S)/, '$1· '),
    )
  }
  return lines.join('\n')
}

const tag =
  /<\/?(?:b|i|u|s|em|strong|p|div|span|ul|ol|small|sub|sup|font|center|h[1-6]|code|pre|del|ins|mark)(?:\s[^<>\n]{0,200})?>/gi
const escaped = /\\([\\*_[\]()~`#+.!>|{}-])/g

function inline(text: string, abilities: Abilities): string {
  const linked = text
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/<li(?:\s[^<>\n]{0,200})?>/gi, '\n· ')
    .replace(/<\/li>/gi, '')
    .replace(
      /<a\s[^<>\n]{0,200}?href=["']([^"'<>\s]{1,2048})["'][^<>\n]{0,200}>([^<\n]{0,300})<\/a>/gi,
      (_, to: string, label: string) => named(label, to),
    )
    .replace(tag, '')
    .replace(/<((?:https?:\/\/|mailto:)[^\s<>]{1,2048})>/g, '$1')
    .replace(/!\[([^\]\n]{0,300})\]\(([^\s()]{1,2048})(?:\s+"[^"\n]{0,200}")?\)/g, (_, label: string, to: string) =>
      named(label, to),
    )
    .replace(/\[([^\]\n]{1,300})\]\(([^\s()]{1,2048})(?:\s+"[^"\n]{0,200}")?\)/g, (link, label: string, to: string) =>
      abilities === 'light' && /^(?:https?|mailto|tel|tg):/.test(to) ? `[${label}](${to})` : named(label, to) || link,
    )
  const marked = outside(linked, urlRanges(linked), (part) => marks(part, abilities))
  return marked
}

/** `menu`, `https://x` → `menu: https://x`; a label that only repeats the address is left out. */
function named(label: string, to: string): string {
  const name = label.replace(/[*_`]/g, '').trim()
  const isSame =
    name === '' || to === name || to.replace(/^(?:https?:\/\/|mailto:|tel:)/, '').replace(/\/$/, '') === name
  return isSame ? to.replace(/^(?:mailto|tel):/, '') : `${name}: ${to}`
}

// A mark opens before a letter and closes after one, at a word's edge: 2 * 3 * 4 and snake_case_name are no marks.
// Two stars are a mark also within a word, and pair in the order they stand: Chinese sets no spaces around what is bold.
const strong = /(?<!\*)\*{2,3}(?=[^\s*])([^*\n]{1,1000}?)(?<=[^\s*])\*{2,3}(?!\*)/gu
const strongLow = /(?<![\p{L}\p{N}_])__(?=[^\s_])([^_\n]{1,1000}?)(?<=[^\s_])__(?![\p{L}\p{N}_])/gu
const single = /(?<![\p{L}\p{N}*\\])\*(?=[^\s*])([^*\n]{1,1000}?)(?<=[^\s*])\*(?![\p{L}\p{N}*])/gu
const singleLow = /(?<![\p{L}\p{N}_\\])_(?=[^\s_])([^_\n]{1,1000}?)(?<=[^\s_])_(?![\p{L}\p{N}_])/gu
const struck = /~~(?=[^\s~])([^~\n]{1,1000}?)(?<=[^\s~])~~/gu
const code = /`{1,3}([^`\n]{1,1000}?)`{1,3}/g

function marks(text: string, abilities: Abilities): string {
  const bold = abilities === 'light' ? '*$1*' : '$1'
  const strongly = text.replace(strong, bold).replace(strongLow, bold).replace(struck, '$1')
  if (abilities === 'light') return strongly.replace(code, '`$1`')
  return strongly.replace(single, '$1').replace(singleLow, '$1').replace(code, '$1').replace(escaped, '$1')
}
