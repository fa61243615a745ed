/** A message in a staff thread: read as an act, decided, and handed back as the effects of its turn. Plain talk changes nothing. */

import type { CaseChange, StaffMember, SteppedIn } from '../../domain/case.ts'
import type { ReasonCode } from '../../domain/decision.ts'
import { wordsOfDraft } from '../../domain/draft.ts'
import type { Effects } from '../../domain/effects.ts'
import { fanCalled } from '../../domain/fan-called.ts'
import type { ThreadId } from '../../domain/ids.ts'
import type { Button, InboundMessage } from '../../domain/message.ts'
import type { WrongKind } from '../../domain/scene.ts'
import type { Turn } from '../../domain/turn.ts'
import type { CaseReader } from '../../ports/case-reader.ts'
import type { Act, Acted } from '../../ports/desk.ts'
import type { Drafts } from '../../ports/drafts.ts'
import type { DeskDoor } from '../people/desk-door.ts'
import type { DeskCore, DeskDeps } from './desk-deps.ts'
import type { LookUpDesk } from './look-up-desk.ts'
import {
  type CommunityTyped,
  type DraftTyped,
  help,
  type IssueTyped,
  type JoinTyped,
  readAct,
  type Typed,
  type WorksTyped,
} from './read-act.ts'
import { toStaff } from './say.ts'
import { sentWith, staysHere } from './sent-with.ts'

const LISTED = 10
const EDIT_DOES_NOTHING =
  '⛔ Nothing was sent or done: an edit sends nothing new, and does nothing new. Write it as a message of its own.'

interface Outcome {
  readonly acted: Acted
  readonly changes?: readonly CaseChange[]
  readonly stepsIn?: SteppedIn
  readonly buttons?: readonly Button[]
  /** The message of the thread that is answered. */
  readonly replyTo?: string
}

/** The effects of a turn in a staff thread; what goes to the staff thread itself is its outbox. */
export type StaffTurn = (turn: Turn) => Promise<Effects>

export interface StaffTurnDeps extends Pick<DeskDeps, 'wits'> {
  readonly cases: Pick<CaseReader, 'find' | 'byStaffThread' | 'relayed' | 'isKnown' | 'sentAmongStaff'>
  readonly drafts: Pick<Drafts, 'get' | 'shownAs'>
  readonly door: DeskDoor
  /** If absent, promises are not listed. */
  readonly promises?: () => Promise<Acted>
  /** If absent, nobody looks after the community here. */
  readonly community?: (typed: CommunityTyped, staff: StaffMember) => Promise<Acted>
  /** If absent, nobody looks after issues here. */
  readonly issues?: (typed: IssueTyped, staff: StaffMember, message: InboundMessage) => Promise<Acted>
  /** If absent, the shop is asked nothing. */
  readonly lookUps?: LookUpDesk
  /** If absent, nothing of fans is shown here. */
  readonly works?: (typed: WorksTyped, staff: StaffMember) => Promise<Acted>
}

export function createStaffTurn(desk: DeskCore, deps: StaffTurnDeps): StaffTurn {
  return async (turn) => {
    const message = turn.messages.at(-1) ?? turn.messages[0]
    if (message.isOwn) return quiet('own-message')
    if (message.author.isBot) return quiet('other-bot')
    const typed = (await impliedBy(message, deps)) ?? (await latePartOf(message, deps)) ?? readAct(message)
    if (typed === undefined) return quiet('staff-thread')
    const noteBefore = message.isEdited ? noteIn({ text: message.textBefore ?? '' }) : undefined
    const renoted = noteBefore === undefined ? undefined : noteIn(message)
    if (message.isEdited && renoted === undefined)
      return spoken('staff-verb', { acted: { isDone: false, says: EDIT_DOES_NOTHING } }, message)
    const staff = desk.staffMember(message.author.accountId, message.author.name)
    if (staff === undefined) {
      if (typed.kind === 'desk' && typed.name === 'desk') await deps.door.refused(message)
      return spoken(
        'not-allowed',
        { acted: { isDone: false, says: '⛔ You are not on the staff list; nothing was done.' } },
        message,
      )
    }
    if (noteBefore !== undefined && renoted !== undefined) {
      const act = { kind: 'note', text: renoted, instead: noteBefore } as const
      return spoken('staff-verb', await onCase({ kind: 'case', act }, staff, message, desk, deps), message)
    }
    return spoken('staff-verb', await perform(typed, staff, message, desk, deps), message)
  }
}

