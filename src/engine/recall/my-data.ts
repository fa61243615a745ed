/** `/mydata`: what is kept of a fan over all joined accounts, told in words; in private with all of it in files. */

import type { Media } from '../../domain/message.ts'
import { english } from '../../hearing/packs/english.ts'
import { packs } from '../../hearing/packs/packs.ts'
import type { Recalled } from '../stages.ts'
import type { Saying } from '../verdict.ts'
import { dataFiles, ownRows } from './data-files.ts'

type MyData = Extract<Saying, { kind: 'my-data' }>

/** In a group only the facts told there are named, whoever sees it. */
export async function myData(turn: Recalled): Promise<{ readonly saying: MyData; readonly files: readonly Media[] }> {
  const exported = await turn.memory.exportFan(turn.author.accountId)
  const { messages = [], handoffs = [], facts = [] } = ownRows(exported)
  const isDirect = turn.conversation.surface === 'direct'
  const saying: MyData = {
    kind: 'my-data',
    messages: messages.filter(({ direction }) => direction === 'in').length,
    handoffs: handoffs.length,
    facts: isDirect ? facts.map(({ key, value }) => ({ key: String(key), value: String(value) })) : turn.facts,
  }
  return { saying, files: isDirect ? await dataFiles(exported, myDataText(saying, turn), turn) : [] }
}

export function myDataText({ messages, handoffs, facts: known }: MyData, turn: Recalled): string {
  const text = packs[turn.fanLang ?? turn.lang]?.texts?.myData ?? english.texts.myData
  const keys: Readonly<Record<string, string>> = text.keys
  const facts = known.map(({ key, value }) => `· ${keys[key] ?? key}: ${value}`)
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
