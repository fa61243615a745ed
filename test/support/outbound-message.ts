/** Outbound messages as `deliver` hands them to an adapter. */
import { randomUUID } from 'node:crypto'
import type { ThreadId } from '../../src/domain/ids.ts'
import type { OutboundMessage, ReviewedText } from '../../src/domain/message.ts'
import { bot } from '../../src/domain/speaker.ts'

type Text = Extract<OutboundMessage, { kind: 'text' }>

export function words(threadId: ThreadId, text: string, more: Partial<Text> = {}): Text {
  return {
    kind: 'text',
    id: randomUUID(),
    threadId,
    surface: 'direct',
    text: text as ReviewedText,
    speaker: bot,
    ...more,
  }
}

export function deletion(threadId: ThreadId, messageId: string): OutboundMessage {
  return { kind: 'deletion', id: randomUUID(), threadId, surface: 'group', messageId, speaker: bot }
}

export function reaction(threadId: ThreadId, messageId: string, emoji: string): OutboundMessage {
  return { kind: 'reaction', id: randomUUID(), threadId, surface: 'group', messageId, emoji, speaker: bot }
}
