/** A pure function of a text that remembers its last outcome: several readers ask the same of a message, one after the other. */

/** The outcome is shared, so nobody may change it. */
export function rememberLast<Result>(read: (text: string) => Result): (text: string) => Result {
  let last: { readonly text: string; readonly result: Result } | undefined
  return (text) => {
    if (last?.text !== text) last = { text, result: read(text) }
    return last.result
  }
}
