/** Another bot that calls us in a group: never answered, or once within a window, so that two of them come to rest. Pure. */

import type { AcceptedMessage, ConversationState } from '../../domain/conversation.ts'
import { MINUTE_MS } from '../../domain/durations.ts'
import type { AccountId } from '../../domain/ids.ts'
import type { Turn } from '../../domain/turn.ts'
import type { Persona } from '../../persona/persona.ts'
import type { Recalled } from '../stages.ts'
import { silent, type Verdict } from '../verdict.ts'

type Manners = Pick<Persona, 'manners'>

/** Why a bot is not answered. */
export type BotRefusal = 'other-bot' | 'bot-answered'

/**
 * What of a bot's words may be answered, or why nothing is. It has to call us by the platform's word, since a name alone may
 * stand in what it posts for everybody; and it gives us no commands.
 */
export function callOfBot(
  { conversation, now }: Turn,
  messages: readonly AcceptedMessage[],
  { manners }: Manners,
): readonly AcceptedMessage[] | BotRefusal {
  const [first, ...rest] = messages.filter(isCall)
  if (manners.bots.answer === 'never' || conversation.surface !== 'group' || !first) return 'other-bot'
  const { accountId } = first.author
  if (accountId in stillAnswered(conversation.state, now, { manners })) return 'bot-answered'
  return [first, ...rest.filter(({ author }) => author.accountId === accountId)]
}

function isCall({ isMention, replyTo, command, button }: AcceptedMessage): boolean {
  return (isMention || replyTo?.isToBot === true) && !command && button === undefined
}

/** Bots answered so lately that they get no other answer yet, each with the time of it. */
function stillAnswered({ botsAnswered = {} }: ConversationState, now: number, { manners }: Manners) {
  const since = now - manners.bots.windowMinutes * MINUTE_MS
  return Object.fromEntries(Object.entries(botsAnswered).filter(([, at]) => at > since))
}

/** What is remembered of answering this bot now. */
export function answeredBot(
  { conversation, now }: Turn,
  bot: AccountId,
  persona: Manners,
): Pick<ConversationState, 'botsAnswered'> {
  return { botsAnswered: { ...stillAnswered(conversation.state, now, persona), [bot]: now } }
}

/** A bot is told words at most: no case is opened for it, nothing is asked of it, and nothing is kept of what it says. */
export function forBot(verdict: Verdict, { isFromBot }: Recalled): Verdict {
  if (!isFromBot) return verdict
  const { changes: _, ...words } = verdict
  return words.kind === 'handoff' ? silent('other-bot') : words
}
