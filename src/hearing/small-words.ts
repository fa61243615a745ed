/** The few words that buttons and yes/no questions need: those of the language, else the English. */
import type { Lang } from '../domain/message.ts'
import { fold } from '../words/letters/fold.ts'
import { once } from '../words/once.ts'
import { english } from './packs/english.ts'
import { packs } from './packs/packs.ts'
import { lexicon } from './small-talk/lexicon.ts'

export function label(what: 'yes' | 'no' | 'person' | 'private', lang: Lang): string {
  return (packs[lang]?.texts?.labels ?? english.texts.labels)[what]
}

export type YesOrNo = 'yes' | 'no'

/** Longer messages have more to say than yes or no. In UTF-16 units, and in words. */
const LONGEST = 80
const MOST_WORDS = 10

/**
 * Whether the whole text is a yes or a no, with thanks or a small word beside it, in whatever language. `talk`: the languages of the
 * talk, likeliest first; they and then English settle what is a yes in one language and a no in another.
 */
export function yesOrNo(text: string, ...talk: readonly (Lang | undefined)[]): YesOrNo | undefined {
  const said = saidIn(text)
  if (!said) return undefined
  for (const lang of [...talk, 'en']) {
    const answer = lang === undefined ? undefined : answerIn(said, lang)
    if (answer) return answer
  }
  const answers = new Set(Object.keys(packs).flatMap((lang) => answerIn(said, lang) ?? []))
  const [one] = answers
  return answers.size === 1 ? one : undefined
}

/** "Later", "not now": an answer that leaves the question for another time. It is a no to what is asked now. */
export function putsOff(text: string): boolean {
  const said = saidIn(text)
  return said !== undefined && Object.values(table()).some(({ later }) => isMadeOf(said, (key) => later.has(key)))
}

/** "Ok", "fine": an answer to a question, and a mere nod where none was asked. */
export function isNod(text: string): boolean {
  const said = saidIn(text)
  return said !== undefined && Object.values(table()).some(({ nods }) => isMadeOf(said, (key) => nods.has(key)))
}

interface Words {
  readonly yes: ReadonlySet<string>
  readonly no: ReadonlySet<string>
  readonly later: ReadonlySet<string>
  readonly nods: ReadonlySet<string>
}

const table = once((): Readonly<Record<Lang, Words>> => {
  const keys = (texts: readonly string[] = []) => new Set(texts.map((text) => tokensIn(text).join(' ')))
  return Object.fromEntries(
    Object.entries(packs).map(([lang, { words = {} }]) => {
      const [yes, later, nods] = [keys(words.agrees), keys(words.later), keys(words.nods)]
      return [lang, { yes, no: keys([...(words.declines ?? []), ...(words.later ?? [])]), later, nods }]
    }),
  )
})

/** What may stand beside a yes and a no: thanks, and words that add nothing. */
const besides = once(() => {
  const thanks = [...lexicon().phrases].flatMap(([key, byLang]) =>
    [...byLang.values()].includes('thanks') ? [key] : [],
  )
  return new Set([...thanks, ...lexicon().fillers])
})

/** Marks of punctuation are of those scripts too, and no words. */
const token =
  /[[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}]&&[\p{L}\p{M}]]|[[\p{L}\p{N}\p{M}]--[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}]]+/gv

/** Words, and single letters where a script has no spaces to go by. */
function tokensIn(text: string): readonly string[] {
  return fold(text).match(token) ?? []
}

/** Undefined for what asks, or is no answer by its length alone. */
function saidIn(text: string): readonly string[] | undefined {
  if (text.length > LONGEST || /[?？؟]/u.test(text)) return undefined
  const tokens = tokensIn(text)
  return tokens.length > 0 && tokens.length <= MOST_WORDS ? tokens : undefined
}

function answerIn(said: readonly string[], lang: Lang): YesOrNo | undefined {
  const words = table()[lang]
  if (!words) return undefined
  const isYes = isMadeOf(said, (key) => words.yes.has(key))
  const isNo = isMadeOf(said, (key) => words.no.has(key))
  return isYes === isNo ? undefined : isYes ? 'yes' : 'no'
}

/** Whether phrases that are `wanted`, one at least, and what may stand beside them make up all that was said. */
function isMadeOf(said: readonly string[], wanted: (key: string) => boolean): boolean {
  // For each end: whether what stands before it is made of them, without and with one that is wanted.
  const reached = [{ bare: true, full: false }, ...said.map(() => ({ bare: false, full: false }))]
  for (let end = 1; end <= said.length; end++) {
    for (let start = 0; start < end; start++) {
      const [before, here] = [reached[start], reached[end]]
      if (!before || !here || !(before.bare || before.full)) continue
      const key = said.slice(start, end).join(' ')
      if (wanted(key)) here.full = true
      else if (besides().has(key)) {
        here.bare ||= before.bare
        here.full ||= before.full
      }
    }
  }
  return reached.at(-1)?.full ?? false
}
