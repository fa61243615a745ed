/** A pure function of a text that remembers its last outcomes: several readers ask the same of a message, one after the other. */

/** The outcome is shared, so nobody may change it. */
export function rememberLast<Result>(read: (text: string) => Result): (text: string) => Result {
  let last: { readonly text: string; readonly result: Result } | undefined
  return (text) => {
    if (last?.text !== text) last = { text, result: read(text) }
    return last.result
  }
}

/** As many as a turn goes back and forth between: the fan's words, the draft, and each of its sentences. */
const FEW = 12

/** The same of the last dozen texts. */
export function rememberFew<Result>(read: (text: string) => Result): (text: string) => Result {
  const known = new Map<string, { readonly result: Result }>()
  return (text) => {
    const found = known.get(text)
    if (found) return found.result
    const result = read(text)
    if (known.size >= FEW) known.delete(known.keys().next().value ?? '')
    known.set(text, { result })
    return result
  }
}
