/** Whether a text puts a question, by its mark or by the words that open one. Pure. */
import type { Lang } from '../domain/message.ts'
import { fold } from '../words/letters/fold.ts'
import { anyMatches } from '../words/phrases/sieve.ts'
import { readText } from '../words/read-text.ts'
import { packs } from './packs/packs.ts'

const marked = /[?？؟]/
const known = new Map<Lang, readonly RegExp[]>()

/**
 * `lang`: in which the text is read: `was` opens a question in German and none in English. English is read beside it, as fans
 * mix it in; undefined: English alone.
 */
export function asksSomething(text: string, lang: Lang = 'en'): boolean {
  const reading = readText(text)
  if (marked.test(reading.raw)) return true
  return anyMatches(opensIn(lang), reading.folded) || (lang !== 'en' && anyMatches(opensIn('en'), reading.folded))
}

function opensIn(lang: Lang): readonly RegExp[] {
  const found = known.get(lang)
  if (found) return found
  const asks = packs[lang]?.words?.asks ?? {}
  const [opening = [], anywhere = []] = [asks.opening, asks.anywhere].map((sources) => sources?.map(foldedSource))
  const patterns = [
    ...(opening.length > 0
      ? [
          new RegExp(
            String.raw`(?:^|[,.;:!…\n]\s{0,3}|(?<!\p{L})and )[¿¡"'(]{0,2}(?:${opening.join('|')})(?![\p{L}\p{M}])`,
            'u',
          ),
        ]
      : []),
    ...(anywhere.length > 0 ? [new RegExp(anywhere.join('|'), 'u')] : []),
  ]
  known.set(lang, patterns)
  return patterns
}

/** As the text that it is held against; what stands for a kind of letters stays. */
export function foldedSource(source: string): string {
  return source.replace(/\\.|[^\\]+/gu, (part) => (part.startsWith('\\') ? part : fold(part)))
}
