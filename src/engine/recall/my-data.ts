/** `/mydata`: what is kept of a fan, told to the fan in words. The whole export, as JSON, is the operator's `mascot export`. */
import { english } from '../../hearing/packs/english.ts'
import { packs } from '../../hearing/packs/packs.ts'
import type { Recalled } from '../stages.ts'
import type { Saying } from '../verdict.ts'

type MyData = Extract<Saying, { kind: 'my-data' }>

export async function myData({ memory, author }: Recalled): Promise<MyData> {
  const { messages = [], handoffs = [] } = await memory.exportFan(author.accountId)
  const own = messages.filter(({ direction }) => direction === 'in')
  return { kind: 'my-data', messages: own.length, handoffs: handoffs.length }
}

export function myDataText({ messages, handoffs }: MyData, turn: Recalled): string {
  const text = packs[turn.lang]?.texts?.myData ?? english.texts.myData
  const facts = turn.facts.map((fact) => `· ${fact.key}: ${fact.value}`)
  return [
    filled(messages === 1 ? (text.messages.one ?? text.messages.other) : text.messages.other, messages),
    ...(facts.length > 0 ? [text.facts, ...facts] : [text.noFacts]),
    text.consent[turn.fan.consent],
    filled(text.cases, handoffs),
    text.forget,
  ].join('\n')
}

function filled(text: string, count: number): string {
  return text.replace('{count}', String(count))
}
