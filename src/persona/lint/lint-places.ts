/** Lints `places`: one that makes no difference, and one whose platform cannot be meant. Part of lint.ts. */
import { placeInWords } from '../in-places.ts'
import type { PersonaProblem } from '../load/problem.ts'
import type { YamlFile } from '../load/yaml-file.ts'
import type { Persona } from '../persona.ts'

/** `telegram`, `telegram:-100123`, `telegram:-100123:42` */
const named = /^[a-z]+(?::[^\s:]+)*$/

export function lintPlaces({ places }: Persona, file: YamlFile): PersonaProblem[] {
  return places.flatMap((place, index) => {
    const path = ['places', index]
    const wrong = (place.in ?? []).filter((at) => !named.test(at))
    return [
      ...(placeInWords(place) === ''
        ? [file.problem(path, 'changes nothing: give it voice or lines', { severity: 'warning' })]
        : []),
      ...wrong.map((at) =>
        file.problem([...path, 'in'], `"${at}" is no platform, channel or thread such as telegram:-100123`, {
          severity: 'warning',
        }),
      ),
    ]
  })
}
