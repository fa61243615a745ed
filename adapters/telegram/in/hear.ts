/** Updates → what is handed over: translated one by one, a broken one skipped, presses answered, long values and administrators looked up. */
import type { Update } from 'grammy/types'
import { type AdapterContext, type Heard, type InboundMessage, sound, soundEvent, type ThreadEvent } from '#mascot'
import { codeCursor, isCode } from '../wire/button-value.ts'
import { eventsOf } from '../wire/door.ts'
import { pollCursor, readShownPoll } from '../wire/poll-cursor.ts'
import type { Surroundings } from '../wire/presence.ts'
import { placeOf, threadOf } from '../wire/thread.ts'
import type { TopicMemory } from '../wire/topic-memory.ts'
import type { Administrators } from './administrators.ts'
import type { OwnChannels } from './own-channels.ts'
import { translate } from './translate.ts'
import type { PollVote, Translated } from './translated.ts'

export interface HearDeps {
  readonly context: AdapterContext
  readonly around: () => Surroundings
  readonly topics: TopicMemory
  /** A group goes on under another id. */
  readonly onMoved: (from: number, to: number) => void
  /** Who administers the groups, asked anew for every fetch. */
  readonly administrators: () => Administrators
  readonly ownChannels: OwnChannels
  /** Must not throw. */
  readonly answerPress: (queryId: string) => void
}

export type Hear = (updates: readonly unknown[]) => Promise<Heard>

export function createHear({
  context,
  around,
  topics,
  onMoved,
  administrators,
  ownChannels,
  answerPress,
}: HearDeps): Hear {
  function readOne(update: unknown): Translated {
    const kind = update instanceof Object ? Object.keys(update).find((key) => key !== 'update_id') : typeof update
    try {
      if (!isUpdate(update)) throw new TypeError('no update id')
      return checked(translate(update, { ...around(), topics, now: context.clock.now() }))
    } catch (err) {
      context.log.warn({ err, kind }, 'an update could not be read and is skipped')
      return {}
    }
  }

  async function withLongValue(message: InboundMessage): Promise<InboundMessage> {
    if (message.button === undefined || !isCode(message.button)) return message
    const { button, ...labelAlone } = message
    const value = await context.cursor(codeCursor(around().self.id, button))
    return value === undefined ? labelAlone : { ...message, button: value }
  }

  /** Undefined for a poll that is none of ours any more. */
  async function votedOf({ pollId, ...cast }: PollVote): Promise<ThreadEvent | undefined> {
    const value = await context.cursor(pollCursor(around().self.id, pollId))
    const shown = value === undefined ? undefined : readShownPoll(value)
    return shown && { kind: 'voted', threadId: threadOf(shown.place), messageId: shown.messageId, ...cast }
  }

  return async (updates) => {
    const messages: InboundMessage[] = []
    const events: ThreadEvent[] = []
    const { withRank } = administrators()
    for (const update of updates) {
      const { message, event, door, vote, queryId } = readOne(update)
      if (queryId !== undefined) answerPress(queryId)
      if (message) {
        const { chatId, topicId } = placeOf(message.threadId)
        const number = Number.parseInt(message.id, 10)
        if (Number.isSafeInteger(number)) topics.remember(chatId, number, topicId)
        messages.push(await withLongValue(await ownChannels.withBrand(await withRank(message))))
      }
      if (event?.kind === 'moved') onMoved(placeOf(event.threadId).chatId, placeOf(event.to).chatId)
      if (event && !isRepeated(event, events)) events.push(event)
      const voted = vote && (await votedOf(vote))
      if (voted) events.push(voted)
      if (door) events.push(...(await eventsOf(door, context)))
    }
    return { messages, ...(events.length > 0 ? { events } : {}) }
  }
}

/** Types are what the Bot API promises: what goes on from here is what they say. @throws where it is not */
function checked(translated: Translated): Translated {
  const { message, event, door } = translated
  if (message) placeOf(sound(message).threadId)
  for (const happened of [event, door]) if (happened) placeOf(soundEvent(happened).threadId)
  if (event?.kind === 'moved') placeOf(event.to)
  return translated
}

/** A group that became a supergroup says so twice, once in each. */
function isRepeated(event: ThreadEvent, events: readonly ThreadEvent[]): boolean {
  return event.kind === 'moved' && events.some((one) => one.kind === 'moved' && one.threadId === event.threadId)
}

function isUpdate(value: unknown): value is Update {
  return value instanceof Object && 'update_id' in value && Number.isSafeInteger(value.update_id)
}
