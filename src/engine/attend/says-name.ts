/** Whether a text says the persona's name as a name: not as part of another word, nor as the common word that it may also be. Pure. */

import { asksSomething } from '../../hearing/asks-something.ts'
import { leadsToNamed, tellsOfNamed } from '../../hearing/speaks-of-named.ts'
import { statesSomething } from '../../hearing/states-something.ts'
import type { Persona } from '../../persona/persona.ts'
import { cleanText } from '../../words/letters/clean-text.ts'
import { type Folded, fold } from '../../words/letters/fold.ts'
import { hasScript, isAllUnspaced, isUnspaced, scripts } from '../../words/letters/scripts.ts'
import { once } from '../../words/once.ts'
import { eachMatch } from '../../words/phrases/each-match.ts'
import { rememberFew } from '../../words/remember-last.ts'
import { inAllLanguages } from '../../words/terms/in-all-languages.ts'

export type Named = Pick<Persona, 'name' | 'nicknames'>

/** A stretch of the cleaned text. */
export interface Said {
  readonly start: number
  readonly end: number
  /** It stands where somebody is called: before or behind all else of a clause. */
  readonly isCall: boolean
}

/** Every place where the name is said, in the order of the text. */
export function namesSaid(text: string, persona: Named): readonly Said[] {
  const found = readers.get(persona) ?? rememberFew((one) => read(one, persona))
  readers.set(persona, found)
  return found(text)
}

/** A turn asks several times where the name stands in the same words. */
const readers = new WeakMap<Named, (text: string) => readonly Said[]>()

function read(text: string, persona: Named): readonly Said[] {
  const clean = cleanText(text)
  const folded = fold.withMap(clean)
  return patterns(persona).flatMap(({ pattern, written, name }) =>
    // The pattern looks at what stands beside each letter: a look for the name alone is much quicker, and mostly enough.
    (folded.text.includes(name) ? eachMatch(pattern, folded.text) : []).flatMap(({ 0: found, index }) =>
      readAt(clean, folded, index, found.length, written),
    ),
  )
}

export function saysName(text: string, persona: Named): boolean {
  return namesSaid(text, persona).length > 0
}

interface NamePattern {
  readonly pattern: RegExp
  /** Folded: it stands in whatever matches. */
  readonly name: string
  /** As the operator writes it. */
  readonly written: string
}

const compiled = new WeakMap<Named, readonly NamePattern[]>()

function patterns(persona: Named): readonly NamePattern[] {
  const found = compiled.get(persona)
  if (found) return found
  const made = [persona.name, ...persona.nicknames]
    .map((name) => cleanText(name))
    .filter((name) => name !== '')
    .map((written) => ({ written, name: fold(written), pattern: namePattern(fold(written)) }))
  compiled.set(persona, made)
  return made
}

/** Beside it stands no letter of the script in which it begins or ends; scripts that meet need no space. */
function namePattern(name: string): RegExp {
  const first = besideOf(name.at(0) ?? '')
  const last = besideOf(name.at(-1) ?? '')
  const ends = last ? `(?:${endings().join('|')})?(?![${last}])` : ''
  return new RegExp(`${first ? `(?<![${first}])` : ''}${RegExp.escape(name)}${ends}`, 'gu')
}

const endings = once(() => inAllLanguages((words) => words.afterName).map((ending) => RegExp.escape(fold(ending))))

/** Empty where words follow one another without a space: there the words themselves must tell. */
function besideOf(edge: string): string {
  if (hasScript(edge, 'Kana') && !/\p{sc=Hiragana}/u.test(edge)) return '\\p{sc=Katakana}\u30FC'
  if (isUnspaced(edge)) return ''
  const script = scripts.find(({ letter }) => letter.test(edge))
  return `${script?.letter.source.slice(1, -1) ?? '\\p{L}'}\\p{N}_`
}

