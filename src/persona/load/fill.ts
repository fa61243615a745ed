/** Fills the placeholders of a persona's line; the last step before the voice check. */

import { stripUnspeakable } from '../../words/letters/unspeakable.ts'
import { once } from '../../words/once.ts'
import { inAllLanguages } from '../../words/terms/in-all-languages.ts'

export interface LineValues {
  /** A name as a platform shows it: may be empty and may contain anything. */
  readonly fan?: string
  readonly persona: string
  readonly brand: string
  /** Without one, {team} reads as the brand. */
  readonly team?: string
  /** Without one, {staff} reads as the brand. */
  readonly staff?: string
  /** Without it, {hours} goes together with the brackets around it. */
  readonly hours?: string
  /** `15 minutes` */
  readonly wait?: string
  /** How many wait, this one included. */
  readonly place?: string
  /** `Thu 09:30` */
  readonly until?: string
  /** `Friday, 25 December` */
  readonly day?: string
}

export const placeholders = [
  'fan',
  'persona',
  'brand',
  'team',
  'staff',
  'hours',
  'wait',
  'place',
  'until',
  'day',
] as const

const named = once(() => {
  const name = String.raw`\{fan\}(?:${inAllLanguages((words) => words.honorifics).join('|')})?`
  return {
    around: new RegExp(String.raw`(\s*[,，、،]?\s*)${name}(\s*[,，、،]\s*|\s*)`, 'gu'),
    opening: new RegExp(String.raw`(^|[.!?…。！？]\s+|[。！？]|\n)\s*${name}\s*[,，、،:：!！.。~]?\s*(\p{Ll}?)`, 'gu'),
  }
})
const inBrackets = /\s*[(（【[][^()（）【】[\]]*\{(?:fan|hours)\}[^()（）【】[\]]*[)）】\]]/gu

/** @returns one line with every known placeholder filled; unknown ones stay as they are (lint.ts reports them) */
export function fillLine(line: string, values: LineValues): string {
  const fan = values.fan === undefined ? '' : cleanName(values.fan)
  const hours = values.hours ?? ''
  let template = line
  if (hours === '') template = withoutHours(template)
  const rest = { wait: values.wait ?? '', place: values.place ?? '', until: values.until ?? '', day: values.day ?? '' }
  for (const [name, value] of Object.entries(rest))
    if (value === '') template = template.replaceAll(new RegExp(`\\s*\\{${name}\\}`, 'g'), '')
  if (fan === '') template = withoutFan(template)
  const { persona, brand, team = brand, staff = brand } = values
  const filled: Readonly<Record<string, string>> = { fan, persona, brand, team, staff, hours, ...rest }
  return template.replaceAll(/\{(\w+)\}/g, (whole, name: string, at: number) => {
    const value = Object.hasOwn(filled, name) ? (filled[name] ?? whole) : whole
    return name === 'team' && values.team !== undefined && beginsSentence(template, at) ? capitalised(value) : value
  })
}

function beginsSentence(line: string, at: number): boolean {
  return /(?:^|[.!?…]\s+|\n)$/u.test(line.slice(0, at))
}

/** "the order desk" → "The order desk"; a name keeps its own way of writing, so only teams are written so. */
function capitalised(words: string): string {
  return words.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
}

function withoutHours(line: string): string {
  if (!line.includes('{hours}')) return line
  return line
    .replaceAll(inBrackets, (bracket) => (bracket.includes('{hours}') ? '' : bracket))
    .replaceAll(/[\s:：]*\{hours\}/g, '')
}

/** "Hi {fan}, I’m …" → "Hi, I’m …"; "{fan}，你好" → "你好"; "See you, {fan}." → "See you." */
function withoutFan(line: string): string {
  if (!line.includes('{fan}')) return line
  return line
    .replaceAll(inBrackets, (bracket) => (bracket.includes('{fan}') ? '' : bracket))
    .replaceAll(named().opening, (_, before: string, first: string) => before + first.toUpperCase())
    .replaceAll(named().around, (whole: string, before: string, after: string, offset: number, all: string) => {
      const goesOn = /^[\p{L}\p{N}]/u.test(all.slice(offset + whole.length))
      // The comma before a name stays only where the sentence goes on without one after it.
      const comma = after.trim() ? after : goesOn && before.trim() ? before : ''
      return comma || (before !== '' && goesOn ? ' ' : after)
    })
    .trim()
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
const maxNameGraphemes = 40

/**
 * A fan's own name made harmless: no hidden characters, line breaks, links, markdown or placeholders; at most 40 graphemes.
 * Empty when nothing of a name is left.
 */
export function cleanName(name: string): string {
  const plain = stripUnspeakable(name.slice(0, 2000).toWellFormed().normalize('NFC'))
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/\b[a-z][a-z0-9+.-]*:\/\/\S*/giu, ' ')
    .replaceAll(/(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}[/?#:]\S*/gu, ' ')
    .replaceAll(/(?:[\p{L}\p{N}-]+\.)+\p{Ll}{2,}(?![\p{L}\p{N}])/gu, ' ')
    .replaceAll(/(?<=[\p{L}\p{N}]{2})\.(?=[\p{L}\p{N}]{2})/gu, ' ')
    .replaceAll(/[*_~`|<>[\]{}()#\\@/=^]/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .replace(/^[\s.,;:!?，、。！？-]+|[\s,;:!?，、。！？-]+$/gu, '')
  if (!/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(plain)) return ''
  return [...graphemes.segment(plain)]
    .slice(0, maxNameGraphemes)
    .map(({ segment }) => segment)
    .join('')
    .trim()
}
