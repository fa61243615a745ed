/** Tells by the look of its words, letter by letter, that a message is in a language the persona does not speak. */
import { detectAll } from 'tinyld'
import type { Lang } from '../../domain/message.ts'
import { segment } from '../terms/segment.ts'
import { stopWords } from '../terms/stop-words.ts'
import { tellingWords } from '../terms/telling-words.ts'

const READ_LIMIT = 400
/** Fewer words are a name, a slip or borrowed. */
const FEWEST = 3
/** From so many on the look of a text is steadier. */
const SEVERAL = 5
/** By how much another language is likelier than each that is spoken: of few words, of several. */
const LEAD = { few: 0.1, several: 0.05 }
/** Of its words, those that only a spoken language has: more, and it is in that one, with names or slips in it. */
const MOST_OWN = 0.2
/** Where more are small words of a spoken language, nothing is asked of the look. */
const PLAINLY_OWN = 0.5
/** By how much it is likelier than the next: less, and nobody can say which of them it is. */
const APART = 0.05

/** Who speaks one writes so that the look of a few words may be another's. */
const alike: readonly (readonly Lang[])[] = [
  ['da', 'no', 'nb', 'nn', 'sv'],
  ['cs', 'sk'],
  ['id', 'ms'],
  ['bs', 'hr', 'sl', 'sr'],
]

/** Known to the guess, and written by nobody who asks a shop. */
const invented: ReadonlySet<Lang> = new Set(['eo', 'io', 'la', 'tlh', 'vo'])

export interface ForeignLook {
  /** Undefined where it may as well be another that is not spoken. */
  readonly lang: Lang | undefined
}

/**
 * Undefined where it may be of a language in `spoken`, and of less than three words. On the examples of the packs for a shop that speaks
 * English and Chinese it hears three of four messages in languages of Latin letters, and takes one English message of a thousand for another.
 */
export function foreignByLook(text: string, spoken: readonly Lang[]): ForeignLook | undefined {
  const shown = text
    .slice(0, READ_LIMIT)
    .toLowerCase()
    .replaceAll(/\S*[@/\p{N}_]\S*/gu, ' ')
  const words = [...new Set(segment(shown))].filter((word) => /\p{L}/u.test(word))
  if (words.length < FEWEST) return undefined
  const own = words.filter((word) => spoken.some((lang) => has(word, lang)))
  if (own.length > PLAINLY_OWN * words.length) return undefined
  const near = new Set([...spoken, ...alike.filter((some) => some.some((lang) => spoken.includes(lang))).flat()])
  const guesses = guess(shown)
  const [best, next] = guesses.filter(({ lang }) => !near.has(lang))
  if (best === undefined) return undefined
  const ofSpoken = Math.max(0, ...guesses.filter(({ lang }) => near.has(lang)).map(({ accuracy }) => accuracy))
  if (best.accuracy - ofSpoken < (words.length < SEVERAL ? LEAD.few : LEAD.several)) return undefined
  if (own.filter((word) => !has(word, best.lang)).length > MOST_OWN * words.length) return undefined
  return { lang: best.accuracy - (next?.accuracy ?? 0) < APART ? undefined : best.lang }
}

const has = (word: string, lang: Lang) => stopWords(lang).has(word) || tellingWords(lang).has(word)

function guess(text: string): readonly { lang: Lang; accuracy: number }[] {
  try {
    return detectAll(text).filter(({ lang }) => !invented.has(lang))
  } catch {
    return []
  }
}
