/** How a case ends: resolved, handed back, left in silence, or joined to another. Pure. */

import { type Case, type CaseChange, whichCase } from '../../domain/case.ts'
import { HOUR_MS, MINUTE_MS } from '../../domain/durations.ts'
import { fanCalled } from '../../domain/fan-called.ts'
import type { HandoffReason } from '../../domain/handoff.ts'
import type { Persona } from '../../persona/persona.ts'
import { backWithBot, deskLine, toStaff } from './say.ts'
import { forAll, type Situation } from './situation.ts'
import { done, refuse, type Upshot } from './upshot.ts'

/** After these nobody is asked how it was. */
const SAFETY: readonly HandoffReason[] = ['self-harm', 'safety', 'health', 'threat']

export function close(
  situation: Situation,
  outcome: 'resolved' | 'handed-back',
  { isSilent, isPublic }: { isSilent: boolean; isPublic: boolean },
): Upshot {
  const { staff, persona, now } = situation
  const { reopenHours } = persona.handoff
  const isResolved = outcome === 'resolved'
  const who = { staff: staff.name }
  // Nobody told the fan that a draft waits.
  const isUnheard = (each: Case) => isSilent || each.reason === 'draft'
  const changes = forAll(
    situation,
    (each) => ({
      ...closing(each, outcome, staff.name, now),
      say: isUnheard(each)
        ? []
        : isResolved
          ? deskLine('resolved', each, persona, who)
          : backWithBot(each, persona, who),
      timers: { ...noTimers, csat: isResolved && !isUnheard(each) ? csatAt(each, persona, now) : null },
      state: {
        pending: undefined,
        clarifications: 0,
        misses: 0,
        reopen:
          isResolved && reopenHours > 0 && each.reason !== 'draft'
            ? { caseId: each.id, until: now + reopenHours * HOUR_MS }
            : undefined,
      },
      ...(isPublic && each.originThread ? closure(each, each.originThread, persona) : {}),
    }),
    outcome,
  )
  return done(changes, isResolved ? '✔️ Resolved.' : 'The bot has it again.')
}

export const noTimers = {
  'first-response': null,
  'next-response': null,
  resolution: null,
  snooze: null,
  silence: null,
} as const

/** What closing does whoever closes: the bot has the conversation, and knows what happened. */
export function closing(
  one: Case,
  outcome: 'resolved' | 'handed-back' | 'silence',
  staff: string,
  now: number,
): Pick<CaseChange, 'set' | 'summary' | 'timers'> {
  return {
    set: { status: 'closed', outcome, closedAt: now, handler: 'bot', snoozedUntil: null },
    timers: noTimers,
    ...(one.reason === 'draft' ? {} : { summary: summaryOf(one, outcome, staff, now) }),
  }
}

function summaryOf(one: Case, outcome: 'resolved' | 'handed-back' | 'silence', staff: string, now: number): string {
  const how = { resolved: 'solved it', 'handed-back': 'dealt with it and handed back', silence: 'answered' }[outcome]
  return (
    `[${new Date(now).toISOString().slice(0, 10)}] A person (${staff}) was asked for (${one.reason}) and ${how}: ` +
    'what they said stands. Do not raise it again or call a person for it unless the fan does.'
  )
}

function csatAt(one: Case, { handoff }: Persona, now: number): number | null {
  const isAsked = handoff.csat.ask && one.surface === 'direct' && !SAFETY.includes(one.reason) && one.csat === undefined
  return isAsked ? now + handoff.csat.afterMinutes * MINUTE_MS : null
}

/** One word in the group where it began. */
function closure(one: Case, threadId: NonNullable<Case['originThread']>, persona: Persona): Pick<CaseChange, 'sayIn'> {
  const said = deskLine('closure', { ...one, surface: 'group' }, persona)
  return { sayIn: { threadId, outgoing: said.map(({ outgoing }) => outgoing) } }
}

export function join(situation: Situation): Upshot {
  const { case: one, staff, lead } = situation
  if (lead === undefined || lead.status === 'closed') return refuse('⛔ There is no open case of that number.')
  if (lead.id === one.id || lead.leadId) return refuse('⛔ That case is this one, or is itself joined to another.')
  if (situation.followers.length > 0) return refuse('⛔ Others are joined to this case; join that one to this instead.')
  const isStaffs = lead.status === 'assigned'
  const change: CaseChange = {
    ...whichCase(one),
    version: one.version,
    set: {
      leadId: lead.id,
      status: lead.status,
      handler: isStaffs ? 'staff' : 'bot',
      assignee: isStaffs && lead.assigneeId && lead.assignee ? { id: lead.assigneeId, name: lead.assignee } : null,
      ...(lead.staffThread ? { staffThread: lead.staffThread } : {}),
    },
    tell: toStaff('This case goes on in another thread.'),
    events: [{ who: staff.name, what: 'joined', detail: lead.id }],
  }
  const told: CaseChange = {
    ...whichCase(lead),
    tell: toStaff(
      `🔗 ${fanCalled(one.fanName, 'Another fan')} has the same trouble: what is said here is said there too.`,
    ),
    events: [{ who: staff.name, what: 'joined by', detail: one.id }],
  }
  return done([change, told], `Joined to the case of ${fanCalled(lead.fanName, 'another fan')}.`)
}
