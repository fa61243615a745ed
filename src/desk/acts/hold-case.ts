/** Who has a case: taken, let go, passed on, put off, and whether the bot answers beside. Pure. */

import { whichCase } from '../../domain/case.ts'
import { atDesk } from '../../domain/colleague.ts'
import { DAY_MS } from '../../domain/durations.ts'
import { fanCalled } from '../../domain/fan-called.ts'
import { findTeam, teamName } from '../people/teams.ts'
import { dueAt } from '../time/sla.ts'
import { durationText, instantText } from '../time/times.ts'
import { hoursOf } from '../time/working-time.ts'
import { deskLine, sayLine, toFanAlone } from './say.ts'
import { forAll, type Situation, taken } from './situation.ts'
import { done, refuse, type Upshot } from './upshot.ts'

const LONGEST_SNOOZE_MS = 30 * DAY_MS

export function claim(situation: Situation, takesOver: boolean): Upshot {
  const { case: one, staff, persona, now } = situation
  if (one.status === 'assigned' && one.assigneeId === staff.id) return refuse('You have this case already.')
  if (one.status === 'assigned' && !takesOver)
    return refuse(`⛔ ${one.assignee} has this case. /claim now takes it over.`)
  if (one.status === 'closed' && situation.isOtherOpen) return refuse('⛔ A newer case is open in that conversation.')
  const changes = forAll(
    situation,
    (each) => ({
      set: {
        ...taken(staff, each),
        ...(each.status === 'closed' ? { closedAt: null, outcome: null } : {}),
        snoozedUntil: null,
      },
      dropUnsent: true,
      say: toFanAlone(deskLine('assigned', each, persona, { staff: staff.name }), each),
      state: { pending: undefined, reopen: undefined },
      timers: { snooze: null, csat: null },
      ...(each.status === 'closed'
        ? { timersIfNone: { 'next-response': dueAt('next-response', each, persona, now) } }
        : {}),
    }),
    one.status === 'closed' ? 'reopened' : 'claimed',
  )
  const before = one.status === 'assigned' ? ` ${one.assignee} had it.` : ''
  return done(changes, `${atDesk(staff)} has this case.${before}`)
}

export function release(situation: Situation): Upshot {
  const { case: one, persona, now } = situation
  if (one.status !== 'assigned') return refuse('Nobody has this case.')
  const changes = forAll(
    situation,
    (each) => ({
      set: { status: 'waiting', assignee: null, handler: 'bot' },
      say: toFanAlone(deskLine('holding', each, persona), each),
      timers: { silence: null },
      timersIfNone: { 'next-response': dueAt('next-response', each, persona, now) },
    }),
    'released',
  )
  return done(changes, 'The case waits for somebody else.')
}

export function pass(situation: Situation, typed: string, words: string | undefined): Upshot {
  const { staff, persona, now } = situation
  const team = findTeam(typed, persona)
  const teams = Object.keys(persona.handoff.teams).join(', ')
  if (team === undefined) return refuse(`⛔ There is no team “${typed}”. There are: ${teams || 'none'}.`)
  const changes = forAll(
    situation,
    (each) => {
      const name = teamName(team, each, persona)
      return {
        set: { status: 'waiting', assignee: null, handler: 'bot', team },
        say:
          each.reason === 'draft'
            ? []
            : toFanAlone(sayLine(persona.handoffLines.default, each, persona, { team: name }), each),
        timers: { silence: null, 'next-response': dueAt('next-response', { ...each, team }, persona, now) },
        ...(words?.trim() ? { notes: [{ staff: staff.name, text: words.trim() }] } : {}),
      }
    },
    'passed',
    team,
  )
  return done(changes, `Passed to ${teamName(team, situation.case, persona)}.`)
}

export function snooze(situation: Situation, ms: number): Upshot {
  const { case: one, persona, now } = situation
  const until = now + Math.min(ms, LONGEST_SNOOZE_MS)
  const timeZone = hoursOf(one.team, persona)?.timeZone ?? persona.manners.timeZone
  const changes = forAll(
    situation,
    () => ({ set: { snoozedUntil: until }, timers: { snooze: until, silence: null } }),
    'snoozed',
    durationText(ms, 'en'),
  )
  return done(changes, `💤 Until ${instantText(until, 'en', timeZone, now)}, or until the fan writes.`)
}

export function switchBot(situation: Situation, isOn: boolean): Upshot {
  const changes = forAll(
    situation,
    () => ({ set: { handler: isOn ? 'bot' : 'staff' }, ...(isOn ? {} : { dropUnsent: true as const }) }),
    isOn ? 'bot on' : 'bot off',
  )
  return done(changes, isOn ? 'The bot answers here too.' : 'The bot keeps quiet here.')
}

/** In a group it holds for all its members. */
export function switchDrafts({ case: one, staff, persona }: Situation, isOn: boolean): Upshot {
  const where = one.surface === 'group' ? 'in this group' : `to ${fanCalled(one.fanName)}`
  const change = {
    ...whichCase(one),
    isDrafting: isOn,
    events: [{ who: staff.name, what: isOn ? 'drafts on' : 'drafts off' }],
  }
  const says = isOn
    ? `What ${persona.name} would say ${where} waits for you from now on. Danger, and what a fan asks about their own data, is answered at once.`
    : `${persona.name} speaks ${where} without you again.`
  return done([change], says)
}
