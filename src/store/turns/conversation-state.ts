/**
 * A conversation's state as it is kept. There a case goes by the name it began with, as in the tables and columns beside it:
 * what older programs wrote is read as it stands, and no row is rewritten for a word.
 */
import type { ConversationState } from '../../domain/conversation.ts'
import { parse } from '../database/text.ts'

// Within a JSON text a quote that is followed by a colon ends a key: quotes inside strings are escaped.
const kept = '"handoffId":'
const named = '"caseId":'

export function readState(json: string): ConversationState {
  return parse<ConversationState>(json.replaceAll(kept, named))
}

export function stateText(state: ConversationState): string {
  return JSON.stringify(state).replaceAll(named, kept)
}
