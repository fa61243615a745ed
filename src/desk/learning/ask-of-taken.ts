/** Phrasings that another answer is surely given for are taken from it by nobody who was not told. Pure. */
import { createHash } from 'node:crypto'
import type { Knowledge } from '../../knowledge/create-knowledge.ts'
import { takenBy } from '../../knowledge/taken-by.ts'
import type { Acted } from '../../ports/desk.ts'

/** What has to be agreed to first, or undefined. `sure`: what was agreed to. `into`: the id of the answer that is to have them. */
export function askOfTaken(
  asks: readonly string[],
  knowledge: Pick<Knowledge, 'search'>,
  sure: string | undefined,
  into?: string,
): Acted | undefined {
  const taken = asks.flatMap((ask) => {
    const by = takenBy(ask, knowledge, into)
    return by === undefined ? [] : [`“${ask}” (${by})`]
  })
  const shown = markOf(taken)
  if (taken.length === 0 || sure === shown) return undefined
  const they = taken.length === 1 ? 'This is answered by another answer now' : 'These are answered by other answers now'
  const says = `✋ Nothing is written yet. ${they}, and which of the two is given would be less sure: ${taken.join(', ')}.`
  return { isDone: false, says, asks: { label: 'Yes, write them all', sure: shown } }
}

/** Names what was shown, so that nothing else is agreed to. */
function markOf(shown: readonly string[]): string {
  return createHash('sha256').update(shown.join('\n')).digest('hex').slice(0, 16)
}
