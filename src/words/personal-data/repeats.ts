/** The same value again: a password that was named as one is one also where it stands alone. */
import type { Span } from './span.ts'

/** Linear: at each place at most one look-up for every length of value that begins with the same four characters. */
export function repeatsOf<T extends Span>(text: string, found: readonly T[]): T[] {
  const heads = new Map<string, Map<number, Map<string, T>>>()
  const firsts = new Set<string>()
  for (const one of found) {
    const value = text.slice(one.start, one.end)
    if (value.length < shortest) continue
    const head = value.slice(0, shortest)
    const byLength = heads.get(head) ?? new Map<number, Map<string, T>>()
    const values = byLength.get(value.length) ?? new Map<string, T>()
    heads.set(head, byLength.set(value.length, values.set(value, one)))
    firsts.add(value.charAt(0))
  }
  const repeats: T[] = []
  for (let at = 0; at + shortest <= text.length; at++) {
    if (!firsts.has(text.charAt(at))) continue
    for (const [length, values] of heads.get(text.slice(at, at + shortest)) ?? []) {
      const one = values.get(text.slice(at, at + length))
      if (one) repeats.push({ ...one, start: at, end: at + length })
    }
  }
  return repeats
}

const shortest = 3
