/** Who has a case: taken, let go, passed on, put off, and whether the bot answers beside. Pure. */

import { findTeam, teamName } from '../people/teams.ts'
import { dueAt } from '../time/sla.ts'
import { durationText, instantText } from '../time/times.ts'
import { hoursOf } from '../time/working-time.ts'
import { deskLine, sayLine } from './say.ts'
import { type Act, done, forAll, refuse, type Scene, taken } from './scene.ts'

const LONGEST_SNOOZE_MS = 30 * 24 * 3_600_000

export function claim(scene: Scene, takesOver: boolean): Act {
  const { case: one, staff, persona, now } = scene
  if (one.status === 'assigned' && one.assigneeId === staff.id) return refuse('You have this case already.')
  if (one.status === 'assigned' && !takesOver)
    return refuse(`⛔ ${one.assignee} has this case. /claim now takes it over.`)
  if (one.status === 'closed' && scene.isOtherOpen) return refuse('⛔ A newer case is open in that conversation.')
  const changes = forAll(
    scene,
    (each) => ({
      set: {
        ...taken(staff),
        ...(each.status === 'closed' ? { closedAt: null, outcome: null } : {}),
        snoozedUntil: null,
      },
      dropUnsent: true,
      say: deskLine('assigned', each, persona, { staff: staff.name }),
      state: { pending: undefined, reopen: undefined },
      timers: { snooze: null, csat: null },
      ...(each.status === 'closed'
        ? { timersIfNone: { 'next-response': dueAt('next-response', each, persona, now) } }
        : {}),
    }),
    one.status === 'closed' ? 'reopened' : 'claimed',
  )
  const before = one.status === 'assigned' ? ` ${one.assignee} had it.` : ''
  return done(changes, `${staff.name} has this case.${before}`)
}

export function release(scene: Scene): Act {
  const { case: one, persona, now } = scene
  if (one.status !== 'assigned') return refuse('Nobody has this case.')
  const changes = forAll(
    scene,
    (each) => ({
      set: { status: 'waiting', assignee: null, handler: 'bot' },
      say: deskLine('holding', each, persona),
      timers: { silence: null },
      timersIfNone: { 'next-response': dueAt('next-response', each, persona, now) },
    }),
    'released',
  )
  return done(changes, 'The case waits for somebody else.')
}

export function pass(scene: Scene, typed: string, words: string | undefined): Act {
  const { staff, persona, now } = scene
  const team = findTeam(typed, persona)
  const teams = Object.keys(persona.handoff.teams).join(', ')
  if (team === undefined) return refuse(`⛔ There is no team “${typed}”. There are: ${teams || 'none'}.`)
  const changes = forAll(
    scene,
    (each) => {
      const name = teamName(team, each, persona)
      return {
        set: { status: 'waiting', assignee: null, handler: 'bot', team },
        say: sayLine(persona.handoffLines.default, each, persona, { team: name }),
        timers: { silence: null, 'next-response': dueAt('next-response', { ...each, team }, persona, now) },
        ...(words?.trim() ? { notes: [{ staff: staff.name, text: words.trim() }] } : {}),
      }
    },
    'passed',
    team,
  )
  return done(changes, `Passed to ${teamName(team, scene.case, persona)}.`)
}

export function snooze(scene: Scene, ms: number): Act {
  const { case: one, persona, now } = scene
  const until = now + Math.min(ms, LONGEST_SNOOZE_MS)
  const timeZone = hoursOf(one.team, persona)?.timeZone ?? persona.manners.timeZone
  const changes = forAll(
    scene,
    () => ({ set: { snoozedUntil: until }, timers: { snooze: until, silence: null } }),
    'snoozed',
    durationText(ms, 'en'),
  )
  return done(changes, `💤 Until ${instantText(until, 'en', timeZone, now)}, or until the fan writes.`)
}

export function switchBot(scene: Scene, isOn: boolean): Act {
  const changes = forAll(
    scene,
    () => ({ set: { handler: isOn ? 'bot' : 'staff' }, ...(isOn ? {} : { dropUnsent: true as const }) }),
    isOn ? 'bot on' : 'bot off',
  )
  return done(changes, isOn ? 'The bot answers here too.' : 'The bot keeps quiet here.')
}
