/** Promises of persons: their owner is reminded in the case's thread, and what is not kept in time is admitted to the fan once. */

import { type Case, type CaseChange, type Said, whichCase } from '../../domain/case.ts'
import { MINUTE_MS } from '../../domain/durations.ts'
import { fanCalled } from '../../domain/fan-called.ts'
import { firstWithinMs, maySpeakFirst } from '../../domain/first-word.ts'
import type { Log } from '../../log.ts'
import { firstRulesOf } from '../../persona/first-rules.ts'
import type { Persona } from '../../persona/persona.ts'
import type { CaseChanges } from '../../ports/case-changes.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Acted } from '../../ports/desk.ts'
import type { FirstWords } from '../../ports/first-words.ts'
import type { OwedPromise, Promises } from '../../ports/promises.ts'
import { deskLine, toFanAlone, toStaff } from '../acts/say.ts'
import { teamForFan } from '../people/teams.ts'
import { instantText } from './times.ts'

const REMIND_MS = 30 * MINUTE_MS
const AT_ONCE = 50
const SHOWN = 120

export interface PromisesDueDeps {
  readonly promises: Promises
  readonly firstWords: FirstWords
  readonly changes: Pick<CaseChanges, 'apply'>
  readonly persona: () => Persona
  readonly clock: Clock
  readonly log: Log
}

export async function lookAtPromises({
  promises,
  changes,
  firstWords,
  persona,
  clock,
  log,
}: PromisesDueDeps): Promise<void> {
  const now = clock.now()
  for (const one of await promises.toRemind(now, now + REMIND_MS, AT_ONCE)) {
    const { owner = 'somebody', case: of } = one
    const due = `⏰ ${owner} promised ${fanCalled(of.fanName)}, due ${at(one, persona(), now)}: ${shown(one)}`
    const words = `${due}\n/kept p${one.id} words or /broken p${one.id} words.`
    if (await promises.reminded(one.id, now)) await changes.apply([{ ...whichCase(of), tell: toStaff(words) }], now)
  }
  const overdue = await promises.overdue(now, AT_ONCE)
  // What ran out together is admitted together.
  for (const [first, ...more] of Map.groupBy(overdue, (one) => one.case.id).values()) {
    if (first === undefined) continue
    // Whoever changed the case meanwhile may have ended it: it is looked at again in a minute.
    const { accountId, conversationId: conversation, status } = first.case
    const isTold = status !== 'closed'
    const said = await firstWords.about(accountId, conversation, now - firstWithinMs)
    // By night it waits for the morning.
    const may = maySpeakFirst('late-promise', said, firstRulesOf(persona()), { isGroup: false, now })
    if (isTold && may !== 'may') continue
    if (!(await changes.apply([broken([first, ...more], first.case, persona())], now))) continue
    const word = { reason: 'late-promise', conversation, ...(accountId ? { accountId } : {}) } as const
    if (isTold) await firstWords.said(word, now)
    log.info({ case: first.case.id }, 'a promise of a person was not kept in time')
  }
}

function broken(promises: readonly OwedPromise[], one: Case, persona: Persona): CaseChange {
  const isOpen = one.status !== 'closed'
  const over = promises.map(
    (promise) => `💔 The time of p${promise.id} of ${promise.owner ?? 'somebody'} is over: ${shown(promise)}`,
  )
  return {
    ...whichCase(one),
    version: one.version,
    owed: { numbers: promises.map(({ id }) => id), became: 'broken' },
    ...(isOpen
      ? {
          say: anyWay(toFanAlone(deskLine('delayed', one, persona, { team: teamForFan(one.team, one, persona) }), one)),
        }
      : {}),
    tell: toStaff([...over, ...(isOpen ? ['The fan was told that it takes longer.'] : [])].join('\n')),
    events: promises.map((promise) => ({ who: 'bot', what: 'a promise ran out', detail: shown(promise) })),
  }
}

/** Where the platform lets nothing be said, it is said to the fan where that can be. */
function anyWay(said: readonly Said[]): Said[] {
  return said.map((one) =>
    one.outgoing.kind === 'text' ? { ...one, outgoing: { ...one.outgoing, mayGoElsewhere: true } } : one,
  )
}

/** For the lead: the first due first, and how it went lately. */
export function promisesText(
  open: readonly OwedPromise[],
  ended: { readonly kept: number; readonly broken: number },
  persona: Persona,
  now: number,
): Acted {
  const lines = open.map((one) => {
    const late = one.dueAt < now ? `⏰ late, due ${at(one, persona, now)}` : at(one, persona, now)
    // Those of persons are ended by their number, those of a time of the case by its answer.
    const number = one.isByPerson ? `p${one.id} · ` : ''
    const whose = `${one.owner ?? 'nobody'} → ${fanCalled(one.case.fanName, 'a fan')} (#${one.case.id.slice(0, 8)})`
    return `${number}${late} · ${whose}: ${shown(one)}`
  })
  const says = [
    ...(lines.length > 0 ? lines : ['Nothing is promised.']),
    `Of the last 30 days: ${ended.kept} kept, ${ended.broken} broken.`,
  ].join('\n')
  return { isDone: true, says, tellsOf: open.map((one) => one.case.id) }
}

const at = ({ dueAt }: OwedPromise, { manners }: Persona, now: number) =>
  instantText(dueAt, 'en', manners.timeZone, now)
const shown = ({ text }: OwedPromise) => (text.length > SHOWN ? `${text.slice(0, SHOWN - 1).toWellFormed()}…` : text)
