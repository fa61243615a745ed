/**
 * What a draft says that nobody may say without an approved text behind it: by default figures, days, weighty words and a yes
 * need one; greetings, feeling, humour and questions back need none. Pure.
 */
import type { Lang } from '../domain/message.ts'
import { languagesOfWord } from '../hearing/learned/likeness.ts'
import type { Weight } from '../hearing/packs/weights.ts'
import { isUnspaced } from '../words/letters/scripts.ts'
import { occurs } from '../words/phrases/patterns.ts'
import { stemmerFor } from '../words/terms/stem.ts'
import { stopWords } from '../words/terms/stop-words.ts'
import type { Behind } from './behind.ts'
import type { Said } from './claim-features.ts'
import { claimLikeness, matterLikeness } from './claim-likeness.ts'
import { isSameMoment } from './dates.ts'
import { talkIn } from './exchanged.ts'
import { figuresOf } from './find.ts'
import { foldFigures } from './fold-figures.ts'
import { deeds, given, granted, mayBeAsked, mayBeDenied, mayBeNamed, soft, strong } from './how-weights-bind.ts'
import { contentOf } from './leaning.ts'
import { anyOfList } from './lists.ts'
import { findNumbers } from './numbers.ts'
import { isNumber } from './passages.ts'
import { denies, stanceOf } from './stance.ts'
import { readStated, type Sentence, type Stated } from './stated.ts'
import { type WeightyWord, weightyWords } from './weighty-words.ts'

export interface Claim {
  readonly kind: 'figure' | 'weight' | 'assent' | 'lean' | 'twist'
  readonly detail: string
  /** Counted from 0. */
  readonly sentence: number
}

const grants = ({ weights }: WeightyWord): boolean => weights.some((weight) => strong.has(weight))

/** Whether it speaks of what is granted: money back, less to pay, a gift. */
export const speaksOfGrant = (text: string, lang: Lang): boolean =>
  weightyWords(text, lang).some(({ weights }) => weights.some((weight) => granted.has(weight)))

export interface Asked {
  /** The fan's words. */
  readonly text: string
  /** It is about the shop: an approved answer comes near, or it names what is the shop's. */
  readonly isShop: boolean
  /** It asks something, rather than telling. */
  readonly isQuestion: boolean
  /** A picture came with it: what is seen there may be told. */
  readonly isPictured: boolean
  /** A person was called and will read this: that somebody looks into it is true. */
  readonly isWithStaff: boolean
  readonly lang: Lang
  /** The fan would have the house bound by the reply. */
  readonly isProposed?: boolean
}

/** In order; never throws. */
export function claimsIn(draft: string, asked: Asked, lang: Lang, behind: Behind): readonly Claim[] {
  const stated = readStated(draft)
  const isShop = isOfHouse(asked, behind)
  const matter = matterLikeness(asked.text, asked.lang)
  const isOfItself = asked.isQuestion && !isShop && addresses(asked)
  const usual = Math.min(isOfItself ? BARS.itself : BARS.talk, Math.max(BARS.matter, BARS.between - matter * SLOPE))
  const bar = asked.isProposed ? BARS.matter : isShop && asked.isQuestion ? Math.min(usual, BARS.asked) : usual
  const asking = { fan: asked.text, fanLang: asked.lang }
  const isLeant = stated.sentences.some((sentence) => behind.supports(stated.quote(sentence)) >= SURELY)
  const kept = behind.keeps(draft, asked.text, lang)
  return stated.sentences.flatMap((sentence) => {
    const text = stated.quote(sentence)
    const { isFaithful = false, isApart = false, twist } = kept[sentence.index] ?? {}
    if (twist !== undefined) return [{ kind: 'twist', detail: twist, sentence: sentence.index }]
    const [code] = codesIn(text, asked, behind, lang)
    if (code !== undefined) return [{ kind: 'figure', detail: code, sentence: sentence.index }]
    if (isFaithful) return []
    const found = weightyWords(text, lang)
    const isDeed = asked.isWithStaff && found.some(({ weights }) => weights.includes('staff-acts'))
    const words = isDeed ? found.filter(({ weights }) => !weights.some((weight) => deeds.has(weight))) : found
    const isMatter = words.some(({ weights }) => weights.some((weight) => !mayBeNamed.has(weight) && !soft.has(weight)))
    const isHouse = behind.names(text)
    const share = isApart ? 0 : behind.supports(text)
    const said = { sentence: text, lang, at: sentence.index, isOnly: stated.sentences.length === 1, ...asking }
    const claims =
      share >= SURELY
        ? weightClaims(stated, sentence, words.filter(grants), behind, isShop, true)
        : [
            ...figureClaims(text, isShop || isMatter || isHouse, behind, asked, lang),
            ...weightClaims(stated, sentence, near(words, said, share, isHouse), behind, isShop, share >= LEAN),
            ...(isShop && isApart ? [{ kind: 'lean' as const, detail: text }] : []),
            ...(isShop ? assentClaims(text, words, stated, sentence, behind) : []),
            ...(matter > 0 && share < LEAN ? dayClaims(text, asked, behind) : []),
            ...(isDeed || refuses(stated, sentence, words) || asksBack.test(text)
              ? []
              : learntClaims(
                  said,
                  share,
                  (isHouse ? Math.min(bar, BARS.between) : bar) +
                    (asked.isPictured ? BARS.seen : 0) -
                    (matter > IDLE ? doubtsOf(text, words, behind, asked, lang) * BARS.doubt : 0),
                  isLeant,
                )),
          ]
    return claims.map((claim) => ({ ...claim, sentence: sentence.index }))
  })

  /** In talk, of a sentence that surely is free, the words alone by which somebody grants: "Sorry about your toast." */
  function near(words: readonly WeightyWord[], said: Said, share: number, isHouse: boolean): readonly WeightyWord[] {
    return isShop || isHouse || share > 0 || claimLikeness(said) > SURELY_TALK ? words : words.filter(grants)
  }
}

