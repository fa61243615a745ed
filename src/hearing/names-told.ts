/** Names of people in what they write: told of themselves ("ich heiße …"), and of others beside words that name somebody ("my wife …"). Pure. */

import type { Lang } from '../domain/message.ts'
import { once } from '../words/once.ts'
import { stopWords } from '../words/terms/stop-words.ts'
import { type NameWord, nameWords } from './name-words.ts'
import { packs } from './packs/packs.ts'
import { namesOfSelf } from './told-of-self.ts'

export interface NameTold {
  /** In UTF-16 units of the text. */
  readonly start: number
  readonly end: number
  /** Nothing but a name can stand there, so that it is a name wherever else it stands. */
  readonly isSure: boolean
}

/** Names are short. */
const MOST_WORDS = 4
const unspaced = String.raw`\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}ー・`
const isUnspaced = new RegExp(`^[${unspaced}]`, 'u')
/** Between a first and a last name, small. */
const between = /^(?:van|von|vom|zu|de|da|do|dos|das|del|della|der|den|la|le|bin|ibn|al|el|di|du|ter|ten)$/
const word = /\p{L}[\p{L}\p{M}'’-]*/uy

type Before = Extract<NameWord, 'told' | 'perhaps' | 'people' | 'titles' | 'closings'>
type Behind = Extract<NameWord, 'after' | 'called'>

/** What stands beside a name. */
interface Beside {
  readonly phrase: string
  readonly kind: Before | Behind
  /** The languages in which it is said. */
  readonly langs: readonly Lang[]
}

/** In the order of the text, without overlaps. Linear in the text's length. */
export function namesTold(text: string): readonly NameTold[] {
  const low = lowered(text)
  const found = phrasesIn(low).flatMap(({ at, beside: { phrase, kind, langs } }) => {
    const name =
      kind === 'after' || kind === 'called'
        ? nameBefore(text, at, { kind, langs })
        : nameFrom(text, at + phrase.length, { kind, langs })
    return name ?? []
  })
  return merged([...namesOfSelf(text).map((name) => ({ ...name, isSure: true })), ...found])
}

interface Said {
  readonly at: number
  readonly beside: Beside
}

/** The longest of each kind at each place. */
function phrasesIn(low: string): readonly Said[] {
  const { byWord, byLetter } = index()
  const found: Said[] = []
  const take = (at: number, candidates: readonly Beside[] | undefined, isWhole: boolean) => {
    const kinds = new Set<string>()
    for (const beside of candidates ?? []) {
      const { phrase, kind } = beside
      if (kinds.has(kind) || !low.startsWith(phrase, at)) continue
      if (isWhole && /^[\p{L}\p{M}\p{N}]/u.test(low.slice(at + phrase.length, at + phrase.length + 2))) continue
      kinds.add(kind)
      found.push({ at, beside })
    }
  }
  for (const { index: at, 0: one } of low.matchAll(/(?<![\p{L}\p{M}\p{N}])[\p{L}\p{M}\p{N}]+/gu))
    take(at, byWord.get(one), true)
  if (/[^\p{ASCII}]/u.test(low))
    for (const { index: at, 0: one } of low.matchAll(joining)) take(at, byLetter.get(one), false)
  return found
}
/** Letters in front of which a word need not begin. */
const joining = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Hangul}]/gu

interface Place<Kind> {
  readonly kind: Kind
  readonly langs: readonly Lang[]
}

/** What may stand between such words and the name. */
const gaps: Readonly<Record<Before, string>> = {
  told: String.raw`[^\S\n]*[,:：]?[^\S\n]*["“«„]?`,
  perhaps: String.raw`[^\S\n]*`,
  people: String.raw`[^\S\n]*[,(（]?[^\S\n]*["“«„]?[^\S\n]*`,
  titles: String.raw`\.?[^\S\n]*`,
  closings: String.raw`[\s,.!:–—-]*`,
}

