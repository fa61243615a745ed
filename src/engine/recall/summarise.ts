/**
 * Keeps the running summary, after the reply: when the talk outgrows the model's share, or is about to leave what is read
 * of it, its older half is put into a few sentences.
 */
import type { TranscriptLine } from '../../domain/conversation.ts'
import { MINUTE_MS } from '../../domain/durations.ts'
import type { ConversationId } from '../../domain/ids.ts'
import { ModelError } from '../../errors.ts'
import { createModelView } from '../../persona/prompt/model-view.ts'
import { compileSummary, estimateTokens } from '../../persona/prompt/prompt.ts'
import type { Memory } from '../../ports/memory.ts'
import type { Recalled } from '../stages.ts'
import { TRANSCRIPT_LINES } from './recall.ts'

/** Lines not yet covered from which it is time: while it fails, some turns more are read whole. */
const MOST_LINES = TRANSCRIPT_LINES - 10
/** After one that failed: each is a whole call of the model. */
const REST_MS = 10 * MINUTE_MS

export interface Summaries {
  /** What is to be done once the turn is settled. Undefined when nothing needs it. */
  after(turn: Recalled): ((signal: AbortSignal) => Promise<void>) | undefined
}

export function createSummaries(memory: Pick<Memory, 'keepSummary'>): Summaries {
  const inHand = new Set<ConversationId>()
  const failed = new Map<ConversationId, number>()

  async function make(turn: Recalled, older: readonly TranscriptLine[], signal: AbortSignal): Promise<void> {
    const { id, summaryUpTo: after = 0 } = turn.conversation
    inHand.add(id)
    try {
      const text = await write(turn, older, signal)
      failed.delete(id)
      const { version: personaVersion } = turn.persona
      await memory.keepSummary(id, {
        text: text.slice(0, 4000),
        rows: older.map(({ row }) => row),
        after,
        personaVersion,
      })
    } catch (error) {
      if (!(error instanceof ModelError)) throw error
      failed.set(id, turn.now)
    } finally {
      inHand.delete(id)
    }
  }

  return {
    after(turn) {
      const { id } = turn.conversation
      const since = turn.now - (failed.get(id) ?? Number.NEGATIVE_INFINITY)
      if (!turn.brain.model || inHand.has(id) || since < REST_MS) return undefined
      const older = toCover(turn)
      return older.length === 0 ? undefined : (signal) => make(turn, older, signal)
    },
  }
}

function toCover({ conversation, transcript, persona, messages }: Recalled): readonly TranscriptLine[] {
  const covered = conversation.summaryUpTo ?? 0
  const fresh = transcript.filter((line) => line.row > covered)
  const tokens = fresh.reduce((sum, line) => sum + estimateTokens(line.text), 0)
  if (tokens <= persona.memory.transcriptTokens && fresh.length < MOST_LINES) return []
  // A reply that was given while this turn's messages came in has a later row than they: the summary ends before them.
  const first = messages[0].row
  return fresh.filter(({ row }) => row < first).slice(0, Math.ceil(fresh.length / 2))
}

/** Lines may have left what is read of the talk before they were summarised, since the summary failed. */
export function lacksBeginning({ transcript, conversation }: Recalled): boolean {
  const covered = conversation.summaryUpTo ?? 0
  return transcript.length >= TRANSCRIPT_LINES && transcript.every(({ row }) => row > covered)
}

async function write(turn: Recalled, older: readonly TranscriptLine[], signal: AbortSignal): Promise<string> {
  const { persona, brain, author } = turn
  const { summary, summaryVersion } = turn.conversation
  const view = createModelView(persona)
  const task = compileSummary({
    ...{ persona, surface: turn.conversation.surface },
    transcript: older.map(view.line),
    ...(summary
      ? { summary: { text: view.see(summary), ...(summaryVersion && { personaVersion: summaryVersion }) } }
      : {}),
  })
  const prompt = { prefix: brain.prompt.prefix, turn: task }
  if (!brain.model) throw new ModelError('model-unreachable', 'no model is configured', { isRetryable: false })
  return await brain.model.write(prompt, { budgetKey: author.accountId, signal })
}
