/** Takes out of a model's words what was meant for machines: its own tokens, notes to tools, citations, escapes. */
import { withoutThoughts } from './without-thoughts.ts'

const tokens = /<[|｜][^<>|｜\n]{1,40}[|｜]>|<\/?s>|^\s*<\/?[a-z]+(?:_[a-z]+)+>|<\/?[a-z]+(?:_[a-z]+)+>\s*$/g
const citations = /【[^【】\n]*†[^【】\n]*】/gu
/** `(INSERT_MEMORY_ACTION)`: no person writes so. */
const notes = /[([{<][A-Z]{2,}(?:_[A-Z]+)+[)\]}>]/g
const entities: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' },
  ...{ hellip: '…', mdash: '—', ndash: '–', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”' },
}

/** A machine's words for nothing, alone. */
const nothing = /^(?:\{\s*\}|\[\s*\]|null|none|undefined|nan|""|'')$/i
/** The whole of it between quotation marks, and none within. */
const quoted = /^(?:"([^"]+)"|“([^“”]+)”)$/

export function cleanWords(text: string): string {
  const cleaned = plainly(text)
  return nothing.test(cleaned) ? '' : cleaned.replace(quoted, '$1$2')
}

function plainly(text: string): string {
  return withoutThoughts(unescaped(text)).replace(tokens, '').replace(citations, '').replace(notes, '').trim()
}

/** Before all else: thinking may stand within marks that are escaped. */
function unescaped(text: string): string {
  return text
    .replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/&(?:#(\d{1,6})|#x([0-9a-f]{1,5})|(\w{2,6}));/gi, entity)
    .replace(/(?<![\\:])(?:\\r)?\\n/g, '\n')
}

function entity(whole: string, decimal?: string, hex?: string, named?: string): string {
  if (named !== undefined) return entities[named.toLowerCase()] ?? whole
  const point = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole
}
