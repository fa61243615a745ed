/** Languages that the persona speaks and the hearing knows in part: nobody would notice what a fan says there. */
import type { Lang } from '../../domain/message.ts'
import type { PersonaProblem } from '../load/problem.ts'
import type { YamlFile } from '../load/yaml-file.ts'
import type { Persona } from '../persona.ts'

/** What is not heard in a language, in an operator's words; empty where all that matters is. */
export type UnheardIn = (lang: Lang) => readonly string[]

const list = new Intl.ListFormat('en', { type: 'conjunction' })

export function lintLanguages({ languages }: Persona, file: YamlFile, unheardIn: UnheardIn): readonly PersonaProblem[] {
  return languages.flatMap((lang, at) => {
    const unheard = unheardIn(lang)
    if (unheard.length === 0) return []
    const what = `${list.format(unheard)} ${unheard.length > 1 ? 'are' : 'is'} not understood in this language`
    const message = `${lang}: ${what}; what fans write in it goes unnoticed unless one of the staff reads along`
    return [file.problem(['voice', 'languages', at], message, { severity: 'warning' })]
  })
}
