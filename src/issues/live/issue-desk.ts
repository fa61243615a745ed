/** `/issues` and `/issue` in the staff chat: each act is written at once, answered in the thread where it was asked for, and can be undone. */
import type { StaffMember } from '../../domain/case.ts'
import { DAY_MS } from '../../domain/durations.ts'
import type { ConversationId, ThreadId } from '../../domain/ids.ts'
import { digestRhythms, type Issue, type Report } from '../../domain/issue.ts'
import type { InboundMessage } from '../../domain/message.ts'
import { MascotError } from '../../errors.ts'
import { mayApprove } from '../../persona/leads.ts'
import type { Persona } from '../../persona/persona.ts'
import type { Acted } from '../../ports/desk.ts'
import type { IssueAct, IssueActed, IssueStore, ToldStaff } from '../../ports/issues.ts'
import type { IssueWish } from '../../ports/lead-desk.ts'
import { fold } from '../../words/letters/fold.ts'
import { asSentence } from './as-sentence.ts'
import { askOfMerge } from './ask-of-merge.ts'
import { whatIsWrong } from './check-words.ts'
import { type CrisisDeskDeps, noIssue, performCrisis } from './crisis-desk.ts'
import { readIssueAct } from './read-issue-act.ts'
import { listOf, viewOf } from './show-issue.ts'

const QUOTABLE = 50
const REMEMBERED = 5

export interface IssueDeskDeps extends CrisisDeskDeps {
  readonly issues: IssueStore
  /** What is new since then, epoch ms. */
  readonly digestNow: (since: number) => Promise<ToldStaff>
  /** The figures of a week, a month, a quarter or a year. @throws {MascotError} `usage` */
  readonly insightsNow: (range: string) => Promise<string>
  /** Puts an issue into issues.yaml. */
  readonly keep: (issue: Issue, reports: readonly Report[], staff: StaffMember, sure?: string) => Promise<Acted>
  /** The conversation of the case that is worked on in this thread. */
  readonly caseIn: (thread: ThreadId) => Promise<ConversationId | undefined>
}

export type IssueDesk = (
  typed: { readonly name: 'issues' | 'issue' | 'crisis' | 'digest' | 'insights'; readonly args: string },
  staff: StaffMember,
  message: InboundMessage,
) => Promise<Acted>

export function createIssueDesk(deps: IssueDeskDeps): IssueDesk {
  return async ({ name, args }, staff, message) => {
    if (name === 'crisis') return await performCrisis(args, staff, deps, message.threadId)
    if (name === 'digest') return await digest(args, staff, message, deps)
    if (name === 'insights') return await insightsOf(args, deps)
    const typed = readIssueAct(name, args)
    switch (typed.kind) {
      case 'wrong':
        return { isDone: false, says: typed.says }
      case 'list':
        return { isDone: true, says: listOf(await deps.issues.list(deps.clock.now()), typed.isAll, deps.persona()) }
      case 'show':
        return await show(typed.number, message, deps)
      case 'keep':
        return await keep(typed, staff, deps)
      default:
        return await perform(typed, staff, { origin: `${message.threadId} ${message.id}`, ...message }, deps)
    }
  }
}

async function digest(
  args: string,
  staff: StaffMember,
  { threadId }: InboundMessage,
  deps: IssueDeskDeps,
): Promise<Acted> {
  const { issues, clock, persona } = deps
  const wanted = args.trim().toLowerCase()
  if (wanted === '') {
    await issues.tell(threadId, [await deps.digestNow(clock.now() - DAY_MS)], clock.now())
    return { isDone: true, says: '' }
  }
  const rhythm = digestRhythms.find((one) => one === wanted)
  if (rhythm === undefined && wanted !== 'off') return refused('/digest daily, weekly, amber or off; alone: now.')
  if (!mayApprove(staff.id, persona())) return refused('A lead or an operator sets that.')
  await issues.setDigest(rhythm ?? null)
  const when = {
    daily: 'each day at nine',
    weekly: 'each Monday at nine',
    amber: 'at nine while anything is amber or red',
  }
  return { isDone: true, says: rhythm ? `📋 It comes ${when[rhythm]}.` : '📋 It comes no more; /digest shows it.' }
}

