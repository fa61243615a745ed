/** What models took, added up by day, by who was answered, by version of the persona, and reply by reply. Pure. */
import type { AccountId } from './ids.ts'
import { nothing, type Spent, sumOf } from './spent.ts'

/** A turn for which a model was asked. */
export interface CostlyTurn {
  /** Epoch ms. */
  readonly at: number
  readonly reason: string
  readonly spent: Spent
  readonly personaVersion?: string
  readonly accountId?: AccountId
  readonly fanName?: string
}

export interface CostRow {
  readonly name: string
  /** Turns, each answered once. */
  readonly replies: number
  readonly spent: Spent
}

export interface Cost {
  /** Newest first. */
  readonly days: readonly CostRow[]
  /** Dearest first. */
  readonly fans: readonly CostRow[]
  readonly versions: readonly CostRow[]
  readonly replies: readonly CostlyTurn[]
}

const MOST_FANS = 20
const MOST_REPLIES = 30

/** `turns`: newest first; `dayOf`: by the persona's calendar. */
export function costOf(turns: readonly CostlyTurn[], dayOf: (at: number) => string): Cost {
  return {
    days: sumsBy(turns, ({ at }) => dayOf(at)),
    fans: sumsBy(turns, ({ accountId }) => accountId ?? '')
      .map((row) => ({
        ...row,
        name: turns.find(({ accountId = '' }) => accountId === row.name)?.fanName || row.name || 'somebody forgotten',
      }))
      .toSorted((a, b) => weight(b) - weight(a))
      .slice(0, MOST_FANS),
    versions: sumsBy(turns, ({ personaVersion }) => personaVersion ?? 'unknown'),
    replies: turns.slice(0, MOST_REPLIES),
  }
}

function sumsBy(turns: readonly CostlyTurn[], nameOf: (turn: CostlyTurn) => string): CostRow[] {
  return [...Map.groupBy(turns, nameOf)].map(([name, some]) => ({
    name,
    replies: some.length,
    spent: some.reduce((sum, { spent }) => sumOf(sum, spent), nothing),
  }))
}

function weight({ spent: { price, inputTokens, outputTokens } }: CostRow): number {
  return price ?? inputTokens + outputTokens
}
