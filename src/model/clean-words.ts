/** Takes out of a model's words what was meant for machines: its own tokens, notes to tools, citations, escapes. */
import { withoutThoughts } from './without-thoughts.ts'

const tokens = /<[|｜][^<>|｜\n]{1,40}[|｜]>|<\/?s>|^\s*<\/?[a-z]+(?:_[a-z]+)+>|<\/?[a-z]+(?:_[a-z]+)+>\s*$/g
const citations = /【[^【】\n]*†[^【】\n]*】/gu
/** `(INSERT_MEMORY_ACTION)`: no person writes so. */
const notes = /[([{<][A-Z]{2,}(?:_[A-Z]+)+[)\]}>]/g
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  '#39': "'",
  '#x27': "'",
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
  return withoutThoughts(text)
    .replace(tokens, '')
    .replace(citations, '')
    .replace(notes, '')
    .replace(/&(#?\w{2,5});/g, (whole: string, entity: string) => entities[entity.toLowerCase()] ?? whole)
    .replace(/(?<![\\:])(?:\\r)?\\n/g, '\n')
    .trim()
}
