/** A bare yes to what a fan dictated: "Half price, and that's binding?" — "Sure!" The terms are the fan's, the commitment is ours. */
import type { Commitment } from './commitment.ts'
import { figuresOf, findMentions } from './find.ts'
import { findSubjects } from './speaks-of.ts'
import { denies } from './stance.ts'
import { readStated } from './stated.ts'

const yes =
  /^[\s"'(]{0,3}(?:(?:yes|yep|yeah|yup|sure(?: thing)?|ok|okay|of course|absolutely|certainly|definitely|no problem|you got it|you've got it|done|will do|fine|fine by me|deal|agreed|correct|confirmed|exactly|indeed|right|true|that(?:'s| is) (?:right|correct|true)|you(?:'re| are) right|signed|settled|granted|of course you can|sounds good|gladly|happily|alright|all right|it is|you can|you do|we do|we can|i can|oui|bien sur|d'accord|certainement|entendu|volontiers|avec plaisir|tout a fait|ja|klar|sicher|naturlich|gerne?|in ordnung|einverstanden|si|claro|por supuesto|vale|de acuerdo|hecho)(?![a-z])|好的?|同意|对[的了]?|没错|正确|确认|说好了|一言为定|批准|可以的?|没问题|行|当然(?:可以)?|成|是的|能的?|好[呀嘞]|はい|もちろん(?:です)?|いいですよ|承知(?:いた)?しました|かしこまりました|了解です|大丈夫です)(?:[\s,，、!！.。~]|\p{Extended_Pictographic}(?:\p{EMod}|\uFE0F)?){0,5}(?:(?:yes|sure|of course|no problem|done|deal|没问题|可以|oui|ja|si)[\s!！.。]{0,3})?$/u
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
    return yes.test(words) || nod.test(words)
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
