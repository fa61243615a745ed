/** `/crisis` in the staff chat: amber, red, the words that may be said, green, and the report. Set by a lead and ended by a person. */
import { randomInt } from 'node:crypto'
import type { StaffMember } from '../../domain/case.ts'
import type { Crisis } from '../../domain/crisis.ts'
import { HOUR_MS, lengthWords } from '../../domain/durations.ts'
import type { ThreadId } from '../../domain/ids.ts'
import type { Issue } from '../../domain/issue.ts'
import type { Log } from '../../log.ts'
import { isSamePerson, mayApprove, needsAnotherYes } from '../../persona/leads.ts'
import type { Persona } from '../../persona/persona.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Acted } from '../../ports/desk.ts'
import type { CrisisChange, IssueStore } from '../../ports/issues.ts'
import type { CrisisTopic, CrisisWish } from '../../ports/lead-desk.ts'
import { foreseenOf } from '../foreseen.ts'
import { afterAction } from './after-action.ts'
import { asSentence } from './as-sentence.ts'
import { wordsWrong } from './check-words.ts'
import { askedBack, replacedBy } from './crisis-replaced.ts'
import { readCrisisAct } from './read-crisis-act.ts'
import { consequences, named, proposalLine, stateLine, topicName, where } from './show-crisis.ts'
import { staffWords } from './staff-words.ts'

/** Until it is looked at again, where no time is given. */
const REVIEW_MS = { amber: 4 * HOUR_MS, red: HOUR_MS } as const

/** Whoever keeps losing to others is told so. */
const TRIES = 3

export interface CrisisDeskDeps {
  readonly issues: Pick<
    IssueStore,
    'get' | 'crises' | 'changeCrisis' | 'figuresOf' | 'firstReportsOf' | 'tell' | 'wentOnIn'
  >
  readonly persona: () => Persona
  readonly platforms: readonly string[]
  readonly clock: Clock
  /** Resolves when the next turn knows it. */
  readonly onChanged: () => Promise<void>
  /** Where all leads are told; if absent, or where it gives none, nobody but whoever acts is. */
  readonly thread?: () => Promise<ThreadId | undefined>
  readonly log?: Log
}

const refused = (says: string): Acted => ({ isDone: false, says: `⛔ ${says}` })

/** `typedIn`: what is answered there need not be told there once more. */
export async function performCrisis(
  args: string,
  staff: StaffMember,
  deps: CrisisDeskDeps,
  typedIn?: ThreadId,
): Promise<Acted> {
  const typed = readCrisisAct(args)
  if (typed.kind === 'wrong') return { isDone: false, says: typed.says }
  if (typed.kind === 'list') return { isDone: true, says: await listed(deps) }
  if (typed.kind === 'show' || typed.kind === 'report') {
    const issue = typed.issue === undefined ? undefined : await deps.issues.get(typed.issue, deps.clock.now())
    if (typed.issue !== undefined && issue === undefined) return await noIssue(typed.issue, deps)
    return await shown(typed, issue, deps)
  }
  return await setCrisis(typed, staff, deps, typedIn)
}

export async function noIssue(
  number: number,
  { issues }: { readonly issues: Pick<IssueStore, 'wentOnIn'> },
): Promise<Acted> {
  const into = await issues.wentOnIn(number)
  return refused(
    into === undefined
      ? `There is no #${number}. /issues all lists them.`
      : `#${number} went on in #${into}: /issue ${into} shows it.`,
  )
}

