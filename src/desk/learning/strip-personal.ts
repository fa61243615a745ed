/** Takes out of a text what belongs to one person: names, addresses, numbers, links. What is left still reads. Pure. */

import { namesTold } from '../../hearing/names-told.ts'
import { findPersonalData } from '../../words/personal-data/personal-data.ts'
import { createNameHider } from './hide-names.ts'

/** What names one order, one page or one account, though no finder of personal data counts it. */
const traces: readonly RegExp[] = [
  /\b(?:https?:\/\/|www\.)\S+/giu,
  /(?<![\p{L}\p{N}])@[\p{L}\p{N}_]{3,}/giu,
  // Order and batch numbers: a sign before them, letters and digits mixed, or five digits and more.
  /#\s?[\p{L}\p{N}-]{3,}/gu,
  /(?<![\p{L}\p{N}])(?=[\p{L}\p{N}-]*\d)(?=[\p{L}\p{N}-]*\p{L})[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*\d[\p{L}\p{N}-]{2,}/gu,
  /(?<!\d)\d{5,}(?!\d)/gu,
]
/** Digits in groups, `4711-22`; what is a day, an hour or a span of them is told by its form. */
const grouped = /(?<![\p{L}\p{N}.,-])\d+(?:[-/_]\d+)+(?![\p{L}\p{N}])/gu
const whenForms =
  /^(?:(?:19|20)\d\d[-/](?:0?[1-9]|1[0-2])(?:[-/]\d{1,2})?|\d{1,2}[-/]\d{1,2}[-/](?:\d{2}|\d{4})|(?:19|20)\d\d[-/](?:(?:19|20)\d\d|\d\d))$/
const FEW_DIGITS = 5
/** Behind what says that a number follows, in whatever language: `no. 4711`, `Nr. 4711`, `n° 4711`, `№ 4711`. */
const numbered = /(?<=(?<![\p{L}\p{N}])(?:no|nr|num|núm|ref|n[°º]|№)[.:]?\s?)\d{3,}/giu

/**
 * `names`: of the people in the talk, as their platforms show them; `own`: words of the brand's things, which stay. Gaps close, and marks
 * that are left alone go.
 */
export function stripPersonal(text: string, names: readonly string[], own?: ReadonlySet<string>): string {
  return withoutTraces(text, createNameHider(names, { own }))
}

/** The same for many texts of one talk. */
export function createStripper(names: readonly string[]): (text: string) => string {
  const hide = createNameHider(names)
  return (text) => withoutTraces(text, hide)
}

/** Four digits that are no year and no price: in a talk, most likely of an order. */
const perhapsAnOrder = /(?<![\p{L}\p{N}.,:/€$£¥-])(?!(?:19|20)\d\d)\d{4}(?![\p{L}\p{N}:/]|[.,]\d|\s?[€$£¥%])/gu

/** What stands where something was, in a sentence that is to stay one. */
const HOLE = '…'

/** The same with a mark in each gap, for what is read and said again. Empty where nothing else is left. */
export function createMasker(names: readonly string[]): (text: string) => string {
  const hide = createNameHider(names, { hole: HOLE })
  return (text) => {
    const masked = withoutTraces(text.replaceAll(perhapsAnOrder, HOLE), hide, HOLE)
      .replaceAll(/…(?:[\s,]*…)+/gu, HOLE)
      .replace(/^…[,:，：]\s*/u, '')
    return /[\p{L}\p{N}]/u.test(masked) ? masked : ''
  }
}

function withoutTraces(text: string, withoutNames: (text: string) => string, hole = ''): string {
  let bare = text
  for (const { start, end } of findPersonalData(text).toReversed()) bare = bare.slice(0, start) + hole + bare.slice(end)
  for (const trace of [...traces, numbered]) bare = bare.replaceAll(trace, hole)
  bare = bare.replaceAll(grouped, (digits) => (isWhen(digits) ? digits : hole))
  // Names that are told first: the words that tell them may be a name elsewhere.
  for (const { start, end } of namesTold(bare).toReversed()) bare = bare.slice(0, start) + hole + bare.slice(end)
  return withoutNames(bare)
    .replaceAll(/(?<=\s|^)['’]s\b/gu, '')
    .replaceAll(/\(\s*\)|\[\s*\]/g, '')
    .replaceAll(/[^\S\n]+/g, ' ')
    .replaceAll(/\s+([,.!?;:，。！？])/g, '$1')
    .replaceAll(/[,，:：]+\s*(?=[,:.!?，：。！？])/g, '')
    .replaceAll(/^[\s,，:;.]+/gm, '')
    .trim()
}

const isWhen = (digits: string) => whenForms.test(digits) || digits.replaceAll(/\D/g, '').length < FEW_DIGITS
