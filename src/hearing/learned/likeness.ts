/** How like a message is to the packs' examples: what no list of phrases holds is heard by it. Learnt when the packs are built. Pure. */
import { isUnspaced } from '../../words/letters/scripts.ts'
import { once } from '../../words/once.ts'
import { type Reading, readText } from '../../words/read-text.ts'
import { rememberFew, rememberWords } from '../../words/remember-last.ts'
import { type SoftKind, softKinds } from '../soft-kinds.ts'
import { dictionary } from './dictionary.ts'
import { featuresOf } from './features.ts'
import { type DangerSign, dangerSigns, type LearnedSign, learnedSigns } from './learned-signs.ts'
import { bars, meant, worded } from './learnt.ts'
import { lexiconFrom } from './lexicon.ts'
import { meaningFeatures } from './meaning-features.ts'
import { type Meaning, meanings } from './meanings.ts'
import { languagesKnowing, readMeanings, type Word } from './read-meanings.ts'
import { createWeighing, silentBeside, WORDS_COUNT } from './weighed.ts'

export interface SoftGuess {
  readonly kind: SoftKind
  /** 0–1; low when the message resembles none of the examples or several kinds of them. */
  readonly confidence: number
}

/** `sure`: hardly any near miss among the examples comes so close; `likely`: few do. */
export type Likeness = 'sure' | 'likely'

const LEAST_WORDS = 4
const LEAST_LETTERS = 7
const OUTPUTS = learnedSigns.length + softKinds.length
const weighWords = createWeighing(worded, silentBeside.words)
const weighMeanings = createWeighing(meant, silentBeside.meanings)
/** Made when the first message comes, or at the warm-up before it. */
const lexicon = once(() => lexiconFrom(dictionary()))

const known = new WeakMap<Reading, Float64Array>()
const readWords = new WeakMap<Reading, readonly Word[]>()
function wordsOf(reading: Reading): readonly Word[] {
  const found = readWords.get(reading) ?? readMeanings(reading, lexicon())
  readWords.set(reading, found)
  return found
}

export function likenessTo(sign: LearnedSign, reading: Reading): Likeness | undefined {
  const value = valuesOf(reading)[learnedSigns.indexOf(sign)] ?? 0
  const { likely, sure } = bars[sign]
  return value > sure && isLong(reading) ? 'sure' : value > likely ? 'likely' : undefined
}

/** Of a few words nothing is sure. */
function isLong({ spaced: [text = ''], tight }: Reading): boolean {
  return isUnspaced(tight)
    ? tight.length >= LEAST_LETTERS
    : text.split(' ').filter((word) => /[\p{L}\p{N}]/u.test(word)).length >= LEAST_WORDS
}

/** The danger whose examples it is most like, if it is like any. */
export function likestDanger(reading: Reading): { sign: DangerSign; likeness: Likeness } | undefined {
  const likeness = likenessTo('danger', reading)
  if (!likeness) return undefined
  const values = valuesOf(reading)
  const valueIn = (sign: DangerSign) => values[learnedSigns.indexOf(sign)] ?? 0
  const sign = dangerSigns.toSorted((a, b) => valueIn(b) - valueIn(a))[0] ?? 'safety'
  return { sign, likeness }
}

/** Softmax over the kinds. */
export function guessKind(reading: Reading): SoftGuess {
  const powers = valuesOf(reading)
    .subarray(learnedSigns.length)
    .map((value) => Math.exp(value))
  const total = powers.reduce((sum, power) => sum + power, 0)
  const most = Math.max(...powers)
  return { kind: softKinds[powers.indexOf(most)] ?? 'question', confidence: most / total }
}

/** The languages in whose dictionary of meanings a word stands. */
export const languagesOfWord = (word: string): readonly string[] => languagesKnowing(word, lexicon())

/** Word by word, what each may stand for. */
export function meaningsOf(text: string): readonly (readonly Meaning[])[] {
  return wordsOf(readText(text)).map((word) => word.meanings.flatMap((place) => meanings[place] ?? []))
}

/** A text's words with one sign for whoever speaks: I and we, mine and ours. */
export const withOneSpeaker: (text: string) => Reading = rememberFew((text) => {
  const [words = ''] = readText(text).spaced
  return readText(words.split(' ').map(speakerIn).join(' '))
})
const speakerIn = rememberWords((token: string): string => {
  const isSpeaker = ({ meanings: [one, ...more] }: Word) => one === SELF && more.length === 0
  const words = readMeanings(readText(token), lexicon())
  return words.some(isSpeaker) ? words.map((word) => (isSpeaker(word) ? SPEAKER : word.text)).join('') : token
})
const SELF = meanings.indexOf('self')
/** In scripts with spaces a word, in others a letter, that nothing else is written with. */
const SPEAKER = 'ꙮ'

/** By output: the signs', from words and meanings; then the kinds', from the words alone. */
function valuesOf(reading: Reading): Float64Array {
  const found = known.get(reading)
  if (found) return found
  const values = new Float64Array(OUTPUTS)
  weighWords(featuresOf(reading), values)
  for (let sign = 0; sign < learnedSigns.length; sign++) values[sign] = (values[sign] ?? 0) * WORDS_COUNT
  weighMeanings(meaningFeatures(wordsOf(reading)), values)
  known.set(reading, values)
  return values
}