export async function setCrisis(
  wish: CrisisWish,
  staff: StaffMember,
  deps: CrisisDeskDeps,
  typedIn?: ThreadId,
): Promise<Acted> {
  const issue = wish.issue === undefined ? undefined : await deps.issues.get(wish.issue, deps.clock.now())
  if (wish.issue !== undefined && issue === undefined) return await noIssue(wish.issue, deps)
  const persona = deps.persona()
  if (!mayApprove(staff.id, persona))
    return refused('Only a lead or an operator sets this, and stands behind the words.')
  for (let tries = 0; ; tries++) {
    const before = await openOn(wish, deps)
    const asked = askedBack(wish, before, issue, deps)
    if (asked) return asked
    const change = await changeOf(wish, issue, staff, deps)
    if (typeof change === 'string') return refused(change)
    let crisis: Crisis | undefined
    for (const one of change)
      crisis = await deps.issues.changeCrisis(
        topicOf(wish),
        // Whoever got there first is asked about, and not overwritten.
        wish.kind === 'level' || wish.kind === 'green' ? { ...one, after: before?.level ?? 'green' } : one,
        staff,
        deps.clock.now(),
      )
    if (crisis) return await wasSet(crisis, { wish, before, issue, staff, typedIn }, deps)
    if ((wish.kind !== 'level' && before === undefined) || tries >= TRIES)
      return refused(`Nothing is amber or red there. Begin with /crisis ${topicName(wish)} amber.`)
  }
}

interface WasSet {
  readonly wish: CrisisWish
  readonly before: Crisis | undefined
  readonly issue: Issue | undefined
  readonly staff: StaffMember
  readonly typedIn: ThreadId | undefined
}

async function wasSet(crisis: Crisis, set: WasSet, deps: CrisisDeskDeps): Promise<Acted> {
  const { wish, before, issue, staff } = set
  await deps.onChanged()
  const [persona, now] = [deps.persona(), deps.clock.now()]
  const line = stateLine(crisis, issue, persona, now)
  const replaced = before ? replacedBy(wish, before, staff, persona, now) : []
  if (wish.kind === 'level' || wish.kind === 'green' || replaced.length > 0)
    await tellLeads([line, asSentence(`${staff.name} ${crisis.events.at(-1)?.what ?? ''}`), ...replaced], set, deps)
  return { isDone: true, says: [line, ...replaced, ...(await consequences(crisis, issue, deps))].join('\n') }
}

/** In the thread of issues, unless it was typed there: the answer stands there then. */
async function tellLeads(
  lines: readonly string[],
  { staff, typedIn }: Pick<WasSet, 'staff' | 'typedIn'>,
  { issues, persona, clock, thread, log }: CrisisDeskDeps,
): Promise<void> {
  const { staff: listed } = persona().handoff
  const leads = listed.filter(({ role }) => role !== 'staff')
  const others = leads.filter(({ accounts }) => !accounts.includes(staff.id)).map(({ name }) => name)
  if (leads.length > 0 && others.length === 0) return
  const place = await thread?.().catch((err: unknown) => {
    log?.error({ err }, 'no thread for issues could be opened where staff work: the other leads are not told')
    return undefined
  })
  if (place === undefined || place === typedIn) return
  const words = [...lines, ...(others.length > 0 ? [`For ${others.join(', ')}.`] : [])].join('\n')
  await issues.tell(place, [{ outgoing: staffWords(words), quotes: [] }], clock.now())
}

async function openOn(topic: CrisisTopic, { issues }: Pick<CrisisDeskDeps, 'issues'>): Promise<Crisis | undefined> {
  const open = await issues.crises('open')
  return open.find(({ issue, isDrill }) => issue === topic.issue && isDrill === topic.isDrill)
}

function topicOf({ issue, isDrill }: CrisisTopic): CrisisTopic {
  return { isDrill, ...(issue === undefined ? {} : { issue }) }
}

/** Or why it cannot be. */
async function changeOf(
  wish: CrisisWish,
  issue: Issue | undefined,
  staff: StaffMember,
  deps: CrisisDeskDeps,
): Promise<readonly CrisisChange[] | string> {
  const at = deps.clock.now()
  switch (wish.kind) {
    case 'level': {
      const { level, reviewMs = REVIEW_MS[level] } = wish
      return [{ level, reviewMs, what: `set it ${level}, to be looked at again in ${lengthWords(reviewMs)}` }]
    }
    case 'say':
      return sayingOf(wish, staff, deps)
    case 'approve':
      return await approvalOf(wish, staff, deps)
    case 'say-foreseen': {
      const foreseen = issue ? foreseenOf(issue, deps.persona()) : []
      const holding = Object.entries(foreseen.find((one) => one.holding !== undefined)?.holding ?? {})
      if (holding.length === 0) return 'issues.yaml has no holding statement for it.'
      return holding.map(([lang, words]) => ({
        statement: { lang, words, at, approvedBy: staff },
        what: `approved what issues.yaml says in ${lang}: ${words}`,
      }))
    }
    case 'words':
      if (wish.words.length === 0)
        return 'Name at least one word by which a message is known to be about it: lid, lids.'
      return [{ words: wish.words, what: `what holds one of these is about it: ${wish.words.join(', ')}` }]
    case 'green':
      return [{ isEnded: true, what: 'set it green' }]
    default:
      return wish satisfies never
  }
}

