/** Everything a model's draft is not to say, since it may have been asked for: where it stands, and what it is. */

import { fold } from '../../words/letters/fold.ts'
import { oneLine } from '../../words/letters/one-line.ts'
import { isAllUnspaced } from '../../words/letters/scripts.ts'
import { once } from '../../words/once.ts'
import { eachMatch } from '../../words/phrases/each-match.ts'
import { anyOf, choiceOf, isUnspacedPhrase, occurs } from '../../words/phrases/patterns.ts'
import type { Persona } from '../persona.ts'
import { findLife } from './about-a-life.ts'
import { findAcross } from './across-bubbles.ts'
import { findAiSlip } from './ai-slip.ts'
import { findAssistantTalk } from './assistant-talk.ts'
import { findForeignContacts } from './contacts.ts'
import { findBotDenial } from './denies-bot.ts'
import { isParaphrased } from './disguised-leak.ts'
import { voiceList } from './lists.ts'
import { oddLetters } from './odd-letters.ts'
import { mayBeOff, mayNameRules } from './off-character.ts'
import { ownWordsOf } from './own-words.ts'
import { findPhrases } from './phrases.ts'
import type { Saying } from './saying.ts'
import { findSecretTalk } from './secret-talk.ts'
import { type Range, sentences } from './sentences.ts'
import { findSlander } from './third-party.ts'

type Code =
  | 'never-say'
  | 'off-character'
  | 'opinion'
  | 'others'
  | 'prompt-leak'
  | 'competitor'
  | 'foul'
  | 'denies-bot'
  | 'ai-slip'
  | 'assistant'
interface OutOfBounds {
  readonly code: Code
  readonly detail: string
}

/** "My name is …", "call me …"; the name is told from an ordinary word by its capital. */
const naming = once(() => {
  const introduces = voiceList('beside-name', 'introduces')
  const words = choiceOf(
    introduces.filter((phrase) => !isUnspacedPhrase(phrase)),
    asItIs,
  )
  const letters = choiceOf(introduces.filter(isUnspacedPhrase), asItIs)
  return {
    words: new RegExp(`${words} (?:now )?(\\p{Lu}[\\p{L}'’-]{1,20})`, 'giu'),
    letters: new RegExp(`${letters}([\\p{sc=Han}]{1,4})`, 'gu'),
  }
})
/** "Bob at your service" */
const serving = once(
  () => new RegExp(`(?<![\\p{L}])(\\p{Lu}\\p{L}{1,15}) ${choiceOf(voiceList('beside-name', 'serves'), asItIs)}`, 'gu'),
)
/** "You are Pip", "你是皮皮": the prompt's way of speaking. */
const told = (name: string) =>
  new RegExp(`(?<![\\p{L}\\p{N}])${choiceOf(voiceList('beside-name', 'addresses'))}\\s?${name}(?![\\p{L}\\p{N}])`, 'u')
/** "I do not judge them" may name them. */
const declines = once(() => anyOf(voiceList('forbidden', 'declines')))

type Bounds = Pick<Saying, 'lang' | 'leak' | 'offends' | 'heard' | 'others'>

interface Report {
  add(code: Code | 'contact' | 'unspeakable', detail: string, needsRewrite: boolean): void
}

/** The places that must go, each reported. */
export function rangesOutOfBounds(text: string, persona: Persona, saying: Bounds, report: Report): Range[] {
  const odd = oddLetters.flatMap((pattern) => eachMatch(pattern, text))
  if (odd.length > 0) report.add('unspeakable', 'letters nobody writes in a chat', true)
  const contacts = findForeignContacts(text, persona)
  for (const { detail } of contacts) report.add('contact', detail, true)
  const reply = [...(saying.others?.before ?? []), text, ...(saying.others?.after ?? [])].join('\n')
  const said = sentences(text).filter(({ start, end }) => {
    const sentence = text.slice(start, end)
    const found = findOutOfBounds(sentence, persona, saying) ?? claimsLife(sentence, reply, saying)
    if (found) report.add(found.code, found.detail, true)
    return found !== undefined
  })
  const across = saying.others ? findAcross(text, saying.others, (joined) => findTogether(joined, persona, saying)) : []
  for (const { fault } of across) report.add(fault.code, fault.detail, true)
  return [
    ...contacts,
    ...said,
    ...across,
    ...odd.map(({ index, 0: found }) => ({ start: index, end: index + found.length })),
  ]
}

/** A word that the persona's own texts have is none: "dit" is French, whatever it is in Vietnamese. */
function isFoul(sentence: string, persona: Persona, offends: (text: string) => boolean): boolean {
  if (!offends(sentence)) return false
  const { words } = ownWordsOf(persona)
  const rest = sentence.replace(/[\p{L}\p{M}]+/gu, (word) => (words.has(fold(word)) && offends(word) ? ' ' : word))
  return rest === sentence || offends(rest)
}

function claimsLife(sentence: string, reply: string, saying: Bounds): OutOfBounds | undefined {
  const life = findLife(sentence, reply, saying)
  return life === undefined ? undefined : { code: 'denies-bot', detail: life }
}

