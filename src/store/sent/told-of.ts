/** Which of our words to staff show whom: kept beside them, so that they go with a fan who is forgotten and a work that is taken back. */
import { sql } from 'kysely'
import type { CaseId } from '../../domain/ids.ts'
import type { Outgoing } from '../../domain/message.ts'
import type { Connection } from '../database/context.ts'
import { indexable } from '../database/text.ts'

/** As it is stored and sent: whom it shows stands beside it. */
export function withoutToldOf(outgoing: Outgoing): Outgoing {
  if (outgoing.kind !== 'text' || outgoing.tellsOf === undefined) return outgoing
  const { tellsOf: _, ...rest } = outgoing
  return rest
}

export function toldOf(outgoing: Outgoing): readonly string[] {
  return outgoing.kind === 'text' ? (outgoing.tellsOf ?? []) : []
}

/** Words about a case, for its thread, which others may share. */
export function tellingOf(id: CaseId, words: readonly Outgoing[]): Outgoing[] {
  return words.map((one) => (one.kind === 'text' ? { ...one, tellsOf: [...(one.tellsOf ?? []), id] } : one))
}

export async function keepToldOf(trx: Connection, row: number, about: readonly string[]): Promise<void> {
  for (const one of new Set(about))
    await sql`insert into told_of (message_row, about) values (cast(${row} as bigint), ${indexable(one)})
      on conflict do nothing`.execute(trx)
}
