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
  'works',
  'work_uses',
  'helpers',
  'first_words',
  'circle_votes',
  'reports',
  'asked',
  'reply_effects',
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
      return [
        table,
        (table === 'messages' ? rows.filter(isOwn) : rows).map((row) => withoutOthers(table, row, accounts)),
      ]
    }),
  )
}

/** Who joined accounts with theirs both have agreed to, so links name both. */
const ofBoth = new Set(['links'])

/** What is another fan's in a row is not theirs to take: who they are, and words of theirs that a message answers. */
function withoutOthers(table: string, row: Row, own: ReadonlySet<unknown>): Row {
  if (ofBoth.has(table)) return row
  const isOther = (value: unknown) => typeof value === 'string' && !own.has(value)
  const kept = Object.entries(row).flatMap(([column, value]): [string, unknown][] => {
    // It is made of who thanked.
    if (table === 'evidence' && column === 'key') return []
    return naming.has(column) && isOther(value) ? [] : [[column, value]]
  })
  const cleaned = Object.fromEntries(kept)
  if (table !== 'messages' || !('body' in row)) return cleaned
  const { replyTo, mentions, ...body } = bodyOf(row)
  const answered = typeof replyTo === 'object' && replyTo !== null ? { ...replyTo } : undefined
  const isOthers = answered !== undefined && 'accountId' in answered && isOther(answered.accountId)
  const bare = isOthers && 'messageId' in answered ? { messageId: answered.messageId } : answered
  const ours = Array.isArray(mentions) ? mentions.filter((one) => own.has(one)) : []
  return {
    ...cleaned,
    body: { ...body, ...(bare ? { replyTo: bare } : {}), ...(ours.length > 0 ? { mentions: ours } : {}) },
  }
}

const naming = new Set(['account_id', 'by_account', 'from_account', 'decided_by'])

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
    ...fanLines(own),
    '',
    ...messages.map((row) => `${timeText(row.at)} ${placeOf(row)}${row.direction === 'in' ? '>' : '<'} ${textOf(row)}`),
  ]
  return `${summary}\n\n${lines.join('\n').replace(/\n{3,}/g, '\n\n')}\n`
}

/** What they gave, offered, chose and hold as a fan of the community. */
function fanLines(own: Exported): readonly string[] {
  const { works = [], helpers = [], standings = [], titles = [], circle_votes: votes = [] } = own
  const { first_words: first = [], reports = [], evidence = [] } = own
  const line = (at: unknown, ...words: readonly unknown[]) => `· ${[timeText(at), ...words].filter(Boolean).join(' ')}`
  return [
    ...works.map((row) => line(row.offered_at, `work #${String(row.number)}`, row.state, `“${String(row.text)}”`)),
    ...helpers.map((row) =>
      line(row.since, `helper ${String(row.from_hour)}-${String(row.to_hour)}`, row.ended_at && 'off'),
    ),
    ...titles.map((row) => line(row.since, 'title', row.name, row.ended_at && 'off')),
    ...evidence.map((row) => line(row.at, 'standing', row.what)),
    ...standings.flatMap((row) => [
      ...(row.circle ? [line(row.circle_at, 'circle', row.circle)] : []),
      ...(row.off_at ? [line(row.off_at, '/me off')] : []),
      ...(row.hidden_at ? [line(row.hidden_at, '/me title off')] : []),
      ...(row.first_at ? [line(row.first_at, '/me first on')] : []),
      ...(row.first_off_at ? [line(row.first_off_at, '/me first off')] : []),
    ]),
    ...votes.map((row) => line(row.at, `vote in circle ${String(row.number)}:`, String(Number(row.choice) + 1))),
    ...reports.map((row) => line(row.at, row.kind)),
    ...first.map((row) => line(row.at, 'first word', row.reason)),
  ]
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
