/** How fans asked, taken from what they really wrote: whole questions, without greetings, calls for a person, and what is theirs alone. Pure. */

import type { Lang } from '../../domain/message.ts'
import { asksForPerson } from '../../hearing/asks-for-person.ts'
import { asksWhetherBot } from '../../hearing/disclosure.ts'
import { recogniseSmallTalk } from '../../hearing/small-talk.ts'
import { ownWordsOf } from '../../persona/own-words.ts'
import type { Persona } from '../../persona/persona.ts'
import { sentences } from '../../persona/voice/sentences.ts'
import { hasScript, isUnspaced } from '../../words/letters/scripts.ts'
import { stopWords } from '../../words/terms/stop-words.ts'
import { stripPersonal } from './strip-personal.ts'

const MOST = 6
const LONGEST = 160
/** Words, or characters where words are not spaced, under which a sentence asks nothing. */
const FEWEST_WORDS = 3
const FEWEST_LETTERS = 4

/** `texts`: of the fan, oldest first; `names`: of the people in the talk. The last question first, each as asked, in a hurry, and in key words. */
export function phrasingsIn(
  texts: readonly string[],
  { names, lang, persona }: { readonly names: readonly string[]; readonly lang: Lang; readonly persona: Persona },
): string[] {
  const found = texts
    .toReversed()
    .flatMap((text) => sentences(text).map(({ start, end }) => clean(text.slice(start, end), names, persona)))
  const saying = found.filter((text) => saysSomething(text, persona))
  // The last question counts; what was told around it only where nothing was asked.
  const questions = saying.filter(isQuestion)
  const kept = questions.length > 0 ? questions : saying
  return [...new Set(kept.flatMap((text) => [text, plain(text), keyWords(plain(text), lang)]))]
    .filter((text) => text.length > 3)
    .slice(0, MOST)
}

function clean(text: string, names: readonly string[], persona: Persona): string {
  return stripPersonal(text, names, ownWordsOf(persona)).replaceAll(/\s+/g, ' ').trim()
}

function isQuestion(text: string): boolean {
  return /[?？]\s*$/u.test(text)
}

/** As people type it in a hurry: no mark, no capital. */
function plain(text: string): string {
  const bare = text.replace(/[\s.!?。！？]+$/u, '')
  return bare.slice(0, 1).toLowerCase() + bare.slice(1)
}

/** Without the small words it opens with, as into a search box: `engrave names on the stand`. */
function keyWords(text: string, lang: Lang): string {
  if (hasScript(text, 'Han')) return text.replace(/^(?:请问|你们|我想|可以)+/u, '').replace(/[吗呢呀啊么吧]+$/u, '')
  const words = text.split(/\s+/)
  const small = stopWords(lang)
  const first = words.findIndex((word) => !small.has(word.toLowerCase()))
  const rest = first > 0 ? words.slice(first) : words
  return rest.length > 1 ? rest.join(' ') : text
}

function saysSomething(text: string, { name, nicknames, brand, languages }: Persona): boolean {
  if (text.length > LONGEST || /^[/!]/.test(text)) return false
  const letters = [...text].filter(isUnspaced).length
  const count = text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0
  if (letters < FEWEST_LETTERS && count < FEWEST_WORDS) return false
  if (asksForPerson(text) || asksWhetherBot(text, [name, ...nicknames])) return false
  return recogniseSmallTalk(text, { languages, names: [name, ...nicknames, brand.name] }) === undefined
}
