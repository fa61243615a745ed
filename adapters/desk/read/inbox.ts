/** The list of cases: a page of it as filtered, or what became of those that changed; and how many there are in all. */
import { type Case, type CaseId, caseId, type PageContext, placeOf, type Session } from '#mascot'
import { Refusal } from '../refusal.ts'
import type { CaseList, CaseRow } from '../wire.ts'
import { placeIn, placeText } from './place.ts'
import { caseRow } from './rows.ts'

const statuses = ['open', 'waiting', 'assigned', 'closed'] as const
type Status = (typeof statuses)[number]
const PAGE = 100
const LONGEST_PAGE = 500
const MOST_IDS = 200
/** Numbers an open case is sorted by, and a closed one. */
const OPEN_ORDER = 3
const CLOSED_ORDER = 1

type Query = Readonly<Record<string, string | undefined>>
type Reading = Pick<PageContext, 'desk' | 'view' | 'clock'>

/** @throws {Refusal} 400 */
export async function casesOf(query: Query, { staff }: Session, { desk, view, clock }: Reading): Promise<CaseList> {
  const { status: asked, team, mine, ids, after } = query
  const status = asked ? statuses.find((one) => one === asked) : 'open'
  const limit = limitIn(query)
  const [found, counts] = await Promise.all([
    status === undefined
      ? []
      : desk.list({
          ...{ status, gravestFirst: true, limit },
          ...(team ? { team } : {}),
          ...(isTrue(mine) ? { assigneeId: staff.id } : {}),
          ...(ids === undefined ? {} : { ids: idsIn(ids) }),
          ...(after ? { after: afterIn(after, status) } : {}),
        }),
    desk.counts(staff.id),
  ])
  const last = found.length === limit && ids === undefined ? found.at(-1) : undefined
  return {
    cases: await rowsOf(found, { desk, view }),
    ...(last ? { next: placeText(placeOf(last)) } : {}),
    counts,
    now: clock.now(),
  }
}

function limitIn({ limit, ids }: Query): number {
  if (ids !== undefined) return MOST_IDS
  if (limit === undefined) return PAGE
  const asked = Number(limit)
  if (!Number.isInteger(asked) || asked < 1 || asked > LONGEST_PAGE)
    throw new Refusal(400, 'bad-request', `A page of the list has 1 to ${LONGEST_PAGE} cases.`)
  return asked
}

function idsIn(text: string): CaseId[] {
  const ids = text.split(',').filter((id) => id !== '')
  if (ids.length > MOST_IDS) throw new Refusal(400, 'bad-request', `At most ${MOST_IDS} cases at once.`)
  return ids.map(caseId)
}

function afterIn(text: string, status: Status) {
  const { by, id } = placeIn(text, status === 'closed' ? CLOSED_ORDER : OPEN_ORDER)
  return { by, id: caseId(id) }
}

function isTrue(text: string | undefined): boolean {
  return text === '1' || text === 'true'
}

export async function rowsOf(
  cases: readonly Case[],
  { desk, view }: Pick<Reading, 'desk' | 'view'>,
): Promise<CaseRow[]> {
  const last = await desk.lastLines(cases.map(({ id }) => id))
  return cases.map((one) => caseRow(one, last.get(one.id), teamNameOf(one, view)))
}

export function teamNameOf({ team }: Case, view: Reading['view']): string | undefined {
  return view.teams().find(({ id }) => id === team)?.name
}
