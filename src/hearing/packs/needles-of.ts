/** The needles of a sign's phrases as the packs' builder found them: reading thousands of phrases for them takes longer than all else of a start. */
import type { Phrases } from '../../words/phrases/phrases.ts'
import { needles } from './needles.ts'

/** Undefined for a sign that has none listed: then they are read from its phrases. */
export function needlesOf(lang: string, sign: string): Phrases['needles'] {
  const lines = needles[lang]?.[sign]
  return lines && { says: read(lines.says), butNot: read(lines.butNot) }
}

function read(lines: string): readonly (readonly string[])[] {
  return lines.split('\n').map((line) => (line === '' ? [] : line.split('\t')))
}
