/** What happens besides messages: edits, deletions, reactions, doors that open and close. An event of Slack's → thread events. Pure. */
import { SECOND_MS, soundEvent, type ThreadEvent } from '#mascot'
import type { Data } from '../wire/api.ts'
import { list, part, text } from '../wire/data.ts'
import { emojiOf } from '../wire/emoji.ts'
import { accountOf, isTs, threadOf, timeOf } from '../wire/names.ts'
import { attachmentsOf } from './attachments.ts'
import { inboundMessage, isOwn, isSaid, type Reader, threadIn, wordsOf } from './inbound.ts'

/** `at`: epoch ms. `reacted`: the message that was reacted to, with all that stands under it, where Slack was asked. */
export function threadEvents(event: Data, reader: Reader, at: number, reacted?: Data): readonly ThreadEvent[] {
  return eventsIn(event, reader, at, reacted).map(soundEvent)
}

function eventsIn(event: Data, reader: Reader, at: number, reacted?: Data): readonly ThreadEvent[] {
  const channel = text(event.channel)
  switch (event.type) {
    case 'message':
      return changed(channel, event, reader, at)
    case 'reaction_added':
    case 'reaction_removed':
      return reactions(event, reader, at, reacted)
    case 'member_left_channel':
      return event.user === reader.own.user
        ? closed(channel, 'the app was taken out of the channel', at)
        : [{ kind: 'left', threadId: threadOf(channel), accountId: accountOf(text(event.user)), at }]
    case 'member_joined_channel':
      return event.user === reader.own.user ? opened(channel, at) : []
    case 'channel_archive':
    case 'group_archive':
      return closed(channel, 'the channel is archived', at)
    case 'channel_deleted':
    case 'group_deleted':
      return closed(channel, 'the channel is deleted', at)
    case 'channel_left':
    case 'group_left':
      return closed(channel, 'the app was taken out of the channel', at)
    case 'channel_unarchive':
    case 'group_unarchive':
      return opened(channel, at)
    default:
      return []
  }
}

const closed = (channel: string, reason: string, at: number): readonly ThreadEvent[] =>
  channel === '' ? [] : [{ kind: 'closed', threadId: threadOf(channel), reason, at }]
const opened = (channel: string, at: number): readonly ThreadEvent[] =>
  channel === '' ? [] : [{ kind: 'opened', threadId: threadOf(channel), at }]

function changed(channel: string, event: Data, reader: Reader, at: number): readonly ThreadEvent[] {
  const [now, before] = [part(event, 'message'), part(event, 'previous_message')]
  if (event.subtype === 'message_deleted') return deleted(channel, { ...before, ts: event.deleted_ts }, reader, at)
  if (event.subtype !== 'message_changed') return []
  // What others have answered is not taken out of its thread: an empty place stays.
  if (now.subtype === 'tombstone') return deleted(channel, { ...before, ts: now.ts }, reader, at)
  return edited(channel, now, before, reader, at)
}

function deleted(channel: string, message: Data, { own }: Reader, at: number): readonly ThreadEvent[] {
  const ts = text(message.ts)
  if (!isTs(ts) || isOwn(message, own)) return []
  return [{ kind: 'deleted', threadId: threadIn(channel, message), messageIds: [ts], at }]
}

/** Slack also changes a message when a link's preview arrives or somebody answers it; its words are the same then. */
function edited(channel: string, now: Data, before: Data, reader: Reader, at: number): readonly ThreadEvent[] {
  if (!isSaid(now) || isOwn(now, reader.own) || text(now.bot_id) !== '') return []
  const files = (message: Data) =>
    list(message.files)
      .map(({ id }) => text(id))
      .join()
  if (text(now.text) === text(before.text) && files(now) === files(before)) return []
  const words = wordsOf(now, reader)
  const said = inboundMessage(channel, now, reader)
  return [
    {
      ...{ kind: 'edited', threadId: threadIn(channel, now), messageId: text(now.ts), text: said?.text ?? words.text },
      ...(said?.isMention && { isMention: true }),
      ...(said?.mentions && { mentions: said.mentions }),
      ...{ links: words.links, attachments: attachmentsOf(now) },
      at: timeOf(part(now, 'edited').ts) ?? at,
    },
  ]
}

/** Where Slack could not be asked, what is known is the one that came or went. */
function reactions(event: Data, { own }: Reader, at: number, reacted?: Data): readonly ThreadEvent[] {
  const [item, user] = [part(event, 'item'), text(event.user)]
  const [channel, ts] = [text(item.channel), text(item.ts)]
  if (item.type !== 'message' || !isTs(ts) || user === '' || user === own.user) return []
  const standing =
    reacted && list(reacted.reactions).filter(({ users }) => Array.isArray(users) && users.includes(user))
  const names =
    standing?.map(({ name }) => text(name)) ?? (event.type === 'reaction_added' ? [text(event.reaction)] : [])
  return [
    {
      ...{ kind: 'reacted', messageId: ts, accountId: accountOf(user), at: timeOf(event.event_ts) ?? at },
      ...{ threadId: threadIn(channel, { ...reacted, ts }), emojis: [...new Set(names.map(emojiOf))] },
    },
  ]
}

/** When it happened, epoch ms. */
export const happenedAt = (push: Data, now: number): number =>
  typeof push.event_time === 'number' ? push.event_time * SECOND_MS : now
