/** The operator's own examples of how the persona speaks are approved words: who writes all but what stands there hears what stands there. Pure. */
import { segment } from '../../words/terms/segment.ts'
import type { Recalled } from '../stages.ts'

/** Of the words of both, so many are shared. */
const ALIKE = 0.8

/** What the persona says in the example nearest to the message, in the language of the turn. */
export function ownExample({ text, lang, persona, openCase }: Recalled): string | undefined {
  if (openCase) return undefined
  const words = new Set(segment(text))
  if (words.size === 0) return undefined
  const near = persona.voice.examples
    .filter((example) => (example.lang ?? persona.languages[0]) === lang)
    .map(({ fan, says }) => ({ says, likeness: likeness(words, new Set(segment(fan))) }))
    .sort((a, b) => b.likeness - a.likeness)[0]
  return near && near.likeness >= ALIKE ? near.says : undefined
}

/** Dice's coefficient. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length
  return (2 * shared) / (a.size + b.size)
}
