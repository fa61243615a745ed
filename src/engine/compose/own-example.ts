/** The operator's own examples of how the persona speaks are approved words: who writes all but what stands there hears what stands there. Pure. */
import type { Lang } from '../../domain/message.ts'
import { asksSomething } from '../../hearing/asks-something.ts'
import { segment } from '../../words/terms/segment.ts'
import { stemmerFor } from '../../words/terms/stem.ts'
import { stopWords } from '../../words/terms/stop-words.ts'
import type { Recalled } from '../stages.ts'

/** Of the words of both, so many are shared. */
const ALIKE = 0.8
/** The same of the words that carry matter, of which so many are shared, where both ask or both tell. */
const ALIKE_IN_MATTER = 0.66
const LEAST_SHARED = 2
/** An approved answer's phrasing that is as like the message goes before the example. */
const SAME = 0.99

/** What the persona says in the example nearest to the message, in the language of the turn. */
export function ownExample(turn: Recalled): string | undefined {
  return nearest(turn)?.says
}

/** "Decaf is pointless" is talk that the operator has words for, not the question of how it is made. */
export function isNearerThanAnswer(turn: Recalled): boolean {
  const [best] = turn.findings.hits
  if (asksSomething(turn.text, turn.lang) || (best && best.score >= SAME && best.likeness >= SAME)) return false
  const near = nearest(turn)
  return near !== undefined && near.likeness > (best?.likeness ?? 0)
}

function nearest({ text, lang, persona, openCase }: Recalled) {
  if (openCase) return undefined
  const said = read(text, lang)
  if (said.words.size === 0) return undefined
  const near = persona.voice.examples
    .filter((example) => (example.lang ?? persona.languages[0]) === lang)
    .map(({ fan, says }) => ({ says, likeness: likeness(said, read(fan, lang)) }))
    .sort((a, b) => b.likeness - a.likeness)[0]
  return near && near.likeness > 0 ? near : undefined
}

interface Said {
  readonly words: ReadonlySet<string>
  readonly matter: ReadonlySet<string>
  readonly asks: boolean
}

function read(text: string, lang: Lang): Said {
  const words = segment(text, lang)
  const stops = stopWords(lang)
  return {
    words: new Set(words),
    matter: new Set(words.filter((word) => !stops.has(word)).map(stemmerFor(lang))),
    asks: asksSomething(text, lang),
  }
}

/** 0: not near enough to be said. */
function likeness(a: Said, b: Said): number {
  const whole = dice(a.words, b.words)
  const matter = a.asks === b.asks && shared(a.matter, b.matter) >= LEAST_SHARED ? dice(a.matter, b.matter) : 0
  return Math.max(whole >= ALIKE ? whole : 0, matter >= ALIKE_IN_MATTER ? matter : 0)
}

/** Dice's coefficient. */
function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return (2 * shared(a, b)) / (a.size + b.size)
}

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return [...a].filter((word) => b.has(word)).length
}