const clauseEnd = /[,.;:!?，。；：！？、…~～()"“”«»\n\p{Extended_Pictographic}-]/u
const segmenter = once(() => new Intl.Segmenter('zh', { granularity: 'word' }))

function readAt(clean: string, folded: Folded, at: number, length: number, written: string): Said[] {
  const { start, end } = folded.span(at, at + length)
  const before = folded.text.slice(0, at)
  const after = folded.text.slice(at + length)
  const name = folded.text.slice(at, at + length)
  const begins = before.trim() === '' || clauseEnd.test(before.trimEnd().at(-1) ?? '') || isCalling(before)
  const ends = after.trim() === '' || clauseEnd.test(after.trimStart().at(0) ?? '')
  const behind = clean.slice(end)
  if (isAllUnspaced(name)) {
    if (isPartOfWord(folded.text, at, length)) return []
    const isCall = begins ? ends || !tellsOfNamed(behind) : ends && !leadsToNamed(before)
    return [{ start, end, isCall }]
  }
  // "Pip told me so", "Pip is funny" and "I love Pip" speak of Pip; "Pip, tell me", "Pip is it open" and "when do you open Pip" to Pip.
  const isCall = ends
    ? begins || !isSpokenOf(before, clean.slice(0, end))
    : begins && asksSomething(behind) && !tellsOfNamed(behind)
  if (isCommonWord({ said: clean.slice(start, end), written, before, begins, ends })) return []
  return [{ start, end, isCall }]
}

/** At the end of its clause the name is what that tells of: "listen to Pip", "I love Pip". `before`: folded; `upTo`: as it stands, with the name. */
function isSpokenOf(before: string, upTo: string): boolean {
  const last =
    before
      .trimEnd()
      .split(/[\s'’]/u)
      .at(-1) ?? ''
  if (beforeNouns().has(last) || leadsToNamed(before)) return true
  const clause = upTo.split(clauseEnd).findLast((part) => part.trim() !== '') ?? upTo
  return statesSomething(clause, 'en')
}

/** How somebody is called before their name: "hey Pip". */
const calling = once(() => {
  const calls = inAllLanguages((words) => words.calls).join('|')
  return new RegExp(String.raw`(?:^|[^\p{L}])(?:@|(?:${calls})[\s,，]*)$`, 'u')
})

function isCalling(before: string): boolean {
  return calling().test(before)
}

/** 小零 in 小零食 crosses a word; 皮皮 in 皮皮虾 is made another by the letter behind it, as nothing goes on so that speaks to somebody. */
function isPartOfWord(text: string, at: number, length: number): boolean {
  const end = at + length
  // Katakana that no katakana touches is a word, whatever the dictionary makes of the letters around it.
  if (katakana.test(text.slice(at, end))) return false
  // A longer stretch than a clause tells no more of one word.
  const from = Math.max(0, at - 20)
  const around = text.slice(from, end + 20)
  for (const { segment, index, isWordLike } of segmenter().segment(around)) {
    const begins = from + index
    const stops = begins + segment.length
    if (!isWordLike) continue
    if (begins < end && stops > end && begins > at) return true
    if (begins < at && stops > at) return true
    if (begins === end) return isSuffix(segment, text.slice(stops))
  }
  return false
}

/** One character that nothing goes on with, and behind it the end, or somebody who speaks. */
function isSuffix(segment: string, behind: string): boolean {
  if ([...segment].length !== 1 || !hasScript(segment, 'Han') || goesOn().has(segment)) return false
  return !/^\p{sc=Han}/u.test(behind) || speaking.test(behind)
}

const katakana = /^[\p{sc=Katakana}\u30FC]+$/u

const speaking = /^[我你他她咱俺们是的很真]/u

/** Single characters with which a sentence goes on behind a name that was called. */
const goesOn = once(() => new Set(inAllLanguages((words) => words.goesOn).flatMap((letters) => [...letters])))

interface Place {
  readonly said: string
  readonly written: string
  readonly before: string
  readonly begins: boolean
  readonly ends: boolean
}

/** A name with a capital that is written small is one only where somebody is called, and not behind an article: "a pip", "à la maison". */
function isCommonWord({ said, written, before, begins, ends }: Place): boolean {
  const isWrittenSmall = said === said.toLowerCase() && written !== written.toLowerCase()
  if (!isWrittenSmall) return false
  if (!begins && !ends) return true
  const last =
    before
      .trimEnd()
      .split(/[\s'’]/u)
      .at(-1) ?? ''
  // "I ate an orange pip": told, with an article a word before.
  const near = before
    .trimEnd()
    .split(/[\s'’]/u)
    .slice(-3)
  if (!begins && near.some((word) => articles.test(word)) && statesSomething(`${before}${written}`, 'en')) return true
  const hasArticle = beforeNouns().has(fold(written).split(' ')[0] ?? '')
  return !begins && (hasArticle || beforeNouns().has(last))
}

/** Of those only what a noun must follow. */
const articles = /^(?:an?|the)$/u

const beforeNouns = once(
  () => new Set(inAllLanguages((words) => words.beforeNouns).flatMap((words) => words.split(' '))),
)
