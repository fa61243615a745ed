/** The operator's own rules for calling a person, `handoff.when`: the first that fits this turn. Pure. */

import { isKnownFan } from '../../desk/time/sla.ts'
import type { ThreadId } from '../../domain/ids.ts'
import type { Persona } from '../../persona/persona.ts'
import { hasAnyWord } from '../../words/phrases/words-in.ts'
import { ownWords } from '../attend/own-words.ts'
import type { Recalled } from '../stages.ts'

type Rule = Persona['handoff']['when'][number]

export function ruleFor(turn: Recalled, persona: Persona): Rule | undefined {
  return persona.handoff.when.find((rule) => says(rule) && fits(rule, turn))
}

/** A rule that names nothing would call a person for every word. */
function says({ words, topic, channels, fans }: Rule): boolean {
  return words.length > 0 || topic !== undefined || channels.length > 0 || fans !== undefined
}

function fits({ words, topic, surface, channels, fans }: Rule, turn: Recalled): boolean {
  const { conversation, findings, fan, now, read } = turn
  const threads = [conversation.threadId, ...read.flatMap(({ channel }) => channel ?? [])]
  const best = findings.outcome === 'unknown' ? undefined : findings.hits[0]
  const kind = isKnownFan(fan.since, now) ? 'known' : 'new'
  return (
    (surface === undefined || surface === conversation.surface) &&
    (channels.length === 0 || channels.some((channel) => threads.some((thread) => isIn(thread, channel)))) &&
    (fans === undefined || fans === kind) &&
    (topic === undefined || best?.answer.topic === topic) &&
    (words.length === 0 || hasAnyWord(ownWords(turn, turn.persona), words))
  )
}

/** `telegram:-100123:42` lies in `telegram:-100123` and in `telegram`; a thread of Discord's in the channel its messages name. */
function isIn(thread: ThreadId, channel: string): boolean {
  return thread === channel || thread.startsWith(`${channel}:`)
}
