/** Sentences about a persona that speak to a model instead, or make a person of it. Pure. */
import { claimsLife, ordersModel } from '../hearing/orders-model.ts'
import { findBotDenial } from '../persona/voice/denies-bot.ts'
import { sentences } from '../persona/voice/sentences.ts'
import { fold } from '../words/letters/fold.ts'
import { readText } from '../words/read-text.ts'

export type Said = 'an order to a model' | 'a claim to be a person'

/** Of one sentence. `names`: what the persona is called. */
function saidTo(sentence: string, names: readonly string[]): Said | undefined {
  const reading = readText(sentence)
  if (ordersModel(reading)) return 'an order to a model'
  return claimsLife(reading) || findBotDenial(sentence, names, false) !== undefined
    ? 'a claim to be a person'
    : undefined
}

export interface SaidToModel {
  readonly said: Said
  readonly words: string
}

/** The first sentence of a text that does. */
export function firstSaidToModel(text: string, names: readonly string[]): SaidToModel | undefined {
  for (const words of sentencesOf(text)) {
    const said = saidTo(words, names)
    if (said !== undefined) return { said, words }
  }
  return undefined
}

const sentencesOf = (text: string) =>
  sentences(text)
    .map(({ start, end }) => text.slice(start, end).trim())
    .filter((sentence) => sentence !== '')

export interface Paragraph {
  readonly text: string
  /** From 1, in the text it is from. */
  readonly line: number
}

const isItem = (line: string) => /^(?:\d{1,3}[.)、]|[-*•–])\s*/u.test(line)

/**
 * A text by its lines, without what it says to a model. What follows on an order goes with it, up to where the persona is named anew or
 * the paragraph ends; so does a list that an order opens with a colon. `asRead`: a sentence as it is judged.
 */
export function withoutOrders(
  text: string,
  names: readonly string[],
  asRead: (sentence: string) => string = (sentence) => sentence,
): { readonly kept: readonly Paragraph[]; readonly left: readonly (SaidToModel & { readonly line: number })[] } {
  const folded = names.map(fold)
  const kept: Paragraph[] = []
  const left: (SaidToModel & { line: number })[] = []
  let isUnderOrder = false
  for (const [at, whole] of text.split('\n').entries()) {
    const line = whole.trim()
    if (line === '') continue
    if (isUnderOrder && isItem(line)) {
      left.push({ said: 'an order to a model', words: line, line: at + 1 })
      continue
    }
    let followsOrder = false
    const stays = sentencesOf(line).filter((words) => {
      const own = saidTo(asRead(words), names)
      if (own === 'an order to a model') followsOrder = true
      else if (folded.some((name) => fold(words).includes(name))) followsOrder = false
      const said = own ?? (followsOrder ? 'an order to a model' : undefined)
      if (said !== undefined) left.push({ said, words, line: at + 1 })
      return said === undefined
    })
    isUnderOrder = followsOrder && /[:：]$/u.test(line)
    if (stays.length > 0) kept.push({ text: stays.join(' '), line: at + 1 })
  }
  return { kept, left }
}
