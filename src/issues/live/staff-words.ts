/** Plain words to staff. */
import type { Button, Outgoing } from '../../domain/message.ts'
import { bot } from '../../domain/speaker.ts'
import { forStaff } from '../../persona/voice/voice.ts'

export function staffWords(text: string, buttons?: readonly Button[]): Outgoing {
  return { kind: 'text', text: forStaff(text), speaker: bot, ...(buttons && buttons.length > 0 ? { buttons } : {}) }
}
