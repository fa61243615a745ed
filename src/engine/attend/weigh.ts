/** How much hangs on a message, by what can be told at a glance: quick enough for every message that is accepted. Pure. */
import type { InboundMessage } from '../../domain/message.ts'
import { called, danger, overheard, type Weight } from '../../domain/weight.ts'
import { saysDanger, saysSelfHarm } from '../../hearing/assess.ts'
import type { Persona } from '../../persona/persona.ts'
import { isAddressed } from './addressed.ts'

export function weigh(message: InboundMessage, persona: Persona): Weight {
  const { text, author, command, masked, isStaffThread } = message
  if (isStaffThread) return called
  if (author.isBot) return isAddressed(message, persona) ? called : overheard
  const isCalled = command !== undefined || masked?.includes('card') || isAddressed(message, persona)
  // Where nobody called us, a life in danger is heard and nothing else.
  if (isCalled ? saysDanger(text) : saysSelfHarm(text)) return danger
  return isCalled ? called : overheard
}
