/** Who speaks and to whom: I or we, tu or vous, 你 or 您, as the persona's voice says. What stands in quotation marks is somebody else's. */
import type { Lang } from '../../domain/message.ts'
import { listOf } from '../../hearing/packs/book.ts'
import { oneLine } from '../../words/letters/one-line.ts'
import { eachMatch } from '../../words/phrases/each-match.ts'
import { anyOf, occurs } from '../../words/phrases/patterns.ts'
import type { Persona } from '../persona.ts'
import type { Saying } from './saying.ts'
import { outside, type Range, sentences } from './sentences.ts'

type Spoken = 'singular' | 'plural'
type Address = 'familiar' | 'formal'

export interface Misspoken extends Range {
  readonly code: 'person' | 'address'
  readonly detail: string
}

const quotation =
  /“[^”\n]{0,300}”|«[^»\n]{0,300}»|„[^“”\n]{0,300}[“”]|"[^"\n]{0,300}"|「[^」\n]{0,300}」|『[^』\n]{0,300}』/gu

/** Sentences in the wrong person or with the wrong address. In a group several may be addressed at once. */
export function findMisspoken(text: string, persona: Persona, { lang, surface }: Pick<Saying, 'lang' | 'surface'>) {
  const { voice } = persona
  const wanted = addressOf(persona, lang)
  const isMany = surface === 'group' && wanted === 'familiar'
  const wrongPerson = seeker('person', voice.person === 'we' ? 'singular' : 'plural', lang)
  const wrongAddress = wanted === undefined || isMany ? undefined : seeker('address', other(wanted), lang)
  return sentences(text).flatMap(({ start, end }): Misspoken[] => {
    const said = withoutQuotations(text.slice(start, end), persona)
    const person = wrongPerson(said)
    const address = wrongAddress?.(said)
    return [
      ...(person === undefined ? [] : [{ start, end, code: 'person' as const, detail: person }]),
      ...(address === undefined ? [] : [{ start, end, code: 'address' as const, detail: address }]),
    ]
  })
}

/** The wrong address put right where one word stands for the other and nothing else changes with it. */
export function readdressed(text: string, persona: Persona, lang: Lang): string {
  const wanted = addressOf(persona, lang)
  if (wanted === undefined) return text
  const pairs = listOf('voice', 'address', 'swaps', lang).map((pair) => pair.split(' '))
  const swaps = new Map(
    pairs.map(([familiar = '', formal = '']) => (wanted === 'formal' ? [familiar, formal] : [formal, familiar])),
  )
  if (swaps.size === 0) return text
  const wrong = new RegExp([...swaps.keys()].map((word) => RegExp.escape(word)).join('|'), 'gu')
  const quoted = eachMatch(quotation, text).map((match) => ({ start: match.index, end: match.index + match[0].length }))
  return outside(text, quoted, (part) => part.replace(wrong, (word) => swaps.get(word) ?? word))
}

const other = (address: Address): Address => (address === 'formal' ? 'familiar' : 'formal')

/** Undefined where the persona does not say, or the language has but one. */
function addressOf({ voice }: Persona, lang: Lang): Address | undefined {
  const word = voice.address[lang]
  if (word === undefined) return undefined
  return (['familiar', 'formal'] as const).find((one) => seeker('address', one, lang)(`x ${word}`) !== undefined)
}

function withoutQuotations(text: string, { name, brand, nicknames }: Persona): string {
  const names = [name, brand.name, ...nicknames, ...brand.products.flatMap((product) => Object.values(product.name))]
  const bare = text.replace(quotation, ' ')
  return names.reduce((rest, one) => (one.length > 1 ? rest.replaceAll(one, ' ') : rest), bare)
}

type Seek = (sentence: string) => string | undefined

const seekers = new Map<string, Seek>()
function seeker(section: 'person' | 'address', name: Spoken | Address, lang: Lang): Seek {
  const key = `${section} ${name} ${lang}`
  const known = seekers.get(key)
  if (known) return known
  const made = createSeek(listOf('voice', section, name, lang))
  if (seekers.size < 1000) seekers.set(key, made)
  return made
}

/** A phrase with a capital is sought as it is written, and not where every word has a capital: German "Sie" is "they" at the beginning. */
function createSeek(phrases: readonly string[]): Seek {
  const isCapital = (phrase: string) => /(?<!\\)\p{Lu}/u.test(phrase.replace(/\\[pP]\{[^}]*\}/g, ''))
  const plain = phrases.filter((phrase) => !isCapital(phrase))
  const capital = phrases.filter(isCapital)
  const folded = plain.length > 0 ? anyOf(plain) : undefined
  const asWritten = capital.length > 0 ? anyOf(capital, (text) => text) : undefined
  return (sentence) => {
    const line = oneLine(sentence)
    if (folded && occurs(folded, line)) {
      folded.lastIndex = 0
      return folded.exec(line)?.[0].trim()
    }
    if (!asWritten) return undefined
    return eachMatch(asWritten, sentence).find(({ index }) => /\p{L}/u.test(sentence.slice(0, index)))?.[0]
  }
}
