/** Numbers in figures and in words: thirty = 30 = 三十 = trente = dreißig = treinta. */
import { eachMatch } from '../words/each-match.ts'
import { foldFigures } from './fold-figures.ts'

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

const named = new Map<string, number>()
function name(value: number, written: string): void {
  for (const word of written.split(' ')) named.set(foldFigures(word), value)
}
const units = [
  'zero cero',
  'one un une ein eine einem einen einer uno una',
  'two deux zwei zwo dos',
  'three trois drei tres',
  'four quatre vier cuatro',
  'five cinq funf cinco',
  'six sechs seis',
  'seven sept sieben siete',
  'eight huit acht ocho',
  'nine neuf neun nueve',
  'ten dix zehn diez',
  'eleven onze elf once',
  'twelve douze zwolf doce dozen douzaine dutzend docena',
  'thirteen treize dreizehn trece',
  'fourteen quatorze vierzehn catorce',
  'fifteen quinze funfzehn quince',
  'sixteen seize sechzehn dieciseis',
  'seventeen siebzehn diecisiete',
  'eighteen achtzehn dieciocho',
  'nineteen neunzehn diecinueve',
]
units.forEach((written, value) => {
  name(value, written)
})
const tens = [
  'twenty vingt vingts zwanzig veinte',
  'thirty trente dreissig dreisig treinta',
  'forty fourty quarante vierzig cuarenta',
  'fifty cinquante funfzig cincuenta',
  'sixty soixante sechzig sesenta',
  'seventy septante siebzig setenta',
  'eighty huitante octante achtzig ochenta',
  'ninety nonante neunzig noventa',
]
tens.forEach((written, at) => {
  name((at + 2) * 10, written)
})
name(2, 'couple paar')
const german = ['ein', 'zwei', 'drei', 'vier', 'funf', 'sechs', 'sieben', 'acht', 'neun']
const germanTens = ['zwanzig', 'dreisig', 'vierzig', 'funfzig', 'sechzig', 'siebzig', 'achtzig', 'neunzig']
germanTens.forEach((ten, at) => {
  german.forEach((unit, one) => {
    name((at + 2) * 10 + one + 1, `${unit}und${ten}`)
  })
})
'uno un dos tres cuatro cinco seis siete ocho nueve'.split(' ').forEach((unit, one) => {
  name(20 + (one === 0 ? 1 : one), `veinti${unit}`)
})
const scales = new Map<string, number>()
for (const word of 'hundred cent cents hundert cien ciento cientos'.split(' ')) scales.set(word, 100)
for (const word of 'thousand grand mille tausend mil'.split(' ')) scales.set(word, 1000)
for (const word of 'million millions millionen millon millones'.split(' ')) scales.set(word, 1_000_000)
const joins = new Set(['and', 'et', 'und', 'y', '-'])

const alternatives = [...named.keys(), ...scales.keys()].sort((a, b) => b.length - a.length).join('|')
const spelled = `(?<![\\p{L}\\p{N}])(?:${alternatives})(?:(?:\\s|-|(?<=hundred|thousand)\\sand\\s|(?<=vingt|trente|quarante|cinquante|soixante)[\\s-]et[\\s-]|(?<=enta)\\sy\\s)(?:${alternatives})(?![\\p{L}\\p{N}])){0,6}(?![\\p{L}\\p{N}])`
const han = '(?!百分之)[零〇一二两三四五六七八九十百千万半几]{1,12}'
const figures =
  "(?<![\\p{L}\\p{N}]|\\d[.,])(?:\\d{1,3}(?:[,.' \\u00A0\\u202F]\\d{3}){1,3}(?!\\d)(?:[.,]\\d{1,2}(?!\\d))?|\\d{1,12}(?:[.,]\\d{1,4})?)"
/** After letters too: `US$5`, `IP55` keeps its number out by the edge. */
const number = new RegExp(
  `${figures}|(?<=[$£€¥₩₹]\\s?)\\d{1,12}(?:[.,]\\d{1,4}){0,3}|(?<=[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}])\\d{1,12}(?:[.,]\\d{1,4}){0,3}|${spelled}|${han}`,
  'gu',
)
const range = /^\s{0,2}(?:-|–|—|~|～|to|or|bis|a|à|and|et|y|und|到|至|或|から|ou|oder|o)\s{0,2}(?:us)?[$£€¥]?$/u

/** Numbers of a folded text in order; `2–3`, `two to three`, `2 bis 3`, `两到三` as one with both ends. */
export function findNumbers(folded: string): Amount[] {
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
