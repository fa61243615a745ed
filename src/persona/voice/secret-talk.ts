/** A sentence about a password, a code or a card: by default it asks for one, unless it says no, or the persona's own texts speak of it. */
import type { Lang } from '../../domain/message.ts'
import { listOf } from '../../hearing/packs/book.ts'
import { fold } from '../../words/letters/fold.ts'
import { oneLine } from '../../words/letters/one-line.ts'
import { eachMatch } from '../../words/phrases/each-match.ts'
import { anyOf, occurs } from '../../words/phrases/patterns.ts'
import type { Persona } from '../persona.ts'

interface Words {
  readonly secrets: RegExp
  readonly denies: RegExp
}

const known = new Map<Lang, Words>()
function wordsIn(lang: Lang): Words {
  const found = known.get(lang)
  if (found) return found
  const of = (name: string) => anyOf(listOf('voice', 'forbidden', name, lang))
  const made = { secrets: of('secrets'), denies: of('denies') }
  if (known.size < 100) known.set(lang, made)
  return made
}

/** The secret that is spoken of. */
export function findSecretTalk(sentence: string, persona: Persona, lang: Lang): string | undefined {
  const line = oneLine(sentence)
  const { secrets, denies } = wordsIn(lang)
  const secret = eachMatch(secrets, line).find(([words]) => words !== '' && !toldIn(persona).includes(words))?.[0]
  return secret !== undefined && !occurs(denies, line) ? secret : undefined
}

const cache = new WeakMap<Persona, string>()
/** What is approved to be told: of its own lines many only warn of sending such things. */
function toldIn(persona: Persona): string {
  const told = cache.get(persona) ?? fold(JSON.stringify(persona.answers.map(({ answer }) => answer)))
  cache.set(persona, told)
  return told
}
