/** A draft of the model's, written by it once more with the fan's words, the approved words and what was found wrong before its eyes. */
import { ModelError } from '../../errors.ts'
import { createModelView } from '../../persona/prompt/model-view.ts'
import { compileRewrite } from '../../persona/prompt/prompt.ts'
import type { Recalled } from '../stages.ts'
import { hitsShown, messagesShown } from './model-input.ts'

/** Undefined when there is no model or it fails. */
export async function sayAgain(
  text: string,
  findings: readonly { readonly code: string; readonly detail: string }[],
  turn: Recalled,
): Promise<string | undefined> {
  const { persona, brain, lang, conversation, author, signal } = turn
  if (!brain.model) return undefined
  const task = compileRewrite({
    persona,
    text,
    findings,
    lang,
    surface: conversation.surface,
    hits: hitsShown(turn),
    messages: messagesShown(turn, createModelView(persona)),
  })
  try {
    const { prefix } = brain.promptIn(lang)
    return await brain.model.write({ prefix, turn: task }, { budgetKey: author.accountId, signal })
  } catch (error) {
    if (error instanceof ModelError) return undefined
    throw error
  }
}
