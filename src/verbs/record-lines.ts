/** What the record tells an operator of the last seven days, and of what waits now. */
import { localTime } from '../desk/time/hours.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../domain/durations.ts'
import type { Persona } from '../persona/persona.ts'
import type { Clock } from '../ports/clock.ts'
import type { Waiting } from '../ports/records.ts'
import type { Store } from '../ports/store.ts'
import type { InsightParts } from '../program/insights.ts'

/** What a line is about, and what it says. */
export type Told = readonly [about: string, says: string]

const SHOWN = 3
const DAYS = 7

export async function recordLines(
  store: Pick<Store, 'records' | 'issues'>,
  { reader }: Pick<InsightParts, 'reader'>,
  { persona, clock }: { readonly persona: Persona; readonly clock: Clock },
): Promise<readonly Told[]> {
  const now = clock.now()
  const since = now - DAYS * DAY_MS
  const { records, issues } = store
  const [bytes, work, versions, unanswered, week] = await Promise.all([
    records.bytes(),
    records.workload(),
    records.versions(since),
    issues.unanswered(since, 1000),
    reader.read({ range: 'week' }),
  ])
  const today = localTime(now, persona.manners.timeZone).day
  const expired = persona.answers.filter(({ expires }) => expires !== undefined && expires < today)
  const old = [...versions]
    .filter(([version]) => version !== persona.version)
    .reduce((all, [, count]) => all + count, 0)
  const spoken = [...versions.values()].reduce((all, count) => all + count, 0)
  const { silences } = week.now
  return [
    ['size', `${sizeInWords(bytes)} of database`],
    [
      'queue',
      `${waitingInWords(work.unread, 'conversations unread', now)}; ${waitingInWords(work.unsent, 'messages unsent', now)}`,
    ],
    ...(work.failing > 0
      ? [['failing', `${work.failing} conversations whose turn fails, and is tried again`] as const]
      : []),
    ...(spoken > 0
      ? [
          [
            'version',
            `${persona.version}; ${old} of ${spoken} conversations of ${DAYS} days heard an older one last`,
          ] as const,
        ]
      : []),
    ...(expired.length > 0
      ? [['expired', `${expired.length} answers: ${listed(expired.map(({ id }) => id))}`] as const]
      : []),
    ...(silences.length > 0
      ? [
          [
            'silent',
            listed(
              silences.map(({ why, n }) => `${n} × ${why}`),
              '; ',
            ),
          ] as const,
        ]
      : []),
    ...(unanswered.length > 0
      ? [
          [
            'unanswered',
            `${unanswered.length} questions in ${DAYS} days; in groups on the page, or mascot answers suggest`,
          ] as const,
        ]
      : []),
  ]
}

function listed(all: readonly string[], between = ', '): string {
  const more = all.length > SHOWN ? `${between}and ${all.length - SHOWN} more` : ''
  return all.slice(0, SHOWN).join(between) + more
}

function waitingInWords({ count, since }: Waiting, what: string, now: number): string {
  if (count === 0) return `no ${what}`
  return since === undefined ? `${count} ${what}` : `${count} ${what}, the oldest for ${ageInWords(now - since)}`
}

function ageInWords(ms: number): string {
  if (ms < 2 * MINUTE_MS) return `${Math.max(0, Math.round(ms / 1000))} s`
  if (ms < 2 * HOUR_MS) return `${Math.round(ms / MINUTE_MS)} min`
  return ms < 2 * DAY_MS ? `${Math.round(ms / HOUR_MS)} h` : `${Math.round(ms / DAY_MS)} days`
}

function sizeInWords(bytes: number): string {
  const mb = bytes / 1024 / 1024
  return mb < 1024 ? `${mb < 10 ? mb.toFixed(1) : Math.round(mb)} MB` : `${(mb / 1024).toFixed(1)} GB`
}