function sayingOf(
  { lang, platform, words }: CrisisWish & { readonly kind: 'say' },
  staff: StaffMember,
  { persona, platforms, clock }: CrisisDeskDeps,
): readonly CrisisChange[] | string {
  const { languages } = persona()
  if (!languages.includes(lang)) return `The persona does not speak “${lang}”: it speaks ${languages.join(', ')}.`
  if (platform !== undefined && !platforms.includes(platform))
    return `“${platform}” is no platform here: there are ${platforms.join(', ')}.`
  const wrong = wordsWrong(words)
  if (wrong !== undefined) return wrong
  const place = { lang, ...(platform ? { platform } : {}) }
  const at = clock.now()
  if (needsAnotherYes(persona()))
    return [
      {
        proposed: { ...place, words, by: staff, at, mark: String(randomInt(100_000, 1_000_000)) },
        what: `proposed what is said ${where(place)}: ${words}`,
      },
    ]
  return [
    {
      statement: { ...place, words, at, approvedBy: staff },
      what: `approved what is said ${where(place)}: ${words}`,
    },
  ]
}

/** By another than who wrote them, of the very words that they were shown. */
async function approvalOf(
  wish: CrisisWish & { readonly kind: 'approve' },
  staff: StaffMember,
  { issues, persona, clock }: CrisisDeskDeps,
): Promise<readonly CrisisChange[] | string> {
  const crisis = await openOn(wish, { issues })
  const found = crisis?.proposed.find(({ lang, platform }) => lang === wish.lang && platform === wish.platform)
  if (!found) return `Nobody has proposed words ${where(wish)}.`
  const { by, words, lang, platform, mark } = found
  if (needsAnotherYes(persona()) && isSamePerson(by.id, staff.id, persona()))
    return 'Who wrote the words does not approve them: another lead does.'
  // Whoever approves stands behind words they have read, and not behind what took their place.
  if (wish.mark !== mark)
    return `${wish.mark === undefined ? 'Name the words that you approve by their number' : 'These are other words now'}.\n${proposalLine(found, wish)}`
  const statement = { lang, words, at: clock.now(), approvedBy: staff, typedBy: by, ...(platform ? { platform } : {}) }
  return [{ statement, what: `approved what ${by.name} proposed ${where(found)}: ${words}` }]
}

async function listed({ issues, persona, clock }: CrisisDeskDeps): Promise<string> {
  const open = await issues.crises('open')
  const lines = await Promise.all(
    open.map(async (crisis) => {
      const issue = crisis.issue === undefined ? undefined : await issues.get(crisis.issue, clock.now())
      return stateLine(crisis, issue, persona(), clock.now())
    }),
  )
  return lines.join('\n') || '🟢 All is green.'
}

/** The open one, else the last. */
async function shown(
  typed: CrisisTopic & { readonly kind: 'show' | 'report' },
  issue: Issue | undefined,
  deps: CrisisDeskDeps,
): Promise<Acted> {
  const all = await deps.issues.crises('all')
  const mine = all.filter((one) => one.issue === typed.issue && one.isDrill === typed.isDrill)
  const crisis = mine.findLast(({ endedAt }) => endedAt === undefined) ?? mine.at(-1)
  if (!crisis) return { isDone: true, says: `🟢 ${named(issue, deps.persona())} was never amber or red.` }
  const figures = await deps.issues.figuresOf(crisis, deps.clock.now())
  const says =
    typed.kind === 'report'
      ? afterAction(crisis, named(issue, deps.persona()), figures)
      : [stateLine(crisis, issue, deps.persona(), deps.clock.now()), ...(await consequences(crisis, issue, deps))].join(
          '\n',
        )
  return { isDone: true, says }
}
