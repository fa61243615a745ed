/** The desk: reads a case, lets an act decide, writes it if the case is still as it was read, else decides anew. */

import { randomUUID } from 'node:crypto'
import type { Case, CaseChange, StaffMember, StaffMessage, SteppedIn } from '../../domain/case.ts'
import { atDesk, nameAtDesk, tagOf } from '../../domain/colleague.ts'
import { fanCalled } from '../../domain/fan-called.ts'
import { type CaseId, platformOf, type ThreadId } from '../../domain/ids.ts'
import { caseOf } from '../../domain/open-case.ts'
import type { Recent } from '../../ports/case-reader.ts'
import type { Act, Acted, DeskChange } from '../../ports/desk.ts'
import { askOfTaken } from '../learning/ask-of-taken.ts'
import { learn } from '../learning/learn.ts'
import { reportWrong } from '../learning/report-wrong.ts'
import { suggest } from '../learning/suggest.ts'
import { lacksIn, wholeAnswer } from '../learning/whole-answer.ts'
import { isOperator, staffMember } from '../people/staff.ts'
import { carry, inWords, type Left, named } from '../threads/media.ts'
import { instantText } from '../time/times.ts'
import type { Decided, DeskCore, DeskDeps, Origin } from './desk-deps.ts'
import { draftMeant } from './draft-meant.ts'
import { deskLine, toFanAlone, toStaff } from './say.ts'
import type { Situation } from './situation.ts'
import type { Upshot } from './upshot.ts'
import { type PlainAct, upshotOf } from './upshot-of.ts'

/** Times an act is decided anew when the case changed under it. */
const TRIES = 5
const STORY_LINES = 60

const nothing = (says: string): Decided => ({ changes: [], acted: { isDone: false, says } })

