/** Lints issues.yaml: the persona's voice, too few phrasings, languages without any or without words to say. Part of lint.ts. */
import { unheardOf } from '../heard-in.ts'
import { writtenLines } from '../lines/written-lines.ts'
import { isRecord, type PersonaProblem, valueAt } from '../load/problem.ts'
import type { YamlFile } from '../load/yaml-file.ts'
import type { Persona } from '../persona.ts'
import { lintTextVoice } from './lint-text.ts'

const fewestSays = 3
/** What whoever writes in a language hears of an issue that has no words in it. */
const unsaid = {
  answer: 'whoever reports it there is answered in the first language',
  holding: 'whoever asks there while it is red goes to a person, unless a lead approves words',
}

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
    const mute = Object.entries(unsaid).flatMap(([key, meanwhile]) => {
      const said = new Set(texts.filter(({ path: place }) => place[path.length] === key).map(({ lang }) => lang))
      const lacking = said.size === 0 ? [] : persona.languages.filter((lang) => !said.has(lang))
      const message = `is not written in ${lacking.join(', ')}: ${meanwhile}`
      return lacking.length === 0 ? [] : [file.problem([...path, key], message, { at: 'key', severity: 'note' })]
    })
    const deaf = `has no phrasing in ${unheard.join(', ')}: what fans write of it there is not recognised, also while it is amber or red`
    return [
      ...(unheard.length > 0 ? [file.problem([...path, 'says'], deaf, { at: 'key', severity: 'warning' })] : []),
      ...(says < fewestSays ? [file.problem([...path, 'says'], few, { at: 'key', severity: 'warning' })] : []),
      ...mute,
      ...texts.flatMap(({ path: place, lang, text }) =>
        lintTextVoice(persona, file, place, { text, lang, author: 'approved' }),
      ),
    ]
  })
}

const isText = (value: unknown): value is string => typeof value === 'string'
