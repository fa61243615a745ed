/** The few words that buttons and yes/no questions need: those of the language, else the English. */
import type { Lang } from '../domain/message.ts'
import { fold } from '../words/letters/fold.ts'
import { once } from '../words/once.ts'
import { stopWords } from '../words/terms/stop-words.ts'
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
/** What is made of known words alone may have more of them; each letter is one where a script has no spaces. */
const MOST_OF_KEEPING = 24

/**
 * Whether the whole text is a yes or a no, with thanks or a small word beside it, in whatever language. `talk`: the languages of the
 * talk, likeliest first; they and then English settle what is a yes in one language and a no in another. What holds a no of any
 * language is never a yes.
 */
export function yesOrNo(text: string, ...talk: readonly (Lang | undefined)[]): YesOrNo | undefined {
  const said = saidIn(text)
  if (!said) return undefined
  const likely = [...talk.filter((lang) => lang !== undefined), 'en']
  const answer = answerOf(said, likely)
  return answer === 'yes' && holdsNo(said, likely) ? undefined : answer
}

function answerOf(said: Said, likely: readonly Lang[]): YesOrNo | undefined {
  for (const lang of likely) {
    const answer = answerIn(said, lang)
    if (answer) return answer
  }
  const answers = new Set(Object.keys(packs).flatMap((lang) => answerIn(said, lang) ?? []))
  const [one] = answers
  return answers.size === 1 ? one : undefined
}

/** Whether a no is among what was said, unless all of it is listed as a yes of the talk and is no no of it. */
function holdsNo(said: Said, likely: readonly Lang[]): boolean {
  const whole = wholeOf(said)
  const ofTalk = likely.flatMap((lang) => table()[lang] ?? [])
  if (ofTalk.some(({ yes }) => has(yes, whole)) && !ofTalk.some(({ no }) => has(no, whole))) return false
  const { yes, no, either } = anyAnswer()
  return isMadeOf(
    said,
    (piece) => has(no, piece) || (either.has(piece.key) && !yes.accented.has(piece.plain)),
    (piece) => besides().has(piece.key) || has(yes, piece),
  )
}

/**
 * The same to whether something may be remembered, to which more is said than yes: "do remember it", "yes, you can keep that", "no, don't
 * write it down". All of it is made of such words of one language, so that a yes with anything else beside it is none.
 */
export function yesOrNoToKeeping(text: string, ...talk: readonly (Lang | undefined)[]): YesOrNo | undefined {
  const said = saidIn(text, MOST_OF_KEEPING)
  const answer = said && yesOrNo(text, ...talk)
  if (!said || answer) return answer
  const inTalk = [...talk.filter((lang) => lang !== undefined), 'en']
  for (const lang of inTalk) {
    const here = keepingIn(said, lang)
    if (here) return here
  }
  const answers = new Set(Object.keys(packs).flatMap((lang) => keepingIn(said, lang) ?? []))
  const [one] = answers
  return answers.size === 1 ? one : undefined
}

function keepingIn(said: Said, lang: Lang): YesOrNo | undefined {
  const words = table()[lang]
  const { does, beside, not } = keeping()[lang] ?? noKeeping
  if (!words) return undefined
  const denies = (piece: Piece) => has(words.no, piece) || not.has(piece.key)
  const isYes = (piece: Piece) => !denies(piece) && has(words.yes, piece)
  const isAsked = (piece: Piece) => !denies(piece) && does.has(piece.key)
  const isSmall = ({ key }: Piece) => beside.has(key) || besides().has(key)
  // "I remember" asks for nothing: without a yes no other small word goes with it.
  const goesWith = ({ key }: Piece) => beside.has(key) || (besides().has(key) && !stopWords(lang).has(key))
  const isAgreed = isMadeOf(said, isYes, (piece) => isAsked(piece) || (!denies(piece) && isSmall(piece)))
  if (isAgreed || isMadeOf(said, isAsked, (piece) => !denies(piece) && goesWith(piece))) return 'yes'
  return isMadeOf(said, denies, (piece) => isSmall(piece) || does.has(piece.key)) ? 'no' : undefined
}

/** "Later", "not now": an answer that leaves the question for another time. It is a no to what is asked now. */
export function putsOff(text: string): boolean {
  const said = saidIn(text)
  return said !== undefined && Object.values(table()).some(({ later }) => isMadeOf(said, ({ key }) => later.has(key)))
}

/** "Ok", "fine": an answer to a question, and a mere nod where none was asked. */
export function isNod(text: string): boolean {
  const said = saidIn(text)
  return said !== undefined && Object.values(table()).some(({ nods }) => isMadeOf(said, ({ key }) => nods.has(key)))
}

/** As it is compared: without accents, and with them where they tell a yes from a no. */
interface Piece {
  readonly key: string
  readonly plain: string
}

interface Answers {
  readonly keys: ReadonlySet<string>
  /** With their accents, those that hold a key which is of a yes and of a no. */
  readonly accented: ReadonlySet<string>
}

