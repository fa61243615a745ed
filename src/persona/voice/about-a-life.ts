/** A short reply read with the question it answers: to how old one is, or whether one lives, no figure and no yes is true of a bot. */
import type { Lang } from '../../domain/message.ts'
import { listOf } from '../../hearing/packs/book.ts'
import { packs } from '../../hearing/packs/packs.ts'
import { fold } from '../../words/letters/fold.ts'
import { oneLine } from '../../words/letters/one-line.ts'
import { once } from '../../words/once.ts'
import { anyOf, occurs } from '../../words/phrases/patterns.ts'
import { inAllLanguages } from '../../words/terms/in-all-languages.ts'
import { voiceList } from './lists.ts'
import type { Saying } from './saying.ts'

/** Years that somebody may be said to have lived. */
const YOUNGEST = 5
const OLDEST = 110

const asksAge = once(() => anyOf(voiceList('asked', 'age')))
const asksBeing = once(() => anyOf(voiceList('asked', 'being')))
const numberWords = once(() => {
  const values = Array.from({ length: 101 - YOUNGEST }, (_, at) => String(at + YOUNGEST))
  return anyOf(values.flatMap((value) => listOf('commitments', 'numbers', value)))
})
/** Nothing else is said, or "of course" and the like before it. */
const yes = new Map<Lang, RegExp>()
function yesIn(lang: Lang): RegExp {
  const known = yes.get(lang)
  if (known) return known
  const made = anyOf([...(packs[lang]?.words?.agrees ?? []), ...listOf('voice', 'asked', 'being-yes', lang)])
  if (yes.size < 100) yes.set(lang, made)
  return made
}
const inHan = /[二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]百/u
const bot = once(() => new RegExp(inAllLanguages((words) => words.bot).join('|'), 'iu'))

/** What is claimed of oneself as only a living being could, in a sentence of the reply; `reply` is all of it. */
export function findLife(
  sentence: string,
  reply: string,
  { heard, lang }: Pick<Saying, 'heard' | 'lang'>,
): string | undefined {
  if (heard === undefined) return undefined
  const asked = oneLine(heard)
  const line = oneLine(sentence)
  if (occurs(asksAge(), asked) && tellsAge(line)) return 'an age'
  if (!occurs(asksBeing(), asked) || bot().test(reply)) return undefined
  return startsWithYes(line, lang) ? 'a yes to being alive' : undefined
}

function tellsAge(line: string): boolean {
  const figures = line.match(/(?<![\d.,:])\d{1,3}(?![\d.,:]?\d)/g) ?? []
  const isAge = figures.some((figure) => Number(figure) >= YOUNGEST && Number(figure) <= OLDEST)
  return isAge || inHan.test(line) || occurs(numberWords(), line)
}

function startsWithYes(line: string, lang: Lang): boolean {
  const pattern = yesIn(lang)
  pattern.lastIndex = 0
  const first = pattern.exec(line)
  return first !== null && !/[\p{L}\p{N}]/u.test(fold(line.slice(0, first.index)))
}
