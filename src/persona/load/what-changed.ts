/** What a save changed, in an operator's words: `2 answers changed, 1 new; voice, lines`. Pure. */
import { isDeepStrictEqual } from 'node:util'
import type { Persona } from '../persona.ts'

/** Said in counts; the rest by the name of its key. */
const lists = { answers: 'answer', issues: 'issue' } as const
/** What follows from the rest. */
const derived = new Set<string>(['folder', 'version', ...Object.keys(lists)])
/** What is called otherwise in persona.yaml. */
const writtenAs: Readonly<Record<string, string>> = { handoffLines: 'lines', chinese: 'voice', languages: 'voice' }

/** Empty where both say the same. */
export function whatChanged(before: Persona, after: Persona): string {
  const counted = [
    ...countsOf('answers', before.answers, after.answers),
    ...countsOf('issues', before.issues, after.issues),
  ]
  const was = new Map<string, unknown>(Object.entries(before))
  const keys = Object.entries(after)
    .filter(([key, value]) => !derived.has(key) && !isDeepStrictEqual(was.get(key), value))
    .map(([key]) => writtenAs[key] ?? key)
  return [counted.join(', '), [...new Set(keys)].join(', ')].filter((part) => part !== '').join('; ')
}

type Listed = readonly { readonly id: string }[]

function countsOf(list: keyof typeof lists, before: Listed, after: Listed): string[] {
  const was = new Map(before.map((item) => [item.id, item]))
  const is = new Set(after.map(({ id }) => id))
  const changed = after.filter((item) => was.has(item.id) && !isDeepStrictEqual(was.get(item.id), item)).length
  const added = after.filter(({ id }) => !was.has(id)).length
  const gone = before.filter(({ id }) => !is.has(id)).length
  const counts = [
    { count: changed, how: 'changed' },
    { count: added, how: 'new' },
    { count: gone, how: 'gone' },
  ].filter(({ count }) => count > 0)
  const word = lists[list]
  return counts.map(({ count, how }, at) =>
    at > 0 ? `${count} ${how}` : `${count} ${word}${count === 1 ? '' : 's'} ${how}`,
  )
}
