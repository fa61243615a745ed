/** The report after a crisis, from the record: what happened when, how many, how long until fans were told, who was answered. Markdown; pure. */
import { type Crisis, statementsOf } from '../../domain/crisis.ts'
import { lasting } from '../../domain/lasting.ts'
import type { CrisisFigures } from '../../ports/issues.ts'

export function afterAction(crisis: Crisis, title: string, figures: CrisisFigures): string {
  const { beganAt, endedAt, events, isDrill } = crisis
  const statements = statementsOf(crisis)
  const first = figures.firstReportAt
  const approved = [...statements, ...events.filter(({ did }) => did === 'approved')].map(({ at }) => at)
  const held = approved.length > 0 ? Math.min(...approved) : undefined
  const row = (what: string, value: string) => `| ${what} | ${value} |`
  const timeline = [
    ...(first === undefined || first > (endedAt ?? first) ? [] : [{ at: first, who: '', what: 'first report' }]),
    ...(figures.alertedAt === undefined ? [] : [{ at: figures.alertedAt, who: '', what: 'staff were told of a wave' }]),
    ...events,
  ].toSorted((a, b) => a.at - b.at)
  return [
    `# ${isDrill ? 'DRILL: ' : ''}${title}: what happened`,
    '',
    `From ${minute(beganAt)} to ${endedAt === undefined ? 'now, it is not over' : minute(endedAt)} (UTC)${isDrill ? '. A drill: no fan heard of it.' : '.'}`,
    '',
    '## Timeline',
    '',
    ...timeline.map(({ at, who, what }) => `- ${minute(at)} ${who === '' ? what : `${who}: ${what}`}`),
    '',
    '## Figures',
    '',
    '| | |',
    '|---|---|',
    row('people who reported it, until it ended', String(figures.reporters)),
    row('their reports', String(figures.reports)),
    row('first report until staff were told', between(first, figures.alertedAt)),
    row('first report until the first holding statement was approved', between(first, held)),
    ...(isDrill
      ? []
      : [
          row('times the holding statement was said', String(figures.statements)),
          row('reporters who wanted to be told, and were', `${figures.told} of ${figures.wanting}`),
        ]),
    ...(statements.length > 0
      ? [
          '',
          isDrill ? '## What fans would have heard' : '## What was said',
          '',
          ...statements.map(
            ({ lang, platform, words, approvedBy, at }) =>
              `- ${lang}${platform ? `, ${platform}` : ''} (${approvedBy.name}, ${minute(at)}): ${words}`,
          ),
        ]
      : []),
  ].join('\n')
}

/** `2026-11-18 10:30` */
function minute(at: number): string {
  return new Date(at).toISOString().slice(0, 16).replace('T', ' ')
}

function between(from: number | undefined, to: number | undefined): string {
  return from === undefined || to === undefined ? '–' : lasting(to - from)
}
