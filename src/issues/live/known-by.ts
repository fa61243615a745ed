/** What a topic is known by besides its words: what fans said of it in each language, and what subjects name alike in all of them. Pure. */
import type { Crisis } from '../../domain/crisis.ts'
import type { Issue, Report } from '../../domain/issue.ts'
import type { Lang } from '../../domain/message.ts'
import { bearsOn, plainMatterOf } from '../../knowledge/grouping/bears-on.ts'
import { languageIn, unheardOf } from '../../persona/heard-in.ts'
import type { Persona } from '../../persona/persona.ts'
import { foreseenOf } from '../foreseen.ts'

/** So many different reports show how it is said. */
const SAMPLES = 40

export interface KnownBy {
  /** It bears on what was said or foreseen of it. */
  bears(text: string, lang: Lang): boolean
  /** Languages of the persona in which nothing is known to say it by. */
  readonly unheard: readonly Lang[]
}

/** `reports`: of the issue, with their words. */
export function knownBy(
  crisis: Pick<Crisis, 'words'>,
  issue: Issue | undefined,
  persona: Persona,
  reports: readonly Pick<Report, 'text' | 'lang'>[] = [],
): KnownBy {
  const foreseen = issue ? foreseenOf(issue, persona) : []
  const written = [...(issue ? [issue.title] : []), ...foreseen.flatMap(({ says }) => says)]
  const said = new Map(reports.map(({ text = '', lang }) => [text, lang ?? languageIn(text, persona)]))
  said.delete('')
  const phrasings = [
    ...written.map((text) => ({ text, lang: languageIn(text, persona) })),
    ...[...said].slice(0, SAMPLES).map(([text, lang]) => ({ text, lang })),
  ]
  const matters = phrasings.map(({ text, lang }) => plainMatterOf(text, lang))
  const heard = new Set(phrasings.map(({ lang }) => lang))
  const unheard = unheardOf([...written, ...foreseen.flatMap(({ words }) => words), ...crisis.words], persona)
  return {
    bears(text, lang) {
      const matter = plainMatterOf(text, lang)
      return matters.some((one) => bearsOn(matter, one))
    },
    unheard: unheard.filter((lang) => !heard.has(lang)),
  }
}
