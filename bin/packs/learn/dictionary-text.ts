/** The dictionaries of meanings of all packs as one text, as the program reads it: words folded as messages are. */
import { meanings } from '../../../src/hearing/learned/meanings.ts'
import { isUnspaced } from '../../../src/words/letters/scripts.ts'
import { readText } from '../../../src/words/read-text.ts'
import type { PackSource } from '../read-packs.ts'

/** Languages whose words grow particles and endings, so that every entry goes on. */
const growing: readonly string[] = ['ko', 'hi']

export function dictionaryText(packs: readonly PackSource[]): string {
  return packs
    .map(({ lang, data }) => [lang, data.get('meanings') as Readonly<Record<string, readonly string[]>>] as const)
    .filter(([, found]) => found)
    .map(([lang, found]) => lexiconText(lang, meanings, found))
    .join('\n')
}

/** The dictionary of one language; `names`: the meanings, in the order of their numbers. */
export function lexiconText(
  lang: string,
  names: readonly string[],
  found: Readonly<Record<string, readonly string[]>>,
): string {
  return [`=${lang}`, ...names.flatMap((name, at) => line(at, found[name] ?? [], lang))].join('\n')
}

function line(meaning: number, written: readonly string[], lang: string): string[] {
  const entries = new Set(written.flatMap((word) => entry(word, growing.includes(lang))))
  return entries.size > 0 ? [[meaning, ...entries].join('\t')] : []
}

function entry(written: string, isGrowing: boolean): string[] {
  const plain = (readText(written.replaceAll('*', '')).spaced[0] ?? '').replaceAll(' . ', ' ').trim()
  if (plain === '') return []
  const tight = plain.replaceAll(' ', '')
  if (isUnspaced(tight)) return [`~${tight}`]
  const isOpen = isGrowing || written.endsWith('*')
  const isTail = written.startsWith('*') && !plain.includes(' ')
  return [`${isTail ? '*' : ''}${plain}${isOpen ? '*' : ''}`]
}
