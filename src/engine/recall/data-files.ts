/** `/mydata` as files: everything of the fan over all joined accounts, once to read and once for a program. */

import type { AccountId, ThreadId } from '../../domain/ids.ts'
import { platformOf } from '../../domain/ids.ts'
import type { Media } from '../../domain/message.ts'
import type { Recalled } from '../stages.ts'

type Row = Readonly<Record<string, unknown>>
type Exported = Readonly<Record<string, readonly Row[]>>

/** Of the fan's own; what staff wrote among themselves may be about others too, and is the operator's to look through and give. */
const shown = [
  'accounts',
  'fans',
  'facts',
  'messages',
  'reactions',
  'handoffs',
  'promises',
  'links',
  'link_requests',
  'evidence',
  'standings',
  'titles',
]

/** Empty where nothing can be handed over as a file. `summary`: what was said of it in words. */
export async function dataFiles(
  exported: Exported,
  summary: string,
  { keepFile }: Recalled,
): Promise<readonly Media[]> {
  if (!keepFile) return []
  const own = ownRows(exported)
  const encode = (text: string) => new TextEncoder().encode(text)
  const files = [
    { name: 'my-data.txt', bytes: encode(readable(own, summary)) },
    { name: 'my-data.json', bytes: encode(`${JSON.stringify(own, null, 1)}\n`) },
  ]
  const paths = await Promise.all(files.map(keepFile))
  return paths.map((path, index): Media => ({ kind: 'document', path, name: files[index]?.name ?? '' }))
}

export function ownRows(exported: Exported): Exported {
  const accounts = new Set((exported.accounts ?? []).map(({ id }) => id))
  const direct = new Set((exported.conversations ?? []).map(({ id }) => id))
  const isOwn = ({ conversation_id: place, account_id: by }: Row) => direct.has(place) || accounts.has(by)
  return Object.fromEntries(
    shown.map((table) => {
      const rows = exported[table] ?? []
      return [table, table === 'messages' ? rows.filter(isOwn) : rows]
    }),
  )
}

/** A line each, with its time in UTC and where it was said. */
function readable(own: Exported, summary: string): string {
  const { accounts = [], facts = [], messages = [], handoffs = [] } = own
  const from = new Map(messages.map((row) => [row.id, row]))
  const lines = [
    ...accounts.map(({ id, name }) => `${platformOf(String(id) as AccountId)}: ${String(name)} (${String(id)})`),
    '',
    ...facts.map(({ key, value, told_at: at, message_row: row }) => {
      const source = from.get(row)
      return `· ${String(key)}: ${String(value)} – ${timeText(at)}${source ? ` – “${textOf(source)}”` : ''}`
    }),
    '',
    ...handoffs.map(({ opened_at: at, reason, status }) => `· ${timeText(at)} ${String(reason)}, ${String(status)}`),
    '',
    ...messages.map((row) => `${timeText(row.at)} ${placeOf(row)}${row.direction === 'in' ? '>' : '<'} ${textOf(row)}`),
  ]
  return `${summary}\n\n${lines.join('\n').replace(/\n{3,}/g, '\n\n')}\n`
}

function timeText(at: unknown): string {
  const time = Number(at)
  return Number.isFinite(time) ? new Date(time).toISOString().slice(0, 16).replace('T', ' ') : ''
}

function bodyOf({ body }: Row): Row {
  return typeof body === 'object' && body !== null ? { ...body } : {}
}

function placeOf(row: Row): string {
  const { threadId } = bodyOf(row)
  return typeof threadId === 'string' ? `${platformOf(threadId as ThreadId)} ` : ''
}

function textOf(row: Row): string {
  const { text, emoji, attachments } = bodyOf(row)
  const words = typeof text === 'string' ? text : typeof emoji === 'string' ? emoji : ''
  return (words || (Array.isArray(attachments) ? `[${attachments.length}]` : '')).replaceAll('\n', ' ')
}
