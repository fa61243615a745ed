/** A pure function that remembers its last outcomes: several readers ask the same of a message, one after the other. */

/** The outcome is shared, so nobody may change it. */
export function rememberLast<Asked, Result>(read: (asked: Asked) => Result): (asked: Asked) => Result {
  let last: { readonly asked: Asked; readonly result: Result } | undefined
  return (asked) => {
    if (last?.asked !== asked) last = { asked, result: read(asked) }
    return last.result
  }
}

/** As many as a turn goes back and forth between: the fan's words, the draft, and each of its sentences. */
const FEW = 12

/** The same of the last dozen texts. */
export function rememberFew<Result>(read: (text: string) => Result): (text: string) => Result {
  return rememberTexts(read, FEW)
}

/** The same of what more than one text goes into. `key`: tells all of it. */
export function rememberFewMade<Result>(): (key: string, make: () => Result) => Result {
  return rememberKeys(FEW)
}

/** As many as one turn reads beside these: the sentences of all answers that it holds a draft against. */
const TURNFUL = 400

/** The same of the last few hundred texts, where what is kept of each is small. */
export function rememberTurnful<Result>(read: (text: string) => Result): (text: string) => Result {
  return rememberTexts(read, TURNFUL)
}

function rememberTexts<Result>(read: (text: string) => Result, most: number): (text: string) => Result {
  const made = rememberKeys<Result>(most)
  return (text) => made(text, () => read(text))
}

function rememberKeys<Result>(most: number): (key: string, make: () => Result) => Result {
  const known = new Map<string, { readonly result: Result }>()
  let last: { readonly key: string; readonly result: Result } | undefined
  return (key, make) => {
    if (last?.key === key) return last.result
    const found = known.get(key)
    if (found) return found.result
    const result = make()
    last = { key, result }
    if (known.size >= most) known.delete(known.keys().next().value ?? '')
    known.set(key, last)
    return result
  }
}

/** As many as a brand has approved texts, in all its languages. */
const APPROVED = 4_000

/** The same of what a brand has approved, which each turn is held against and which changes with the persona alone. */
export function rememberApproved<Result>(read: (text: string) => Result): (text: string) => Result {
  const made = rememberMade<Result>()
  return (text) => made(text, () => read(text))
}

/** The same of what more than one text goes into. `key`: tells all of it. */
export function rememberMade<Result>(): (key: string, make: () => Result) => Result {
  const known = new Map<string, { readonly result: Result }>()
  return (key, make) => {
    const found = known.get(key)
    if (found) return found.result
    const result = make()
    if (known.size >= APPROVED) known.clear()
    known.set(key, { result })
    return result
  }
}

const MANY = 5_000
/** Longer ones hardly come again. */
const LONGEST_WORD = 40

/** The same of single words: a few thousand make up most of what anybody writes. */
export function rememberWords<Result>(read: (word: string) => Result): (word: string) => Result {
  const known = new Map<string, { readonly result: Result }>()
  return (word) => {
    const found = known.get(word)
    if (found) return found.result
    const result = read(word)
    if (word.length > LONGEST_WORD) return result
    if (known.size >= MANY) known.clear()
    known.set(word, { result })
    return result
  }
}