/** The words of a note; undefined of any other message, and of a note without words. */
function noteIn(message: Parameters<typeof readAct>[0]): string | undefined {
  const typed = readAct(message)
  return typed?.kind === 'case' && typed.act.kind === 'note' ? typed.act.text.trim() || undefined : undefined
}

function quiet(reason: ReasonCode): Effects {
  return { outbox: [], decision: { kind: 'silent', reason, alternatives: [], flags: [] } }
}

function spoken(
  reason: ReasonCode,
  { acted, changes = [], stepsIn, buttons, replyTo }: Outcome,
  message: InboundMessage,
): Effects {
  const [said] = acted.says === '' ? [] : toStaff(acted.says, buttons, acted.tellsOf)
  const answers = replyTo ?? (acted.isDone ? undefined : message.id)
  const isAnswer = answers !== undefined && said?.kind === 'text'
  return {
    outbox: said ? [isAnswer ? { ...said, replyTo: answers } : said] : [],
    decision: { kind: 'silent', reason, alternatives: [], flags: acted.isDone ? [] : ['refused'] },
    ...(changes.length > 0 ? { cases: changes } : {}),
    ...(stepsIn ? { stepsIn } : {}),
  }
}

/** Replying to the fan's own words, as shown in the thread, is answering the fan; to a draft, wording it anew. */
async function impliedBy(message: InboundMessage, { cases, drafts }: StaffTurnDeps): Promise<Typed | undefined> {
  const { replyTo, text, threadId } = message
  if (!replyTo?.isToBot || message.button !== undefined || /^\s*[/!]\p{L}/u.test(text)) return undefined
  const relayed = await cases.relayed(threadId, replyTo.messageId)
  if (relayed === undefined && !(await cases.isKnown(threadId, replyTo.messageId)))
    return { kind: 'wrong', says: '⛔ Not sent: that message is not known here (yet). Use /r.' }
  const draft = relayed ? undefined : await drafts.shownAs(threadId, replyTo.messageId)
  if (draft) return { kind: 'draft', name: 'send', id: draft.id, text }
  if (relayed?.direction !== 'in') return undefined
  return { kind: 'case', act: { kind: 'reply', text, onlyTo: relayed.caseId } }
}

/** A part of an album that comes after the others went to the fan follows them, in the same name. */
async function latePartOf(
  { threadId, lateFor, text }: InboundMessage,
  { cases }: StaffTurnDeps,
): Promise<Typed | undefined> {
  const others = lateFor === undefined ? undefined : await cases.relayed(threadId, lateFor)
  if (others?.direction !== 'out') return undefined
  const asBrand = others.outgoing?.speaker.kind === 'person-as-brand'
  return { kind: 'case', act: { kind: 'reply', text, asBrand }, caseId: others.caseId }
}

/** `tellsOf`: ids of the accounts and cases that it shows. */
type Tells = (says: string, tellsOf?: readonly string[], buttons?: readonly Button[]) => Outcome

async function perform(
  typed: Typed,
  staff: StaffMember,
  message: InboundMessage,
  desk: DeskCore,
  deps: StaffTurnDeps,
): Promise<Outcome> {
  const tells: Tells = (says, tellsOf = [], buttons) => ({
    acted: { isDone: true, says, tellsOf },
    ...(buttons ? { buttons } : {}),
  })
  switch (typed.kind) {
    case 'wrong':
      return { acted: { isDone: false, says: typed.says } }
    case 'case':
      return await onCase(typed, staff, message, desk, deps)
    case 'step-in':
      return await desk.decideStepIn(typed.thread as ThreadId, staff)
    case 'draft':
      return await onDraft(typed, staff, message, desk, deps)
    case 'proposal':
      return askedAgain(
        await desk.decideProposal(typed.id, staff, typed.isApproved, typed.words, typed.sure),
        (sure) => `desk:yes:${typed.id}:${sure}`,
      )
    case 'ask-team': {
      const teams = Object.keys(deps.wits().persona.handoff.teams)
      const buttons = teams.map((team) => ({ label: team, value: `desk:pass:${typed.caseId}:${team}` }))
      return teams.length > 0 ? tells('To which team?', [], buttons) : tells('There are no teams in persona.yaml.')
    }
    case 'community':
      return {
        acted: (await deps.community?.(typed, staff)) ?? { isDone: false, says: '⛔ There is no community here.' },
      }
    case 'issues': {
      const acted = await deps.issues?.(typed, staff, message)
      if (acted === undefined) return { acted: { isDone: false, says: '⛔ Nobody looks after issues here.' } }
      // What was agreed to before is not what is asked about now.
      const args = typed.args.replace(/\s+yes(\s+\w+)?$/i, '')
      return askedAgain(acted, (sure) => `desk:issue:${typed.name}:${args} yes ${sure}`)
    }
    case 'works':
      return {
        acted: (await deps.works?.(typed, staff)) ?? { isDone: false, says: '⛔ Nothing of fans is shown here.' },
      }
    case 'look-up':
      return await onLookUp(typed.args, staff, message, desk, deps)
    case 'look-up-act':
      return await onLookUpAct(typed.id, staff, message, desk, deps)
    case 'desk':
      if (typed.name === 'desk') return { acted: await deps.door.invite(staff, message) }
      if (typed.name === 'signout') return { acted: await deps.door.signOut(staff) }
      if (typed.name === 'promises')
        return { acted: (await deps.promises?.()) ?? { isDone: true, says: 'Nothing is promised.' } }
      return await onDesk(typed.name, staff, desk, tells)
    default:
      return typed satisfies never
  }
}

