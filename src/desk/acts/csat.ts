/** Asking a fan, once, how a resolved case was: a number by button or in words, then a comment if they like. Pure. */

import type { Case, CaseChange, WhichCase } from '../../domain/case.ts'
import { DAY_MS, MINUTE_MS } from '../../domain/durations.ts'
import type { AccountId } from '../../domain/ids.ts'
import type { Persona } from '../../persona/persona.ts'
import { deskLine } from './say.ts'

const OPEN_MS = DAY_MS
const COMMENT_MS = 30 * MINUTE_MS

export function csatQuestion(
  one: Case,
  accountId: AccountId,
  persona: Persona,
  now: number,
): Pick<CaseChange, 'say' | 'state' | 'events'> {
  const buttons = [1, 2, 3, 4, 5].map((number) => ({ label: String(number), value: `csat:${one.id}:${number}` }))
  return {
    say: deskLine('csat', one, persona, {}, buttons).map((said) =>
      said.outgoing.kind === 'text' ? { ...said, outgoing: { ...said.outgoing, usefulUntil: now + OPEN_MS } } : said,
    ),
    state: { pending: { kind: 'csat', caseId: one.id, until: now + OPEN_MS, accountId } },
    events: [{ who: 'bot', what: 'asked how it was' }],
  }
}

/** What a fan's press or words say: 1–5 of this case; undefined when they are about something else. */
export function ratingIn(text: string, button: string | undefined, caseId: string): number | undefined {
  if (button !== undefined) {
    const [kind, id, number] = button.split(':')
    return kind === 'csat' && id === caseId && /^[1-5]$/.test(number ?? '') ? Number(number) : undefined
  }
  const number = /^\s*([1-5])\s*(?:\/\s*5)?\s*[.!]?\s*$/u.exec(text)?.[1]
  return number === undefined ? undefined : Number(number)
}

export function rated(which: WhichCase, csat: number, fan: string): CaseChange {
  return { ...which, set: { csat }, events: [{ who: fan || 'fan', what: 'rated', detail: String(csat) }] }
}

export function commented(which: WhichCase, csatComment: string, fan: string): CaseChange {
  return { ...which, set: { csatComment }, events: [{ who: fan || 'fan', what: 'commented' }] }
}

/** What the next words of the fan are taken for, and until when. */
export function commentUntil(now: number): number {
  return now + COMMENT_MS
}
