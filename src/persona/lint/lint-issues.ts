/** Lints issues.yaml: the persona's voice, too few phrasings. Part of lint.ts. */
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
    return [
      ...(says < fewestSays ? [file.problem([...path, 'says'], few, { at: 'key', severity: 'warning' })] : []),
      ...texts.flatMap(({ path: place, lang, text }) =>
        lintTextVoice(persona, file, place, { text, lang, author: 'approved' }),
      ),
    ]
  })
}
