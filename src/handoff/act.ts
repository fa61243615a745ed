/** One verb of a member of staff on one case: what it changes, and what they are told. Pure; whoever writes it checks that the case is still as read. */
import type { Case, CaseChange, CaseSet, StaffMember, StaffMessage } from '../domain/case.ts'
import type { HandoffReason } from '../domain/handoff.ts'
import type { Media } from '../domain/message.ts'
import { fillLine } from '../persona/fill.ts'
import { linesIn } from '../persona/localise.ts'
import type { Persona } from '../persona/persona.ts'
import type { SurfaceAbilities } from '../ports/adapter.ts'
import type { Verb } from '../ports/desk.ts'
import type { Relayed } from '../ports/store.ts'
import { deskLine, personSays, placeOf, sayLine, toStaff } from './say.ts'
import { dueAt } from './sla.ts'
import { findTeam, langOf, teamName } from './teams.ts'
import { durationText, instantText } from './times.ts'
import { hoursOf } from './working-time.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
/** After these nobody is asked how it was. */
const SAFETY: readonly HandoffReason[] = ['self-harm', 'safety', 'health', 'threat']

export interface Scene {
  readonly case: Case
  readonly staff: StaffMember
  readonly persona: Persona
  readonly now: number
  /** Cases joined to this one: what is done here is done there. */
  readonly followers: readonly Case[]
  /** The message of staff that holds the verb, if there is one. */
  readonly by?: StaffMessage
  readonly abilities?: SurfaceAbilities
  readonly media?: readonly Media[]
  /** What `edit` and `delete` mean. */
  readonly target?: Relayed
  /** The case to be joined. */
  readonly lead?: Case
  /** Another case is open in the fan's conversation. */
  readonly isOtherOpen?: boolean
}

export interface Act {
  readonly changes: readonly CaseChange[]
  /** For who acted. */
  readonly says: string
  readonly isDone: boolean
}

/** The verbs that need neither a model nor a file. */
export type PlainVerb = Exclude<Verb, { kind: 'suggest' | 'learn' | 'log' }>

const refuse = (says: string): Act => ({ changes: [], says, isDone: false })

export function act(verb: PlainVerb, scene: Scene): Act {
  const { case: one, staff } = scene
  const isTheirs = one.assigneeId === staff.id
  const isTaken = one.status === 'assigned' && !isTheirs
  if (one.status === 'closed' && !['claim', 'note', 'edit', 'delete'].includes(verb.kind))
    return refuse('⛔ This case is closed. /claim opens it again.')
  const needsIt = ['reply', 'canned', 'send-draft', 'release', 'snooze', 'bot', 'hand-back', 'resolve', 'join']
  if (isTaken && needsIt.includes(verb.kind))
    return refuse(`⛔ ${one.assignee} has this case. /claim now takes it over.`)
  switch (verb.kind) {
    case 'claim':
      return claim(scene, verb.takesOver ?? false)
    case 'release':
      return release(scene)
    case 'pass':
      return pass(scene, verb.team, verb.words)
    case 'reply':
      return reply(scene, verb.text, verb.asBrand ?? false, verb.onlyTo)
    case 'canned':
      return canned(scene, verb.name)
    case 'send-draft':
      return one.draft ? reply(scene, one.draft, true) : refuse('⛔ There is no draft. /suggest makes one.')
    case 'note':
      return verb.text.trim() === '' ? refuse('⛔ /note and then the words.') : noted(scene, verb.text)
    case 'snooze':
      return snooze(scene, verb.ms)
    case 'edit':
    case 'delete':
      return amend(scene, verb.kind === 'edit' ? verb.text : undefined)
    case 'bot':
      return switchBot(scene, verb.isOn)
    case 'hand-back':
      return close(scene, 'handed-back', { isSilent: false, isPublic: false })
    case 'resolve':
      return close(scene, 'resolved', { isSilent: verb.isSilent ?? false, isPublic: verb.isPublic ?? false })
    case 'join':
      return join(scene)
    default:
      return verb satisfies never
  }
}

