/** Answers that staff proposed, until an operator said yes or no and they stand in the file. */
import type { ProposedAnswer } from '../../domain/answer.ts'
import type { Proposal, Proposals } from '../../ports/proposals.ts'
import type { StoreContext } from '../database/context.ts'
import type { ProposalTable } from '../database/tables/cases.ts'
import { parse, storable } from '../database/text.ts'

export function createProposals({ db, brand, notify }: StoreContext): Proposals {
  return {
    async propose({ id, caseId, by, answer, at }) {
      await db
        .insertInto('proposals')
        .values({
          ...{ id, brand, handoff_id: caseId ?? null, by_staff: storable(by), at },
          record: storable(JSON.stringify(answer)),
          state: 'proposed',
        })
        .execute()
    },
    async list(state) {
      const rows = await db
        .selectFrom('proposals')
        .selectAll()
        .where('brand', '=', brand)
        .where('state', '=', state)
        .orderBy('at')
        .execute()
      return rows.map(proposalOf)
    },
    async move(id, from, to, by) {
      const moved = await db
        .updateTable('proposals')
        .set({ state: to, by_staff: storable(by) })
        .where('brand', '=', brand)
        .where('id', '=', id)
        .where('state', '=', from)
        .returning('id')
        .execute()
      if (moved.length > 0) notify('outbox')
      return moved.length > 0
    },
  }
}

function proposalOf(row: ProposalTable): Proposal {
  return {
    id: row.id,
    by: row.by_staff,
    answer: parse<ProposedAnswer>(row.record),
    state: row.state,
    at: Number(row.at),
    ...(row.handoff_id !== null && { caseId: row.handoff_id }),
  }
}
