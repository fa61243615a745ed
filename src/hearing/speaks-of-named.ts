/** Whether what stands beside a name speaks of who is named, and not to them: "even Pip!", "Pip is funny, right?". Pure. */
import { isUnspaced } from '../words/letters/scripts.ts'
import { once } from '../words/once.ts'
import { readText } from '../words/read-text.ts'
import { inAllLanguages } from '../words/terms/in-all-languages.ts'
import { foldedSource } from './asks-something.ts'

/** `before`: all that stands before the name. */
export function leadsToNamed(before: string): boolean {
  return leading().test(` ${readText(before).folded.trim()}`)
}

/** `behind`: all that stands behind the name. */
export function tellsOfNamed(behind: string): boolean {
  return telling().test(` ${readText(behind).folded.trim()} `)
}

const leading = once(() => {
  const { letters, words } = choices(inAllLanguages(({ named }) => named?.before))
  return new RegExp(`(?:(?<![\\p{L}\\p{M}])(?:${words})|(?:${letters}))$`, 'u')
})

const telling = once(() => {
  const { letters, words } = choices(inAllLanguages(({ named }) => named?.behind))
  return new RegExp(`^ (?:(?:${words})(?![\\p{L}\\p{M}])|(?:${letters}))`, 'u')
})

/** Where words follow one another without a space, the letters themselves must tell. */
function choices(sources: readonly string[]): { readonly letters: string; readonly words: string } {
  const { true: letters = [], false: words = [] } = Object.groupBy(
    sources,
    (source) => `${isUnspaced(source)}` as const,
  )
  const choice = (some: readonly string[]) => some.map(foldedSource).join('|') || '(?!)'
  return { letters: choice(letters), words: choice(words) }
}
