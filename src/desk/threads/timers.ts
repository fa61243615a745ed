/** What happens when a timer of a case runs out. Pure. */
import { type CaseChange, type TimerKind, whichCase } from '../../domain/case.ts'
import type { AccountId } from '../../domain/ids.ts'
import type { Persona } from '../../persona/persona.ts'
import type { DueTimer } from '../../ports/desk-work.ts'
import { csatQuestion } from '../acts/csat.ts'
import { closing, noTimers } from '../acts/end-case.ts'
import { backWithBot, toStaff } from '../acts/say.ts'
import { windowRings } from '../time/reply-clock.ts'
import { breached } from '../time/sla.ts'

export function runOut({ case: one, kind }: DueTimer, persona: Persona, now: number): CaseChange {
  const base = { ...whichCase(one), version: one.version }
  const ended = (timers: Partial<Record<TimerKind, number | null>>): CaseChange => ({ ...base, timers })
  switch (kind) {
    case 'first-response':
    case 'next-response':
    case 'resolution':
      if (one.status === 'closed' || one.leadId) return ended({ [kind]: null })
      if (one.snoozedUntil !== undefined && one.snoozedUntil > now) return ended({ [kind]: one.snoozedUntil })
      return breached(one, kind, persona, now)
    case 'snooze':
      return {
        ...ended({ snooze: null }),
        set: { snoozedUntil: null },
        ...(one.status === 'closed'
          ? {}
          : { tell: toStaff(`⏰ ${one.assignee ?? 'Somebody'}: this was put off until now.`) }),
        events: [{ who: 'bot', what: 'woke' }],
      }
    case 'silence':
      if (one.status !== 'assigned') return ended({ silence: null })
      return {
        ...base,
        ...closing(one, 'silence', one.assignee ?? 'staff', now),
        timers: noTimers,
        say: backWithBot(one, persona, one.assignee ? { staff: one.assignee } : {}),
        tell: toStaff('Nobody has said more; the bot has it again.'),
        events: [{ who: 'bot', what: 'closed by silence' }],
      }
    case 'csat': {
      if (one.status !== 'closed' || one.csat !== undefined || one.accountId === undefined) return ended({ csat: null })
      return { ...ended({ csat: null }), ...csatQuestion(one, one.accountId satisfies AccountId, persona, now) }
    }
    case 'window': {
      const { says, next = null } = windowRings(one, now, persona.manners.timeZone)
      return { ...ended({ window: next }), ...(says ? { tell: toStaff(says) } : {}) }
    }
    default:
      return kind satisfies never
  }
}
