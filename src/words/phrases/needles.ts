/**
 * Which literal strings a pattern cannot match without: `an? (?:sea|sky)` needs `a`, or rather one of `sea` and `sky`,
 * which are rarer. Where none of them occurs, the pattern need not be run. Pure.
 */

/** At least one of `literals` stands in every match; `cost`: how often one turns up by chance, roughly. */
interface Needles {
  readonly literals: readonly string[]
  readonly cost: number
}

/** A regular expression as it is written, before it is made. */
export type Written = Pick<RegExp, 'source' | 'flags'>

/** The needles of a pattern's source, or undefined when it has none that can be told, or is of a syntax that is not read here. */
export function needlesOf({ source, flags }: Written): readonly string[] | undefined {
  // Case folding, set notation and halves of surrogate pairs would have to be followed as well.
  if (/[iv]/.test(flags) || (!flags.includes('u') && /[\ud800-\udfff]/.test(source))) return undefined
  const reader = { source, at: 0 }
  const found = readChoice(reader)
  return reader.at === source.length ? found?.literals : undefined
}

/** How often one of the needles turns up by chance, roughly; without needles, always. */
export function costOf(source: string): number {
  const reader = { source, at: 0 }
  const found = readChoice(reader)
  return found && reader.at === source.length ? found.cost : Number.POSITIVE_INFINITY
}

interface Reader {
  readonly source: string
  at: number
}

/** Alternatives: each must have needles, and all of theirs together are those of the choice. */
function readChoice(reader: Reader): Needles | undefined {
  const literals: string[] = []
  let cost = 0
  let isComplete = true
  for (;;) {
    const found = readSequence(reader)
    if (found) {
      literals.push(...found.literals)
      cost += found.cost
    } else isComplete = false
    if (reader.source[reader.at] !== '|') break
    reader.at++
  }
  return isComplete ? { literals, cost } : undefined
}

/** What follows one another: the rarest of what it must have. */
function readSequence(reader: Reader): Needles | undefined {
  let best: Needles | undefined
  let run = ''
  const offer = (needles: Needles | undefined) => {
    if (needles && (!best || needles.cost < best.cost)) best = needles
  }
  const endRun = () => {
    if (run !== '') offer({ literals: [run], cost: rarity(run) })
    run = ''
  }
  while (reader.at < reader.source.length && !'|)'.includes(reader.source[reader.at] ?? '')) {
    const atom = readAtom(reader)
    const least = readQuantifier(reader)
    if (typeof atom === 'string' && least === undefined) run += atom
    else {
      if (typeof atom === 'string' && least !== 0) run += atom
      endRun()
      if (typeof atom === 'object' && least !== 0) offer(atom)
    }
  }
  endRun()
  return best
}

/** A literal character, the needles of a group, or undefined for all else. */
function readAtom(reader: Reader): string | Needles | undefined {
  const { source } = reader
  const character = String.fromCodePoint(source.codePointAt(reader.at) ?? 0)
  reader.at += character.length
  switch (character) {
    case '(':
      return readGroup(reader)
    case '[':
      while (source[reader.at] !== ']' && reader.at < source.length) reader.at += source[reader.at] === '\\' ? 2 : 1
      reader.at++
      return undefined
    case '\\':
      return readEscape(reader)
    case '.':
    case '^':
    case '$':
      return undefined
    default:
      return character
  }
}

/** A lookaround has no part in the match, or says what must not be there. */
function readGroup(reader: Reader): Needles | undefined {
  const opening = /^\?(?:[:=!]|<[=!]|<\w+>)/.exec(reader.source.slice(reader.at, reader.at + 40))?.[0] ?? ''
  // Of a kind that is not known here: reading ends beyond the end, so that nothing is told of the pattern.
  reader.at += opening === '' && reader.source[reader.at] === '?' ? reader.source.length : opening.length
  const inside = readChoice(reader)
  reader.at++
  return /^\?<?[=!]/.test(opening) ? undefined : inside
}

const controls: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', f: '\f', v: '\v' }

function readEscape(reader: Reader): string | undefined {
  const { source } = reader
  const letter = source[reader.at] ?? ''
  const long = /^(?:[pP]\{[^}]*\}|u\{[0-9a-fA-F]+\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|k<\w+>|c[a-zA-Z]|\d+)/.exec(
    source.slice(reader.at, reader.at + 60),
  )?.[0]
  reader.at += long?.length ?? 1
  if (long !== undefined || /[a-zA-Z]/.test(letter)) return controls[long ?? letter]
  return letter
}

/** The least number of times; undefined when nothing stands there, that is once. */
function readQuantifier(reader: Reader): number | undefined {
  const found = /^(?:[?*+]|\{(\d+)(?:,\d*)?\})\??/.exec(reader.source.slice(reader.at, reader.at + 16))
  if (!found) return undefined
  reader.at += found[0].length
  return found[1] === undefined ? (found[0].startsWith('+') ? 1 : 0) : Number(found[1])
}

/** Shares of the letters in what people write, a space included; whatever is not listed is taken to be rare. */
const shares = new Map(
  Object.entries({
    ...{
      ' ': 0.18,
      e: 0.1,
      t: 0.07,
      a: 0.07,
      o: 0.06,
      i: 0.06,
      n: 0.06,
      s: 0.05,
      h: 0.05,
      r: 0.05,
      d: 0.035,
      l: 0.035,
    },
    ...{ u: 0.025, c: 0.025, m: 0.02, w: 0.02, f: 0.018, g: 0.017, y: 0.017, p: 0.017, b: 0.013, v: 0.009, k: 0.007 },
  }),
)

function rarity(literal: string): number {
  let cost = 1
  for (const character of literal) cost *= shares.get(character) ?? 0.002
  return cost
}
