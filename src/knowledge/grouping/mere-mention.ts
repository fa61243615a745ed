/**
 * Whether a message only mentions the thing that some phrasings tell trouble of: it praises it, or is about something else of it. By what
 * is heard in it, and by what it shares with them. Pure.
 */
import type { Lang } from '../../domain/message.ts'
import { asksSomething } from '../../hearing/asks-something.ts'
import { assess } from '../../hearing/assess.ts'
import { guessKind } from '../../hearing/learned/likeness.ts'
import { countOf } from '../../hearing/sign-of.ts'
import { readText } from '../../words/read-text.ts'
import { isOneStretch, type Matter, plainMatterOf, sharedStems } from './bears-on.ts'

/** What a message tells of, and how. */
export interface Told extends Matter {
  readonly tells: 'trouble' | 'praise' | 'else'
}

/** Of a phrasing at least so much, where a message has no more in common with it than one turn. */
const most = 3 / 4

/** `kind`: what the message is known to be; if absent, its words decide. */
export function toldIn(text: string, lang?: Lang, kind?: string): Told {
  return { ...plainMatterOf(text, lang), tells: tellingOf(text, lang ?? 'en', kind) }
}

function tellingOf(text: string, lang: Lang, known: string | undefined): Told['tells'] {
  const heard = assess({ text, lang, earlier: [] })
  const kind = known ?? heard.kind
  if (isTrouble(kind) || heard.heat > 0) return 'trouble'
  const reading = readText(text)
  // Too little to make a complaint of it, and more than for anything else; where something pleases as well, neither is sure.
  if (isTrouble(guessKind(reading).kind) && !asksSomething(text, lang))
    return kind === 'praise' || countPleasure(reading) > 0 ? 'else' : 'trouble'
  return kind === 'praise' ? 'praise' : 'else'
}

const countPleasure = countOf('pleasure')
const isTrouble = (kind: string) => kind === 'complaint' || kind === 'order-trouble'

/** Of what is told in calm, something that no phrasing is about, as the price or the colour, is asked or told of the thing. */
export function isOfSomethingElse({ tells, subjects }: Told, phrasings: readonly Matter[]): boolean {
  if (tells !== 'else') return tells === 'praise'
  const known = new Set(phrasings.flatMap((phrasing) => phrasing.subjects))
  return subjects.some((subject) => !known.has(subject))
}

/** The same, or it shares no more with any of them than what the thing is called. */
export function isMereMention(told: Told, phrasings: readonly Matter[]): boolean {
  if (told.tells === 'trouble') return false
  if (isOfSomethingElse(told, phrasings)) return true
  const mine = phrasings.filter(({ lang, stems }) => lang === told.lang && stems.length > 0)
  const called = (stem: string) => mine.length > 1 && mine.every(({ stems }) => stems.includes(stem))
  return !phrasings.some((phrasing) => {
    const shared = sharedStems(told, phrasing)
    if (shared.length > 0 && shared.length === told.stems.length) return true
    if (shared.every(called)) return false
    if (shared.length < 2) return shared.length === phrasing.stems.length
    if (shared.length >= most * phrasing.stems.length) return true
    return !isOneStretch(told, phrasing)
  })
}