type Found = Omit<Claim, 'sentence'>

/**
 * Figures and moments that stand in no approved text. In talk that is not of the shop only money and shares count, and measures where
 * something is asked; a plain number may be the fan's own, said back.
 */
function figureClaims(
  text: string,
  isShop: boolean,
  behind: Behind,
  { text: asked, isQuestion: isAsked }: Asked,
  lang: Lang,
): Found[] {
  const figures = figuresOf(text)
  const folded = foldFigures(text)
  const loud = figures.filter((figure) => {
    const { kind, value, start, end } = figure
    if (!isShop && kind !== 'money' && kind !== 'percentage' && !(isAsked && kind === 'measure')) return false
    switch (kind) {
      case 'date':
        return !isSpokenClock(folded.slice(start, end)) && !behind.moments.some((known) => isSameMoment(known, value))
      case 'measure':
      case 'count':
        return findNumbers(folded.slice(start, end)).some(
          ({ value, ...place }) =>
            isNumber(folded.slice(start + place.start, start + place.end), value, lang) && !behind.numbers.has(value),
        )
      default:
        return !behind.holds(kind, value)
    }
  })
  const own = new Set(numbersIn(foldFigures(asked)))
  const bare = findNumbers(folded).filter(
    ({ start, end, value }) =>
      isShop &&
      isNumber(folded.slice(start, end), value, lang) &&
      !figures.some((figure) => figure.start < end && start < figure.end) &&
      !behind.numbers.has(value) &&
      !own.has(value),
  )
  return [
    ...loud.map(({ value }) => ({ kind: 'figure' as const, detail: value })),
    ...bare.map(({ start, end }) => ({ kind: 'figure' as const, detail: folded.slice(start, end).trim() })),
  ]
}

