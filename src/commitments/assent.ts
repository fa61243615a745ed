/** A bare yes to what a fan dictated: "Half price, and that's binding?" — "Sure!" The terms are the fan's, the commitment is ours. */
import { once } from '../words/once.ts'
import type { Commitment } from './commitment.ts'
import { figuresOf, findMentions } from './find.ts'
import { choiceOfList } from './lists.ts'
import { findSubjects } from './speaks-of.ts'
import { denies } from './stance.ts'
import { readStated } from './stated.ts'

const yes = once(() => {
  const said = `(?:${choiceOfList('assent', 'yes', 'spaced')}(?![a-z])|${choiceOfList('assent', 'yes', 'unspaced')})`
  const mark = '(?:[\\s,，、!！.。~]|\\p{Extended_Pictographic}(?:\\p{EMod}|\\uFE0F)?)'
  return new RegExp(`^[\\s"'(]{0,3}${said}${mark}{0,5}(?:${choiceOfList('assent', 'and-yes')}[\\s!！.。]{0,3})?$`, 'u')
})
/** A thumb is a yes. */
const nod = /^\s{0,3}(?:[👍👌✅🤝✔💯🆗](?:\p{EMod}|\uFE0F)?\s{0,2}){1,5}$/u
const asksBack = /[?？]["')」』]{0,2}\s{0,5}$/u
/** Subjects that a fan names without a figure, and that bind when they are granted. */
const granted = new Set(['refund', 'discount', 'warranty'])

/** What a yes in `text` grants of what stands in `heard`, each with the fan's fact and our word for it. */
export function findAssent(text: string, heard: string): Commitment[] {
  const reading = readStated(text)
  const at = reading.sentences.findIndex(({ start, end }) => {
    const words = reading.folded.slice(start, end)
    return yes().test(words) || nod.test(words)
  })
  const sentence = reading.sentences[at]
  if (!sentence) return []
  const next = reading.sentences[at + 1]
  if (next && asksBack.test(reading.folded.slice(next.start, next.end))) return []
  if (denies(reading.folded.slice(sentence.end))) return []
  const quote = reading.quote(sentence)
  const ours = { quote, sentence: { index: sentence.index, text: quote } }
  const terms = new Map<string, Commitment>()
  for (const { commitment, stance } of findMentions(heard)) {
    const { kind, value } = commitment
    if (stance !== 'denied' && kind !== 'action')
      terms.set(`${kind} ${value ?? ''}`, { kind, ...ours, ...(value ? { value } : {}) })
  }
  for (const { kind, value } of figuresOf(heard)) {
    if (kind === 'money' || kind === 'percentage') terms.set(`${kind} ${value}`, { kind, ...ours, value })
  }
  for (const { kind } of findSubjects(readStated(heard).folded)) {
    const isKnown = [...terms.values()].some((term) => term.kind === kind)
    if (granted.has(kind) && !isKnown) terms.set(`${kind} `, { kind, ...ours })
  }
  return [...terms.values()]
}
