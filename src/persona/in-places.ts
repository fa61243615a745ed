/** The persona as it speaks in some of its places: one value for each set of them, so that what is made of it is made once. */
import { handoffReasons, isDanger } from '../domain/handoff.ts'
import type { LocalLines, Persona, Place } from './persona.ts'

const known = new WeakMap<Persona, Map<string, Persona>>()

/** `places`: of the persona, in their order; of several that say the same, the last is heard. None: the persona itself. */
export function inPlaces(persona: Persona, places: readonly Place[]): Persona {
  if (places.length === 0) return persona
  const made = known.get(persona) ?? new Map<string, Persona>()
  known.set(persona, made)
  const key = places.map(({ id }) => id).join(' ')
  const found = made.get(key) ?? places.reduce(inPlace, persona)
  made.set(key, found)
  return found
}

function inPlace(persona: Persona, { voice, lines, handoff }: Place): Persona {
  const { voice: everywhere } = persona
  return {
    ...persona,
    voice: {
      ...everywhere,
      ...voice,
      ...(voice.neverSay ? { neverSay: [...new Set([...everywhere.neverSay, ...voice.neverSay])] } : {}),
    },
    lines: { ...persona.lines, ...byLanguage(persona.lines, lines) },
    handoffLines: handoff ? calling(persona, handoff) : persona.handoffLines,
  }
}

/** In a language that the place has no words for, those of everywhere stay. */
function byLanguage<Lines extends Readonly<Record<string, object | undefined>>>(
  everywhere: Lines,
  here: Partial<Lines>,
): Partial<Lines> {
  const said = Object.entries(here).map(([name, lines]) => [name, { ...everywhere[name], ...lines }])
  return { ...here, ...Object.fromEntries(said) }
}

/** For every reason but those whose words must fit. */
function calling({ handoffLines }: Persona, handoff: LocalLines): Persona['handoffLines'] {
  const here = Object.entries(handoffLines).map(([reason, lines]) => {
    const isSame = handoffReasons.some((one) => one === reason && isDanger(one))
    return [reason, isSame ? lines : { ...lines, ...handoff }]
  })
  return { ...handoffLines, default: { ...handoffLines.default, ...handoff }, ...Object.fromEntries(here) }
}

/** What it changes, by the keys an operator wrote: `distance, emoji; greeting`. */
export function placeInWords({ voice, lines, handoff }: Place): string {
  const parts = [Object.keys(voice), [...Object.keys(lines), ...(handoff ? ['handoff'] : [])]]
  return parts
    .filter((keys) => keys.length > 0)
    .map((keys) => keys.join(', '))
    .join('; ')
}

/** Where it is: `telegram:-100123, in groups, fr, 22:00-07:00`. */
export function whereInWords({ in: at = [], surface, langs = [], topics = [], hours = [] }: Place): string {
  const surfaces = surface === undefined ? [] : [surface === 'group' ? 'in groups' : 'in private']
  const about = topics.length > 0 ? [`about ${topics.join(' or ')}`] : []
  return [...(at.length > 0 ? [at.join(' or ')] : []), ...surfaces, ...langs, ...about, ...hours].join(', ')
}
