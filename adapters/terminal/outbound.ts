/** An outbound message → lines on the screen. */
import { randomUUID } from 'node:crypto'
import type { OutboundMessage, Sent } from '#mascot'
import type { Screen } from './format.ts'
import type { Inbound } from './inbound.ts'

export interface Outbound {
  send(message: OutboundMessage): Promise<Sent>
}

export function createOutbound(screen: Screen, inbound: Inbound): Outbound {
  return {
    async send(message) {
      if (message.kind === 'reaction') {
        await screen.showReaction(message.emoji)
        return { messageId: message.messageId }
      }
      // What was typed into a terminal cannot be taken off its screen; the words that follow say so.
      if (message.kind === 'deletion') return { messageId: message.messageId }
      if (message.kind === 'title') return { messageId: message.id }
      const to = message.surface === 'group' && message.replyTo ? inbound.nameOf(message.replyTo) : undefined
      inbound.offer(message.buttons ?? [])
      const person = message.speaker.kind === 'person' ? message.speaker.name : undefined
      await screen.showMessage({
        text: message.text,
        buttons: message.buttons ?? [],
        ...(to ? { to } : {}),
        ...(person ? { person } : {}),
      })
      return { messageId: randomUUID() }
    },
  }
}
