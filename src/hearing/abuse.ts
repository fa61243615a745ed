/** Words that hurt: aimed at somebody, or sexual. They are matched and never echoed. Swearing at nobody is temper. */
import { type Reading, readText } from '../words/read-text.ts'
import { segment } from '../words/terms/segment.ts'
import { listedLanguages, stopWords } from '../words/terms/stop-words.ts'
import { tellingWords } from '../words/terms/telling-words.ts'
import { languagesOfWord } from './learned/likeness.ts'
import { type PackSign, signOf } from './sign-of.ts'

export const showsInsult = inItsLanguage(signOf('insult'))
export const showsHarassment = inItsLanguage(signOf('harassment'))

/** The signs of all languages are sought in every message; what is an everyday word of the one it is written in hurts nobody. */
function inItsLanguage(sign: PackSign): (reading: Reading) => boolean {
  return (reading) => sign(reading) && !isEveryday(reading, sign)
}

/**
 * Another language has more of the message's small words than those in which it hurts, and knows every word that does: "¿lo hay en negro?".
 */
function isEveryday(reading: Reading, sign: PackSign): boolean {
  const hurting = sign.languagesIn(reading)
  if (hurting.length === 0) return false
  const words = [...new Set(segment(reading.folded))]
  const spoken = (lang: string) => words.filter((word) => isSmall(word, lang)).length
  const most = Math.max(...hurting.map(spoken))
  const likelier = listedLanguages.filter((lang) => !hurting.includes(lang) && spoken(lang) > most)
  if (likelier.length === 0) return false
  const sore = words.filter((word) => sign(readText(word)))
  return sore.length > 0 && likelier.some((lang) => sore.every((word) => isKnown(word, lang)))
}

const isSmall = (word: string, lang: string): boolean => stopWords(lang).has(word) || tellingWords(lang).has(word)
const isKnown = (word: string, lang: string): boolean => isSmall(word, lang) || languagesOfWord(word).includes(lang)
