/** Numbers in figures and in words: thirty = 30 = 三十 = trente = dreißig = treinta. */

import { once } from '../words/once.ts'
import { eachMatch } from '../words/phrases/each-match.ts'
import { foldFigures } from './fold-figures.ts'
import { choiceOfList, commitmentList } from './lists.ts'
import { commitmentSections } from './sections.ts'

export interface Found {
  readonly start: number
  readonly end: number
}

export interface Amount extends Found {
  /** The higher end of a range. */
  readonly value: number
  /** The lower end, of a range. */
  readonly from?: number
}

/** Words up to ninety-nine, which are added up, and those that multiply. */
const words = once(() => {
  const all = commitmentSections.numbers.flatMap((value) =>
    commitmentList('numbers', value).map((word) => [foldFigures(word), Number(value)] as const),
  )
  return {
    named: new Map(all.filter(([, value]) => value < 100)),
    scales: new Map(all.filter(([, value]) => value >= 100)),
    joins: new Set(commitmentList('counting', 'and')),
  }
})

const patterns = once(() => {
  const { named, scales } = words()
  const one = `(?:${[...named.keys(), ...scales.keys()].sort((a, b) => b.length - a.length).join('|')})`
  const between = `(?:\\s|-|${choiceOfList('counting', 'joins')})`
  const spelled = `(?<![\\p{L}\\p{N}])${one}(?:${between}${one}(?![\\p{L}\\p{N}])){0,6}(?![\\p{L}\\p{N}])`
  return {
    /** After letters too: `US$5`, `IP55` keeps its number out by the edge. */
    number: new RegExp([figures, afterCurrency, afterLetter, spelled, han].join('|'), 'gu'),
    range: new RegExp(`^\\s{0,2}(?:-|–|—|~|～|${choiceOfList('counting', 'range')})\\s{0,2}(?:us)?[$£€¥]?$`, 'u'),
  }
})
const han = '(?!百分之)[零〇一二两三四五六七八九十百千万半几]{1,12}'
const figures =
  "(?<![\\p{L}\\p{N}]|\\d[.,])(?:\\d{1,3}(?:[,.' \\u00A0\\u202F]\\d{3}){1,3}(?!\\d)(?:[.,]\\d{1,2}(?!\\d))?|\\d{1,12}(?:[.,]\\d{1,4})?)"

const closeSet = '\\d{1,12}(?:[.,]\\d{1,4}){0,3}'
const afterCurrency = `(?<=[$£€¥₩₹]\\s?)${closeSet}`
const afterLetter = `(?<=[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}])${closeSet}`

/** Numbers of a folded text in order; `2–3`, `two to three`, `2 bis 3`, `两到三` as one with both ends. */
export function findNumbers(folded: string): Amount[] {
  const { number, range } = patterns()
  const found: Amount[] = []
  for (const match of eachMatch(number, folded)) {
    const value = /\d/.test(match[0])
      ? ofFigures(match[0])
      : /[\p{sc=Han}〇]/u.test(match[0])
        ? ofHan(match[0])
        : ofWords(match[0])
    if (value === undefined) continue
    const next = { start: match.index, end: match.index + match[0].length, value }
    const last = found.at(-1)
    const between = last && next.start - last.end <= 8 ? folded.slice(last.end, next.start) : undefined
    if (last && last.from === undefined && between !== undefined && last.value < value && range.test(between))
      found.splice(-1, 1, { start: last.start, end: next.end, value, from: last.value })
    else found.push(next)
  }
  return found
}

/** `1,500.50`, `1.500,50`, `1 500`, `9,5` alike: the last mark is the decimal one unless three figures follow it. */
function ofFigures(written: string): number | undefined {
  const plain = written.replace(/[' \u00A0\u202F]/g, '')
  const mark = /[.,](?=\d{1,2}$|\d{4}$)/.exec(plain)?.index
  const whole = (mark === undefined ? plain : plain.slice(0, mark)).replace(/[.,]/g, '')
  const value = Number(mark === undefined ? whole : `${whole}.${plain.slice(mark + 1)}`)
  return Number.isFinite(value) ? value : undefined
}

function ofWords(written: string): number | undefined {
  const { named, scales, joins } = words()
  let total = 0
  let part = 0
  let isAny = false
  for (const word of written.split(/[\s-]+/)) {
    if (joins.has(word)) continue
    const scale = scales.get(word)
    const value = named.get(word)
    if (scale !== undefined) {
      part = (part === 0 ? 1 : part) * scale
      if (scale > 100) {
        total += part
        part = 0
      }
    } else if (value !== undefined) part = word.startsWith('vingt') && part === 4 ? 80 : part + value
    isAny = true
  }
  return isAny ? total + part : undefined
}

const digits = '零一二三四五六七八九'
const places: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }

/** `几` (a few) is no number. */
function ofHan(written: string): number | undefined {
  if (written.includes('几')) return undefined
  if (written === '半') return 0.5
  let total = 0
  let section = 0
  let digit: number | undefined
  for (const character of written.replace('半', '')) {
    const place = places[character]
    const value = character === '两' ? 2 : character === '〇' ? 0 : digits.indexOf(character)
    if (place !== undefined) {
      section += (digit ?? 1) * place
      digit = undefined
    } else if (character === '万') {
      total = (total + section + (digit ?? 0)) * 10_000
      section = 0
      digit = undefined
    } else if (value >= 0) digit = digit === undefined ? value : digit * 10 + value
    else return undefined
  }
  return total + section + (digit ?? 0) + (written.length > 1 && written.endsWith('半') ? 0.5 : 0)
}