/** All that a sentence may be found out for, when it is put together from several messages. */
function findTogether(sentence: string, persona: Persona, saying: Bounds): Together {
  const known = together.get(saying) ?? new Map<string, Together>()
  together.set(saying, known)
  if (!known.has(sentence)) known.set(sentence, readTogether(sentence, persona, saying))
  return known.get(sentence)
}

type Together = OutOfBounds | Contacted | undefined
/** A text is repaired in rounds, and its edges are read in each. */
const together = new WeakMap<Bounds, Map<string, Together>>()

function readTogether(sentence: string, persona: Persona, saying: Bounds): Together {
  const denial = findBotDenial(sentence, [persona.name, ...persona.nicknames], false)
  if (denial !== undefined) return { code: 'denies-bot', detail: denial.slice(0, 60) }
  const slip = findAiSlip(sentence)
  if (slip !== undefined) return { code: 'ai-slip', detail: slip.slice(0, 60) }
  const [contact] = findForeignContacts(sentence, persona)
  if (contact) return { code: 'contact', detail: contact.detail }
  const [phrase] = findPhrases(persona.voice.neverSay, sentence, saying.lang)
  return phrase ? { code: 'never-say', detail: phrase.phrase } : findOutOfBounds(sentence, persona, saying)
}

interface Contacted {
  readonly code: 'contact'
  readonly detail: string
}

interface Names {
  readonly names: readonly string[]
  readonly toldNames: readonly RegExp[]
}

const known = new WeakMap<Persona, Names>()
/** What the persona and its brand are called, on one line. */
function namesOf(persona: Persona): Names {
  let found = known.get(persona)
  if (!found) {
    const names = [persona.name, ...persona.nicknames, persona.brand.name].map((name) => oneLine(name))
    found = { names, toldNames: names.map((name) => told(escaped(name))) }
    known.set(persona, found)
  }
  return found
}

function findOutOfBounds(
  sentence: string,
  persona: Persona,
  { lang, leak, offends, heard }: Bounds,
): OutOfBounds | undefined {
  const reading = oneLine(sentence)
  if (offends && isFoul(sentence, persona, offends)) return { code: 'foul', detail: 'foul or hurtful words' }
  if (leak && isParaphrased(sentence, leak)) return { code: 'prompt-leak', detail: 'the rules in other words' }
  if (mayNameRules(reading).some(({ pattern }) => pattern.test(reading)))
    return { code: 'prompt-leak', detail: 'names its instructions' }
  const { names, toldNames } = namesOf(persona)
  if (toldNames.some((pattern) => pattern.test(reading)))
    return { code: 'prompt-leak', detail: 'speaks as its instructions do' }
  // 我是小月 is who it is, if that is its name.
  const nameless = withoutOwnNames(reading, persona)
  const off = mayBeOff(nameless).find(({ pattern }) => pattern.test(nameless))
  if (off) return { code: off.code, detail: details[off.code] }
  if (findSecretTalk(sentence, persona, lang) !== undefined) return { code: 'others', detail: details.others }
  if (namesAnother(sentence, names)) return { code: 'off-character', detail: 'another name' }
  const assistant = findAssistantTalk(sentence)
  if (assistant !== undefined) return { code: 'assistant', detail: assistant.slice(0, 60) }
  if (occurs(declines(), reading)) return undefined
  const [rival] = findPhrases(persona.brand.competitors, sentence, lang)
  const named = rival?.phrase ?? findSlander(sentence, persona, lang, heard)
  return named === undefined ? undefined : { code: 'competitor', detail: named }
}

const details = {
  'off-character': 'not who the persona is',
  opinion: 'takes sides',
  others: 'what others said, or what nobody may ask for',
} as const

const own = new WeakMap<Persona, RegExp | undefined>()
function withoutOwnNames(reading: string, persona: Persona): string {
  if (!own.has(persona)) {
    const names = [persona.name, ...persona.nicknames].map(oneLine).filter((name) => name !== '')
    const sources = names
      .toSorted((a, b) => b.length - a.length)
      .map((name) =>
        isAllUnspaced(name) ? RegExp.escape(name) : `(?<![\\p{L}\\p{N}])${RegExp.escape(name)}(?![\\p{L}\\p{N}])`,
      )
    own.set(persona, sources.length > 0 ? new RegExp(sources.join('|'), 'gu') : undefined)
  }
  const pattern = own.get(persona)
  return pattern === undefined ? reading : reading.replaceAll(pattern, '〇')
}

function namesAnother(sentence: string, names: readonly string[]): boolean {
  const given = [
    ...eachMatch(naming().words, sentence)
      .map((match) => match[1] ?? '')
      .filter((name) => /^\p{Lu}/u.test(name)),
    ...eachMatch(serving(), sentence).map((match) => match[1] ?? ''),
    ...eachMatch(naming().letters, sentence).map((match) => match[1] ?? ''),
  ]
  return given.some((name) => {
    const form = oneLine(name)
    return !names.some((own) => own.startsWith(form) || form.startsWith(own))
  })
}

const asItIs = (text: string) => text
const escaped = (text: string) => RegExp.escape(fold(text))
