/** First stage: is this for us? Self, other bots, staff, quiet, manners and limits end here, each with its reason. Pure. */
import type { AcceptedMessage } from '../domain/conversation.ts'
import type { Turn } from '../domain/turn.ts'
import { cleanText, isBlank } from '../persona/clean-text.ts'
import type { Persona } from '../persona/persona.ts'
import { isAddressed, withoutName } from './addressed.ts'
import { assess } from './assess.ts'
import { type Draft, silent } from './draft.ts'
import type { Standing } from './limits.ts'
import { policyOf } from './policy.ts'
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
  const policy = policyOf(conversation, persona)
  if (isGroup && policy === 'off' && !isCommand) return end(silent('channel-off'))
  const isAmbient = isGroup && ours.length === 0
  const read = isAmbient ? people : isStorm(people) ? ours : people.slice(people.indexOf(ours[0] ?? last))
  const text = joined(read, persona)
  // A person in danger is heard also where nobody called us.
  if (isAmbient && policy !== 'ambient' && !isInDanger(text, persona)) return end(silent('not-addressed'))
  if (isBlank(text) && !read.some((message) => message.attachments?.length || message.button !== undefined))
    return end(silent('nothing-said'))
  if (standing === 'over') return end(silent('fan-limit'))
  if (standing === 'conversation-over') return end(silent('conversation-limit'))
  const lateness = latenessOf(last, turn, persona)
  if (lateness === 'leave') return end(silent('too-old'))
  const isLate = lateness === 'acknowledge'
  return { turn: { ...turn, author: (read.at(-1) ?? last).author, text, isAmbient, isLate } }
}

/** Several members at once: only what was meant for us is read. */
function isStorm(people: readonly AcceptedMessage[]): boolean {
  return new Set(people.map(({ author }) => author.accountId)).size > 1
}

function isInDanger(text: string, { languages }: Persona): boolean {
  return assess({ text, lang: languages[0], earlier: [] }).handoff === 'self-harm'
}

/** What the persona's manners say of a message that lay unread for long, as after an outage. */
function latenessOf(last: AcceptedMessage, { conversation, now }: Turn, { manners }: Persona) {
  const { minutes, direct, group } = manners.stale
  if (now - last.sentAt <= minutes * 60_000) return 'answer'
  return conversation.surface === 'direct' ? direct : group
}

function joined(messages: readonly AcceptedMessage[], persona: Persona): string {
  const parts = messages.map((message) => withoutName(cleanText(message.text), persona))
  return parts.filter((part) => part.length > 0).join('\n')
}
