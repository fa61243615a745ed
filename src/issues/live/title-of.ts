/** What an issue is called that nobody named: the words that most of its reports share, never the words of one of them. Pure. */
import { type Report, untitled } from '../../domain/issue.ts'
import { matterOf } from '../../knowledge/grouping/matter-of.ts'
import { segment } from '../../words/terms/segment.ts'
import { stemmerFor } from '../../words/terms/stem.ts'

const WORDS = 3

/** `bare`: a text without what belongs to one person, whose platform calls them `name`. */
export function titleOf(
  reports: readonly Pick<Report, 'text' | 'lang' | 'name'>[],
  bare: (text: string, name: string) => string,
): string {
  const counts = new Map<string, { texts: number; written: string }>()
  for (const { text: said = '', lang, name } of reports) {
    const text = bare(said, name)
    const stem = stemmerFor(lang)
    const whole = withApostrophes(text)
    const written = new Map(segment(text, lang).map((word) => [stem(word), whole.get(word) ?? word]))
    for (const term of new Set(matterOf(text, lang))) {
      if (term.includes(' ')) continue
      const known = counts.get(term)
      counts.set(term, { texts: (known?.texts ?? 0) + 1, written: known?.written ?? written.get(term) ?? term })
    }
  }
  const shared = [...counts.values()].filter(({ texts }) => texts >= Math.min(2, reports.length))
  const most = shared.toSorted((a, b) => b.texts - a.texts).slice(0, WORDS)
  return most.length > 0 ? most.map(({ written }) => written).join(' · ') : untitled
}

/** Words as they were written, by the same without their apostrophe: “won’t” reads as “wont” to whoever counts. */
function withApostrophes(text: string): ReadonlyMap<string, string> {
  const words = text.toLowerCase().match(/\p{L}+['’]\p{L}+/gu) ?? []
  return new Map(words.map((word) => [word.replaceAll(/['’]/gu, ''), word.replaceAll("'", '’')]))
}
