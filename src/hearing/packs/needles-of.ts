/** The needles of a sign's phrases as the packs' builder found them: reading thousands of phrases for them takes longer than all else of a start. */
import type { Phrases } from '../../words/phrases/phrases.ts'
import { readNeedles } from './read-packs.ts'

let needles: ReturnType<typeof readNeedles> | undefined

/** Undefined for a sign that has none listed: then they are read from its phrases. */
export function needlesOf(lang: string, sign: string): Phrases['needles'] {
  needles ??= readNeedles()
  const lines = needles[lang]?.[sign]
  return lines && { says: lines.says.split('\n'), butNot: lines.butNot.split('\n') }
}