/** What stands behind such words, if it is a name. */
function nameFrom(text: string, from: number, place: Place<Before>): NameTold | undefined {
  const { kind, langs } = place
  const gap = new RegExp(gaps[kind], 'uy')
  gap.lastIndex = from
  const start = from + (gap.exec(text)?.[0].length ?? 0)
  const first = wordAt(text, start)
  if (first === undefined) return undefined
  if (isUnspaced.test(first)) return kind === 'told' || kind === 'titles' ? unspacedName(text, start, langs) : undefined
  // Only what is set apart from the words before it is a word of its own.
  if (start === from && !/[:：.]$/u.test(text.slice(0, from)) && !isUnspaced.test(text.slice(from - 1)))
    return undefined
  const isCased = /[\p{Lu}\p{Ll}\p{Lt}]/u.test(first)
  const mayBeSmall = kind === 'told' || (!isCased && kind === 'titles')
  if (isNobody(first, langs) || !(mayBeSmall || (isCapital(first) && !isShouted(text)))) return undefined
  const end = endOf(text, start + first.length, { langs, isSmall: !isCapital(first) })
  if (kind === 'closings' && !/^[\s.!)\p{Emoji}]*$/u.test(text.slice(end))) return undefined
  return { start, end, isSure: kind === 'told' || kind === 'titles' || /\s/.test(text.slice(start, end)) }
}

/** How far a name goes on. */
function endOf(
  text: string,
  from: number,
  { langs, isSmall }: { readonly langs: readonly Lang[]; readonly isSmall: boolean },
): number {
  let end = from
  for (let words = 1, at = from; words < MOST_WORDS; words += 1) {
    const gap = /^(?:\.?[^\S\n]+|\.)/u.exec(text.slice(at, at + 3))?.[0] ?? ''
    const next = gap === '' ? undefined : wordAt(text, at + gap.length)
    if (next === undefined || isUnspaced.test(next)) break
    at += gap.length + next.length
    if (between.test(next)) continue
    if (isNobody(next, langs)) break
    const goesOn = isSmall ? words === 1 && endsClause(text, at, langs) : isCapital(next) && !gap.startsWith('. ')
    if (!goesOn) break
    end = at
  }
  return end
}

function endsClause(text: string, at: number, langs: readonly Lang[]): boolean {
  const rest = /^[^\S\n]+/u.exec(text.slice(at, at + 3))?.[0] ?? ''
  const next = rest === '' ? undefined : wordAt(text, at + rest.length)
  return next === undefined || isNobody(next, langs)
}

/** In a script that sets no words apart a name ends where something begins that names nobody, and is short. */
function unspacedName(text: string, start: number, langs: readonly Lang[]): NameTold | undefined {
  const run = new RegExp(`[${unspaced}]{1,24}`, 'uy')
  run.lastIndex = start
  const all = run.exec(text)?.[0] ?? ''
  const none = langs.flatMap((lang) => packs[lang]?.names?.nobody ?? [])
  if (none.some((one) => all.startsWith(one))) return undefined
  const ends = none.map((one) => all.indexOf(one, 1)).filter((at) => at > 0)
  const most = /^\p{sc=Han}/u.test(all) ? 4 : 16
  const length = Math.min(...ends, all.length)
  // A name of Chinese or Japanese letters has three as a rule where nothing tells.
  const end = start + (length > most ? Math.min(3, length) : length)
  return end === start ? undefined : { start, end, isSure: true }
}

