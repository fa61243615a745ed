/** First stage: is this for us? Self, other bots, staff, quiet, manners and limits end here, each with its reason. Pure. */
import type { AcceptedMessage } from '../domain/conversation.ts'
import type { Turn } from '../domain/turn.ts'
import { cleanText, isBlank } from '../persona/clean-text.ts'
import type { Persona } from '../persona/persona.ts'
import { isAddressed, withoutName } from './addressed.ts'
import { type Draft, silent } from './draft.ts'
import type { Standing } from './limits.ts'
import type { Attended } from './stages.ts'

export type AttendResult = { readonly draft: Draft } | { readonly turn: Attended }

const end = (draft: Draft): AttendResult => ({ draft })

/** `standing`: where the fan and the conversation stand against their limits. */
export function attend(turn: Turn, persona: Persona, standing: Standing): AttendResult {
  const { conversation, messages, now } = turn
  const last = messages.at(-1) ?? messages[0]
  if (messages.some((message) => message.isStaffThread)) return end(silent('staff-thread'))
  const heard = messages.filter((message) => !message.isOwn)
  if (heard.length === 0) return end(silent('own-message'))
  const people = heard.filter((message) => !message.author.isBot)
  if (people.length === 0) return end(silent('other-bot'))
  if (conversation.handler === 'staff') return end(silent('staff-has-it'))

  const isGroup = conversation.surface === 'group'
  const ours = people.filter((message) => isAddressed(message, persona))
  const isCommand = ours.some((message) => message.command)
  if ((conversation.state.quietUntil ?? 0) > now && !isCommand) return end(silent('asked-for-quiet'))
  if (isGroup && persona.manners.group === 'off' && !isCommand) return end(silent('channel-off'))
  const isAmbient = isGroup && ours.length === 0
  if (isAmbient && persona.manners.group !== 'ambient') return end(silent('not-addressed'))

  const read = isAmbient ? people : people.slice(people.indexOf(ours[0] ?? last))
  const text = joined(read, persona)
  if (isBlank(text) && !read.some((message) => message.attachments?.length || message.button !== undefined))
    return end(silent('nothing-said'))
  if (standing === 'over') return end(silent('fan-limit'))
  if (standing === 'conversation-over') return end(silent('conversation-limit'))
  return { turn: { ...turn, author: (read.at(-1) ?? last).author, text, isAmbient } }
}

function joined(messages: readonly AcceptedMessage[], persona: Persona): string {
  const parts = messages.map((message) => withoutName(cleanText(message.text), persona))
  return parts.filter((part) => part.length > 0).join('\n')
}
