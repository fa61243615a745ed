/** `/mydata`: what is kept of a fan, told to the fan in words. The whole export, as JSON, is the operator's `mascot export`. */
import { pack as english } from '../../hearing/packs/en/pack.ts'
import { packs } from '../../hearing/packs/packs.ts'
import type { Memory } from '../../ports/store.ts'
import type { DraftText } from '../draft.ts'
import type { Recalled } from '../stages.ts'

export async function myData(turn: Recalled, memory: Pick<Memory, 'exportFan'>): Promise<readonly DraftText[]> {
  const tables = await memory.exportFan(turn.author.accountId)
  const text = packs[turn.lang]?.texts?.myData ?? english.texts.myData
  const count = (table: string) => tables[table]?.length ?? 0
  const own = (tables.messages ?? []).filter((row) => row.direction === 'in').length
  const facts = turn.facts.map((fact) => `· ${fact.key}: ${fact.value}`)
  const lines = [
    filled(own === 1 ? (text.messages.one ?? text.messages.other) : text.messages.other, own),
    ...(facts.length > 0 ? [text.facts, ...facts] : [text.noFacts]),
    text.consent[turn.fan.consent],
    filled(text.cases, count('handoffs')),
    text.forget,
  ]
  return [{ text: lines.join('\n'), author: 'approved' }]
}

function filled(text: string, count: number): string {
  return text.replace('{count}', String(count))
}
