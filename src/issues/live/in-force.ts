/** A crisis as a turn meets it: whether a message is about it, and which words may be said. Pure. */
import { type Crisis, type CrisisLevel, type Statement, statementFor } from '../../domain/crisis.ts'
import { answerIdOf, type Issue, type Report } from '../../domain/issue.ts'
import type { Lang } from '../../domain/message.ts'
import { matterOf } from '../../knowledge/grouping/matter-of.ts'
import { mayApprove } from '../../persona/leads.ts'
import type { Persona } from '../../persona/persona.ts'
import { detectLanguage } from '../../words/languages/detect-language.ts'
import { fold } from '../../words/letters/fold.ts'
import { isUnspaced } from '../../words/letters/scripts.ts'
import { foreseenOf } from '../foreseen.ts'
import { knownBy } from './known-by.ts'

export interface CrisisInForce {
  readonly id: number
  readonly level: CrisisLevel
  /** For staff. */
  readonly title: string
  /** Id of its answer among the approved ones; absent: it is about the whole brand. */
  readonly answerId?: string
  readonly owner?: string
  isAbout(text: string, lang: Lang): boolean
  /** Nobody can tell whether what is written in that language is about it. */
  isDeafTo(lang: Lang): boolean
  /** Undefined where nobody approved words for that language there, or who did is no longer of the staff. */
  statement(lang: Lang, platform: string): Statement | undefined
}

/** Words of a title that a message has to hold, where there are so many. */
const SHARED = 2

/** `reports`: what fans said of the issue. */
export function inForce(
  crisis: Crisis,
  issue: Issue | undefined,
  persona: Persona,
  reports: readonly Pick<Report, 'text' | 'lang'>[] = [],
): CrisisInForce {
  const known = knownBy(crisis, issue, persona, reports)
  const foreseen = issue ? foreseenOf(issue, persona) : []
  const words = [...foreseen.flatMap((one) => one.words), ...crisis.words].map(fold).filter(Boolean)
  const title = issue?.title ?? persona.brand.name
  const stems = issue ? stemsOf(title, detectLanguage(title, { among: persona.languages }) ?? persona.languages[0]) : []
  const said = foreseen
    .flatMap(({ says }) => says)
    .map((text) => {
      const lang = detectLanguage(text, { among: persona.languages }) ?? persona.languages[0]
      return { lang, stems: stemsOf(text, lang) }
    })
  return {
    id: crisis.id,
    level: crisis.level,
    title,
    ...(issue ? { answerId: answerIdOf(issue) } : {}),
    ...(issue?.owner ? { owner: issue.owner } : {}),
    isAbout(text, lang) {
      const folded = fold(text)
      if (words.some((word) => holds(folded, word))) return true
      const heard = new Set(matterOf(text, lang))
      const shared = (among: readonly string[]) => among.filter((stem) => heard.has(stem)).length
      if (shared(stems) > 0 && shared(stems) >= Math.min(SHARED, stems.length)) return true
      if (said.some((one) => one.lang === lang && shared(one.stems) >= Math.max(SHARED, one.stems.length / 2)))
        return true
      return issue !== undefined && known.bears(text, lang)
    },
    isDeafTo: (lang) => issue !== undefined && known.unheard.includes(lang),
    statement(lang, platform) {
      const found = statementFor(crisis, lang, platform)
      return found && mayApprove(found.approvedBy.id, persona) ? found : undefined
    },
  }
}

function stemsOf(title: string, lang: Lang): string[] {
  return [...new Set(matterOf(title, lang))].filter((term) => !term.includes(' '))
}

/** As a word of its own, its plural too; in scripts without spaces anywhere. */
function holds(folded: string, word: string): boolean {
  if (isUnspaced(word)) return folded.includes(word)
  const edge = /[\p{L}\p{N}]/u
  for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
    const rest = folded.slice(at + word.length).replace(/^e?s(?![\p{L}\p{N}])/u, '')
    if (!edge.test(folded.charAt(at - 1)) && !edge.test(rest.charAt(0))) return true
  }
  return false
}

/**
 * The persona while something is amber or red: no jokes, no first moves, nothing is advertised, no pictures of moods, a calm voice. What
 * it knows and may say stays.
 */
export function calmed(persona: Persona, crises: readonly Pick<CrisisInForce, 'title'>[]): Persona {
  if (crises.length === 0) return persona
  const { voice, image, brand, manners, lines } = persona
  const told = `Something is wrong just now (${crises.map(({ title }) => title).join('; ')}): stay calm and serious, make no joke, advertise nothing.`
  const style = voice.style ?? { [persona.languages[0]]: '' }
  return {
    ...persona,
    voice: {
      ...voice,
      ...{ humour: 'none', energy: 'calm', catchphrases: {}, emoji: { use: 'none', favourites: [] } },
      style: Object.fromEntries(Object.entries(style).map(([lang, text]) => [lang, `${text} ${told}`.trim()])),
    },
    image: { ...image, moods: {} },
    brand: {
      ...brand,
      products: brand.products.map(({ id, name, about }) => ({ id, name, ...(about ? { about } : {}) })),
    },
    manners: {
      ...manners,
      group: manners.group === 'ambient' ? 'mention' : manners.group,
      channels: Object.fromEntries(
        Object.entries(manners.channels).map(([at, policy]) => [at, policy === 'ambient' ? 'mention' : policy]),
      ),
    },
    // Who has no humour meets a wish for a joke as small talk.
    lines: { ...lines, joke: lines.remark, laughter: lines.remark, smallTalk: lines.remark },
  }
}