/** The same change for the case and those joined to it. */
function forAll(
  { case: one, followers, staff }: Scene,
  change: (one: Case) => Omit<CaseChange, 'id' | 'threadId' | 'conversationId'>,
  what: string,
  detail?: string,
): CaseChange[] {
  return [one, ...followers].map((each) => ({
    ...placeOf(each),
    version: each.version,
    ...change(each),
    events: [{ who: staff.name, what, ...(detail ? { detail } : {}) }],
  }))
}

function done(changes: readonly CaseChange[], says: string): Act {
  return { changes, says, isDone: true }
}

const taken = (staff: StaffMember): CaseSet => ({ status: 'assigned', assignee: staff, handler: 'staff' })

function claim(scene: Scene, takesOver: boolean): Act {
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

function release(scene: Scene): Act {
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

function pass(scene: Scene, typed: string, words: string | undefined): Act {
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

/** A case that waits is taken by answering it. */
function reply(scene: Scene, text: string, asBrand: boolean, onlyTo?: string): Act {
  const { case: one, staff, persona, now, abilities, media, by } = scene
  const isTaking = one.status === 'waiting'
  const isFirst = isTaking && one.firstResponseAt === undefined
  const words = {
    ...{ text, staff, asBrand, isFirst },
    ...(media ? { media } : {}),
    ...(by ? { by } : {}),
    ...(abilities ? { maxLength: abilities.maxLength, markdown: abilities.markdown } : {}),
  }
  const spoken = new Map([one, ...scene.followers].map((each) => [each.id, personSays(words, each, persona)]))
  const refused = [...spoken.values()].find((each) => 'refused' in each)
  if (refused && 'refused' in refused) return refuse(`⛔ Not sent: ${refused.refused}.`)
  const silenceMs = persona.handoff.silenceMinutes * MINUTE_MS
  const changes = forAll(
    scene,
    (each) => {
      const words = spoken.get(each.id)
      const isHeard = onlyTo === undefined || onlyTo === each.id
      return {
        set: {
          ...(each.status === 'assigned' ? { handler: 'staff' as const } : taken(staff)),
          ...(each.firstResponseAt === undefined ? { firstResponseAt: now } : {}),
          snoozedUntil: null,
        },
        dropUnsent: true,
        say: isHeard && words && 'said' in words ? words.said : [],
        timers: {
          'first-response': null,
          'next-response': null,
          snooze: null,
          silence: silenceMs > 0 ? now + silenceMs : null,
        },
        promise: 'kept' as const,
      }
    },
    asBrand ? 'answered as the brand' : 'answered',
  )
  return done(changes, isTaking ? `${staff.name} has this case.` : '')
}

function canned(scene: Scene, name: string): Act {
  const { case: one, staff, persona } = scene
  const names = Object.keys(persona.handoff.canned)
  const lines = persona.handoff.canned[name.trim()]
  if (lines === undefined) return refuse(`⛔ There is no reply “${name}”. There are: ${names.join(', ') || 'none'}.`)
  const line = linesIn(lines, langOf(one, persona), persona)[0] ?? ''
  const values = { fan: one.fanName, persona: persona.name, brand: persona.brand.name, staff: staff.name }
  return reply(scene, fillLine(line, { ...values, team: teamName(one.team, one, persona) }), false)
}

function noted(scene: Scene, text: string): Act {
  const { case: one, staff } = scene
  const change: CaseChange = {
    ...placeOf(one),
    notes: [{ staff: staff.name, text: text.trim() }],
    events: [{ who: staff.name, what: 'noted' }],
  }
  return done([change], '📝 Noted.')
}

function snooze(scene: Scene, ms: number): Act {
  const { case: one, persona, now } = scene
  const until = now + Math.min(ms, 30 * 24 * HOUR_MS)
  const timeZone = hoursOf(one.team, persona)?.timeZone ?? persona.manners.timeZone
  const changes = forAll(
    scene,
    () => ({ set: { snoozedUntil: until }, timers: { snooze: until, silence: null } }),
    'snoozed',
    durationText(ms, 'en'),
  )
  return done(changes, `💤 Until ${instantText(until, 'en', timeZone, now)}, or until the fan writes.`)
}

function amend({ case: one, staff, persona, target, abilities }: Scene, text: string | undefined): Act {
  if (target === undefined || target.direction !== 'out' || target.handoffId !== one.id)
    return refuse('⛔ Reply to the message you mean; nothing of yours is known here.')
  if (target.state === 'dead') return refuse('⛔ That message never arrived.')
  const what = text === undefined ? 'deleted a message' : 'edited a message'
  const change = { ...placeOf(one), version: one.version, events: [{ who: staff.name, what }] }
  if (text === undefined) return done([{ ...change, amend: [{ row: target.fanRow }] }], '')
  const asBrand = target.outgoing?.speaker.kind === 'person-as-brand'
  const words = {
    ...{ text, staff, asBrand, isFirst: false },
    ...(abilities ? { maxLength: abilities.maxLength, markdown: abilities.markdown } : {}),
  }
  const spoken = personSays(words, one, persona)
  if ('refused' in spoken) return refuse(`⛔ Not changed: ${spoken.refused}.`)
  const [first, ...more] = spoken.said
  if (first === undefined || more.length > 0) return refuse('⛔ Not changed: too long for one message.')
  return done([{ ...change, amend: [{ row: target.fanRow, outgoing: first.outgoing }] }], '')
}

function switchBot(scene: Scene, isOn: boolean): Act {
  const changes = forAll(
    scene,
    () => ({ set: { handler: isOn ? 'bot' : 'staff' }, ...(isOn ? {} : { dropUnsent: true as const }) }),
    isOn ? 'bot on' : 'bot off',
  )
  return done(changes, isOn ? 'The bot answers here too.' : 'The bot keeps quiet here.')
}

function close(
  scene: Scene,
  outcome: 'resolved' | 'handed-back',
  { isSilent, isPublic }: { isSilent: boolean; isPublic: boolean },
): Act {
  const { staff, persona, now } = scene
  const { reopenHours } = persona.handoff
  const isResolved = outcome === 'resolved'
  const changes = forAll(
    scene,
    (each) => ({
      ...closing(each, outcome, staff.name, now),
      say: isSilent ? [] : deskLine(isResolved ? 'resolved' : 'returned', each, persona, { staff: staff.name }),
      timers: { ...noTimers, csat: isResolved && !isSilent ? csatAt(each, persona, now) : null },
      state: {
        pending: undefined,
        clarifications: 0,
        misses: 0,
        reopen: isResolved && reopenHours > 0 ? { handoffId: each.id, until: now + reopenHours * HOUR_MS } : undefined,
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
  const how = { resolved: 'solved it', 'handed-back': 'dealt with it and handed back', silence: 'answered' }[outcome]
  return {
    set: { status: 'closed', outcome, closedAt: now, handler: 'bot', snoozedUntil: null },
    summary: `[${new Date(now).toISOString().slice(0, 10)}] A person (${staff}) was asked for (${one.reason}) and ${how}: what they said stands. Do not raise it again or call a person for it unless the fan does.`,
    timers: noTimers,
  }
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

function join(scene: Scene): Act {
  const { case: one, staff, lead } = scene
  if (lead === undefined || lead.status === 'closed') return refuse('⛔ There is no open case of that number.')
  if (lead.id === one.id || lead.leadId) return refuse('⛔ That case is this one, or is itself joined to another.')
  if (scene.followers.length > 0) return refuse('⛔ Others are joined to this case; join that one to this instead.')
  const isStaffs = lead.status === 'assigned'
  const change: CaseChange = {
    ...placeOf(one),
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
    ...placeOf(lead),
    tell: toStaff(`🔗 ${one.fanName || 'Another fan'} has the same trouble: what is said here is said there too.`),
    events: [{ who: staff.name, what: 'joined by', detail: one.id }],
  }
  return done([change, told], `Joined to the case of ${lead.fanName || 'another fan'}.`)
}
