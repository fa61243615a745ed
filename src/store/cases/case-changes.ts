/** Changes of cases that are written by themselves, outside a settle. */
import type { CaseChanges } from '../../ports/case-changes.ts'
import type { StoreContext } from '../database/context.ts'
import { privateConversation } from '../sent/write-outbox.ts'
import { applyAlone } from './apply-cases.ts'

export function createCaseChanges(context: StoreContext): CaseChanges {
  return {
    apply: (changes, now, stepsIn) => applyAlone(context, changes, now, stepsIn),
    privateConversation: (threadId, accountId, now) => privateConversation(context, threadId, accountId, now),
  }
}
