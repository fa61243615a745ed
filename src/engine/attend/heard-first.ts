/** What is heard whatever else keeps us silent (quiet, limits, lateness, staff who have the fan): danger, a call for a person, a fan's own data. Pure. */
import { readPress } from '../../domain/asked.ts'
import type { AcceptedMessage, OpenCase } from '../../domain/conversation.ts'
import { type HandoffReason, isDanger } from '../../domain/handoff.ts'
import type { InboundMessage } from '../../domain/message.ts'
import { caseOf, isAtRisk } from '../../domain/open-case.ts'
import type { Turn } from '../../domain/turn.ts'
import { assess } from '../../hearing/assess.ts'
import { yesOrNo } from '../../hearing/small-words.ts'
import type { Persona } from '../../persona/persona.ts'
import { isForAnother, wordsOf } from './addressed.ts'
import { callsPerson } from './calls-person.ts'
import { ownWords } from './own-words.ts'

const commands: ReadonlySet<string> = new Set(['human', 'forget', 'privacy', 'mydata', 'link', 'unlink'])

/** `open`: the case of who wrote it. Who told of a life in danger before is believed at what is only likely. */
export function dangerIn(
  text: string,
  { languages }: Pick<Persona, 'languages'>,
  open?: Pick<OpenCase, 'reason'>,
): HandoffReason | undefined {
  const { handoff, maybe } = assess({ text, lang: languages[0], earlier: [] })
  if (handoff !== undefined && isDanger(handoff)) return handoff
  return open?.reason === 'self-harm' && maybe === 'self-harm' ? maybe : undefined
}

export function isInDanger(text: string, persona: Pick<Persona, 'languages'>): boolean {
  return dangerIn(text, persona) === 'self-harm'
}

/** The command in a message, typed or pressed. */
export function commandOf({ command, button }: InboundMessage): string | undefined {
  return command?.name ?? (button?.startsWith('command:') ? button.split(':')[1] : undefined)
}

/** `ours`: what was said to us. A life in danger is heard also where nobody called us. */
export function isHeardFirst(
  turn: Turn,
  people: readonly AcceptedMessage[],
  ours: readonly AcceptedMessage[],
  persona: Persona,
): boolean {
  const words = wordsOf(ours, persona)
  return (
    isInDanger(wordsOf(people, persona), persona) ||
    dangerIn(words, persona) !== undefined ||
    callsPerson(ownWords({ read: ours, text: words }, persona), persona) ||
    ours.some(({ author }) => isAtRisk(turn.conversation, author.accountId)) ||
    ours.some((one) => {
      const open = caseOf(turn.conversation, one.author.accountId)
      return open?.reason === 'self-harm' && dangerIn(wordsOf([one], persona), persona, open) !== undefined
    }) ||
    ours.some((message) => commands.has(commandOf(message) ?? '')) ||
    ours.some(({ button }) => readPress(button) !== undefined) ||
    people.some((message) => answersForget(message, turn, persona))
  )
}

/** Who asked to be forgotten is asked once more, and that answer is theirs to give wherever the question could be put, also without our name. */
function answersForget(message: AcceptedMessage, { conversation }: Turn, persona: Persona): boolean {
  const { pending } = conversation.state
  const { author, button, text } = message
  if (pending?.kind !== 'forget' || pending.accountId !== author.accountId || isForAnother(message)) return false
  if (button !== undefined) return button === 'yes' || button === 'no'
  return yesOrNo(text, ...persona.languages) !== undefined
}