async function insightsOf(args: string, { insightsNow }: IssueDeskDeps): Promise<Acted> {
  try {
    return { isDone: true, says: await insightsNow(args.trim().toLowerCase() || 'week') }
  } catch (error) {
    if (error instanceof MascotError && error.code === 'usage') return refused(error.message)
    throw error
  }
}

async function keep(
  { number, sure }: { readonly number: number; readonly sure?: string },
  staff: StaffMember,
  deps: IssueDeskDeps,
): Promise<Acted> {
  const { issues, clock, keep: put } = deps
  const issue = await issues.get(number, clock.now())
  if (issue === undefined) return await noIssue(number, deps)
  return await put(issue, await issues.reportsOf(number, QUOTABLE), staff, sure)
}

const refused = (says: string): Acted => ({ isDone: false, says: `⛔ ${says}` })

/** Where a wish comes from. */
export interface WishedIn {
  /** The same once more is done once. */
  readonly origin: string
  /** Where it was typed. If absent, in no thread. */
  readonly threadId?: ThreadId
}

export type WishDeps = Pick<IssueDeskDeps, 'issues' | 'clock' | 'persona' | 'onChanged' | 'caseIn'>

export async function perform(wish: IssueWish, staff: StaffMember, at: WishedIn, deps: WishDeps): Promise<Acted> {
  const { issues, clock } = deps
  if (wish.kind === 'undo') {
    const what = await issues.undo(wish.number, staff, clock.now())
    if (typeof what === 'object') {
      const { number, who, what: done } = what.later
      return refused(`${who} did more with the same since, in #${number} (${done}): undo that first.`)
    }
    if (what === undefined) return refused(`Nothing was done to #${wish.number} that could be undone.`)
    await deps.onChanged()
    return { isDone: true, says: asSentence(`↩️ Undone: ${what}`) }
  }
  const act = await actOf(wish, at, deps)
  if (typeof act === 'string') return refused(act)
  const asked = wish.kind === 'merge' ? await askOfMerge(wish, deps) : undefined
  if (asked) return asked
  const done = await issues.act(act, staff, at.origin, clock.now())
  if (typeof done === 'object' && 'number' in done) await deps.onChanged()
  if (done === 'unknown') return await unknown(act, deps)
  return acted(done, act)
}

/** Of several that are named, the one that is not there. */
async function unknown(act: IssueAct, { issues, clock }: Pick<WishDeps, 'issues' | 'clock'>): Promise<Acted> {
  const named =
    act.kind === 'merge'
      ? [act.number, act.into]
      : act.kind === 'open' || act.kind === 'detach'
        ? [act.from]
        : [act.number]
  for (const number of named)
    if (number !== undefined && !(await issues.get(number, clock.now()))) return await noIssue(number, { issues })
  return refused('There is no such issue. /issues all lists them.')
}

function acted(done: Exclude<IssueActed, 'unknown'>, act: IssueAct): Acted {
  if (typeof done === 'object' && 'lacking' in done) return refused(lackingIn(done.lacking, act))
  if (done === 'again') return { isDone: true, says: '' }
  const told = {
    set: () => (act.kind === 'set' ? act.what : ''),
    merge: () => (act.kind === 'merge' ? `#${act.number} went on in it` : ''),
    attach: () => 'the reports were put there',
    detach: () => (act.kind === 'detach' ? `${refs(act.reports)} is of it no more` : ''),
    open: () => 'it is a new issue',
  }[act.kind]()
  return { isDone: true, says: `📌 #${done.number}: ${asSentence(told)} /issue ${done.number} undo takes it back.` }
}

const refs = (reports: readonly number[]) => reports.map((id) => `r${id}`).join(', ')

function lackingIn(lacking: readonly number[], act: IssueAct): string {
  const from = act.kind === 'detach' || act.kind === 'open' ? act.from : undefined
  return from === undefined
    ? `There is no report ${refs(lacking)}: nothing was done.`
    : `#${from} has no report ${refs(lacking)}: nothing was done. /issue ${from} shows those it has.`
}

