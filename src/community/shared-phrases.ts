/** Words and short phrases that several fans wrote alike: what can be shown of a talk without a sentence of anybody. Pure. */
import type { Lang } from '../domain/message.ts'
import { isUnspaced } from '../words/letters/scripts.ts'
import { findPersonalData } from '../words/personal-data/personal-data.ts'
import { segment } from '../words/terms/segment.ts'
import { stopWords } from '../words/terms/stop-words.ts'

export interface SaidByFan {
  readonly fan: string
  readonly text: string
  readonly lang?: Lang | undefined
}

/** Words of a phrase. */
const LONGEST = 3
const SHOWN = 3

/** Those that `least` fans wrote, the longest first, none within another; never with a word of `names`. */
export function sharedPhrases(
  said: readonly SaidByFan[],
  names: ReadonlySet<string>,
  least: number,
): readonly string[] {
  const fans = new Map<string, Set<string>>()
  for (const one of said)
    for (const phrase of phrasesOf(one, names)) {
      const wrote = fans.get(phrase) ?? new Set()
      fans.set(phrase, wrote.add(one.fan))
    }
  const shared = [...fans]
    .filter(([, wrote]) => wrote.size >= least)
    .toSorted(([a, byA], [b, byB]) => byB.size * [...b].length - byA.size * [...a].length)
    .map(([phrase]) => phrase)
  const shown: string[] = []
  for (const phrase of shared)
    if (!shown.some((one) => one.includes(phrase) || phrase.includes(one))) shown.push(phrase)
  return shown.slice(0, SHOWN)
}

/** Of neighbouring words within a clause, from one that carries matter to one that does. */
function phrasesOf({ text, lang }: SaidByFan, names: ReadonlySet<string>): ReadonlySet<string> {
  const stop = stopWords(lang)
  const found = new Set<string>()
  for (const clause of clausesOf(text)) {
    const words = segment(clause, lang)
    const isWhole = (word: string) => /\p{L}/u.test(word) && !/\p{N}{4}/u.test(word) && !names.has(word)
    const carries = (word: string | undefined) => word !== undefined && word.length > 1 && !stop.has(word)
    for (let start = 0; start < words.length; start++)
      for (let length = 1; length <= LONGEST && start + length <= words.length; length++) {
        const run = words.slice(start, start + length)
        if (carries(run[0]) && carries(run.at(-1)) && run.every(isWhole)) found.add(joined(run))
      }
  }
  return found
}

/** Without what names anybody: a mention or personal data ends a clause. */
function clausesOf(text: string): readonly string[] {
  let rest = text
  for (const { start, end } of findPersonalData(text))
    rest = `${rest.slice(0, start)}${'\n'.repeat(end - start)}${rest.slice(end)}`
  return rest.replaceAll(/@[\w.]{2,64}|https?:\/\/\S+/gu, '\n').split(/[.,;:!?\n。，！？、；：…–—()"“”]+/u)
}

function joined(words: readonly string[]): string {
  return words.reduce((all, word) => (isUnspaced(all.at(-1) ?? '') && isUnspaced(word) ? all + word : `${all} ${word}`))
}
