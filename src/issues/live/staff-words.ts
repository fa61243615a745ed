/** Plain words to staff. */
import type { Button, Outgoing } from '../../domain/message.ts'
import { staffText } from '../../persona/voice/voice.ts'

export function staffWords(text: string, buttons?: readonly Button[]): Outgoing {
  return { ...staffText(text), ...(buttons && buttons.length > 0 ? { buttons } : {}) }
}
