/** `mascot ask`: what would be decided for each line of standard input, without sending anything and without a database. */
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { readCommand } from '../domain/command.ts'
import type { Conversation } from '../domain/conversation.ts'
import type { Decision, Unsupported } from '../domain/decision.ts'
import { accountId, type ConversationId, type FanId, type TurnId, threadId } from '../domain/ids.ts'
import type { Turn } from '../domain/turn.ts'
import { createDecide } from '../engine/decide.ts'
import type { Brain } from '../engine/stages.ts'
import { MascotError } from '../errors.ts'
import { withoutDrafts } from '../persona/drafts-in.ts'
import { recordedLookUps } from '../persona/look-ups/recorded.ts'
import type { Clock } from '../ports/clock.ts'
import type { Decide } from '../ports/decide.ts'
import type { ShortTerm } from '../ports/short-term.ts'
import { withoutSecrets } from '../words/personal-data/without-secrets.ts'

const lineSchema = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  text: z.string(),
  author: z.string().optional(),
  thread: z.string().optional(),
  direct: z.boolean().optional(),
  mention: z.boolean().optional(),
  lang: z.string().optional(),
})
export type Question = z.output<typeof lineSchema>

/** What `--json` prints, a line a message. */
export interface Verdict {
  readonly id: string
  readonly decision: Decision['kind']
  readonly reason: string
  readonly text?: string
  readonly answerId?: string
  readonly score?: number
  readonly alternatives?: readonly { readonly answerId: string; readonly score: number }[]
  readonly handoff?: { readonly reason: string; readonly team?: string }
  readonly flags: readonly string[]
  readonly unsupported?: readonly Unsupported[]
}

/** One line: plain text, or a JSON object. `number` counts from 1. @throws {MascotError} `usage` when a JSON line is not one */
export function parseQuestion(line: string, number: number): Question {
  if (!line.trimStart().startsWith('{')) return { id: String(number), text: line }
  try {
    const question = lineSchema.parse(JSON.parse(line))
    return { ...question, id: question.id ?? String(number) }
  } catch (cause) {
    throw new MascotError(
      'usage',
      `line ${number} of the input is not a JSON object with a "text": ${line.slice(0, 80)}`,
      { cause },
    )
  }
}

/** Forgets everything between turns, as every message here is its own fresh conversation. */
const noShortTerm: ShortTerm = { get: async () => undefined, set: async () => {} }

export function createAsk(brain: Brain, clock: Clock): (question: Question, signal: AbortSignal) => Promise<Verdict> {
  // One persona for all: what is read of it is kept by it.
  const asked = { ...brain, persona: withoutDrafts(brain.persona) }
  const decide = createDecide({
    brain: () => asked,
    memory: {
      // Not told who speaks: what is asked here is what it says, and no fan listens.
      recall: async () => ({
        transcript: [],
        fan: { id: 'fan' as FanId, consent: 'unasked', introducedAt: clock.now() },
        facts: [],
      }),
      exportFan: async () => ({}),
      keepSummary: async () => {},
    },
    shortTerm: noShortTerm,
    lookUps: recordedLookUps(asked.persona.manners.timeZone),
  })
  return (question, signal) => ask(question, decide, clock, signal)
}

async function ask(question: Question, decide: Decide, clock: Clock, signal: AbortSignal): Promise<Verdict> {
  const id = String(question.id ?? '')
  const { effects } = await decide(turnOf(question, id, clock.now()), { signal })
  return verdictOf(id, effects.decision)
}

/** Direct unless the line says otherwise, by `direct: false` or by telling whether it is a mention. */
function turnOf(question: Question, id: string, now: number): Turn {
  const isDirect = question.direct ?? question.mention === undefined
  const thread = threadId('ask', question.thread ?? id)
  const surface = isDirect ? 'direct' : 'group'
  const conversation: Conversation = { id: id as ConversationId, threadId: thread, surface, openCases: [], state: {} }
  const name = question.author ?? ''
  const command = readCommand(question.text)
  const message = {
    row: 1,
    threadId: thread,
    id,
    sentAt: now,
    author: {
      accountId: accountId('ask', name || 'someone'),
      name,
      isBot: false,
      ...(question.lang ? { lang: question.lang } : {}),
    },
    surface,
    text: question.text,
    isMention: question.mention ?? isDirect,
    ...(command ? { command } : {}),
  } as const
  return { id: randomUUID() as TurnId, conversation, messages: [{ ...withoutSecrets(message), row: 1 }], now }
}

function verdictOf(id: string, decision: Decision): Verdict {
  const { kind, reason, flags, unsupported } = decision
  const alternatives = decision.alternatives.map(({ answerId, score }) => ({ answerId, score: rounded(score) }))
  const found = { ...(alternatives.length > 0 ? { alternatives } : {}), ...(unsupported ? { unsupported } : {}) }
  const base = { id, decision: kind, reason, ...found, flags }
  switch (kind) {
    case 'silent':
      return base
    case 'react':
      return { ...base, text: decision.emoji }
    case 'reply':
    case 'clarify':
    case 'handoff': {
      const text = decision.bubbles.map((bubble) => bubble.text).join('\n')
      const answered =
        kind === 'clarify'
          ? {}
          : {
              ...(decision.answerId ? { answerId: decision.answerId } : {}),
              ...(decision.score === undefined ? {} : { score: rounded(decision.score) }),
            }
      const { handoff } = kind === 'handoff' ? decision : {}
      return {
        ...base,
        text,
        ...answered,
        ...(handoff ? { handoff: { reason: handoff.reason, ...(handoff.team ? { team: handoff.team } : {}) } } : {}),
      }
    }
  }
}

function rounded(score: number): number {
  return Math.round(score * 10_000) / 10_000
}
