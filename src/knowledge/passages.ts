/**
 * A fan's message → the passages that may be the question. In "hi! ordered on monday, do you know when it comes? my mum is
 * waiting" four words of fifteen ask something, and the whole is like no phrasing of the brand.
 */

import { isUnspaced } from '../words/letters/scripts.ts'
import { readLimit } from '../words/terms/segment.ts'
import { withoutCourtesies } from './courtesies.ts'

export interface Passages {
  /** The whole message without greetings and thanks at the ends of its sentences; empty if nothing else was said. */
  readonly bare: string
  /** Sentences, and the clauses of long ones; none where the message is a single short clause. */
  readonly parts: readonly string[]
}

/** More words than this, or characters where words are not spaced, are read clause by clause. */
const long = { words: 12, characters: 12 } as const
/** What is shorter says too little to stand alone. */
const shortest = { words: 3, characters: 3 } as const
const mostParts = 12

const sentenceEnds = /[.!?;]+(?=\s|$|\p{Lo})|\.{2,}|[\n…。！？；]+|\p{Extended_Pictographic}+/u
const pauses = /[,:]+(?=\s|$|\p{Lo})|\s[-–—/]+\s|[，：、～~—|()（）]+|(?<=\p{sc=Han})\s+(?=\p{sc=Han})/u
/** Words that begin a clause of equal standing. A subordinate one (`if I dream of falling`) is not cut off: it qualifies. */
const joints = new Set(
  'and but so because cause cuz also et mais donc car parce und aber weil denn y pero ma mas maar en want'.split(' '),
)

export function readPassages(text: string): Passages {
  const sentences = text.slice(0, readLimit).split(sentenceEnds)
  const bare = clean(sentences)
  const found = new Set(bare.length > 1 ? bare : [])
  for (const sentence of sentences) for (const clause of clausesOf(sentence)) found.add(clause)
  const whole = bare.join(' ')
  found.delete(whole)
  return { bare: whole, parts: [...found].filter((part) => exceeds(part, shortest, 0)).slice(0, mostParts) }
}

function clausesOf(sentence: string): string[] {
  if (!exceeds(withoutCourtesies(sentence), long, 1)) return []
  const clauses = clean(sentence.split(pauses))
  return clauses.flatMap((clause) => [clause, ...(exceeds(clause, long, 1) ? cutAtJoints(clause) : [])])
}

function cutAtJoints(clause: string): string[] {
  const runs: string[][] = [[]]
  for (const word of clause.split(' ')) {
    if (joints.has(word) && runs.at(-1)?.length) runs.push([])
    runs.at(-1)?.push(word)
  }
  return runs.length > 1 ? clean(runs.map((run) => run.join(' '))) : []
}

function clean(clauses: readonly string[]): string[] {
  return clauses.map(withoutCourtesies).filter((clause) => clause !== '')
}

/** The passage is at least `by` longer than the measure. */
function exceeds(
  passage: string,
  measure: { readonly words: number; readonly characters: number },
  by: number,
): boolean {
  return isUnspaced(passage)
    ? passage.length >= measure.characters + by
    : passage.split(' ').length >= measure.words + by
}
