/** Issues as staff see them in their chat. Pure. */
import { counted } from '../../domain/counted.ts'
import type { Issue, IssueState, Report } from '../../domain/issue.ts'
import type { Button } from '../../domain/message.ts'
import type { Persona } from '../../persona/persona.ts'
import type { ToldStaff } from '../../ports/issues.ts'
import { fold } from '../../words/letters/fold.ts'
import { answerOf } from '../foreseen.ts'
import { ownerName, quote } from './alert.ts'
import { staffWords } from './staff-words.ts'

const LISTED = 12
const QUOTED = 5
const marks: Readonly<Record<IssueState, string>> = {
  prepared: '▫️ prepared',
  seen: '🟠 seen',
  confirmed: '🔴 confirmed',
  working: '🛠 working on it',
  fixed: '✅ fixed',
  wont: '⏹ won’t be done',
}

/** Open ones first, those with the most people of the last day before others. */
export function listOf(issues: readonly Issue[], isAll: boolean, persona: Persona): string {
  const isShown = ({ state }: Issue) => isAll || (state !== 'fixed' && state !== 'wont' && state !== 'prepared')
  const shown = issues.filter(isShown).toSorted((a, b) => b.lately - a.lately || b.reporters - a.reporters)
  const lines = shown.slice(0, LISTED).map((issue) => {
    const owner = issue.owner ? ownerName(issue.owner, persona) : 'nobody has it'
    return `#${issue.number} ${issue.title} · ${marks[issue.state]} · ${people(issue)} · ${owner}`
  })
  const more = shown.length - lines.length
  if (lines.length === 0) return isAll ? 'There are no issues.' : 'No issue is open. /issues all lists every one.'
  return [...lines, ...(more > 0 ? [`… and ${more} more`] : [])].join('\n')
}

function people({ reporters, lately }: Issue): string {
  return `${counted(reporters, 'person', 'people')}${lately > 0 ? `, ${lately} of them today` : ''}`
}

export interface IssueView {
  readonly issue: Issue
  /** The latest first. */
  readonly reports: readonly Report[]
  readonly history: readonly { at: number; who: string; what: string }[]
  readonly persona: Persona
}

export function viewOf({ issue, reports, history, persona }: IssueView): ToldStaff {
  const { number, title, state, owner, platforms, since, fixedAt } = issue
  const quoted = reports.filter(({ text = '' }) => text.trim() !== '').slice(0, QUOTED)
  const products = productsIn(reports, persona)
  const answer = Object.entries(answerOf(issue, persona) ?? {})
  const lines = [
    `#${number} ${title} · ${marks[state]}`,
    [
      people(issue),
      `${counted(issue.reports, 'report')}${platforms.length > 0 ? ` on ${platforms.join(', ')}` : ''}`,
      ...(since === undefined ? [] : [`since ${day(since)}`]),
      ...(fixedAt === undefined ? [] : [`fixed ${day(fixedAt)}`]),
    ].join(', '),
    owner ? `Owner: ${ownerName(owner, persona)}` : 'Nobody has it.',
    ...(products.length > 0 ? [`Products: ${products.join(', ')}`] : []),
    ...(answer.length > 0
      ? answer.map(([lang, [words = '']]) => `Says (${lang}): ${words}`)
      : ['It has no approved answer: /issue N answer en: words.']),
    ...quoted.map(quote),
    ...history.map(({ who, what }) => `– ${who}: ${what}`),
  ]
  return { outgoing: staffWords(lines.join('\n'), nextSteps(issue)), quotes: quoted.map(({ id }) => id) }
}

function nextSteps({ number, state }: Issue): Button[] {
  const next: readonly IssueState[] =
    state === 'fixed' || state === 'wont' ? ['seen'] : ['confirmed', 'working', 'fixed']
  return next
    .filter((one) => one !== state)
    .map((one) => ({ label: marks[one], value: `desk:issue:issue:${number} state ${one}` }))
}

function day(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}

/** Those that are named in what was reported. */
function productsIn(reports: readonly Report[], { brand, languages }: Persona): string[] {
  const said = reports.map(({ text = '' }) => fold(text)).join('\n')
  return brand.products.flatMap(({ name }) => {
    const isNamed = Object.values(name).some((words) => said.includes(fold(words)))
    return isNamed ? [name[languages[0]] ?? Object.values(name)[0] ?? ''] : []
  })
}