/** What looks like a code: capitals that are no word, with figures or without, or letters one by one; none that stands in a text, or is the fan's. */
function codesIn(text: string, { text: asked }: Asked, behind: Behind, lang: Lang): readonly string[] {
  if (!/\p{Ll}|[\p{sc=Han}\p{sc=Kana}\p{sc=Hira}\p{sc=Hang}]/u.test(text)) return []
  return (text.match(codeLike) ?? []).filter(
    (code) =>
      !behind.says(code) &&
      !behind.names(code) &&
      !foldFigures(asked).includes(foldFigures(code)) &&
      !isWord(code, lang),
  )
}
const codeLike = /(?<![\p{L}\p{N}@#])(?:(?=\p{N}*\p{Lu}{2})[\p{Lu}\p{N}]{5,}|(?:\p{Lu}[-.·]){3,}\p{Lu})(?![\p{Ll}])/gu
const isWord = (code: string, lang: Lang): boolean => {
  const word = code.toLowerCase()
  return languagesOfWord(word).length > 0 || stopWords(lang).has(word) || talkIn(lang).has(stemmerFor(lang)(word))
}

const numbersIn = (folded: string): number[] => findNumbers(folded).map(({ value }) => value)
/** 一点 is "a little" more often than one o'clock. */
const isSpokenClock = (words: string): boolean => words === '一点'

function weightClaims(
  stated: Stated,
  sentence: Sentence,
  words: readonly WeightyWord[],
  behind: Behind,
  isShop: boolean,
  isNear: boolean,
): Found[] {
  const text = stated.folded.slice(sentence.start, sentence.end)
  const isShort = contentOf(text).size < FEW
  const isAsked = /[?？]["'」』)]*\s*$/u.test(text)
  const stance = stanceOf(stated)
  if (refuses(stated, sentence, words)) return []
  const isGentle = !isShop || (behind.leaning(stated.quote(sentence)) ?? 0) >= SURELY
  return words.flatMap(({ text: word, weights }): Found[] => {
    const isSpoken = weights.some((weight) => behind.weights.has(weight))
    const isGranted = weights.some((weight) => given.has(weight)) && !isNear && !(isShop && isShort)
    if ((isSpoken && !isGranted) || weights.some((weight) => mayBeNamed.has(weight))) return []
    if (isGentle && weights.every((weight) => soft.has(weight) || mayBeNamed.has(weight))) return []
    if (isAsked && weights.some((weight) => mayBeAsked.has(weight))) return []
    const at = text.indexOf(word.split(' ')[0] ?? word)
    const start = sentence.start + Math.max(at, 0)
    const isDenied = at >= 0 && stance(start, start + word.length) === 'denied'
    if (isDenied && weights.some((weight) => mayBeDenied.has(weight))) return []
    return [{ kind: 'weight', detail: word }]
  })
}

/** Nothing is promised where a promise is denied, whatever it would have been of. */
function refuses(stated: Stated, sentence: Sentence, words: readonly WeightyWord[]): boolean {
  const stance = stanceOf(stated)
  const text = stated.folded.slice(sentence.start, sentence.end)
  return words.some(({ text: word, weights }) => {
    const at = text.indexOf(word.split(' ')[0] ?? word)
    const start = sentence.start + at
    return at >= 0 && weights.some((weight) => refusable.has(weight)) && stance(start, start + word.length) === 'denied'
  })
}
const refusable: ReadonlySet<Weight> = new Set(['promises', 'agrees'])

/** A yes or a no at the head of a sentence, with nothing approved in what follows. */
function assentClaims(
  text: string,
  words: readonly WeightyWord[],
  stated: Stated,
  sentence: Sentence,
  behind: Behind,
): Found[] {
  const first = words[0]
  const isNod = /^\s*(?:[👍👌✅🤝✔💯🆗](?:\p{EMod}|\uFE0F)?\s*)+$/u.test(text)
  const head = stated.folded.slice(sentence.start, sentence.start + 24).trimStart()
  const opens =
    first?.weights.some((weight) => weight === 'yes' || weight === 'no') === true &&
    head.startsWith(first.text.split(' ')[0] ?? first.text)
  if (!isNod && !opens) return []
  const isNo = first?.weights.includes('no') === true && !first.weights.includes('yes')
  const length = isUnspaced(text) ? Math.ceil(text.length / LETTERS_A_WORD) : text.split(/\s+/u).length
  const isBare = length <= (isNo ? BARE_NO : BARE_YES) && text.length <= LONGEST_BARE
  return !isBare || behind.speaksIn(stated.folded.slice(sentence.start)) ? [] : [{ kind: 'assent', detail: text }]
}

/** "Friday it is": the fan's own day said back, with hardly a word beside it and no text that has it, agrees to it. */
function dayClaims(text: string, { text: asked, isPictured }: Asked, behind: Behind): Found[] {
  const own = figuresOf(asked).filter(({ kind }) => kind === 'date')
  const days = figuresOf(text).filter(({ kind }) => kind === 'date')
  const isBack = days.some(
    ({ value }) =>
      own.some((one) => isSameMoment(one.value, value)) && !behind.moments.some((known) => isSameMoment(known, value)),
  )
  const isBare = contentOf(text).size <= days.length + 1
  return isBack && isBare && !isPictured && !asksBack.test(text) && !denies(foldFigures(text))
    ? [{ kind: 'assent', detail: text }]
    : []
}

/** Words of a sentence that is no more than its yes, or its no: the longer are judged by what else they say. */
const BARE_YES = 6
const BARE_NO = 2
const LONGEST_BARE = 40
const LETTERS_A_WORD = 2

/** Above, a fan's message may be of the house. */
const IDLE = -0.6
/** Of fewer content words what they are of stands in the question. */
const FEW = 2
/** What nobody showed makes a claim likelier: a number, and a word that weighs. */
function doubtsOf(
  text: string,
  words: readonly WeightyWord[],
  behind: Behind,
  { text: asked }: Asked,
  lang: Lang,
): number {
  const folded = foldFigures(text)
  const own = numbersIn(foldFigures(asked))
  const isNumbered = findNumbers(folded).some(
    ({ start, end, value }) =>
      isNumber(folded.slice(start, end), value, lang) && !behind.numbers.has(value) && !own.includes(value),
  )
  const isWeighed = words.some(({ weights }) =>
    weights.every((weight) => !behind.weights.has(weight) && !ambient.has(weight)),
  )
  return Number(isNumbered) + Number(isWeighed)
}

/** Share of a sentence's content words that must stand in approved texts where the talk is of the shop. */
const LEAN = 0.5
/** From here on it surely says what they say. */
const SURELY = 0.6

/**
 * Likeness from which a sentence is taken for a claim: lowest where the fan's message surely is of the house, highest where it surely
 * is talk; `asked` where something of the house is asked, however it is put; `itself` where the persona is asked of itself, of whom no
 * person's life may be told. `leant`, `seen`: so much more where half of it stands in approved texts (`most` at most), or a picture is
 * spoken of.
 */
const BARS = {
  matter: -0.9,
  between: 0.3,
  asked: 0,
  talk: 1.4,
  itself: 0.3,
  leant: 1,
  most: 1.5,
  seen: 1.5,
  doubt: 0.5,
} as const
/** How fast it sinks from talk to matters of the house. */
const SLOPE = 1
/** A sentence of so few UTF-16 units that stands beside a supported one belongs to it, "Yes, …"; alone, half of it is a word. */
const SHORT = 24

/** What is like a claim and keeps to no approved text. */
function learntClaims(said: Said, share: number, bar: number, isLeant: boolean): Found[] {
  if (!/[\p{L}\p{N}]/u.test(said.sentence) || (isLeant && said.sentence.length <= SHORT)) return []
  const isHalf = share >= LEAN && said.sentence.length > SHORT
  return claimLikeness(said) > (isHalf ? Math.max(bar, Math.min(bar + BARS.leant, BARS.most)) : bar)
    ? [{ kind: 'lean', detail: said.sentence }]
    : []
}
/** Figures, and all that is not surely free talk: what a second reader is shown. */
export function couldBind(said: Said): boolean {
  return figuresOf(said.sentence).length > 0 || claimLikeness(said) > SURELY_FREE
}
const SURELY_FREE = -0.5
const SURELY_TALK = -1
const asksBack = /[?？]["'」』)]*\s*$/u

/** "Do you sleep at all?" */
const addresses = ({ text, lang }: Asked): boolean =>
  occurs(anyOfList('stance', 'addressed', { lang })(), foldFigures(text))

/** The fan writes of the house: an approved answer comes near, or a thing, a person or a matter of its own is named. */
export const isOfHouse = (asked: Asked, behind: Behind): boolean =>
  asked.isShop || behind.names(asked.text) || isOfShop(asked)

/** It names a matter of the shop; a day, a number or a place alone may be of anything. */
function isOfShop({ text, isQuestion, lang }: Asked): boolean {
  return weightyWords(text, lang).some(({ weights }) =>
    weights.some((weight) => !ambient.has(weight) && (isQuestion || !soft.has(weight))),
  )
}

const ambient: ReadonlySet<Weight> = new Set([
  ...(['yes', 'no', 'number', 'deadline', 'place', 'body', 'health', 'news', 'staff', 'instructs', 'job'] as const),
  ...(['bank', 'contact'] as const),
])
