/** A turn that says and changes nothing, for filling a database. */
import { randomUUID } from 'node:crypto'
import type { Effects } from '../../src/domain/effects.ts'
import type { TurnId } from '../../src/domain/ids.ts'
import type { Claim } from '../../src/ports/inbox.ts'

export function effectless({ unread }: Claim): { id: TurnId; rows: number[] } {
  return { id: randomUUID() as string as TurnId, rows: unread.map(({ row }) => row) }
}

effectless.effects = {
  outbox: [],
  decision: { kind: 'silent', reason: 'nothing-said', alternatives: [], flags: [] },
} satisfies Effects
