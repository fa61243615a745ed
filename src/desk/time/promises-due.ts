/** Promises of persons: their owner is reminded in the case's thread, and what is not kept in time is admitted to the fan once. */

import { type CaseChange, type Said, whichCase } from '../../domain/case.ts'
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
    const words = `⏰ ${owner} promised ${fanCalled(of.fanName)}, due ${at(one, persona())}: ${shown(one)}\n/kept words or /broken words.`
    if (await promises.reminded(one.id, now)) await changes.apply([{ ...whichCase(of), tell: toStaff(words) }], now)
  }
  for (const one of await promises.overdue(now, AT_ONCE)) {
    // Whoever changed the case meanwhile may have ended it: it is looked at again in a minute.
    const { accountId, conversationId: conversation, status } = one.case
    const isTold = status !== 'closed'
    const said = await firstWords.about(accountId, conversation, now - firstWithinMs)
    // By night it waits for the morning.
    const may = maySpeakFirst('late-promise', said, firstRulesOf(persona()), { isGroup: false, now })
    if (isTold && may !== 'may') continue
    if (!(await changes.apply([broken(one, persona())], now))) continue
    const word = { reason: 'late-promise', conversation, ...(accountId ? { accountId } : {}) } as const
    if (isTold) await firstWords.said(word, now)
    log.info({ case: one.case.id }, 'a promise of a person was not kept in time')
  }
}

function broken(promise: OwedPromise, persona: Persona): CaseChange {
  const { case: one, owner = 'somebody' } = promise
  const isOpen = one.status !== 'closed'
  return {
    ...whichCase(one),
    version: one.version,
    owed: 'overdue',
    ...(isOpen
      ? {
          say: anyWay(toFanAlone(deskLine('delayed', one, persona, { team: teamForFan(one.team, one, persona) }), one)),
        }
      : {}),
    tell: toStaff(
      `💔 The time of a promise of ${owner} is over: ${shown(promise)}${isOpen ? ' The fan was told that it takes longer.' : ''}`,
    ),
    events: [{ who: 'bot', what: 'a promise ran out', detail: shown(promise) }],
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
    const late = one.dueAt < now ? '⏰ late' : at(one, persona)
    return `${late} · ${one.owner ?? 'nobody'} → ${fanCalled(one.case.fanName, 'a fan')} (#${one.case.id.slice(0, 8)}): ${shown(one)}`
  })
  const says = [
    ...(lines.length > 0 ? lines : ['Nothing is promised.']),
    `Of the last 30 days: ${ended.kept} kept, ${ended.broken} broken.`,
  ].join('\n')
  return { isDone: true, says, tellsOf: open.map((one) => one.case.id) }
}

const at = ({ dueAt }: OwedPromise, { manners }: Persona) => instantText(dueAt, 'en', manners.timeZone)
const shown = ({ text }: OwedPromise) => (text.length > SHOWN ? `${text.slice(0, SHOWN - 1).toWellFormed()}…` : text)
