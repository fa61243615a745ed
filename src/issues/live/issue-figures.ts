/** `GET /api/issues`: issues for other programs, as `mascot issues export` gives them. */
import { issueStates } from '../../domain/issue.ts'
import { MascotError } from '../../errors.ts'
import type { Persona } from '../../persona/persona.ts'
import type { Clock } from '../../ports/clock.ts'
import type { IssueStore } from '../../ports/issues.ts'
import { type IssueRow, isOpen, rowOf } from '../export/issue-row.ts'

const wanted = ['open', 'all', ...issueStates]

/** `state`: one of them, or `open` (as without it) or `all`. @throws {MascotError} `usage` */
export async function issueFigures(
  query: URLSearchParams,
  {
    issues,
    clock,
    publicUrl,
    persona,
  }: {
    readonly issues: Pick<IssueStore, 'list'>
    readonly clock: Clock
    readonly publicUrl: string | undefined
    readonly persona: () => Pick<Persona, 'issues'>
  },
): Promise<{ readonly at: string; readonly issues: readonly IssueRow[] }> {
  const state = query.get('state') ?? 'open'
  if (!wanted.includes(state)) throw new MascotError('usage', `state is one of ${wanted.join(', ')}.`)
  const now = clock.now()
  const all = await issues.list(now)
  const found = all.filter((issue) => state === 'all' || (state === 'open' ? isOpen(issue) : issue.state === state))
  return { at: new Date(now).toISOString(), issues: found.map((issue) => rowOf(issue, publicUrl, persona())) }
}
