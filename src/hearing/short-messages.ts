/** Short messages read as bags of words: a noun that decides, and nothing but small words around it, in whatever order or language. */

import { asMandarin } from '../words/letters/cantonese.ts'
import { fold } from '../words/letters/fold.ts'
import { once } from '../words/once.ts'

import type { ShortWords } from './packs/pack.ts'
import { packs } from './packs/packs.ts'

const all = (key: keyof ShortWords) => Object.values(packs).flatMap((pack) => pack['short-messages']?.[key] ?? [])
/** The words of all languages together, as a text on one line has them. */
const words = once(() => {
  const set = (key: keyof ShortWords) => new Set(all(key).map((word) => asMandarin(fold(word))))
  return {
    answerers: set('answerers'),
    softAnswerers: set('softAnswerers'),
    you: set('you'),
    around: set('around'),
    helpers: set('helpers'),
    asking: set('asking'),
    departments: new RegExp(all('departments').join('|')),
  }
})

const wordsIn = (reading: string) => reading.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'.%-]*/gu) ?? []
const bare = (word: string) => word.replace(/[.%'-]+$/, '')

/** "so is a human reading this?", "parlo con un robot?", "robot musun insan mısın". */
export function isShortQuestionWhetherBot(reading: string): boolean {
  if (reading.length > 90) return false
  const said = wordsIn(reading).map(bare)
  if (said.length === 0 || said.length > 12) return false
  const { answerers, softAnswerers, you, around } = words()
  if (!said.every((word) => around.has(word) || you.has(word) || answerers.has(word) || softAnswerers.has(word)))
    return false
  const isQuestion = /[?؟]/.test(reading)
  const isToUs = said.some((word) => you.has(word))
  if (said.some((word) => answerers.has(word))) return isQuestion || (isToUs && said.length >= 3)
  return isQuestion && isToUs && said.some((word) => softAnswerers.has(word))
}

/** Whether somebody is named who could be called. */
export function namesHelper(reading: string): boolean {
  return wordsIn(reading).some((word) => words().helpers.has(bare(word)))
}

/** "un conseiller svp", "agent!!", "Kundenservice bitte". */
export function isShortCallForPerson(reading: string): boolean {
  if (reading.length > 60 || /[?؟]/.test(reading)) return false
  const said = wordsIn(reading).map(bare)
  if (said.length === 0 || said.length > 7) return false
  const { helpers, asking, departments } = words()
  return (
    (said.some((word) => helpers.has(word)) || departments.test(said.join(' '))) &&
    said.every((word) => helpers.has(word) || asking.has(word))
  )
}
