/** What an operator's monitoring reads, in the Prometheus text format 0.0.4. */
import type { Spent } from '../domain/spent.ts'
import type { Store } from '../ports/store.ts'

/** At `now`, epoch ms: how long the oldest due work has waited, what lies dead, and what a model has taken since the start. */
export async function metricsText(
  { inbox, outbox, records }: Pick<Store, 'inbox' | 'outbox' | 'records'>,
  now: number,
  { answers, inputTokens, cachedTokens, outputTokens, price }: Spent,
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
  const counters: readonly (readonly [string, string, number])[] = [
    ['mascot_model_answers_total', 'Answers of a model, also those that could not be used', answers],
    ['mascot_model_input_tokens_total', 'Tokens a model read', inputTokens],
    ['mascot_model_cached_tokens_total', 'Of them, those from the server’s cache', cachedTokens],
    ['mascot_model_output_tokens_total', 'Tokens a model wrote', outputTokens],
    ['mascot_model_price_total', 'What they cost, by OPENAI_PRICE_INPUT and its like', price ?? 0],
  ]
  const written = (type: string) => (metric: readonly [string, string, number]) => {
    const [name, help, value] = metric
    return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${name} ${value}\n`
  }
  return [...gauges.map(written('gauge')), ...counters.map(written('counter'))].join('')
}
