/** What stands in a workspace of Slack: channels, members, messages, files. And what Slack refuses, with its codes. */
import type { Clock } from '../../src/ports/clock.ts'

export type Data = Readonly<Record<string, unknown>>
export const app = {
  ...{ token: 'xoxb-11111-22222-demoTokenOfTheDemo', signingSecret: '8f742231b10e8888abcd99yyyzzz85a5' },
  ...{ team: 'T0TIDE', appId: 'A0PIP', user: 'U0PIP', bot: 'B0PIP', name: 'pip' },
} as const
export const rights =
  'chat:write,im:history,channels:history,channels:read,groups:read,groups:history,app_mentions:read,users:read,im:write,reactions:read,' +
  'reactions:write,files:read,files:write'

export interface Said {
  readonly ts: string
  readonly user: string
  readonly bot_id?: string
  text: string
  blocks: readonly Data[]
  readonly thread_ts?: string
  readonly metadata?: Data
  readonly files?: readonly Data[]
  readonly reactions: { readonly name: string; readonly users: string[] }[]
  readonly subtype?: string
  /** Of ours, in the order in which they came. */
  readonly unfurls?: boolean
}
export interface Channel {
  readonly id: string
  readonly members: Set<string>
  readonly messages: Said[]
  isArchived: boolean
}
export interface Unseen {
  readonly channel: string
  readonly user: string
  readonly text: string
  readonly ts: string
  readonly buttons: readonly Data[]
  readonly thread?: string
}
export interface StoredFile {
  readonly id: string
  readonly name: string
  readonly mime: string
  bytes: Buffer
  /** Where it was shared, by channel. */
  readonly shares: Record<string, { readonly ts: string }[]>
}

export class SlackError extends Error {}
export const refuse = (code: string): never => {
  throw new SlackError(code)
}

export type Workspace = ReturnType<typeof createWorkspace>

export function createWorkspace(clock: Clock) {
  const channels = new Map<string, Channel>()
  const people = new Map<string, Data>()
  const files = new Map<string, StoredFile>()
  const unseen: Unseen[] = []
  /** Members and channels that were called by words of ours. */
  const pings: string[] = []
  let nth = 0

  const nextTs = () => `${Math.floor(clock.now() / 1000)}.${String(++nth).padStart(6, '0')}`
  function channel(id: string, members: readonly string[] = []): Channel {
    const made = { id, members: new Set(members), messages: [], isArchived: false }
    channels.set(id, made)
    return made
  }
  function open(id: unknown): Channel {
    const found = channels.get(String(id)) ?? refuse('channel_not_found')
    if (!found.members.has(app.user)) refuse(found.id.startsWith('C') ? 'not_in_channel' : 'channel_not_found')
    return found
  }
  function writable(id: unknown): Channel {
    const found = open(id)
    return found.isArchived ? refuse('is_archived') : found
  }
  function member(id: string, profile: Data = {}) {
    people.set(id, { id, name: id.toLowerCase(), profile: { display_name: '', real_name: '', ...profile }, ...profile })
    return channel(`D${id.slice(1)}`, [id, app.user])
  }
  const find = ({ messages }: Channel, ts: unknown): Said =>
    messages.find((one) => one.ts === ts) ?? refuse('message_not_found')

  /** Words with blocks, or without, as Slack takes them. */
  function checked(body: Data): { readonly text: string; readonly blocks: readonly Data[] } {
    const [text, blocks] = [String(body.text ?? ''), body.blocks === undefined ? [] : listOf(body.blocks)]
    if (text === '' && blocks.length === 0) refuse('no_text')
    if (text.length > 40_000) refuse('msg_too_long')
    if (blocks.length > 50) refuse('invalid_blocks')
    for (const block of blocks) checkBlock(block)
    pings.push(...[...text.matchAll(/<([@!][^>]*)>/g)].map(([, who = '']) => who))
    return { text, blocks }
  }
  return {
    ...{ channels, people, files, unseen, pings, nextTs, channel, open, writable, member, find, checked },
    nextId: (kind: string) => `${kind}${++nth}X`,
  }
}

export function listOf(value: unknown): readonly Data[] {
  const read: unknown = typeof value === 'string' ? JSON.parse(value) : value
  return Array.isArray(read) ? (read as readonly Data[]) : refuse('invalid_blocks')
}

function checkBlock(block: Data): void {
  if (block.type === 'rich_text') {
    const inner = listOf(block.elements).flatMap((section) => listOf(section.elements))
    if (inner.length === 0) refuse('invalid_blocks')
    for (const { type, text, url } of inner) {
      if (type === 'text' ? typeof text !== 'string' || text === '' : type !== 'link') refuse('invalid_blocks')
      if (type === 'link' && !URL.canParse(String(url))) refuse('invalid_blocks')
    }
    return
  }
  if (block.type !== 'actions') refuse('invalid_blocks')
  const elements = listOf(block.elements)
  const ids = new Set(elements.map((one) => one.action_id))
  if (elements.length === 0 || elements.length > 25 || ids.size < elements.length) refuse('invalid_blocks')
  for (const { type, text, value, url, action_id: id } of elements) {
    const label = (text ?? {}) as Data
    const words = String(label.text ?? '')
    if (type !== 'button' || label.type !== 'plain_text' || words === '' || words.length > 75) refuse('invalid_blocks')
    if (typeof id !== 'string' || id.length > 255) refuse('invalid_blocks')
    if (String(value ?? '').length > 2_000 || (url !== undefined && String(url).length > 3_000))
      refuse('invalid_blocks')
  }
}

/** What a member sees. */
export function shown({ text, blocks }: Pick<Said, 'text' | 'blocks'>): string {
  const rich = blocks.filter(({ type }) => type === 'rich_text')
  if (rich.length === 0) return text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&')
  return rich
    .flatMap(({ elements }) => listOf(elements).flatMap((section) => listOf(section.elements)))
    .map((one) => String(one.text ?? one.url))
    .join('')
}

export const buttonsOf = ({ blocks }: Pick<Said, 'blocks'>): readonly Data[] =>
  blocks.filter(({ type }) => type === 'actions').flatMap(({ elements }) => listOf(elements))
