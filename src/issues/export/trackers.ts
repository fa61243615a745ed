/** Issues in the shapes that trackers take, each text one thing to send or to import. Pure. */
import { csvCell } from '../../words/csv-cell.ts'
import { factsOf, markdownOf, titleFor } from './issue-facts.ts'
import type { IssueRow } from './issue-row.ts'

const LABEL = 'mascot'

/**
 * Linear: a request to https://api.linear.app/graphql, mutation `issueBatchCreate` with an `IssueBatchCreateInput` (linear.app/developers,
 * schema of @linear/sdk). At most 50 in one. `team`: its UUID.
 */
export function forLinear(rows: readonly IssueRow[], team: string): readonly string[] {
  const query =
    'mutation Create($input: IssueBatchCreateInput!) { issueBatchCreate(input: $input) { success issues { identifier url } } }'
  return parts(rows).map((some) => {
    const issues = some.map((row) => ({ teamId: team, title: titleFor(row, 255), description: markdownOf(row) }))
    return JSON.stringify({ query, variables: { input: { issues } } })
  })
}

/**
 * Jira Cloud: a request to POST /rest/api/3/issue/bulk (developer.atlassian.com/cloud/jira/platform/rest/v3): at most 50 in one, a summary of
 * 255 characters, the description in Atlassian Document Format, labels without spaces.
 */
export function forJira(rows: readonly IssueRow[], project: string, type: string): readonly string[] {
  return parts(rows).map((some) =>
    JSON.stringify({
      issueUpdates: some.map((row) => ({
        fields: {
          project: { key: project },
          issuetype: { name: type },
          summary: titleFor(row, 255),
          labels: [LABEL, `${LABEL}-${row.number}`],
          description: {
            type: 'doc',
            version: 1,
            content: factsOf(row).map(({ label, value }) => ({
              type: 'paragraph',
              content: [
                { type: 'text', text: `${label}: `, marks: [{ type: 'strong' }] },
                { type: 'text', text: value },
              ],
            })),
          },
        },
      })),
    }),
  )
}

/** GitHub: a request to POST /repos/OWNER/REPO/issues for each (docs.github.com/rest/issues/issues). */
export function forGithub(rows: readonly IssueRow[]): readonly string[] {
  return rows.map((row) => JSON.stringify({ title: titleFor(row, 256), body: markdownOf(row), labels: [LABEL] }))
}

const columns = [
  ...['number', 'title', 'state', 'owner', 'people', 'peopleOfLastDay', 'reports', 'platforms'],
  ...['since', 'fixedAt', 'answer', 'url', 'says'],
] as const

/** RFC 4180, with its own line end. */
export function asCsv(rows: readonly IssueRow[]): string {
  const lines = rows.map((row) => {
    const { platforms, answer, says, ...plain } = row
    const words = Object.entries(answer).map(([lang, [said = '']]) => `${lang}: ${said}`)
    const cells: Readonly<Record<string, unknown>> = {
      ...plain,
      platforms: platforms.join(' '),
      answer: words.join('\n'),
      says: says.join('\n'),
    }
    return columns.map((name) => cell(cells[name]))
  })
  return [columns, ...lines].map((cells) => `${cells.join(',')}\r\n`).join('')
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return ''
  return csvCell(typeof value === 'number' ? value : String(value))
}

const AT_ONCE = 50

function parts(rows: readonly IssueRow[]): readonly (readonly IssueRow[])[] {
  return Array.from({ length: Math.ceil(rows.length / AT_ONCE) }, (_, nth) =>
    rows.slice(nth * AT_ONCE, (nth + 1) * AT_ONCE),
  )
}
