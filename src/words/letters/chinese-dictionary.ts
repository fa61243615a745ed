/**
 * The dictionaries of OpenCC, `后面 後面|…`, as one table each. The library's own reader makes a tree of a hundred megabytes
 * of them, several times over.
 */

/** At each place the longest entry counts; of lists with the same entry, the first. */
export interface ChineseDictionary {
  /** The text cut before and after each entry; what lies between two stays together. */
  cut(text: string): readonly string[]
  convert(text: string): string
  /** Of a whole entry; undefined of anything else. */
  formOf(entry: string): string | undefined
}

export function createDictionary(...lists: readonly string[]): ChineseDictionary {
  const forms = new Map<string, string>()
  /** Length of the longest entry, by its first character. */
  const longest = new Map<string, number>()
  for (const list of lists) {
    for (const pair of list.split('|')) {
      const [entry = '', form = ''] = pair.split(' ')
      if (forms.has(entry)) continue
      forms.set(entry, form)
      const first = firstOf(entry, 0)
      longest.set(first, Math.max(entry.length, longest.get(first) ?? 0))
    }
  }

  function read(text: string, change: (entry: string) => string): string[] {
    const parts: string[] = []
    let from = 0
    for (let at = 0; at < text.length; ) {
      const entry = entryAt(text, at)
      if (entry !== '') {
        if (from < at) parts.push(text.slice(from, at))
        parts.push(change(entry))
        from = at + entry.length
      }
      at += entry.length || firstOf(text, at).length
    }
    if (from < text.length) parts.push(text.slice(from))
    return parts
  }

  function entryAt(text: string, at: number): string {
    for (let length = longest.get(firstOf(text, at)) ?? 0; length > 0; length--) {
      const entry = text.slice(at, at + length)
      if (entry.length === length && forms.has(entry)) return entry
    }
    return ''
  }

  return {
    formOf: (entry) => forms.get(entry),
    cut: (text) => read(text, (entry) => entry),
    convert: (text) => read(text, (entry) => forms.get(entry) ?? entry).join(''),
  }
}

function firstOf(text: string, at: number): string {
  return String.fromCodePoint(text.codePointAt(at) ?? 0)
}
