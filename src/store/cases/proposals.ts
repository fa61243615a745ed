/** Answers and scenes that staff proposed, until an operator said yes or no and they stand in the file. */
import type { ProposedAnswer } from '../../domain/answer.ts'
import type { ProposedScene } from '../../domain/scene.ts'
import type { Proposal, Proposals } from '../../ports/proposals.ts'
import type { StoreContext } from '../database/context.ts'
import type { ProposalTable } from '../database/tables/cases.ts'
import { parse, storable } from '../database/text.ts'

export function createProposals({ db, brand, notify }: StoreContext): Proposals {
  return {
    async propose({ id, caseId, by, answer, scene, at }) {
      const record = storable(JSON.stringify(answer ?? { scene }))
      // A kill between this and the settle of its turn has it proposed once more.
      await db
        .insertInto('proposals')
        .values({ ...{ id, brand, handoff_id: caseId ?? null, by_staff: storable(by), at }, record, state: 'proposed' })
        .onConflict((row) =>
          row
            .column('id')
            .doUpdateSet({ record, by_staff: storable(by), at })
            .where('proposals.state', '=', 'proposed'),
        )
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
  const record = parse<ProposedAnswer | { readonly scene: ProposedScene }>(row.record)
  return {
    ...('scene' in record ? { scene: record.scene } : { answer: record }),
    id: row.id,
    by: row.by_staff,
    state: row.state,
    at: Number(row.at),
    ...(row.handoff_id !== null && { caseId: row.handoff_id }),
  }
}
