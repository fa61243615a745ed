/** How exports of chats say who wrote: Telegram Desktop's `result.json`, and the JSON of DiscordChatExporter. */
import { accountId } from '../../domain/ids.ts'
import type { PortableAccount } from '../../domain/portable.ts'

export type ChatFormat = 'telegram' | 'discord'

export const formats = {
  telegram: {
    name: 'Telegram Desktop',
    from: 'telegram-desktop',
    paths: ['$', '$.chats.list.*', '$.left_chats.list.*'].flatMap((chat) =>
      ['name', 'type', 'id', 'messages.*'].map((key) => `${chat}.${key}`),
    ),
  },
  discord: {
    name: 'DiscordChatExporter',
    from: 'discord-chat-exporter',
    paths: ['$.channel.name', '$.channel.type', '$.channel.id', '$.messages.*'],
  },
} as const satisfies Record<ChatFormat, object>

/** `private_supergroup`, `public_supergroup`, `private_group`; `GuildTextChat` and its like. Channels of one voice have no members who write. */
export function isOfGroup({ type = '' }: { readonly type?: string }): boolean {
  return /group$/.test(type) || /^Guild/.test(type)
}

/** Undefined for what no person wrote. */
export function authorOf(format: ChatFormat, message: unknown): PortableAccount | undefined {
  const row = objectOf(message)
  return format === 'telegram' ? ofTelegram(row) : ofDiscord(row)
}

/** `from_id` is `user77`; of old a bare number, where groups and channels stand above 2³². What happened besides has an `actor`. */
function ofTelegram(row: Row): PortableAccount | undefined {
  const id = row['from_id'] ?? row['actor_id']
  const bare = typeof id === 'number' && id > 0 && id < 2 ** 32 ? String(id) : undefined
  const user = bare ?? (typeof id === 'string' ? /^user(\d+)$/.exec(id)?.[1] : undefined)
  if (user === undefined) return undefined
  const seconds = Number(row['date_unixtime'] ?? Number.NaN)
  const since = Number.isFinite(seconds) ? seconds * 1_000 : timeOf(row['date'])
  return { id: accountId('telegram', user), name: textOf(row['from'] ?? row['actor']), since }
}

function ofDiscord(row: Row): PortableAccount | undefined {
  const author = objectOf(row['author'])
  const id = textOf(author['id'])
  if (!/^\d+$/.test(id) || author['isBot'] === true) return undefined
  const name = textOf(author['nickname']) || textOf(author['name'])
  return { id: accountId('discord', id), name, since: timeOf(row['timestamp']) }
}

type Row = Readonly<Record<string, unknown>>

function objectOf(value: unknown): Row {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** A time without a zone is taken for UTC, as nobody says of where it is. */
function timeOf(value: unknown): number | undefined {
  const text = textOf(value)
  const at = Date.parse(/T[\d:.]+$/.test(text) ? `${text}Z` : text)
  return Number.isNaN(at) ? undefined : at
}
