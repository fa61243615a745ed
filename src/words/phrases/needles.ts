/**
 * What must stand in a text for a pattern to match: `an? (?:sea|sky) view` needs one of `sea` and `sky`, and ` view`.
 * A text without it need not be searched for the pattern. Pure.
 */

/** `cost`: how often it turns up by chance, roughly. */
export type Need =
  | { readonly cost: number; readonly literal: string }
  | { readonly cost: number; readonly any: readonly Need[] }
  /** Rarest first. */
  | { readonly cost: number; readonly all: readonly Need[] }

/** A regular expression as it is written, before it is made. */
export type Written = Pick<RegExp, 'source' | 'flags'>

/** What a pattern needs, or undefined when that cannot be told, or its syntax is not read here. */
export function needOf({ source, flags }: Written): Need | undefined {
  // Case folding, set notation and halves of surrogate pairs would have to be followed as well.
  if (/[iv]/.test(flags) || (!flags.includes('u') && /[\ud800-\udfff]/.test(source))) return undefined
  return needIn(source)
}

/** The rarest literals of which one at least stands in every match. */
export function needlesOf(need: Need): readonly string[] {
  const found: string[] = []
  addNeedles(need, found)
  return found
}

function addNeedles(need: Need, to: string[]): void {
  if ('literal' in need) to.push(need.literal)
  else if ('any' in need) for (const one of need.any) addNeedles(one, to)
  else if (need.all[0]) addNeedles(need.all[0], to)
}

/** How often the rarest of what it needs turns up by chance, roughly; without needs, always. */
export function costOf(source: string): number {
  return needIn(source)?.cost ?? Number.POSITIVE_INFINITY
}

interface Reader {
  readonly source: string
  at: number
}

function needIn(source: string): Need | undefined {
  const reader = { source, at: 0 }
  const need = readChoice(reader)
  return reader.at === source.length ? need : undefined
}

/** Alternatives: each must need something. */
function readChoice(reader: Reader): Need | undefined {
  const any: Need[] = []
  let cost = 0
  let isComplete = true
  for (;;) {
    const need = readSequence(reader)
    if (need) {
      any.push(need)
      cost += need.cost
    } else isComplete = false
    if (reader.source[reader.at] !== '|') break
    reader.at++
  }
  if (!isComplete) return undefined
  return any.length === 1 ? any[0] : { cost, any }
}

/** What follows one another: all that it must have. */
function readSequence(reader: Reader): Need | undefined {
  const { source } = reader
  const all: Need[] = []
  let run = ''
  const endRun = () => {
    if (run !== '') all.push({ cost: rarity(run), literal: run })
    run = ''
  }
  for (;;) {
    const from = reader.at
    skipLetters(reader)
    if (reader.at > from) run += source.slice(from, reader.at)
    const next = source[reader.at]
    if (next === undefined || next === '|' || next === ')') break
    const atom = readAtom(reader)
    const least = readQuantifier(reader)
    if (typeof atom === 'string' && least !== 0) run += atom
    if (typeof atom !== 'string' || least !== undefined) endRun()
    if (typeof atom === 'object' && least !== 0) all.push(atom)
  }
  endRun()
  return joined(all)
}

/** In a text of some length something so common stands anyway. */
const COMMON = 0.05

function joined(all: Need[]): Need | undefined {
  if (all.length < 2) return all[0]
  all.sort((a, b) => a.cost - b.cost)
  const telling = all.filter(({ cost }, at) => at === 0 || cost < COMMON)
  const [rarest] = telling
  return rarest && telling.length > 1 ? { cost: rarest.cost, all: telling } : rarest
}

const special = Uint8Array.from({ length: 128 }, (_, code) =>
  '\\()[|.^$?*+{'.includes(String.fromCharCode(code)) ? 1 : 0,
)
const quantifying = Uint8Array.from({ length: 128 }, (_, code) => ('?*+{'.includes(String.fromCharCode(code)) ? 1 : 0))

/** Past characters that stand for themselves, once: up to the one that a quantifier follows. */
function skipLetters(reader: Reader): void {
  const { source } = reader
  let { at } = reader
  while (at < source.length && special[source.charCodeAt(at)] !== 1) at++
  if (at > reader.at && quantifying[source.charCodeAt(at)] === 1) {
    const isPair = at - 2 >= reader.at && (source.codePointAt(at - 2) ?? 0) > 0xffff
    at -= isPair ? 2 : 1
  }
  reader.at = at
}

/** A literal character, what a group needs, or undefined for all else. */
function readAtom(reader: Reader): string | Need | undefined {
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

const opening = /\?(?:[:=!]|<[=!]|<\w+>)/y

/** What is looked for must be there too, beside the match; what must not be there needs nothing. */
function readGroup(reader: Reader): Need | undefined {
  const { source } = reader
  let isAbsent = false
  if (source[reader.at] === '?') {
    opening.lastIndex = reader.at
    const found = opening.exec(source)?.[0]
    isAbsent = found?.endsWith('!') ?? false
    // Of a kind that is not known here: reading ends beyond the end, so that nothing is told of the pattern.
    reader.at += found?.length ?? source.length
  }
  const inside = readChoice(reader)
  reader.at++
  return isAbsent ? undefined : inside
}

const controls: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', f: '\f', v: '\v' }
const longEscape = /[pP]\{[^}]*\}|u\{[0-9a-fA-F]+\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|k<\w+>|c[a-zA-Z]|\d+/y

function readEscape(reader: Reader): string | undefined {
  const { source } = reader
  const letter = source[reader.at] ?? ''
  longEscape.lastIndex = reader.at
  const isLong = longEscape.test(source)
  reader.at = isLong ? longEscape.lastIndex : reader.at + 1
  return isLong || /[a-zA-Z]/.test(letter) ? controls[letter] : letter
}

const counted = /\{(\d+)(?:,\d*)?\}/y

/** The least number of times; undefined when nothing stands there, that is once. */
function readQuantifier(reader: Reader): number | undefined {
  const { source } = reader
  const mark = source[reader.at]
  if (mark === '?' || mark === '*' || mark === '+') reader.at++
  else if (mark !== '{') return undefined
  let least = mark === '+' ? 1 : 0
  if (mark === '{') {
    counted.lastIndex = reader.at
    const found = counted.exec(source)
    if (!found) return undefined
    reader.at += found[0].length
    least = Number(found[1])
  }
  if (source[reader.at] === '?') reader.at++
  return least
}

/** Shares of the letters in what people write, a space included; whatever is not listed is taken to be rare. */
const shares = new Float64Array(128).fill(0.002)
for (const [letter, share] of Object.entries({
  ...{ ' ': 0.18, e: 0.1, t: 0.07, a: 0.07, o: 0.06, i: 0.06, n: 0.06, s: 0.05, h: 0.05, r: 0.05, d: 0.035, l: 0.035 },
  ...{ u: 0.025, c: 0.025, m: 0.02, w: 0.02, f: 0.018, g: 0.017, y: 0.017, p: 0.017, b: 0.013, v: 0.009, k: 0.007 },
}))
  shares[letter.charCodeAt(0)] = share

function rarity(literal: string): number {
  let cost = 1
  for (const character of literal) cost *= shares[character.charCodeAt(0)] ?? 0.002
  return cost
}
