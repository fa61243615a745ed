/**
 * What fans ask brands about goes by many names: `postage`, `shipping cost` and `how much is delivery` share a subject though
 * no word. Subjects are named alike in all languages, so a question also comes near to phrasings in another one.
 */
import type { Lang } from '../../domain/message.ts'
import { fold } from '../../words/letters/fold.ts'
import { isUnspaced } from '../../words/letters/scripts.ts'
import { packs } from '../packs/packs.ts'

interface Lexicon {
  /** Folded beginnings of words, two words, or letters that stand anywhere in a script without spaces → subjects. */
  readonly subjects: ReadonlyMap<string, readonly string[]>
  readonly longest: number
}

const built = new Map<Lang, Lexicon>()
/** Shorter entries must be the whole word; a Korean syllable says as much as a word's beginning elsewhere. */
const shortestBeginning = 4

/** The subjects that folded words touch, each once; none in a language without a list. */
export function subjectsOf(words: readonly string[], lang: Lang | undefined): string[] {
  const lexicon = lexiconOf(lang ?? '')
  if (!lexicon) return []
  const { subjects, longest } = lexicon
  const found = new Set<string>()
  const look = (key: string) => {
    for (const subject of subjects.get(key) ?? []) found.add(subject)
  }
  const least = lang === 'ko' ? 1 : shortestBeginning
  for (const [at, word] of words.entries()) {
    if (at > 0) look(`${words[at - 1]} ${word}`)
    if (isUnspaced(word)) continue
    const most = Math.min(word.length, longest)
    for (let size = Math.min(word.length, least); size <= most; size++) look(word.slice(0, size))
  }
  const letters = words.filter(isUnspaced).join('')
  for (let start = 0; start < letters.length; start++) {
    for (let end = start + 1; end <= Math.min(letters.length, start + longest); end++) look(letters.slice(start, end))
  }
  return [...found]
}

function lexiconOf(lang: Lang): Lexicon | undefined {
  const known = built.get(lang)
  const list = packs[lang]?.subjects
  if (known || list === undefined) return known
  const subjects = new Map<string, string[]>()
  let longest = 1
  for (const [subject, words] of Object.entries(list)) {
    for (const word of words.split(' ')) {
      const key = fold(word.replaceAll('_', ' '))
      longest = Math.max(longest, key.length)
      subjects.set(key, [...(subjects.get(key) ?? []), subject])
    }
  }
  const lexicon = { subjects, longest }
  built.set(lang, lexicon)
  return lexicon
}
