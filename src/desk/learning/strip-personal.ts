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

/**
 * `names`: of the people in the talk, as their platforms show them; `own`: words of the brand's things, which stay. Gaps close, and marks
 * that are left alone go.
 */
export function stripPersonal(text: string, names: readonly string[], own?: ReadonlySet<string>): string {
  return withoutTraces(text, createNameHider(names, own))
}

/** The same for many texts of one talk. */
export function createStripper(names: readonly string[]): (text: string) => string {
  const hide = createNameHider(names)
  return (text) => withoutTraces(text, hide)
}

function withoutTraces(text: string, withoutNames: (text: string) => string): string {
  let bare = text
  for (const { start, end } of findPersonalData(text).toReversed()) bare = bare.slice(0, start) + bare.slice(end)
  for (const trace of traces) bare = bare.replaceAll(trace, '')
  // Names that are told first: the words that tell them may be a name elsewhere.
  for (const { start, end } of namesTold(bare).toReversed()) bare = bare.slice(0, start) + bare.slice(end)
  return withoutNames(bare)
    .replaceAll(/(?<=\s|^)['’]s\b/gu, '')
    .replaceAll(/\(\s*\)|\[\s*\]/g, '')
    .replaceAll(/[^\S\n]+/g, ' ')
    .replaceAll(/\s+([,.!?;:，。！？])/g, '$1')
    .replaceAll(/[,，:：]+\s*(?=[,:.!?，：。！？])/g, '')
    .replaceAll(/^[\s,，:;.]+/gm, '')
    .trim()
}
