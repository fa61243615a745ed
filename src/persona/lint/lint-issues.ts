/** Lints issues.yaml: the persona's voice, too few phrasings, languages without any. Part of lint.ts. */
import { unheardOf } from '../heard-in.ts'
import { writtenLines } from '../lines/written-lines.ts'
import { isRecord, type PersonaProblem, valueAt } from '../load/problem.ts'
import type { YamlFile } from '../load/yaml-file.ts'
import type { Persona } from '../persona.ts'
import { lintTextVoice } from './lint-text.ts'

const fewestSays = 3

export function lintIssues(persona: Persona, file: YamlFile): PersonaProblem[] {
  const listed = valueAt(file.value, ['issues'])
  const issues: readonly unknown[] = Array.isArray(listed) ? listed : []
  return issues.flatMap((issue, index) => {
    if (!isRecord(issue)) return []
    const path = ['issues', index]
    const says = Array.isArray(issue.says) ? issue.says.length : 0
    const few = `has ${says === 1 ? 'one phrasing' : `${says} phrasings`}: with fewer than ${fewestSays} it is often not recognised; five or more are good`
    const texts = ['answer', 'holding'].flatMap((key) => writtenLines(issue[key], [...path, key], persona.languages[0]))
    const known = [issue.says, issue.words].flatMap((list: unknown) => (Array.isArray(list) ? list : [])).filter(isText)
    const unheard = known.length === 0 ? [] : unheardOf(known, persona)
    const deaf = `has no phrasing in ${unheard.join(', ')}: what fans write of it there is not recognised, also while it is amber or red`
    return [
      ...(unheard.length > 0 ? [file.problem([...path, 'says'], deaf, { at: 'key', severity: 'warning' })] : []),
      ...(says < fewestSays ? [file.problem([...path, 'says'], few, { at: 'key', severity: 'warning' })] : []),
      ...texts.flatMap(({ path: place, lang, text }) =>
        lintTextVoice(persona, file, place, { text, lang, author: 'approved' }),
      ),
    ]
  })
}

const isText = (value: unknown): value is string => typeof value === 'string'