export function createDesk(deps: DeskDeps): DeskCore {
  const { cases, changes: written, proposals, drafts, duty, colleagues, wits, adapterOf, clock, uploads } = deps
  /** What staff put on the page is brought from where it is kept. */
  const bringerOf = (platform: string) => (platform === 'desk' ? uploads : adapterOf(platform))
  const listeners = new Set<(change: DeskChange) => void>()
  const notify = (change: DeskChange) => {
    for (const listener of listeners) listener(change)
  }

  async function decide(id: CaseId, by: StaffMember, act: Act, origin: Origin = {}): Promise<Decided> {
    const staff = await known(by)
    return signed(await decideAs(id, staff, act, origin), staff)
  }

  /** With the tag that tells them from a colleague of the same name. */
  async function known({ id, name }: StaffMember): Promise<StaffMember> {
    await colleagues.seen({ id, name }, clock.now())
    return (await colleagues.namesakes()).has(id) ? { id, name, tag: tagOf(id) } : { id, name }
  }

  async function decideAs(id: CaseId, staff: StaffMember, act: Act, origin: Origin): Promise<Decided> {
    const one = await cases.get(id)
    if (one === undefined) return nothing('⛔ There is no such case.')
    switch (act.kind) {
      case 'log':
        return { changes: [], acted: { isDone: true, says: await logText(one), caseId: id } }
      case 'suggest':
        return await suggest(one, staff, act.hint, deps)
      case 'learn':
        return await learn(one, staff, act.row, origin, deps)
      case 'wrong':
        return await reportWrong(one, staff, act, origin, deps)
      case 'send-draft':
      case 'drop-draft': {
        const meant = await draftMeant(one, act, origin, deps)
        if (meant === 'several')
          return nothing(
            '⛔ Several drafts wait here. Press the button under the one you mean, or reply to it with /send or /drop.',
          )
        const ofCase = meant === undefined || meant.caseId === id ? one : await cases.get(meant.caseId)
        const theirs = ofCase ?? one
        const situation = await gather(theirs, staff, act, origin)
        return decided(upshotOf(act, { ...situation, ...(meant && { held: meant }) }), theirs.id)
      }
      default: {
        const situation = await gather(one, staff, act, origin)
        return decided(upshotOf(act, situation), id)
      }
    }
  }

  async function gather(one: Case, staff: StaffMember, act: PlainAct, origin: Origin): Promise<Situation> {
    const { by, attachments = [], replyTo } = origin
    const platform = platformOf(one.threadId)
    const abilities = adapterOf(platform)?.abilities
    const from = by ? platformOf(by.threadId) : 'desk'
    const files =
      act.kind === 'reply' || act.kind === 'send-draft'
        ? [...(act.attachments ?? []), ...attachments]
        : act.kind === 'drop-draft'
          ? attachments
          : []
    const [followers, target, lead, recent, carried, given] = await Promise.all([
      cases.followers(one.id),
      act.kind === 'edit' || act.kind === 'delete' ? targetOf(one, by, replyTo, act.row) : undefined,
      act.kind === 'join' ? cases.get(act.lead) : undefined,
      one.status === 'closed' ? cases.conversation(one.threadId) : undefined,
      carry(files, { from, to: one.threadId }, bringerOf),
      act.kind === 'promise' || act.kind === 'kept' || act.kind === 'broken' ? cases.wordsGiven(one.id) : undefined,
    ])
    return {
      ...{ case: { ...one, ...assigneeShown(one) }, staff, persona: wits().persona, now: clock.now(), followers },
      ...(by ? { by } : {}),
      ...(abilities ? { abilities } : {}),
      ...(carried.media.length > 0 ? { media: carried.media } : {}),
      ...leftOf(carried.left),
      ...(target ? { target } : {}),
      ...(lead ? { lead } : {}),
      ...(given ? { given } : {}),
      ...(recent && caseOf(recent.conversation, one.accountId) ? { isOtherOpen: true } : {}),
    }
  }

  async function targetOf(one: Case, by: StaffMessage | undefined, replyTo: string | undefined, row?: number) {
    if (row !== undefined) return await cases.lastSaid(one.id, row)
    const meant = by && replyTo !== undefined ? await cases.relayed(by.threadId, replyTo) : undefined
    return meant ?? (await cases.lastSaid(one.id))
  }

  async function logText(one: Case): Promise<string> {
    const [story, namesakes] = await Promise.all([cases.story(one.id, STORY_LINES), colleagues.namesakes()])
    const { timeZone } = wits().persona.manners
    const at = (time: number) => instantText(time, 'en', timeZone, clock.now())
    const events = story?.events.map(
      ({ at: time, who, whoId, what, detail }) =>
        `${at(time)} ${nameAtDesk(whoId, who, namesakes)}: ${what}${detail ? ` (${detail})` : ''}`,
    )
    const notes = story?.notes.map(
      ({ at: time, staff, staffId, text }) => `${at(time)} 📝 ${nameAtDesk(staffId, staff, namesakes)}: ${text}`,
    )
    return [...(events ?? []), ...(notes ?? [])].join('\n') || 'Nothing yet.'
  }

  async function decideStepIn(
    threadId: ThreadId,
    by: StaffMember,
  ): Promise<Decided & { readonly stepsIn?: SteppedIn }> {
    const staff = await known(by)
    const recent = await cases.conversation(threadId)
    const open = recent?.openCase
    if (recent === undefined || (open === undefined && recent.accountId === undefined))
      return nothing('⛔ There is no such conversation. /talks lists them.')
    if (open) return await decide(open.id, staff, { kind: 'claim' })
    const stepsIn = steppingIn(recent, staff)
    const one = caseSteppedInto(recent, stepsIn, clock.now())
    const change: CaseChange = {
      ...{ id: stepsIn.id, threadId, conversationId: recent.conversation.id },
      set: { handler: 'staff' },
      dropUnsent: true,
      say: toFanAlone(deskLine('assigned', one, wits().persona, { staff: staff.name }), one),
      state: { pending: undefined, reopen: undefined },
      events: [{ who: staff.name, whoId: staff.id, what: 'stepped in' }],
    }
    const says = `${atDesk(staff)} has the conversation with ${fanCalled(recent.fanName)}.`
    return { changes: [change], stepsIn, acted: { isDone: true, says, caseId: stepsIn.id } }
  }

  /** Alone, outside a turn: staff threads are told what was done elsewhere. */
  async function write(
    staff: StaffMember,
    decideNow: () => Promise<Decided & { readonly stepsIn?: SteppedIn }>,
  ): Promise<Acted> {
    for (let tries = 0; tries < TRIES; tries++) {
      const { changes, acted, stepsIn } = await decideNow()
      const [first, ...others] = changes
      if (first === undefined) return acted
      const tell = acted.says ? toStaff(`${atDesk(await known(staff))} (desk): ${acted.says}`) : []
      const told = { ...first, tell: [...(first.tell ?? []), ...tell] }
      if (!(await written.apply([told, ...others], clock.now(), stepsIn))) continue
      for (const { id } of changes) notify({ id })
      return acted
    }
    return { isDone: false, says: '⛔ The case is changing under your hands, try again.' }
  }

  return {
    decide,
    decideStepIn,
    notify,
    isWatched: () => listeners.size > 0,
    list: (filter) => cases.list(filter),
    counts: (assigneeId) => cases.counts(assigneeId),
    find: (prefix) => cases.find(prefix),
    read: (id, limit = STORY_LINES) => cases.story(id, limit),
    said: (id, limit = STORY_LINES) => cases.said(id, limit),
    lastLines: (ids) => cases.lastLines(ids),
    followers: (id) => cases.followers(id),
    drafts: (id, limit) => drafts.ofCase(id, limit),
    act: (id, staff, act) => write(staff, () => decide(id, staff, act)),
    stepIn: (threadId, staff) => write(staff, () => decideStepIn(threadId, staff)),
    recent: (limit = 20, after, named) => cases.recent(limit, after, named),
    proposals: (state = 'proposed') => proposals.list(state),
    async decideProposal(named, staff, isApproved, words = '', sure) {
      const { persona, knowledge } = wits()
      if (!isOperator(staff, persona)) return { isDone: false, says: '⛔ An operator decides that.' }
      const open = await proposals.list('proposed')
      const found = open.find((one) => one.id === named) ?? open.find(({ answer }) => answer?.id === named)
      const id = found?.id ?? named
      if (isApproved && found?.answer) {
        const whole = wholeAnswer(found.answer, words, persona)
        const lang = lacksIn(found.answer, persona)
        if (whole === undefined)
          return {
            isDone: false,
            says:
              `⛔ It has no words in ${lang}, which every answer needs. ` +
              `Add them on the desk page, or so: /proposals ${found.answer.id} and the answer in ${lang}.`,
          }
        if (whole !== found.answer) await proposals.propose({ ...found, answer: whole })
        const asked = askOfTaken(whole.asks, knowledge, sure, whole.id)
        if (asked) return asked
      }
      const isMoved = await proposals.move(
        id,
        'proposed',
        isApproved ? 'approved' : 'refused',
        atDesk(await known(staff)),
      )
      if (!isMoved) return { isDone: false, says: 'That was decided already.' }
      notify({})
      return { isDone: true, says: isApproved ? '✔️ It goes into its file.' : 'Not taken.' }
    },
    async setDuty(staff, isOn) {
      await duty.set(staff, isOn, clock.now())
      const name = atDesk(await known(staff))
      notify({})
      return { isDone: true, says: isOn ? `${name} is on duty.` : `${name} is off duty.` }
    },
    onDuty: () => duty.onDuty(),
    namesakes: () => colleagues.namesakes(),
    staffMember: (account, name) => staffMember(account, name, wits().persona),
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

/** Whose each event and note is, beside the name. */
function signed({ changes, acted }: Decided, { id, name }: StaffMember): Decided {
  return {
    acted,
    changes: changes.map((change) => ({
      ...change,
      ...(change.events && {
        events: change.events.map((event) => (event.who === name ? { ...event, whoId: id } : event)),
      }),
      ...(change.notes && { notes: change.notes.map((note) => ({ ...note, staffId: id })) }),
    })),
  }
}

/** As staff read it; what fans are told is said elsewhere. */
function assigneeShown({ assignee, assigneeTag }: Case): Pick<Case, 'assignee'> {
  return assignee === undefined
    ? {}
    : { assignee: atDesk({ name: assignee, ...(assigneeTag && { tag: assigneeTag }) }) }
}

function decided({ changes, says, isDone }: Upshot, caseId: CaseId): Decided {
  return { changes, acted: { isDone, says, caseId } }
}

function steppingIn({ conversation, accountId, fanName }: Recent, staff: StaffMember): SteppedIn {
  return {
    id: randomUUID() as string as CaseId,
    conversationId: conversation.id,
    threadId: conversation.threadId,
    ...(accountId ? { accountId } : {}),
    staff,
    summary: `${staff.name} stepped into the conversation with ${fanCalled(fanName, 'a fan')}.`,
  }
}

/** The case as it will be, for the words said with it. */
function caseSteppedInto(recent: Recent, { id, staff, summary }: SteppedIn, now: number): Case {
  const { conversation, fanName } = recent
  return {
    ...{ id, summary, fanName, reason: 'stepped-in', status: 'assigned', openedAt: now },
    ...{ version: 0, breaches: 0, timers: {}, handler: 'staff', assignee: staff.name, assigneeId: staff.id },
    conversationId: conversation.id,
    fanId: '' as Case['fanId'],
    threadId: conversation.threadId,
    surface: conversation.surface,
    ...(recent.accountId ? { accountId: recent.accountId } : {}),
    ...(conversation.lang ? { lang: conversation.lang } : {}),
  }
}

/** What is told in words instead, and what is lost. */
function leftOf(left: readonly Left[]): Pick<Situation, 'left' | 'told'> {
  const told = left.flatMap((one) => inWords(one) ?? [])
  const lost = left.filter((one) => inWords(one) === undefined)
  return {
    ...(told.length > 0 && { told }),
    ...(lost.length > 0 && { left: lost.map(named).join(', ') }),
  }
}
