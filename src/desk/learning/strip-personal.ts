/** Takes out of a text what belongs to one person: names, addresses, numbers, links. What is left still reads. Pure. */

import { isAllUnspaced } from '../../words/letters/scripts.ts'
import { findPersonalData } from '../../words/personal-data/personal-data.ts'

/** What names one order, one page or one account, though no finder of personal data counts it. */
const traces: readonly RegExp[] = [
  /\b(?:https?:\/\/|www\.)\S+/giu,
  /(?<![\p{L}\p{N}])@[\p{L}\p{N}_]{3,}/giu,
  // Order and batch numbers: a sign before them, letters and digits mixed, or five digits and more.
  /#\s?[\p{L}\p{N}-]{3,}/gu,
  /(?<![\p{L}\p{N}])(?=[\p{L}\p{N}-]*\d)(?=[\p{L}\p{N}-]*\p{L})[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*\d[\p{L}\p{N}-]{2,}/gu,
  /(?<!\d)\d{5,}(?!\d)/gu,
  // "my name is Ana Silva", "我叫安娜"
  /(?<=\bmy name(?:'s|’s| is)\s)\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)*/giu,
  /(?<=我叫)[\p{sc=Han}]{2,4}(?=[，。,.\s]|$)/gu,
]

/** `names`: of the people in the talk. Gaps close, and marks that are left alone go. */
export function stripPersonal(text: string, names: readonly string[]): string {
  let bare = text
  for (const { start, end } of findPersonalData(text).toReversed()) bare = bare.slice(0, start) + bare.slice(end)
  for (const trace of traces) bare = bare.replaceAll(trace, '')
  for (const name of names.flatMap((one) => [one, ...one.split(/\s+/)])) bare = withoutName(bare, name.trim())
  return bare
    .replaceAll(/\(\s*\)|\[\s*\]/g, '')
    .replaceAll(/[^\S\n]+/g, ' ')
    .replaceAll(/\s+([,.!?;:，。！？])/g, '$1')
    .replaceAll(/[,，:：]+\s*(?=[,:.!?，：。！？])/g, '')
    .replaceAll(/^[\s,，:;.]+/gm, '')
    .trim()
}

function withoutName(text: string, name: string): string {
  if ([...name].length < 2) return text
  const literal = RegExp.escape(name)
  return isAllUnspaced(name)
    ? text.replaceAll(new RegExp(literal, 'gu'), '')
    : text.replaceAll(new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, 'giu'), '')
}
