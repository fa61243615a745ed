/** All that is counted and measured, by name, in a registry of its own: two programs in one process share nothing. */
import { Counter, Gauge, Histogram, Registry } from './prometheus.ts'

/** Seconds: a quick answer, one of a model, one that waited for something. */
const REPLY_BUCKETS = [0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 20, 30, 60, 120, 300]
const MODEL_BUCKETS = [0.1, 0.25, 0.5, 1, 2, 5, 10, 20, 45]

export type Metrics = ReturnType<typeof createMetrics>

export function createMetrics() {
  const registry = new Registry()
  const registers = [registry]
  const counter = <L extends string>(name: string, help: string, ...labelNames: L[]) =>
    new Counter({ name: `mascot_${name}`, help, labelNames, registers })
  const gauge = <L extends string>(name: string, help: string, ...labelNames: L[]) =>
    new Gauge({ name: `mascot_${name}`, help, labelNames, registers })
  const histogram = <L extends string>(name: string, help: string, buckets: number[], ...labelNames: L[]) =>
    new Histogram({ name: `mascot_${name}`, help, labelNames, buckets, registers })

  return {
    registry,
    received: counter('messages_received_total', 'Messages accepted, each once', 'platform'),
    decisions: counter('decisions_total', 'Turns that were decided, also those that stay unanswered', 'kind', 'reason'),
    turnRetries: counter('turn_retries_total', 'Turns given back undecided, to be tried again'),
    turnsSetAside: counter(
      'turns_set_aside_total',
      'Turns that always failed, whose messages were put aside unanswered',
    ),
    turnSeconds: histogram('turn_seconds', 'From a turn taken up to a turn settled', REPLY_BUCKETS),
    replySeconds: histogram(
      'reply_seconds',
      'From the first message of a turn accepted to the first word of its answer sent',
      REPLY_BUCKETS,
      'platform',
    ),
    sent: counter('messages_sent_total', 'Messages, reactions and deletions sent', 'platform'),
    sendRetries: counter('send_retries_total', 'Sends that failed and are tried again', 'platform'),
    sendsGivenUp: counter('sends_given_up_total', 'Sends given up for good', 'platform'),

    modelAnswers: counter('model_answers_total', 'Answers of a model, also those that could not be used'),
    modelInput: counter('model_input_tokens_total', 'Tokens a model read'),
    modelCached: counter('model_cached_tokens_total', 'Of them, those from the server’s cache'),
    modelOutput: counter('model_output_tokens_total', 'Tokens a model wrote'),
    modelPrice: counter('model_price_total', 'What they cost, by OPENAI_PRICE_INPUT and its like'),
    budgetSpent: gauge(
      'model_budget_spent_ratio',
      'How much of today’s budget of the model is spent, 0 to 1; absent where nothing is limited',
    ),
    modelSeconds: histogram(
      'model_seconds',
      'From a question to a usable answer, retries included',
      MODEL_BUCKETS,
      'model',
    ),
    modelRetries: counter('model_retries_total', 'Questions asked again', 'model', 'code'),
    modelFailures: counter('model_failures_total', 'Questions that a model did not answer', 'model', 'code'),

    databaseUp: gauge('database_up', '1 while the database answers; what it tells is absent while it does not'),
    platformUp: gauge('platform_up', '1 while the platform can be heard', 'platform'),
    unread: gauge('unread_conversations', 'Conversations with a message that nobody has read'),
    unreadAge: gauge('inbox_lag_seconds', 'How long the oldest unread message has waited'),
    unsent: gauge('unsent_messages', 'Messages that are still to be sent'),
    unsentAge: gauge('outbox_lag_seconds', 'How long the oldest of them has waited'),
    failing: gauge('failing_conversations', 'Conversations whose turn failed, and is tried again'),
    deadLetters: gauge('dead_letters', 'Messages that could not be sent'),
    casesWaiting: gauge('handoffs_waiting', 'Cases that no staff member has taken'),
    cases: gauge('cases_open', 'Cases that are not closed', 'status'),
    caseAge: gauge('case_oldest_seconds', 'How long the oldest of them is open', 'status'),
    casesBreached: gauge('cases_sla_breached', 'Open cases of which a promise of the SLA was broken'),
    promiseDue: gauge('case_promise_due_seconds', 'Until the next promise of the SLA is due; negative: overdue'),

    persona: gauge(
      'persona_info',
      'Always 1: which persona speaks, and which version of its files',
      'persona',
      'version',
    ),
    loopDelay: gauge(
      'loop_delay_seconds',
      'How long the event loop stood still, of late; quantile 1 is the longest',
      'quantile',
    ),
    memory: gauge('resident_memory_bytes', 'Memory of the process'),
    cpu: gauge('cpu_seconds', 'Processor time of the process since its start, all threads'),
    startedAt: gauge('start_time_seconds', 'When it started, epoch seconds'),
  }
}
