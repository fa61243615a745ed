/** The lists behind the figures, by the names that figures have for them. Pure. */

import { type ReasonCode, reasonCodes } from '../domain/decision.ts'
import { askedOutcomes, effectKinds } from '../domain/insight.ts'
import { MascotError } from '../errors.ts'
import type { AskedList } from '../ports/insight-report.ts'
import type { AskedFilter, HappenedFilter } from '../ports/insights.ts'

export interface NamedList {
  readonly title: string
  readonly filter: AskedFilter | HappenedFilter
}

const cases = {
  cases: { title: 'Cases opened', which: 'opened' },
  closed: { title: 'Cases closed by people', which: 'closed' },
  reopened: { title: 'Cases opened again', which: 'reopened' },
  rated: { title: 'Cases that were rated', which: 'rated' },
  content: { title: 'Cases rated 4 or 5', which: 'content' },
  person: { title: 'Cases a person stepped into and answered', which: 'person' },
} as const

const promises = {
  'promises-kept': { title: 'Promises kept', isKept: true },
  'promises-broken': { title: 'Promises broken', isKept: false },
} as const

const titles = {
  answered: 'Questions answered',
  'asked-back': 'Questions asked back',
  'handed-over': 'Questions handed over',
  unanswered: 'Questions unanswered',
} as const

/** @throws {MascotError} `usage` for a list that there is not */
export function listNamed({ list, part = '' }: AskedList): NamedList {
  const outcome = askedOutcomes.find((one) => one === list)
  if (outcome) return { title: titles[outcome], filter: { outcome } }
  if (list === 'questions') return { title: 'Questions', filter: {} }
  if (list === 'solved') return { title: 'Solved for good', filter: { end: 'solved' } }
  if (list === 'bot-alone') return { title: 'Questions answered by the bot alone', filter: { by: 'bot' } }
  if (list === 'with-person') return { title: 'Questions answered by a person on their case', filter: { by: 'person' } }
  if (list === 'group-lines') return { title: 'Its lines in groups', filter: { of: 'group-lines' } }
  if (list === 'back') return { title: 'Back within seven days', filter: { end: 'back' } }
  if (list === 'topic') return { title: part === '' ? 'Of no known topic' : `Topic: ${part}`, filter: { topic: part } }
  if (list === 'answer') return { title: `Answered with ${part}`, filter: { answerId: part, outcome: 'answered' } }
  if (list === 'unwanted') return { title: 'Lines nobody wanted', filter: { of: 'unwanted-lines' } }
  const kind = effectKinds.find((one) => `effects-${one}` === list)
  if (kind) return { title: `Lines, and what was heard of them: ${kind}`, filter: { of: 'effects', kinds: [kind] } }
  const reason: ReasonCode | undefined = reasonCodes.find((one) => list === 'silence' && one === part)
  if (reason) return { title: `Kept quiet: ${reason}`, filter: { of: 'silences', reason } }
  if (isOf(cases, list)) return { title: cases[list].title, filter: { of: 'cases', which: cases[list].which } }
  if (isOf(promises, list))
    return { title: promises[list].title, filter: { of: 'promises', isKept: promises[list].isKept } }
  throw new MascotError('usage', 'There is no such list.')
}

function isOf<T extends object>(all: T, name: PropertyKey): name is keyof T {
  return Object.hasOwn(all, name)
}
