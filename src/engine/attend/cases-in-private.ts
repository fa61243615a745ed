/** Before attend: who speaks in a group may have a case in private. It is theirs here too, and its staff are shown what they say. */
import type { CaseChange } from '../../domain/case.ts'
import type { Effects } from '../../domain/effects.ts'
import type { Turn } from '../../domain/turn.ts'
import type { CaseReader } from '../../ports/case-reader.ts'

export async function withCasesInPrivate(turn: Turn, cases: Pick<CaseReader, 'inPrivate'> | undefined): Promise<Turn> {
  const { conversation, messages } = turn
  if (!cases || conversation.surface !== 'group') return turn
  const people = messages.filter(({ author, isOwn }) => !isOwn && !author.isBot && !author.isBrand)
  const accounts = [...new Set(people.map(({ author }) => author.accountId))]
  if (accounts.length === 0) return turn
  const theirs = await cases.inPrivate(accounts, conversation.threadId)
  if (theirs.length === 0) return turn
  return { ...turn, conversation: { ...conversation, openCases: [...conversation.openCases, ...theirs] } }
}

/** What is shown to the staff of cases in private: all that the fan says in the group it came from, and elsewhere what is put on it. */
export function saidInGroup(turn: Turn, changes: readonly CaseChange[] = []): NonNullable<Effects['saidInGroup']> {
  return turn.conversation.openCases.flatMap(({ id, accountId, inPrivate }) => {
    const theirs = changes.filter((change) => change.id === id)
    const isTold = inPrivate !== undefined && (inPrivate.isFromHere || theirs.length > 0)
    const isAside = inPrivate?.isFromHere === false && theirs.every((change) => change.isAside)
    const rows = turn.messages.filter(({ author }) => author.accountId === accountId).map(({ row }) => row)
    return isTold && rows.length > 0 ? [{ case: id, rows, ...(isAside && { isAside }) }] : []
  })
}
