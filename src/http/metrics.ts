/** What an operator's monitoring reads, in the Prometheus text format 0.0.4. */
import type { Store } from '../ports/store.ts'

/** At `now`, epoch ms: how long the oldest due work has waited, and what lies dead. */
export async function metricsText(
  { inbox, outbox, records }: Pick<Store, 'inbox' | 'outbox' | 'records'>,
  now: number,
): Promise<string> {
  const [inboxDue, outboxDue, dead, waiting] = await Promise.all([
    inbox.nextDueAt(),
    outbox.nextDueAt(),
    records.deadLetters(1000),
    records.casesWaiting(),
  ])
  const late = (dueAt: number | undefined) => (dueAt === undefined ? 0 : Math.max(0, now - dueAt) / 1000)
  const gauges: readonly (readonly [string, string, number])[] = [
    ['mascot_inbox_lag_seconds', 'How long the oldest due conversation has waited', late(inboxDue)],
    ['mascot_outbox_lag_seconds', 'How long the oldest due message has waited to be sent', late(outboxDue)],
    ['mascot_dead_letters', 'Messages that could not be sent (up to 1000)', dead.length],
    ['mascot_handoffs_waiting', 'Cases that no staff member has taken', waiting],
  ]
  return gauges
    .map(([name, help, value]) => `# HELP ${name} ${help}\n# TYPE ${name} gauge\n${name} ${value}\n`)
    .join('')
}
