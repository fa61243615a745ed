/** What a fan tells of themselves in so many words, in whatever language: a name, an allergy, that there is none; each as it was written. Pure. */
import type { Lang } from '../domain/message.ts'
import { caseless } from '../words/letters/caseless.ts'
import { fold } from '../words/letters/fold.ts'
import { isUnspaced } from '../words/letters/scripts.ts'
import { once } from '../words/once.ts'
import { rememberFew, rememberWords } from '../words/remember-last.ts'
import { inAllLanguages } from '../words/terms/in-all-languages.ts'
import { stopWords } from '../words/terms/stop-words.ts'
import { tellingWords } from '../words/terms/telling-words.ts'
import { languagesOfWord } from './learned/likeness.ts'
import type { FactTexts } from './packs/pack.ts'
import { packs } from './packs/packs.ts'

export interface Told {
  readonly kind: keyof FactTexts
  /** In whose phrase it is told. */
  readonly lang: Lang
  /** Empty where nothing is named. */
  readonly value: string
  /** Where the whole of it stands in the text. */
  readonly start: number
  readonly end: number
}

const kinds = ['named', 'called', 'introduced', 'notNamed', 'allergic', 'notAllergic'] as const
/** In UTF-16 units. */
const READ = 2_000
const apostrophe = /['’ʼ]/u
const LONGEST_THING = 60

interface Template {
  readonly lang: Lang
  readonly kind: keyof FactTexts
  /** Of its words, all of which stand wherever it is told, the caseless form. */
  readonly words: readonly string[]
  /** Made when it may hold for the first time: few of some hundreds ever do. */
  readonly pattern: () => RegExp
}

const templates = once((): readonly Template[] =>
  Object.entries(packs).flatMap(([lang, { facts }]) =>
    kinds.flatMap((kind) =>
      (facts?.[kind] ?? [])
        .flatMap((text) => (kind === 'allergic' ? withJoined(text, lang) : [text]))
        .map((text) => ({
          ...{ lang, kind, words: caseless(text).split(betweenWords).filter(Boolean) },
          pattern: once(() => patternOf(text)),
        })),
    ),
  ),
)
/**
 * "Ik heet Kim en ben allergisch voor noten": behind a name that was told, in whose place points stand, who it is need not be said again;
 * and an "and" of one letter hangs on the word behind it.
 */
function withJoined(text: string, lang: Lang): readonly string[] {
  if (isUnspaced(text.replace(/\{\w+\}/g, ''))) return [text]
  const { words, facts } = packs[lang] ?? {}
  const between = words?.joins?.between ?? []
  const hanging = between.filter((join) => /^\p{Lo}$/u.test(join)).map((join) => `${join}${text}`)
  const [first = '', ...rest] = text.split(' ')
  // What opens a name that is told says who it is.
  const isSubject = [...(facts?.named ?? []), ...(facts?.introduced ?? [])].some((one) => one.startsWith(`${first} `))
  const behind = isSubject
    ? ['.,', ...between.map((join) => `. ${join}`)].map((join) => `${join} ${rest.join(' ')}`)
    : []
  return [text, ...hanging, ...behind]
}
const betweenWords = /\{(?:name|thing)\}|[ '’ʼ]/u

/** Those that may hold in a text. */
const likelyIn = rememberFew((text) => {
  const form = caseless(text)
  return templates().filter(({ words }) => words.every((word) => form.includes(word)))
})

/** A name has no spaces where its words have none; else a second part of it has a capital. */
const SPACED_NAME = String.raw`(\p{L}[\p{L}\p{M}'’-]{0,30}(?: \p{Lu}[\p{L}\p{M}'’-]{1,30})?)`
const UNSPACED_NAME = String.raw`([\p{L}\p{M}ー・]{1,14}?)`
const SPACED_THING = String.raw`([\p{L}\p{M}'’, -]{2,${LONGEST_THING}})`
const UNSPACED_THING = String.raw`([\p{L}\p{M}ー]{1,14}?)`
/** What goes on behind a name or a thing in a script without spaces: a mark, the end, or a word that ends such a clause. */
const UNSPACED_END = String.raw`(?=(?:吧|就行|就好|ค่ะ|ครับ|นะ|คะ)|[^\p{L}\p{M}]|$)`

function patternOf(text: string): RegExp {
  const isTight = isUnspaced(text.replace(/\{\w+\}/g, ''))
  const literal = (part: string) =>
    part === ''
      ? ''
      : `(?i:${part
          .split('')
          .map((letter) =>
            letter === ' '
              ? isTight
                ? String.raw`\s*`
                : String.raw`\s+`
              : apostrophe.test(letter)
                ? "['’ʼ]?"
                : RegExp.escape(letter),
          )
          .join('')})`
  const hole = (name: string) =>
    name === 'name' ? (isTight ? UNSPACED_NAME : SPACED_NAME) : isTight ? UNSPACED_THING : SPACED_THING
  const parts = text.split(/\{(name|thing)\}/)
  const body = parts.map((part, at) => (at % 2 === 1 ? hole(part) : literal(part))).join('')
  const begins = isTight
    ? text.startsWith('{')
      ? String.raw`(?<=^|[^\p{L}\p{M}]|は|我)`
      : ''
    : String.raw`(?<![\p{L}\p{M}\p{N}])`
  const ends = isTight ? (text.endsWith('}') ? UNSPACED_END : '') : String.raw`(?![\p{L}\p{M}\p{N}])`
  return new RegExp(`${begins}${body}${ends}`, 'du')
}

/** Each kind once, the first that holds; what denies goes before what tells, and what is denied is told by nothing. */
export function toldOfSelf(text: string, lang: Lang): readonly Told[] {
  const read = text.slice(0, READ)
  const found = (kind: keyof FactTexts, within = read) => {
    const all = likelyIn(within).flatMap((one) => (one.kind === kind ? (told(one, within, lang) ?? []) : []))
    return all.toSorted((a, b) => b.value.length - a.value.length)[0]
  }
  const notNamed = found('notNamed')
  const others = notNamed ? without(read, notNamed) : read
  const name = found('named', others) ?? found('called', others) ?? introduced(found, others, notNamed !== undefined)
  // "My name is Petra and I'm allergic to sesame": the name is no part of the thing, wherever a language puts it.
  const rest = name ? (name.kind === 'introduced' ? withoutNameIn(others, name) : without(others, name)) : others
  const denied = found('notAllergic', rest)
  const allergy = denied ? undefined : found('allergic', rest)
  return [name?.kind === 'introduced' ? { ...name, kind: 'named' as const } : name, notNamed, allergy, denied].flatMap(
    (one) => one ?? [],
  )
}

/** "I'm Kim": a name where another was denied just now, or an allergy is told beside it; else only where nothing else looks like it. */
function introduced(
  found: (kind: keyof FactTexts, within?: string) => Told | undefined,
  text: string,
  isCorrection: boolean,
): Told | undefined {
  const one = found('introduced', text)
  if (!one || !endsThere(text.slice(one.end))) return undefined
  const [first = ''] = one.value.split(' ')
  if (/^\p{sc=Hangul}/u.test(first)) return koreanName.test(first) && !isWord(first, 'ko') ? one : undefined
  if (!/^\p{Lu}/u.test(first) || isShout(first, text) || isWord(first, one.lang)) return undefined
  // German writes every noun with a capital, English where people are from.
  const mayBeOther = one.lang === 'de' || peoples.test(first) || isLanguage(first, one.lang)
  return isCorrection || (!mayBeOther && found('allergic', withoutNameIn(text, one))) ? one : undefined
}

/** "I'm Kim, …", "I'm Kim and …". */
function endsThere(rest: string): boolean {
  const next = /^\s+(\p{L}+)\s/u.exec(rest)?.[1]
  return (
    /^\s*(?:$|[,.!;:)，。！]|\p{Emoji_Presentation})/u.test(rest) || (next !== undefined && joins().has(fold(next)))
  )
}

/** A family name of the commonest and two syllables, but for the endings of what people are by trade or country. */
const koreanName = /^[김이박최정강조윤장임오한신서권황안송홍유]\p{sc=Hangul}(?![인자가원생님부사]$)\p{sc=Hangul}$/u
const peoples = /(?:ic|ican|ese|ish|[cdglnrst]ian)$/iu
const isLanguage = (word: string, lang: Lang) => languageNames(lang).has(word.toLowerCase())
const languageNames = rememberWords(
  (lang) =>
    new Set(
      Object.keys(packs).map((of) => (new Intl.DisplayNames(lang, { type: 'language' }).of(of) ?? '').toLowerCase()),
    ),
)

/** A word of the language or of English, and so no name where it is written small. */
function isWord(word: string, lang: Lang): boolean {
  const known = languagesOfWord(fold(word))
  return known.includes(lang) || known.includes('en')
}

/** "I'm Petra, allergic to sesame" as "I'm allergic to sesame", as long. */
function withoutNameIn(text: string, { end, value }: Told): string {
  const [comma = ''] = /^\s*,/u.exec(text.slice(end)) ?? []
  const start = end - value.length
  return `${text.slice(0, start)}${' '.repeat(value.length + comma.length)}${text.slice(end + comma.length)}`
}

/** The same text, as long, with a mark in the place of what was told. */
function without(text: string, { start, end }: Pick<Told, 'start' | 'end'>): string {
  return `${text.slice(0, start)}${'.'.repeat(end - start)}${text.slice(end)}`
}

/** Where names stand by which people tell how they are called, in whatever language; in UTF-16 units. */
export function namesOfSelf(text: string): readonly { readonly start: number; readonly end: number }[] {
  const read = text.slice(0, READ)
  const namings = likelyIn(read).filter(({ kind }) => kind === 'named' || kind === 'called')
  return namings.flatMap((template) => {
    const one = told(template, read, template.lang)
    const [start] = one ? (template.pattern().exec(read)?.indices?.[1] ?? []) : []
    return one && start !== undefined ? [{ start, end: start + one.value.length }] : []
  })
}

/** The text without "call me Di-Di": who says how they are called asks for no call. */
export function withoutNaming(text: string): string {
  const read = text.slice(0, READ)
  for (const template of likelyIn(read)) {
    const one = template.kind === 'called' ? told(template, read, 'en') : undefined
    if (one) return `${text.slice(0, one.start)} ${text.slice(one.end)}`
  }
  return text
}

/** The text without "I am not allergic to nuts": who says so is not hurt by them. */
export function withoutDeniedAllergy(text: string): string {
  const denied = toldOfSelf(text, 'en').find(({ kind }) => kind === 'notAllergic')
  return denied ? `${text.slice(0, denied.start)} ${text.slice(denied.end)}` : text
}

/** The text without names and allergies that were told, as long. */
export function withoutToldOfSelf(text: string, lang: Lang): string {
  return toldOfSelf(text, lang).reduce(without, text)
}

function told({ kind, pattern, lang: own }: Template, text: string, lang: Lang): Told | undefined {
  const match = pattern().exec(text)
  if (!match) return undefined
  const isName = kind !== 'allergic' && kind !== 'notAllergic'
  const said = match[1] ?? ''
  const value = isName ? nameIn(said, lang) : thingIn(said, lang, own)
  const at = { lang: own, start: match.index, end: match.index + match[0].length - (said.length - value.length) }
  // "I can eat nuts now?" asks whether it is so.
  if (kind === 'notAllergic' && /^[^,.;!\n，。]*[?？]/u.test(text.slice(at.end))) return undefined
  if (!isName) return isBetween(said, match[0]) && saysLittle(said, own) ? undefined : { kind, value, ...at }
  if (kind === 'notNamed' && said === '')
    return /^\s*[\p{L}\p{N}]/u.test(text.slice(at.end)) ? undefined : { kind, value, ...at }
  // "My name is not Kim" tells none; an address or a handle is none.
  if (isSmallWord(value.split(' ')[0] ?? '', own) || /^[:/@._]+[\p{L}\p{N}/]/u.test(text.slice(at.end)))
    return undefined
  return isNameHere(value, kind !== 'named', text, at) ? { kind, value, ...at } : undefined
}

/** "Tom AND": a small word is no second name. */
function nameIn(said: string, lang: Lang): string {
  const [first = '', second] = said.trim().split(' ')
  return second === undefined || isSmallWord(second, lang) || isSmallWord(first, lang) ? first : `${first} ${second}`
}

function isSmallWord(word: string, lang: Lang): boolean {
  return ['en', lang].some((one) => stopWords(one).has(fold(word)) || tellingWords(one).has(fold(word)))
}

/** Up to where another clause begins: "nuts and I love latte", "nuts but", "nuts, my". */
function thingIn(said: string, lang: Lang, own: Lang): string {
  const words = said.trim().split(' ')
  // In front of the thing, in a language that puts it first: "and", and who it is.
  while (words.length > 1 && isInFront(words[0] ?? '', own)) words.shift()
  const at = words.findIndex((word, index) => {
    if (index === 0) return false
    const plain = fold(word.replace(/,$/, ''))
    const isEnd = contrasts().has(plain) || afterAll.test(words.slice(index).join(' '))
    return (
      isEnd ||
      (subjects(lang).has(plain) && (joins().has(fold(words[index - 1] ?? '')) || /,$/.test(words[index - 1] ?? '')))
    )
  })
  const kept = at < 0 ? words : words.slice(0, at)
  while (kept.length > 1 && joins().has(fold(kept.at(-1) ?? ''))) kept.pop()
  return kept.join(' ').replace(/[,\s]+$/u, '')
}

/** "I have a NUT allergy": the phrase goes on behind the thing, and began before it. */
function isBetween(said: string, whole: string): boolean {
  return said !== '' && !whole.startsWith(said) && !whole.endsWith(said)
}

/** "A question about the nut": a small word in it, other than "and". */
function saysLittle(said: string, lang: Lang): boolean {
  return said.split(' ').some((word) => isSmallWord(word, lang) && !joins().has(fold(word)))
}

function isInFront(word: string, lang: Lang): boolean {
  const plain = fold(word)
  return joins().has(plain) || subjects(lang).has(plain) || stopWords(lang).has(plain) || tellingWords(lang).has(plain)
}

const afterAll = /^(?:after all|any ?more|at all|actually|please|thanks|doch|finalement|al final)\b/iu
const contrasts = once(
  () => new Set(inAllLanguages(({ contrasts: words }) => words).filter((word) => /^\p{L}+$/u.test(word))),
)
const joins = once(
  () => new Set(inAllLanguages(({ joins: words }) => words?.between).filter((word) => /^\p{L}+$/u.test(word))),
)
const subjects = (lang: Lang) =>
  new Set([...(packs.en?.words?.states?.opening ?? []), ...(packs[lang]?.words?.states?.opening ?? [])])

/** "Call me back", "call me later": what is written small is a name only where a name is told and nothing else can be. */
function isNameHere(
  name: string,
  isCalled: boolean,
  text: string,
  { start, end, lang }: Pick<Told, 'start' | 'end' | 'lang'>,
): boolean {
  const [first = ''] = name.split(' ')
  if (first === '' || isSmallWord(first, 'en') || denies.test(text.slice(0, start))) return false
  const rest = text.slice(end)
  if (isCalled && (/^\s*(?:\d|at\b|on\b)/iu.test(rest) || isShout(first, text))) return false
  if (/^[\p{Lu}\p{Lo}]/u.test(name)) return true
  return !isCalled && !/^\s*[\p{L}\p{N}]/u.test(rest) && !isWord(first, lang)
}

/** ASAP, NOW: in a text that is not all capitals itself. */
function isShout(word: string, text: string): boolean {
  return word.length > 2 && /^\p{Lu}+$/u.test(word) && text !== text.toUpperCase()
}

const denies = /(?:n['’]?t|not|never|ne|pas|nicht|nicht mehr|no|non|não|nunca|не|nie|别|不要|不)\s*$/iu
