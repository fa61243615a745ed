/** What staff's acts write, without words: for tests of the store, and of what a case in their hands means. */
import { type CaseChange, whichCase } from '../../src/domain/case.ts'
import type { CaseId } from '../../src/domain/ids.ts'
import type { Store } from '../../src/ports/store.ts'
import { accept, ana, claimOne, groupMessage, settle } from './store-harness.ts'

type More = Omit<CaseChange, 'id' | 'threadId' | 'conversationId' | 'staffThread' | 'version'>

export const takenBy = (name: string): More => ({
  set: { status: 'assigned', assignee: { id: `desk:${name}`, name }, handler: 'staff' },
})

export const released: More = { set: { status: 'waiting', assignee: null, handler: 'bot' } }

export const closedAt = (now: number): More => ({ set: { status: 'closed', closedAt: now, handler: 'bot' } })

export const noted = (staff: string, text: string): More => ({ notes: [{ staff, text }] })

/** On the case as it is now; false when it is not there, or changes meanwhile. */
export async function changeCase(store: Store, id: CaseId, more: More, now: number): Promise<boolean> {
  const found = await store.cases.get(id)
  if (found === undefined) return false
  return await store.caseChanges.apply([{ ...whichCase(found), version: found.version, ...more }], now)
}

/** Ana complains in the group, and waits for a person. */
export async function openOne(store: Store): Promise<CaseId> {
  await accept(store, groupMessage(crypto.randomUUID()))
  const handoff = { accountId: ana, reason: 'complaint', summary: 'Beans late.' } as const
  await settle(store, await claimOne(store), { handoff }, 12_000)
  const [open] = await store.cases.list({ status: 'waiting' })
  if (open === undefined) throw new Error('a case was opened')
  return open.id
}
