/** Which commitments topic of the persona a text touches, by the topic's words and by what the text commits to. */

import type { Lang } from '../domain/message.ts'
import { isUnspaced } from '../words/letters/scripts.ts'
import { once } from '../words/once.ts'
import { type CommitmentKind, commitmentKinds } from './commitment.ts'
import { findCommitments } from './find-commitments.ts'
import { foldFigures } from './fold-figures.ts'
import { commitmentList } from './lists.ts'
import { readStated } from './stated.ts'
import type { Mode } from './support.ts'

/** As much of a persona as topics need. */
export interface TopicHolder {
  readonly commitments: Readonly<Record<string, { readonly mode: Mode; readonly words: readonly string[] }>>
}

export interface Topic {
  readonly topic: string
  readonly mode: Mode
}

/** Words by which an operator would name a topic of that kind, folded. */
const namesOf = (kind: CommitmentKind) => namesByKind().get(kind) ?? []
const namesByKind = once(
  () => new Map(commitmentKinds.map((kind) => [kind, commitmentList('topics', kind).map(foldFigures)] as const)),
)
const strictness: Readonly<Record<Mode, number>> = { strict: 0, guided: 1, free: 2 }

/** An operator's words, folded once for all texts. */
const foldedOf = rememberWords()
function rememberWords() {
  const known = new WeakMap<readonly string[], { readonly own: readonly string[]; readonly names: readonly string[] }>()
  return (topic: string, words: readonly string[]) => {
    let found = known.get(words)
    if (!found) {
      const own = words.map(foldFigures)
      found = { own, names: [foldFigures(topic), ...own] }
      known.set(words, found)
    }
    return found
  }
}

/** The strictest of the topics touched; of several alike, the one touched most. Undefined: none is touched. */
export function topicOf(text: string, persona: TopicHolder, lang: Lang = 'en'): Topic | undefined {
  const { folded } = readStated(text)
  const kinds = new Set(findCommitments(text, lang).map(({ kind }) => kind))
  const touched = Object.entries(persona.commitments).flatMap(([topic, { mode, words }]) => {
    const { own: ownWords, names } = foldedOf(topic, words)
    const own = ownWords.filter((word) => holdsWord(folded, word)).length
    const byKind = [...kinds].filter((kind) => namesOf(kind).some((name) => names.includes(name))).length
    return own + byKind > 0 ? [{ topic, mode, hits: own + byKind }] : []
  })
  const [first] = touched.sort((a, b) => strictness[a.mode] - strictness[b.mode] || b.hits - a.hits)
  return first && { topic: first.topic, mode: first.mode }
}

function holdsWord(folded: string, word: string): boolean {
  if (word.trim() === '') return false
  for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
    if (isUnspaced(word)) return true
    const isEdge = (character: string): boolean => !/[\p{L}\p{N}]/u.test(character)
    // A plural is the same word: "refunds" touches `refund`.
    const after = folded.slice(at + word.length, at + word.length + 2)
    if (isEdge(folded.charAt(at - 1)) && (isEdge(after.charAt(0)) || (/^[sx]/.test(after) && isEdge(after.charAt(1)))))
      return true
  }
  return false
}