interface Words {
  readonly yes: Answers
  readonly no: Answers
  /** Keys that are of a yes and of a no: without accents they say neither. */
  readonly either: ReadonlySet<string>
  readonly later: ReadonlySet<string>
  readonly nods: ReadonlySet<string>
}

const has = ({ keys, accented }: Answers, { key, plain }: Piece) => keys.has(key) || accented.has(plain)

const keyOf = (text: string) => tokensIn(fold(text)).join(' ')
const keys = (texts: readonly string[] = []) => new Set(texts.map(keyOf))

const table = once((): Readonly<Record<Lang, Words>> => {
  return Object.fromEntries(
    Object.entries(packs).map(([lang, { words = {} }]) => {
      const [agrees, declines] = [words.agrees ?? [], [...(words.declines ?? []), ...(words.later ?? [])]]
      const no = keys(declines)
      const either = new Set([...keys(agrees)].filter((key) => no.has(key)))
      const isTold = (text: string) => [keyOf(text), ...tokensIn(fold(text))].some((key) => either.has(key))
      const answers = (texts: readonly string[]): Answers => ({
        keys: keys(texts.filter((text) => !isTold(text))),
        accented: new Set(texts.filter(isTold).map((text) => tokensIn(plainOf(text)).join(' '))),
      })
      return [
        lang,
        { yes: answers(agrees), no: answers(declines), either, later: keys(words.later), nods: keys(words.nods) },
      ]
    }),
  )
})

interface Keeping {
  readonly does: ReadonlySet<string>
  readonly beside: ReadonlySet<string>
  readonly not: ReadonlySet<string>
}

const noKeeping: Keeping = { does: new Set(), beside: new Set(), not: new Set() }

const keeping = once(
  (): Readonly<Record<Lang, Keeping>> =>
    Object.fromEntries(
      Object.entries(packs).map(([lang, { words }]) => [
        lang,
        { does: keys(words?.keeping?.does), beside: keys(words?.keeping?.beside), not: keys(words?.keeping?.not) },
      ]),
    ),
)

/** Of all languages together. */
const anyAnswer = once((): Pick<Words, 'yes' | 'no' | 'either'> => {
  const all = Object.values(table())
  const together = (sets: readonly ReadonlySet<string>[]) => new Set(sets.flatMap((set) => [...set]))
  const ofAll = (which: 'yes' | 'no'): Answers => ({
    keys: together(all.map((words) => words[which].keys)),
    accented: together(all.map((words) => words[which].accented)),
  })
  return { yes: ofAll('yes'), no: ofAll('no'), either: together(all.map(({ either }) => either)) }
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
  return text.match(token) ?? []
}

/** With its accents, however they were typed. */
function plainOf(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

interface Said {
  readonly folded: readonly string[]
  readonly plain: readonly string[]
}

function wholeOf({ folded, plain }: Said): Piece {
  return { key: folded.join(' '), plain: plain.join(' ') }
}

/** Undefined for what asks, or is no answer by its length alone. */
function saidIn(text: string, most = MOST_WORDS): Said | undefined {
  if (text.length > LONGEST || /[?？؟]/u.test(text)) return undefined
  const folded = tokensIn(fold(text))
  if (folded.length === 0 || folded.length > most) return undefined
  const plain = tokensIn(plainOf(text))
  return { folded, plain: plain.length === folded.length ? plain : folded }
}

function answerIn(said: Said, lang: Lang): YesOrNo | undefined {
  const words = table()[lang]
  if (!words) return undefined
  const whole = wholeOf(said)
  const [isListedYes, isListedNo] = [has(words.yes, whole), has(words.no, whole)]
  if (isListedYes !== isListedNo) return isListedYes ? 'yes' : 'no'
  const isYes = isMadeOf(
    said,
    (piece) => has(words.yes, piece),
    (piece) => besides().has(piece.key) && !has(words.no, piece),
  )
  // "Ok, no thanks": a mere nod takes nothing from a no.
  const isNo = isMadeOf(
    said,
    (piece) => has(words.no, piece),
    ({ key }) => besides().has(key) || words.nods.has(key),
  )
  return isYes === isNo ? undefined : isYes ? 'yes' : 'no'
}

/** Whether phrases that are `wanted`, one at least, and what may stand `beside` them make up all that was said. */
function isMadeOf(
  { folded, plain }: Said,
  wanted: (piece: Piece) => boolean,
  beside: (piece: Piece) => boolean = ({ key }) => besides().has(key),
): boolean {
  // For each end: whether what stands before it is made of them, without and with one that is wanted.
  const reached = [{ bare: true, full: false }, ...folded.map(() => ({ bare: false, full: false }))]
  for (let end = 1; end <= folded.length; end++) {
    for (let start = 0; start < end; start++) {
      const [before, here] = [reached[start], reached[end]]
      if (!before || !here || !(before.bare || before.full)) continue
      const piece = { key: folded.slice(start, end).join(' '), plain: plain.slice(start, end).join(' ') }
      if (wanted(piece)) here.full = true
      else if (beside(piece)) {
        here.bare ||= before.bare
        here.full ||= before.full
      }
    }
  }
  return reached.at(-1)?.full ?? false
}
