/** `/me`: a fan reads, in private, what is held of what sets them apart and why, and chooses about it. */
import { wholeStanding } from '../../community/standing/with-works.ts'
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
import type { HeldTitle } from '../../domain/title.ts'
import type { StandingTexts } from '../../hearing/packs/pack.ts'
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
  const { standings, worksMade, links, author } = turn
  if (!standings) return undefined
  const sources = { standings, ...(worksMade ? { worksMade } : {}), ...(links ? { links } : {}) }
  const standing = await wholeStanding(author.accountId, sources)
  const isInGroup = turn.conversation.surface === 'group'
  if (isInGroup && !reachesAlone(turn)) return said([line('onlyInPrivate', { buttons: ['private'] })])
  const choice = choices.get(args.trim().toLowerCase().replace(/\s+/g, ' '))
  const titled = await titlesOf(turn)
  const wish = titleWish(args)
  const alone = isInGroup ? ({ alone: 'else-by-door' } as const) : {}
  if (wish) {
    const [first] = titled
    const ahead = wish === 'hidden' ? 'titlesHidden' : 'titlesShown'
    const saying: Saying = first ? titleSaying(first.name, wish === 'hidden') : { kind: 'standing', word: ahead }
    return said([{ ...saying, ...alone }], { kind: wish, account: turn.author.accountId })
  }
  const isRefused = standing.choices.saidNo === true
  if (choice) {
    const [kind, word] = choice
    // What a no to being remembered rules out is not allowed by half.
    const honest = kind === 'on' && isRefused ? 'isRefused' : word
    // The circle is a yes of its own.
    const stays = kind === 'off' && standing.choices.circle === 'yes'
    const rest: readonly Saying[] = stays
      ? [{ kind: 'standing', word: 'circleStays', isSameMessage: true, ...alone }]
      : []
    return said([{ kind: 'standing', word: honest, ...alone }, ...rest], { kind, account: turn.author.accountId })
  }
  if (standing.choices.offAt !== undefined)
    return said([{ kind: 'standing', word: isRefused ? 'isRefused' : 'isOff', ...alone }])
  const isHidden = standing.choices.hiddenAt !== undefined
  const held: Saying = { kind: 'me', held: heldOf(standing.evidence, turn.now), ...alone }
  return said([held, ...titled.map(({ name }) => titleSaying(name, isHidden))])
}

/** Of all joined accounts, each name once. */
async function titlesOf({ titles, links, author }: Recalled): Promise<readonly HeldTitle[]> {
  if (!titles) return []
  const others = (await links?.joinedTo(author.accountId)) ?? []
  const held = await titles.heldBy([author.accountId, ...others.map(({ accountId }) => accountId)])
  return [...new Map(held.map((one) => [one.name, one])).values()]
}

/** `/me title on|off`. */
function titleWish(args: string): 'hidden' | 'shown' | undefined {
  const [, word] = /^title\s+(on|off)$/iu.exec(args.trim()) ?? []
  return word === undefined ? undefined : word.toLowerCase() === 'off' ? 'hidden' : 'shown'
}

function titleSaying(title: string, isHidden: boolean): Saying {
  return { kind: 'standing', word: isHidden ? 'titleHidden' : 'title', values: { title }, isSameMessage: true }
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
