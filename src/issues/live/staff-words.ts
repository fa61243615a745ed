/** Plain words to staff. */
import type { Button, Outgoing } from '../../domain/message.ts'
import { staffText } from '../../persona/voice/voice.ts'

/** `tellsOf`: ids of the accounts and cases that it shows; reports that it quotes are told of by themselves. */
export function staffWords(text: string, buttons: readonly Button[] = [], tellsOf: readonly string[] = []): Outgoing {
  return {
    ...staffText(text),
    ...(buttons.length > 0 ? { buttons } : {}),
    ...(tellsOf.length > 0 ? { tellsOf } : {}),
  }
}
