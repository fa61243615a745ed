/**
 * Reads the JSON a model meant: within prose or fences, with trailing commas, single quotes, bare keys, Python words,
 * unescaped quotes and line breaks, or cut off in the middle. It only ever builds data; nothing is evaluated.
 */

export interface LenientRead {
  readonly value: unknown
  /** False when the text ended early; `value` then holds what was complete. */
  readonly isComplete: boolean
}

const maxDepth = 32
/** Openings tried in one text, so that a text full of braces stays cheap. */
const maxOpenings = 24

/** The first value in `text` that `accepts` takes: the whole text, else a fenced block, else an object that begins somewhere within. */
export function readLenient(text: string, accepts: (value: unknown) => boolean): LenientRead | undefined {
  const whole = strict(text)
  if (accepts(whole)) return { value: whole, isComplete: true }
  const fenced = [...text.matchAll(/```[\w-]*\s*\n?([\s\S]*?)```/g)].map((match) => match[1] ?? '')
  for (const candidate of fenced) {
    const value = strict(candidate)
    if (accepts(value)) return { value, isComplete: true }
  }
  let openings = 0
  for (const match of text.matchAll(/\{/g)) {
    if (++openings > maxOpenings) return undefined
    const read = readFrom(text, match.index)
    if (read && accepts(read.value)) return read
  }
  return undefined
}

function strict(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    // Some servers encode tool arguments twice.
    return typeof value === 'string' ? JSON.parse(value) : value
  } catch {
    return undefined
  }
}

function readFrom(text: string, start: number): LenientRead | undefined {
  try {
    return createReader(text, start).read()
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** Stands for a value of which the end is missing. */
const unfinished = Symbol('unfinished')

const words = new Map<string, unknown>([
  ['true', true],
  ['True', true],
  ['false', false],
  ['False', false],
  ['null', null],
  ['None', null],
  ['undefined', null],
])
const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' }

function createReader(text: string, start: number) {
  let at = start
  let isComplete = true
  /** Asked only where more must follow, so the end here means that the text was cut. */
  const isCut = () => {
    if (at >= text.length) isComplete = false
    return at >= text.length
  }
  const skipSpace = () => {
    while (/\s/.test(text.charAt(at))) at++
  }
  /** Takes a run of characters from here. */
  const take = (pattern: RegExp): string => {
    pattern.lastIndex = at
    const run = pattern.exec(text)?.[0] ?? ''
    at += run.length
    return run
  }

  function value(depth: number): unknown {
    skipSpace()
    if (isCut()) return unfinished
    if (depth > maxDepth) throw new SyntaxError('too deep')
    const char = text.charAt(at)
    if (char === '{') return object(depth)
    if (char === '[') return list(depth)
    if (char === '"' || char === "'") return string(char)
    const word = take(/[\w.+-]+/y)
    if (isCut()) return unfinished
    if (words.has(word)) return words.get(word)
    if (word !== '' && Number.isFinite(Number(word))) return Number(word)
    throw new SyntaxError('not a value')
  }

  function object(depth: number): Record<string, unknown> {
    const entries: [string, unknown][] = []
    at++
    for (;;) {
      skipSpace()
      const char = text.charAt(at)
      if (isCut() || char === '}') break
      if (char === ',') {
        at++
        continue
      }
      const key = char === '"' || char === "'" ? string(char) : take(/[\w$-]+/y)
      skipSpace()
      if (typeof key !== 'string' || isCut()) break
      if (key === '' || text.charAt(at) !== ':') throw new SyntaxError('not a key')
      at++
      const held = value(depth + 1)
      if (held !== unfinished) entries.push([key, held])
      separator('}')
    }
    at++
    return Object.fromEntries(entries)
  }

  function list(depth: number): unknown[] {
    const items: unknown[] = []
    at++
    for (;;) {
      skipSpace()
      const char = text.charAt(at)
      if (isCut() || char === ']') break
      if (char === ',') {
        at++
        continue
      }
      const item = value(depth + 1)
      if (item !== unfinished) items.push(item)
      separator(']')
    }
    at++
    return items
  }

  function separator(close: string): void {
    skipSpace()
    if (!isCut() && text.charAt(at) !== ',' && text.charAt(at) !== close) throw new SyntaxError('not a separator')
  }

  /** A quote only closes where something that may follow a string follows, so that `'it's'` survives. */
  function string(quote: string): string | typeof unfinished {
    let held = ''
    at++
    while (!isCut()) {
      const char = text.charAt(at++)
      if (char === '\\') held += escaped()
      else if (char !== quote) held += char
      else if (/^\s*(?:[,:}\]]|$)/.test(text.slice(at, at + 64))) return held
      else held += char
    }
    return unfinished
  }

  function escaped(): string {
    const char = text.charAt(at++)
    if (char !== 'u') return escapes[char] ?? char
    const hex = take(/[0-9a-fA-F]{4}/y)
    return hex === '' ? '' : String.fromCharCode(Number.parseInt(hex, 16))
  }

  return {
    read(): LenientRead {
      const held = value(0)
      return { value: held, isComplete }
    },
  }
}
