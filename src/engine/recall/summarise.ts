/** Keeps the running summary: when the transcript outgrows the model's share, the older half is put into a few sentences. */
import { ModelError } from '../../errors.ts'
import { createModelView } from '../../persona/prompt/model-view.ts'
import { compileSummary, estimateTokens } from '../../persona/prompt/prompt.ts'
import type { Recalled } from '../stages.ts'

/** Undefined when nothing needs it, there is no model, or the model failed: the next turn tries again. */
export async function summarise(turn: Recalled): Promise<{ text: string; upTo: number } | undefined> {
  const { persona, signal } = turn
  const { prompt, model } = turn.brain
  if (!model) return undefined
  const covered = turn.conversation.summaryUpTo ?? 0
  const fresh = turn.transcript.filter((line) => line.row > covered)
  const tokens = fresh.reduce((sum, line) => sum + estimateTokens(line.text), 0)
  if (tokens <= persona.memory.transcriptTokens) return undefined
  // A reply that was given while this turn's messages came in has a later row than they: the summary ends before them.
  const first = turn.messages[0].row
  const older = fresh.filter(({ row }) => row < first).slice(0, Math.ceil(fresh.length / 2))
  const upTo = older.at(-1)?.row
  if (upTo === undefined) return undefined
  const { summary } = turn.conversation
  const view = createModelView(persona)
  const task = compileSummary({
    persona,
    transcript: older.map(view.line),
    ...(summary ? { summary: view.see(summary) } : {}),
  })
  try {
    const text = await model.write({ prefix: prompt.prefix, turn: task }, { budgetKey: turn.author.accountId, signal })
    return { text: text.slice(0, 4000), upTo }
  } catch (error) {
    if (error instanceof ModelError) return undefined
    throw error
  }
}
