/** What the page shows, put together from the desk's port. */
import { type Case, type CaseId, nameAtDesk, type PageContext, replyClock, type SaidLine, type Session } from '#mascot'
import { Refusal } from '../refusal.ts'
import type { CaseDetail, Me, Suggestion } from '../wire.ts'
import { rowsOf, teamNameOf } from './inbox.ts'
import type { Presence } from './presence.ts'
import { caseRow, heldDraft, ledHereOf, lineOf, SHOWN_LINES } from './rows.ts'
import { besideOf } from './shop.ts'

const ANSWERS = 5
const DRAFTS = 3
/** Lines of the fan's that answers are looked for to, the newest first. */
const ASKED = 3
/** Longest words that answers are looked for to. */
const MOST_WORDS = 300

export interface Showing extends Pick<PageContext, 'desk' | 'shop' | 'view' | 'clock' | 'face'> {
  readonly presence: Presence
}

export async function meOf(session: Session, { desk, view, face, clock }: Showing): Promise<Me> {
  const [onDuty, namesakes] = await Promise.all([desk.onDuty(), desk.namesakes()])
  const { name, brand, colour, symbol } = face()
  const { staff, role, csrf, expiresAt } = session
  return {
    ...{ staffId: staff.id, name: staff.name, role, csrf, expiresAt },
    mayLead: view.mayLead(role),
    isOnDuty: onDuty.some(({ id }) => id === staff.id),
    onDuty: onDuty.map((one) => nameAtDesk(one.id, one.name, namesakes)),
    persona: { name, brand, colour, symbol },
    teams: view.teams(),
    now: clock.now(),
  }
}

/** @throws {Refusal} 404 */
export async function caseOf(id: CaseId, { staff }: Session, showing: Showing): Promise<CaseDetail> {
  const { desk, shop, view, face, clock, presence } = showing
  const story = await desk.read(id, 1)
  if (story === undefined) throw new Refusal(404, 'no-case', 'There is no such case (any more).')
  const { case: one, facts, promises, notes, events, ledHere } = story
  const [lines, followers, drafts, myDraft, namesakes] = await Promise.all([
    desk.said(id, SHOWN_LINES),
    desk.followers(id),
    desk.drafts(id, DRAFTS),
    view.draft(id, staff.id),
    desk.namesakes(),
  ])
  const beside = await shop.beside(id, askedIn(lines))
  const contextUrl = view.contextUrl(one)
  const clockNow = replyClock(one, clock.now())
  const names = { fan: one.fanName, staff: staff.name, ...(one.team === undefined ? {} : { team: one.team }) }
  return {
    case: caseRow(
      one,
      lines.findLast(({ isDeleted, delivery }) => !isDeleted && delivery !== 'dead'),
      teamNameOf(one, view),
    ),
    fan: {
      ...(one.fanSince === undefined ? {} : { since: one.fanSince }),
      ...(one.lang === undefined ? {} : { lang: one.lang }),
      facts: facts.map(({ key, value }) => ({ key, value })),
    },
    lines: lines.map((line) => lineOf(line, { caseId: id, persona: face().name, staff, namesakes })),
    ledHere: ledHere.map(ledHereOf),
    promises: promises.map(({ text, dueAt, outcome }) => ({ text, dueAt, ...(outcome ? { outcome } : {}) })),
    notes: notes.map(({ at, staff: by, staffId, text }) => ({ at, staff: nameAtDesk(staffId, by, namesakes), text })),
    history: events.map(({ whoId, who, ...event }) => ({ ...event, who: nameAtDesk(whoId, who, namesakes) })),
    shop: besideOf(beside),
    answers: answersTo(lines, one, view),
    canned: view.canned(one.lang, names),
    ...(one.draft === undefined ? {} : { botDraft: one.draft }),
    drafts: drafts.map(heldDraft),
    ...(one.isDrafting === undefined ? {} : { isDrafting: one.isDrafting }),
    ...(clockNow === undefined || one.status === 'closed' ? {} : { replyClock: clockNow }),
    ...(contextUrl === undefined ? {} : { contextUrl }),
    myDraft,
    looking: presence.others(id, staff.id).map((one) => nameAtDesk(one.id, one.name, namesakes)),
    followers: await rowsOf(followers, showing),
    now: clock.now(),
  }
}

/** Undefined: no such case. */
export async function answersFor(id: CaseId, words: string, { desk, view }: Showing): Promise<readonly Suggestion[]> {
  const story = await desk.read(id, 1)
  if (story === undefined) throw new Refusal(404, 'no-case', 'There is no such case (any more).')
  return close(words, story.case, view)
}

/** The fan's last words, oldest first. */
function askedIn(lines: readonly SaidLine[]): readonly string[] {
  const said = lines.filter(({ from, text }) => from === 'fan' && text !== '').slice(-ASKED)
  return said.map(({ text }) => text)
}

function answersTo(lines: readonly SaidLine[], one: Case, view: Showing['view']): readonly Suggestion[] {
  for (const text of askedIn(lines).toReversed()) {
    const found = close(text, one, view)
    if (found.length > 0) return found
  }
  return []
}

function close(words: string, { lang }: Case, view: Showing['view']): readonly Suggestion[] {
  return view.answers(words.slice(0, MOST_WORDS), { limit: ANSWERS, ...(lang === undefined ? {} : { lang }) })
}
