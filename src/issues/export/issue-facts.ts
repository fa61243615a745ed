/** What is known of an issue, as lines that a tracker shows. */
import { counted } from '../../domain/counted.ts'
import type { IssueRow } from './issue-row.ts'

export interface Fact {
  readonly label: string
  readonly value: string
}

export function factsOf(row: IssueRow): readonly Fact[] {
  const { number, state, owner, people, peopleOfLastDay, reports, platforms, since, answer, url } = row
  return [
    {
      label: 'Reported by',
      value: `${counted(people, 'person', 'people')} (${peopleOfLastDay} in the last day), ${counted(reports, 'message')}`,
    },
    { label: 'Where', value: platforms.join(', ') },
    { label: 'Since', value: since?.slice(0, 10) ?? '' },
    { label: 'State in Mascot', value: `#${number}, ${state}` },
    { label: 'Owner', value: owner ?? 'nobody' },
    ...Object.entries(answer).map(([lang, [words = '']]) => ({ label: `Fans are told (${lang})`, value: words })),
    { label: 'Page', value: url ?? '' },
  ].filter(({ value }) => value !== '')
}

/** As Markdown: a list, in which nothing of the words is taken for markup. */
export function markdownOf(row: IssueRow): string {
  return factsOf(row)
    .map(({ label, value }) => `- **${label}:** ${label === 'Page' ? `<${value}>` : escaped(value)}`)
    .join('\n')
}

function escaped(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/[\\`*_{}[\]()<>#+!|~@]/g, '\\$&')
}

/** One line, no longer than a tracker takes. */
export function titleFor({ title }: IssueRow, longest: number): string {
  const line = title.replaceAll(/\s+/g, ' ').trim()
  return line.length <= longest ? line : `${line.slice(0, longest - 1).toWellFormed()}…`
}
