/** What one turn adds to the figures. Pure. */

import { DAY_MS, MINUTE_MS } from '../domain/durations.ts'
import { type Count, type CountedTurn, type HeardEffect, ownAffairs, type Uncounted } from '../domain/insight.ts'
import { recogniseSmallTalk } from '../hearing/small-talk.ts'
import type { Persona } from '../persona/persona.ts'
import { askedOf } from './asked-of.ts'

/** So long after our last line a word of thanks is for it; in a group the talk goes on sooner. */
const HOLDS_MS = { direct: DAY_MS, group: 10 * MINUTE_MS }
/** So many people in talk with each other can be interrupted. */
const TALKING = 2

/** `day`: of the turn, by the persona's calendar. */
export function countTurn(turn: Uncounted, day: string, persona: Persona): CountedTurn {
  const { turnId, conversationId, at, reason, messages } = turn
  const base = { turnId, conversationId, at, day }
  if (ownAffairs.includes(reason) || messages.some(({ isStaffThread, isOwn }) => isStaffThread || isOwn))
    return { ...base, counts: [], effects: [] }
  const asked = askedOf(turn, persona)
  return {
    ...base,
    counts: countsOf(turn),
    effects: [...unaskedOf(turn), ...effectsOf(turn, persona)],
    ...(asked ? { asked } : {}),
  }
}

function countsOf({ surface, kind, reason, messages, lines }: Uncounted): Count[] {
  const counts: Count[] = [
    { name: 'heard', part: surface, n: messages.length },
    { name: 'said', part: surface, n: lines },
    { name: 'spoke', part: surface, n: lines > 0 ? 1 : 0 },
  ]
  if (kind === 'silent') counts.push({ name: 'silent', part: reason, n: 1 })
  return counts.filter(({ n }) => n > 0)
}

/** Of our own words: that they were unasked, and into the talk of others. */
function unaskedOf({ isOverheard, lines, talkers, messages }: Uncounted): HeardEffect[] {
  const last = messages.at(-1)
  if (!isOverheard || lines === 0 || last === undefined) return []
  const of = { accountId: last.author.accountId, on: { firstBehind: last.row } }
  return [{ kind: 'unasked', ...of }, ...(talkers >= TALKING ? [{ kind: 'interrupted', ...of } as const] : [])]
}

function asksForQuiet(command: Uncounted['messages'][number]['command']): boolean {
  return command?.name === 'quiet' && !/^(off|end|stop|0)/iu.test(command.args.trim())
}

function effectsOf({ surface, messages, isOverheard }: Uncounted, persona: Persona): HeardEffect[] {
  const withinMs = HOLDS_MS[surface]
  const names = [persona.name, ...persona.nicknames]
  return messages.flatMap(({ row, author, text, replyTo, command }): HeardEffect[] => {
    const { accountId } = author
    if (author.isBot) return []
    const on = replyTo?.isToBot ? { messageId: replyTo.messageId } : { row, withinMs }
    if (asksForQuiet(command))
      return [
        { kind: 'muted', accountId, on: { row, withinMs } },
        { kind: 'quiet-asked', accountId, on: { heard: row } },
      ]
    const effects: HeardEffect[] = replyTo?.isToBot ? [{ kind: 'quoted', accountId, on }] : []
    const occasion = recogniseSmallTalk(text, { languages: persona.languages, names })?.occasion
    const isForUs = replyTo?.isToBot === true || !isOverheard
    if (isForUs && (occasion === 'thanks' || occasion === 'praise')) effects.push({ kind: 'thanked', accountId, on })
    return effects
  })
}