/** What stands before such words, if it is a name. */
function nameBefore(text: string, end: number, { kind, langs }: Place<Behind>): NameTold | undefined {
  const head = text.slice(Math.max(0, end - 60), end)
  const none = langs.flatMap((lang) => packs[lang]?.names?.nobody ?? [])
  if (isUnspaced.test(head.at(-1) ?? '')) {
    const letters = langs.includes('ja')
      ? kind === 'called'
        ? /[\p{sc=Han}\p{sc=Katakana}ー]{1,6}$/u
        : /[\p{sc=Han}\p{sc=Katakana}\p{sc=Hiragana}ー]{1,10}$/u
      : /\p{sc=Han}{1,2}$/u
    const run = letters.exec(head)?.[0] ?? ''
    const name = run.slice(Math.max(0, ...none.map((one) => cutAt(run, one))))
    if (none.includes(name)) return undefined
    return name === '' ? undefined : { start: end - name.length, end, isSure: kind === 'after' }
  }
  const words = /(?:\p{L}[\p{L}\p{M}'’-]*[^\S\n]+){0,2}\p{L}[\p{L}\p{M}'’-]*[^\S\n]*$/u.exec(head)?.[0]
  const isCased = /[\p{Lu}\p{Ll}]/u.test(words ?? '')
  const all = words?.trimEnd().split(/\s+/) ?? []
  const own = isCased
    ? all.slice(all.findLastIndex((one) => !isCapital(one) || isNobody(one, langs)) + 1)
    : all.slice(-1)
  // A capital at the head of a sentence is no name's.
  const isFirst =
    own.length === all.length && /(?:^|[.!?\n])\s*$/u.test(head.slice(0, head.length - (words ?? '').length))
  if (
    own.length === 0 ||
    own.some((one) => isNobody(one, langs)) ||
    (isCased && own.length === 1 && isFirst && kind === 'after')
  )
    return undefined
  const length = own.join(' ').length + (words ?? '').length - (words ?? '').trimEnd().length
  return { start: end - length, end: end - ((words ?? '').length - (words ?? '').trimEnd().length), isSure: false }
}

/** Where a name begins behind what is none: a small word of one letter anywhere, a longer one at the head. */
function cutAt(run: string, one: string): number {
  if (one.length > 1) return run.startsWith(one) && run !== one ? one.length : 0
  const at = /[\p{sc=Hiragana}是这那位跟和给找问]/u.test(one) ? run.lastIndexOf(one) : -1
  return at < 0 || at === run.length - 1 ? 0 : at + 1
}

function wordAt(text: string, at: number): string | undefined {
  word.lastIndex = at
  return word
    .exec(text)?.[0]
    .replace(/['’-]+$/u, '')
    .replace(/['’]s$/u, '')
}

const isCapital = (one: string) => /^\p{Lu}/u.test(one)
const isShouted = (text: string) => /\p{Lu}{2}/u.test(text) && !/\p{Ll}{2}/u.test(text)

function isNobody(one: string, langs: readonly Lang[]): boolean {
  const low = one.toLowerCase()
  return (
    low.length < 2 ||
    langs.some(
      (lang) =>
        stopWords(lang).has(low) ||
        // "I'm", "j'ai".
        stopWords(lang).has(low.split(/['’]/)[0] ?? '') ||
        (packs[lang]?.names?.nobody?.includes(low) ?? false),
    )
  )
}

/** As the lists are written; each letter stays in its place. */
function lowered(text: string): string {
  const low = text.toLowerCase().replaceAll('’', "'")
  return low.length === text.length
    ? low
    : text.replaceAll(/\p{Lu}/gu, (one) => one.toLowerCase().slice(0, one.length)).replaceAll('’', "'")
}

const index = once(() => {
  const all = new Map<string, Beside>()
  for (const [lang, { names }] of Object.entries(packs))
    for (const kind of nameWords) {
      if (kind === 'nobody') continue
      for (const one of names?.[kind] ?? []) {
        const phrase = one.toLowerCase().replaceAll('’', "'")
        const langs = [...(all.get(`${kind} ${phrase}`)?.langs ?? []), lang]
        all.set(`${kind} ${phrase}`, { phrase, kind, langs })
      }
    }
  const longestFirst = [...all.values()].toSorted((a, b) => b.phrase.length - a.phrase.length)
  const isJoined = ({ phrase }: Beside) => phrase.search(joining) === 0
  return {
    byWord: Map.groupBy(
      longestFirst.filter((one) => !isJoined(one)),
      ({ phrase }) => /^[\p{L}\p{M}\p{N}]+/u.exec(phrase)?.[0] ?? '',
    ),
    byLetter: Map.groupBy(longestFirst.filter(isJoined), ({ phrase }) => [...phrase][0] ?? ''),
  }
})

function merged(found: readonly NameTold[]): readonly NameTold[] {
  const kept: NameTold[] = []
  for (const next of found.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1)
    if (!last || next.start >= last.end) kept.push(next)
    else
      kept[kept.length - 1] = {
        start: last.start,
        end: Math.max(last.end, next.end),
        isSure: last.isSure && next.isSure,
      }
  }
  return kept
}
