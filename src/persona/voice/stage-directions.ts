/** What a draft plays instead of saying it, before its first word: `[smiles]`, `*tilts its head*`. It is taken out, the words stay. */
import { oneLine } from '../../words/letters/one-line.ts'
import { once } from '../../words/once.ts'
import { anyOf, occurs } from '../../words/phrases/patterns.ts'
import type { Persona } from '../persona.ts'
import { placeholder } from './leaks.ts'
import { voiceList } from './lists.ts'
import { mayBeOff } from './off-character.ts'

const bracketed = /^\s*[[【［](?<act>[^\]】］\n]{1,60})[\]】］](?!\()[\s,.:：，。…—–-]*/u
const starred = /^\s*(?:\*{1,2}|_)(?<act>[^*_\n]{2,60})(?:\*{1,2}|_)(?<gap>[\s,:：，…—–-]*)/u
const rounded = /^\s*[(（](?<act>[^)）\n]{1,40})[)）][\s,.:：，。…—–-]*/u
/** What a new sentence begins with. */
const begins = /^(?:["'“«¿¡„「『(]?[\p{Lu}\p{Lo}\p{N}¿¡])/u
const acts = once(() => anyOf(voiceList('plain', 'acts')))

/** The text from its first spoken word on. */
export function withoutStageDirection(text: string, persona: Persona): string {
  let rest = text
  for (let round = 0; round < 4; round++) {
    const next = rest.replace(directionAt(rest, persona), '')
    if (next === rest) break
    rest = next
  }
  return rest
}

function directionAt(text: string, persona: Persona): string {
  const inBrackets = bracketed.exec(text)
  if (inBrackets) return isAct(inBrackets.groups?.act, persona) || isLow(inBrackets, persona) ? inBrackets[0] : ''
  const inStars = starred.exec(text)
  if (inStars) {
    const after = text.slice(inStars[0].length)
    const isPlayed =
      isAct(inStars.groups?.act, persona) || (isPlain(inStars, persona) && (after === '' || begins.test(after)))
    return isPlayed ? inStars[0] : ''
  }
  const inRounds = rounded.exec(text)
  return inRounds && isAct(inRounds.groups?.act, persona) ? inRounds[0] : ''
}

/** One of the acts that a language's plays are full of, and hardly more: the rest of the words may be what it is done with. */
function isAct(act = '', persona: Persona): boolean {
  const line = oneLine(act)
  return !isNamed(act, persona) && line.split(' ').length <= 8 && occurs(acts(), line)
}

function isLow(match: RegExpExecArray, persona: Persona): boolean {
  const act = match.groups?.act ?? ''
  return /^\p{Ll}/u.test(act) && !/[\d?!:@/]/.test(act) && !isNamed(act, persona) && !isMachine(match[0])
}

/** Stars around a word of weight end within a sentence, or with its mark. */
function isPlain(match: RegExpExecArray, persona: Persona): boolean {
  const act = match.groups?.act ?? ''
  return match.groups?.gap !== '' && /^\p{Ll}/u.test(act) && !/[\d.,;:?!。！？@/]/u.test(act) && !isNamed(act, persona)
}

/** Speakers' names and gaps to fill are found as what they are. */
function isMachine(text: string): boolean {
  placeholder.lastIndex = 0
  const line = oneLine(text)
  return placeholder.test(text) || mayBeOff(line).some(({ pattern }) => pattern.test(line))
}

function isNamed(act: string, { name, brand }: Persona): boolean {
  return [name, brand.name, ...brand.products.flatMap((product) => Object.values(product.name))].some((one) =>
    act.includes(one),
  )
}