async function onDraft(
  { name, id, text }: DraftTyped,
  staff: StaffMember,
  message: InboundMessage,
  desk: DeskCore,
  deps: StaffTurnDeps,
): Promise<Outcome> {
  const found = await deps.drafts.get(id)
  if (found === undefined) return { acted: { isDone: false, says: '⛔ That draft is gone.' } }
  if (name === 'edit' && found.state === 'open') {
    const says = `✏️ Reply to this, or to the draft, with the words as they are to leave. The draft says:\n${wordsOfDraft(found)}`
    return { acted: { isDone: true, says }, ...(found.shownBy ? { replyTo: found.shownBy } : {}) }
  }
  const act: Act =
    name === 'drop'
      ? { kind: 'drop-draft', draft: id }
      : { kind: 'send-draft', draft: id, ...(text === undefined ? {} : { text }) }
  return await onCase({ kind: 'case', act, caseId: found.caseId }, staff, message, desk, deps)
}

const noShop: Outcome = { acted: { isDone: false, says: '⛔ The shop cannot be asked here.' } }

/** What it finds stands as a note on the case, for whoever works it later. */
async function onLookUp(
  args: string,
  staff: StaffMember,
  message: InboundMessage,
  desk: DeskCore,
  deps: StaffTurnDeps,
): Promise<Outcome> {
  if (!deps.lookUps) return noShop
  const id = (await deps.cases.byStaffThread(message.threadId))?.id
  const { signal } = new AbortController()
  const { says, isDone, isAnswer, buttons = [] } = await deps.lookUps.look(args, staff, id, signal)
  const shown = { acted: { isDone, says }, ...(buttons.length > 0 ? { buttons } : {}) }
  if (id === undefined || !isAnswer) return shown
  const { changes } = await desk.decide(id, staff, { kind: 'note', text: says })
  return { ...shown, changes }
}

/** Done first, and then said to the fan as the brand: both by this one press. */
async function onLookUpAct(
  id: string,
  staff: StaffMember,
  message: InboundMessage,
  desk: DeskCore,
  deps: StaffTurnDeps,
): Promise<Outcome> {
  if (!deps.lookUps) return noShop
  const { says, isDone, toFan } = await deps.lookUps.act(id, staff, new AbortController().signal)
  if (!toFan) return { acted: { isDone, says } }
  const origin = { by: { threadId: message.threadId, messageId: message.id } }
  const { changes, acted } = await desk.decide(
    toFan.caseId,
    staff,
    { kind: 'reply', text: toFan.text, asBrand: true },
    origin,
  )
  return { changes, acted: { isDone: acted.isDone, says: acted.isDone ? says : `${says}\n${acted.says}` } }
}

/** The case a button names, else the one of this thread. */
async function onCase(
  typed: Extract<Typed, { kind: 'case' }>,
  staff: StaffMember,
  message: InboundMessage,
  desk: DeskCore,
  { cases }: StaffTurnDeps,
): Promise<Outcome> {
  const id = typed.caseId ?? (await cases.byStaffThread(message.threadId))?.id
  if (id === undefined)
    return {
      acted: { isDone: false, says: '⛔ No case is worked on in this thread; nothing went out. /cases lists them.' },
    }
  const act = await wholeAct(typed.act, cases)
  if (act === undefined) return { acted: { isDone: false, says: '⛔ No case has that number.' } }
  const { replyTo } = message
  const { attachments, stays } = await sentWith(act, message, cases)
  const origin = {
    by: { threadId: message.threadId, messageId: message.id },
    ...(attachments.length > 0 ? { attachments } : {}),
    ...(replyTo ? { replyTo: replyTo.messageId } : {}),
  }
  const { changes, acted } = await desk.decide(id, staff, act, origin)
  const says = acted.isDone && stays.length > 0 ? [acted.says, staysHere(stays)].filter(Boolean).join('\n') : acted.says
  return { changes, acted: { ...acted, says, tellsOf: [...(acted.tellsOf ?? []), id] }, ...buttonsAfter(acted, id) }
}

