/** A draft of the model's, written by it once more with the fan's words, the approved words and what was found wrong before its eyes. */
import { createModelView } from '../../persona/prompt/model-view.ts'
import { compileRewrite } from '../../persona/prompt/prompt.ts'
import type { Recalled } from '../stages.ts'
import { hitsShown, messagesShown } from './model-input.ts'

/** Undefined where it cannot be had: no model, or the turn's allowance is used up. */
export async function sayAgain(
  text: string,
  findings: readonly { readonly code: string; readonly detail: string }[],
  turn: Recalled,
): Promise<string | undefined> {
  const { persona, brain, lang, conversation } = turn
  const task = compileRewrite({
    persona,
    text,
    findings,
    lang,
    surface: conversation.surface,
    hits: hitsShown(turn),
    messages: messagesShown(turn, createModelView(persona)),
  })
  return await turn.writer.rewrite({ prefix: brain.promptIn(lang).prefix, turn: task })
}
