/** What stands for a case in a line: the words that tell most about it. Pure. */
import type { CaseRow } from '../../wire.ts'

/** The summary without what stands beside it anyway: `Ana (direct, en): my lid is missing` → `my lid is missing`. */
export function summaryWords({ summary, fanName }: Pick<CaseRow, 'summary' | 'fanName'>): string {
  if (!summary.startsWith(`${fanName} (`)) return summary
  const end = summary.indexOf('): ', fanName.length)
  return end < 0 ? summary : summary.slice(end + 3)
}

/** The last words; of a case that waits, what the fan wants rather than what the bot said of waiting. */
export function gistOf(row: CaseRow): { readonly from: 'fan' | 'brand'; readonly text: string } {
  const { lastSaid, status } = row
  if (lastSaid === undefined || lastSaid.text === '' || (lastSaid.from === 'brand' && status === 'waiting'))
    return { from: 'fan', text: summaryWords(row) }
  return lastSaid
}