async function wholeAct(act: Act | JoinTyped, cases: StaffTurnDeps['cases']): Promise<Act | undefined> {
  if (act.kind !== 'join-typed') return act
  const lead = await cases.find(act.number)
  return lead && { kind: 'join', lead: lead.id }
}

/** What is asked back about, with the button that does it. */
function askedAgain(acted: Acted, buttonOf: (sure: string) => string): Outcome {
  const { asks } = acted
  if (asks === undefined) return { acted }
  const says = asks.typed ? `${acted.says} ${asks.typed} does it.` : acted.says
  return { acted: { ...acted, says }, buttons: [{ label: asks.label, value: buttonOf(asks.sure) }] }
}

const wrongs: readonly (readonly [WrongKind, string])[] = [
  ['fact', 'Wrong fact'],
  ['tone', 'Wrong tone'],
  ['handover', 'A person was needed'],
  ['quiet', 'Should have kept quiet'],
  ['other', 'Something else'],
]

function buttonsAfter({ draft, proposalId, wrongRow }: Acted, id: string): { buttons?: readonly Button[] } {
  if (wrongRow !== undefined)
    return { buttons: wrongs.map(([what, label]) => ({ label, value: `desk:wrong:${id}:${what}:${wrongRow}` })) }
  if (draft !== undefined) return { buttons: [{ label: 'Send as the brand', value: `desk:send:${id}` }] }
  if (proposalId === undefined) return {}
  return {
    buttons: [
      { label: 'Approve', value: `desk:yes:${proposalId}` },
      { label: 'No', value: `desk:no:${proposalId}` },
    ],
  }
}

async function onDesk(
  name: Exclude<Extract<Typed, { kind: 'desk' }>['name'], 'desk' | 'signout' | 'promises'>,
  staff: StaffMember,
  desk: DeskCore,
  tells: Tells,
): Promise<Outcome> {
  switch (name) {
    case 'help':
      return tells(help)
    case 'on':
    case 'off':
      return { acted: await desk.setDuty(staff, name === 'on') }
    case 'cases': {
      const open = await desk.list({ limit: LISTED, gravestFirst: true })
      const lines = open.map(
        ({ id, fanName, reason, status, assignee }) =>
          `#${id.slice(0, 8)} ${fanCalled(fanName, 'a fan')}: ${reason}, ${status === 'assigned' ? assignee : status}`,
      )
      return tells(
        lines.join('\n') || 'No case is open.',
        open.map(({ id }) => id),
      )
    }
    case 'talks': {
      const recent = await desk.recent(LISTED)
      const lines = recent.map(
        ({ conversation, fanName }) => `${fanCalled(fanName, 'a fan')} · ${conversation.threadId}`,
      )
      const buttons = recent.map(({ conversation, fanName }) => ({
        label: `Step in: ${fanCalled(fanName, 'a fan')}`,
        value: `desk:in:${encodeURIComponent(conversation.threadId)}`,
      }))
      const accounts = recent.flatMap(({ accountId }) => accountId ?? [])
      return tells(lines.join('\n') || 'Nobody has written yet.', accounts, buttons)
    }
    case 'proposals': {
      const open = await desk.proposals()
      const lines = open.map(({ answer, scene, by }) =>
        answer
          ? `📖 ${answer.id} (${by}): ${Object.values(answer.answer)[0] ?? ''}`
          : `🎬 ${scene.id} (${by}): ${scene.title}`,
      )
      const buttons = open.flatMap(({ id, answer, scene }) => [
        { label: `Approve ${(answer ?? scene).id}`, value: `desk:yes:${id}` },
        { label: `No to ${(answer ?? scene).id}`, value: `desk:no:${id}` },
      ])
      const cases = open.flatMap(({ caseId }) => caseId ?? [])
      return tells(lines.join('\n') || 'Nothing is proposed.', cases, buttons)
    }
    default:
      return name satisfies never
  }
}
