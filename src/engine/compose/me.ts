/** `/me`: a fan reads, in private, what is held of what sets them apart and why, and chooses about it. */
import {
  type Evidence,
  evidenceOf,
  type FanKind,
  fanKinds,
  type Leaning,
  leanings,
  leastWeight,
  type StandingChange,
  strengthOf,
} from '../../domain/standing.ts'
import type { StandingTexts } from '../../hearing/packs/pack.ts'
import { standingOf } from '../recall/standing.ts'
import { type Recalled, reachesAlone } from '../stages.ts'
import { line, type Reply, reply, type Saying, type Verdict } from '../verdict.ts'
import type { HeldKind } from './me-words.ts'

type Choice = readonly [
  StandingChange['kind'] & ('off' | 'on' | 'hidden' | 'shown' | 'first' | 'not-first'),
  keyof StandingTexts,
]

/** What can be typed after `/me`. */
const choices: ReadonlyMap<string, Choice> = new Map<string, Choice>([
  ['off', ['off', 'off']],
  ['on', ['on', 'on']],
  ['first on', ['first', 'firstOn']],
  ['first off', ['not-first', 'firstOff']],
])

/** In a group the way into private, or words for the fan's eyes alone. Undefined where nothing is kept. */
export async function me(args: string, turn: Recalled): Promise<Verdict | undefined> {
  const standing = await standingOf(turn)
  if (!standing) return undefined
  const isInGroup = turn.conversation.surface === 'group'
  if (isInGroup && !reachesAlone(turn)) return said([line('onlyInPrivate', { buttons: ['private'] })])
  const choice = choices.get(args.trim().toLowerCase().replace(/\s+/g, ' '))
  const alone = isInGroup ? ({ alone: 'else-by-door' } as const) : {}
  if (choice) {
    const [kind, word] = choice
    return said([{ kind: 'standing', word, ...alone }], { kind, account: turn.author.accountId })
  }
  if (standing.choices.offAt !== undefined) return said([{ kind: 'standing', word: 'isOff', ...alone }])
  return said([{ kind: 'me', held: heldOf(standing.evidence, turn.now), ...alone }])
}

function said(say: readonly Saying[], standing?: StandingChange): Reply {
  return reply('command', say, standing && { standing })
}

/** What weighs nothing any more is not shown: it is not used either. */
function heldOf(evidence: readonly Evidence[], now: number): readonly HeldKind[] {
  const all: readonly (FanKind | Leaning)[] = [...fanKinds, ...leanings]
  return all.flatMap((kind): HeldKind[] => {
    const of = evidence.filter(({ what }) => evidenceOf[what] === kind)
    const strength = strengthOf(kind, of, now)
    if (strength < leastWeight) return []
    const shown = [...Map.groupBy(of, ({ what }) => what)].map(([what, seen]) => ({
      what,
      count: seen.length,
      last: Math.max(...seen.map(({ at }) => at)),
    }))
    return [{ kind, strength, shown }]
  })
}
