/** Lints scenes: what they name must exist, answers, reasons, teams, languages, platforms, moods and places. Part of lint.ts. */
import { reasonCodes } from '../../domain/decision.ts'
import { packs } from '../../hearing/packs/packs.ts'
import { baseLanguage } from '../../words/languages/base-language.ts'
import type { PersonaReading } from '../load/load.ts'
import { isRecord, type PersonaProblem, valueAt, type YamlPath } from '../load/problem.ts'
import { didYouMean } from '../load/suggest.ts'
import type { YamlFile } from '../load/yaml-file.ts'
import type { Persona } from '../persona.ts'

/** What a name may be, and what is said of one that it is not. Absent: any is taken. */
interface Names {
  readonly known: readonly string[]
  readonly none: string
}

/** `platforms`: those there are; if absent, any name of one is taken. */
export function lintScenes(
  persona: Persona,
  scenes: PersonaReading['scenes'],
  file: YamlFile,
  platforms: readonly string[] | undefined,
): PersonaProblem[] {
  const names = namesOf(persona, platforms)
  const at = (
    path: YamlPath,
    named: string | undefined,
    names: Names | undefined,
    where: 'key' | 'value' = 'value',
  ) => {
    if (named === undefined || names === undefined || names.known.includes(named)) return []
    const { known, none } = names
    return [file.problem(path, `"${named}" ${none}${didYouMean(named, known)}`, { at: where })]
  }
  return scenes.flatMap((scene, index) => {
    const path = ['scenes', index]
    return [
      ...at([...path, 'platform'], scene.platform, names.platform),
      ...at([...path, 'place'], scene.place, names.place),
      ...(scene.across?.platforms ?? []).flatMap((one, nth) =>
        at([...path, 'across', 'platforms', nth], one, names.platform),
      ),
      ...(scene.across?.languages ?? []).flatMap((one, nth) =>
        at([...path, 'across', 'languages', nth], one, names.heard),
      ),
      ...scene.turns.flatMap(({ expect }, turn) => {
        const here = [...path, 'turns', turn]
        const says = valueAt(file.value, [...here, 'says'])
        return [
          ...Object.keys(isRecord(says) ? says : {}).flatMap((lang) =>
            at([...here, 'says', lang], baseLanguage(lang), names.heard, 'key'),
          ),
          ...(['answer', 'reason', 'team', 'lang', 'mood'] as const).flatMap((key) =>
            at([...here, 'expect', key], expect[key], names[key]),
          ),
        ]
      }),
    ]
  })
}

function namesOf(persona: Persona, platforms: readonly string[] | undefined) {
  const { answers, handoff, image, languages, places } = persona
  return {
    answer: { known: answers.map(({ id }) => id), none: 'is not an answer in answers.yaml' },
    reason: { known: reasonCodes, none: 'is not a reason code' },
    team: { known: Object.keys(handoff.teams), none: 'is not a team in handoff.teams' },
    lang: { known: languages, none: 'is none of voice.languages: nothing is said in it' },
    heard: { known: [...new Set([...languages, ...Object.keys(packs)])], none: 'is not a language that is heard' },
    mood: { known: Object.keys(image.moods), none: 'is not a mood of image.moods' },
    place: { known: places.map(({ id }) => id), none: 'is not a place in places' },
    platform: platforms && { known: platforms, none: 'is not a platform' },
  } satisfies Record<string, Names | undefined>
}
