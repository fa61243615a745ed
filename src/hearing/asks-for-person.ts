/** Whether a fan asks for a person. Read before anything else is understood, so that nobody has to argue with a bot. */

import { asMandarin } from '../words/letters/cantonese.ts'
import { fold } from '../words/letters/fold.ts'
import { oneLine } from '../words/letters/one-line.ts'
import { hasScript, isUnspaced, type ScriptName } from '../words/letters/scripts.ts'
import { spelledOut } from '../words/letters/spelled-out.ts'
import { once } from '../words/once.ts'
import { anyMatches } from '../words/phrases/sieve.ts'
import { readText } from '../words/read-text.ts'
import { rememberFew } from '../words/remember-last.ts'
import { inAllLanguages } from '../words/terms/in-all-languages.ts'
import { isTypoOf } from '../words/terms/is-typo-of.ts'
import { isShortCallForPerson, namesHelper } from './short-messages.ts'
import { questionOf } from './sign-of.ts'
import { withoutNaming } from './told-of-self.ts'
import { type Denied, withoutDenied } from './unwanted.ts'

const { mayAskInEnglish, mayAskElsewhere } = questionOf('asks-for-person')
const nouns = [
  'human',
  'person',
  'agent',
  'operator',
  'representative',
  'manager',
  'supervisor',
  'customer',
  'service',
  'support',
]

/** True when the text asks to be put through to a person, in any language that is heard, typed as people type; not where it says that none is wanted. */
export function asksForPerson(text: string): boolean {
  return asks(text) && !declinesPerson(text)
}

/** A call for a person that is denied: "no need for a human, you do fine". */
export const declinesPerson = rememberFew((text: string): boolean => {
  const left = withoutDenied(text, refusesPerson)
  return left !== text && !asks(left)
})

/** "I don't want to talk to a person"; but of a bot, or with a call of its own beside what is denied ("no excuses get me a manager"), it asks for one. */
function refusesPerson({ not, rest, denial }: Denied, clause: string): boolean {
  if (saysMachine().test(asMandarin(not))) return false
  if (!asks(not)) return namesHelper(not) || (asks(clause) && !/[\p{L}\p{N}]{2}/u.test(rest))
  const { before, after } = besideCall(not)
  return denial === 'before' ? /^(?:\p{L}{1,3} )?$/u.test(before) : after.trim().length <= 2
}

const saysMachine = once(() => {
  const words = [...inAllLanguages(({ bot }) => bot), ...inAllLanguages(({ machines }) => machines)]
  return new RegExp(words.map((word) => asMandarin(fold(word))).join('|'), 'iu')
})

/** What stands before the words that call for a person, and after them. */
function besideCall(text: string): { readonly before: string; readonly after: string } {
  const line = oneLine(text)
  const found = [...mayAskElsewhere(line), ...mayAskInEnglish(line)].flatMap((pattern) => {
    const match = pattern.exec(line)
    return match ? [{ start: match.index, end: match.index + match[0].length }] : []
  })
  if (found.length === 0) return { before: '', after: '' }
  const start = Math.min(...found.map((one) => one.start))
  return { before: line.slice(0, start), after: line.slice(Math.max(...found.map(({ end }) => end))) }
}

const asks = rememberFew((text: string): boolean => {
  // "Call me Di-Di" says a name.
  const { line, spelledOut: spelled } = readText(withoutNaming(text))
  if (line === '') return false
  if (isShortCallForPerson(line) || anyMatches(mayAskElsewhere(line), line)) return true
  if (asksInEnglish(spelled)) return true
  // "humann", "represenative": typos of the nouns, put right and read once more.
  const corrected = spelled.replace(/[a-z]{5,16}/g, (word) => nouns.find((noun) => isTypoOf(word, noun)) ?? word)
  return corrected !== spelled && (isShortCallForPerson(corrected) || asksInEnglish(corrected))
})

/** A person as languages ask for one, by script: a name in that place asks for somebody too. */
const anybody: readonly (readonly [script: ScriptName, people: readonly string[]])[] = [
  ['Latin', ['a human', 'une personne', 'einem Menschen', 'una persona', 'um humano']],
  ['Kana', ['人間']],
  ['Han', ['人工']],
  ['Hangul', ['상담원']],
  ['Cyrillic', ['человека']],
]

/** True when the text asks for one of the staff by name: "could I talk to Dana?". Only the names given are heard. */
export function asksForStaff(text: string, staff: readonly { readonly name: string }[]): boolean {
  const { clean } = readText(text)
  const lower = clean.toLowerCase()
  return staff.some(({ name }) => {
    if (!lower.includes(name.toLowerCase())) return false
    const called = wholeName(name)
    if (!called.test(clean)) return false
    const others = clean.replace(called, '')
    const people = anybody.flatMap(([script, words]) => (hasScript(others, script) ? words : []))
    return people.some((somebody) => {
      const call = clean.replace(called, somebody)
      return asksAtLength(oneLine(call)) && !declinesPerson(call)
    })
  })
}

/** The name as a whole, where its script sets words apart. */
function wholeName(name: string): RegExp {
  const letters = RegExp.escape(name)
  return new RegExp(isUnspaced(name) ? letters : `(?<![\\p{L}\\p{N}])${letters}(?![\\p{L}\\p{N}])`, 'iu')
}

/** In a sentence; "thanks, Dana" is as short as "human!" and asks for nobody. */
function asksAtLength(line: string): boolean {
  return anyMatches(mayAskElsewhere(line), line) || asksInEnglish(spelledOut(line))
}

function asksInEnglish(line: string): boolean {
  return anyMatches(mayAskInEnglish(line), line)
}