/** Or why it cannot be done. */
async function actOf(
  typed: Exclude<IssueWish, { readonly kind: 'undo' }>,
  at: WishedIn,
  deps: WishDeps,
): Promise<IssueAct | string> {
  const persona = deps.persona()
  const wrong = whatIsWrong(typed, persona)
  if (wrong !== undefined) return wrong
  switch (typed.kind) {
    case 'state':
      return { kind: 'set', number: typed.number, set: { state: typed.state }, what: `it is ${typed.state} now` }
    case 'owner': {
      const owner = typed.owner === null ? null : ownerIn(typed.owner, persona)
      if (owner === undefined) return `“${typed.owner}” is no team and nobody of the staff.`
      return {
        kind: 'set',
        number: typed.number,
        set: { owner },
        what: owner === null ? 'nobody has it now' : `${owner} has it now`,
      }
    }
    case 'title':
      return { kind: 'set', number: typed.number, set: { title: typed.title }, what: `it is called ${typed.title}` }
    case 'answer':
    case 'news': {
      const lang = typed.lang ?? persona.languages[0]
      if (!persona.languages.includes(lang))
        return `The persona does not speak “${lang}”: it speaks ${persona.languages.join(', ')}.`
      const set = { [typed.kind]: { [lang]: [typed.words] } }
      return {
        kind: 'set',
        number: typed.number,
        set,
        what: `${typed.kind === 'news' ? 'once fixed ' : ''}it says in ${lang}: ${typed.words}`,
      }
    }
    case 'merge':
      if ((await deps.issues.crises('open')).some(({ issue }) => issue === typed.number))
        return `#${typed.number} is amber or red: end that first.`
      return { kind: 'merge', number: typed.number, into: typed.into }
    case 'split':
      return { kind: 'open', title: typed.title, reports: typed.reports, from: typed.number }
    case 'detach':
      return { kind: 'detach', reports: typed.reports, from: typed.number }
    case 'attach':
    case 'new': {
      const reports = typed.reports.length > 0 ? typed.reports : await ofCase(at, deps)
      if (reports.length === 0) return 'Which reports? Name them (r12), or type it in the thread of a case.'
      return typed.kind === 'new'
        ? { kind: 'open', title: typed.title, reports }
        : { kind: 'attach', reports, number: typed.number }
    }
    default:
      return typed satisfies never
  }
}

/** The latest report of the case that is worked on here. */
async function ofCase({ threadId }: WishedIn, { issues, caseIn }: WishDeps): Promise<readonly number[]> {
  const conversation = threadId && (await caseIn(threadId))
  const [latest] = conversation === undefined ? [] : await issues.reportsIn(conversation)
  return latest ? [latest.id] : []
}

/** A team by id or name, or one of the staff by name. */
function ownerIn(typed: string, { handoff }: Persona): string | undefined {
  const wanted = fold(typed.replace(/^@/, ''))
  const team = Object.entries(handoff.teams).find(
    ([id, { name }]) => fold(id) === wanted || Object.values(name).some((words) => fold(words) === wanted),
  )
  if (team) return team[0]
  const person = handoff.staff.find(({ name }) => fold(name) === wanted)
  if (person) return person.name
  // With nobody and no team listed, any name will do.
  return handoff.staff.length === 0 && Object.keys(handoff.teams).length === 0 ? typed : undefined
}

/** Said through the store, so that what quotes a fan is found again when they ask to be forgotten. */
async function show(number: number, { threadId }: InboundMessage, deps: IssueDeskDeps): Promise<Acted> {
  const { issues, clock, persona } = deps
  const issue = await issues.get(number, clock.now())
  if (issue === undefined) return await noIssue(number, deps)
  const [reports, history] = await Promise.all([issues.reportsOf(number, QUOTABLE), issues.history(number, REMEMBERED)])
  await issues.tell(threadId, [viewOf({ issue, reports, history, persona: persona() })], clock.now())
  return { isDone: true, says: '' }
}
