/** What the brand does not speak about, by the words of its boundaries, unless an approved answer does. Pure. */
import { hasAnyWord } from '../../words/phrases/words-in.ts'
import type { Recalled } from '../stages.ts'
import { reply, type Saying, type Verdict } from '../verdict.ts'
import { handOff } from './hand-off.ts'

export function boundary(turn: Recalled): Verdict | undefined {
  const { isAmbient, findings, persona, text } = turn
  if (isAmbient || findings.outcome === 'answer') return undefined
  const found = persona.boundaries.find(({ words }) => hasAnyWord(text, words))
  if (!found) return undefined
  const words: Saying = { kind: 'boundary', id: found.id }
  if (!found.handoff) return reply('boundary', [words])
  const verdict = handOff(found.handoff, turn)
  return { ...verdict, say: [words, ...verdict.say] }
}
