/** What a text's entities say: is it to us, who else is mentioned, is it a command. */
import type { MessageEntity } from 'grammy/types'
import { type AccountId, accountId, type InboundMessage } from '#mascot'
import { campaignOf } from '../wire/link.ts'
import type { Self } from '../wire/presence.ts'
import type { Plain } from './rich-message.ts'

export interface Addressed {
  /** Our own `@username` reads as `@` and the persona's name: that is what the fan means, and what the persona listens to. */
  readonly text: string
  readonly isMention: boolean
  readonly mentions: readonly AccountId[]
  readonly command?: NonNullable<InboundMessage['command']>
}

export interface Listener {
  readonly self: Self
  readonly personaName: string
  /** Commands of ours: without `@bot` a group's `/help` may be meant for any of its bots, so there only these are heard. */
  readonly commands: ReadonlySet<string>
  readonly isGroup: boolean
}

export function readText({ text: source, entities }: Plain, listener: Listener): Addressed {
  const mentions: AccountId[] = []
  let isMention = false
  let command: Addressed['command']
  let text = ''
  let from = 0
  for (const entity of entities.toSorted((a, b) => a.offset - b.offset)) {
    const end = entity.offset + entity.length
    if (entity.offset < from) continue
    const read = readEntity(entity, source, listener)
    if (!read) continue
    isMention ||= read.isUs
    if (read.other !== undefined) mentions.push(read.other)
    if (read.command !== undefined) command = { name: read.command, args: source.slice(end).trim() }
    if (read.instead === undefined) continue
    text += source.slice(from, entity.offset) + read.instead
    from = end
  }
  text += source.slice(from)
  if (command?.name === 'start') command = { name: 'start', args: campaignOf(command.args) }
  return { text, isMention, mentions, ...(command ? { command } : {}) }
}

interface ReadEntity {
  readonly isUs: boolean
  readonly other?: AccountId
  readonly command?: string
  readonly instead?: string
}

function readEntity(entity: MessageEntity, source: string, listener: Listener): ReadEntity | undefined {
  const words = source.slice(entity.offset, entity.offset + entity.length)
  const { self, personaName } = listener
  switch (entity.type) {
    case 'mention':
      return isOurs(words.slice(1), self)
        ? { isUs: true, instead: `@${personaName}` }
        : { isUs: false, other: nameAccount(words.slice(1)) }
    case 'text_mention':
      return entity.user.id === self.id ? { isUs: true } : { isUs: false, other: accountId('telegram', entity.user.id) }
    case 'bot_command':
      return readCommand(entity.offset === 0, words, listener)
    default:
      return undefined
  }
}

function readCommand(isFirst: boolean, words: string, listener: Listener): ReadEntity | undefined {
  const [, name = '', bot] = /^\/(\w+)(?:@(\w+))?$/.exec(words) ?? []
  if (bot !== undefined && !isOurs(bot, listener.self)) return { isUs: false, other: nameAccount(bot) }
  const typed = name.toLowerCase()
  const isUs = bot !== undefined || (listener.isGroup && isFirst && listener.commands.has(typed))
  const isCommand = isFirst && typed !== '' && (isUs || !listener.isGroup)
  return {
    isUs,
    ...(isCommand ? { command: typed } : {}),
    ...(bot === undefined ? {} : { instead: `/${name}` }),
  }
}

/** Telegram gives no id with an `@name`, so the name stands for the account. */
function nameAccount(name: string): AccountId {
  return accountId('telegram', `@${name.toLowerCase()}`)
}

function isOurs(name: string, self: Self): boolean {
  return name.toLowerCase() === self.username.toLowerCase()
}
