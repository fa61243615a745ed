/** A fact of a shop's answer as it is said: days, times, amounts and plain words, or why it cannot be said. Pure. */
import type { Lang } from '../../domain/message.ts'
import { stripUnspeakable } from '../../words/letters/unspeakable.ts'

/** In graphemes: a fact is a name, a number, a few words. */
const LONGEST = 60

export type FactText = { readonly text: string } | { readonly why: string }

export type Format = 'text' | 'day' | 'time' | 'money' | 'number'

export function factText(value: string, format: Format, lang: Lang, timeZone: string): FactText {
  switch (format) {
    case 'day':
    case 'time':
      return momentText(value, format, lang, timeZone)
    case 'money':
      return moneyText(value, lang)
    case 'number': {
      const number = numberIn(value)
      return number === undefined
        ? { why: 'is no number' }
        : { text: new Intl.NumberFormat(localeOf(lang)).format(number) }
    }
    case 'text':
      return plainText(value)
  }
}

/** Without markup, addresses and hidden characters; too long for a fact is none. */
function plainText(value: string): FactText {
  const text = stripUnspeakable(value.slice(0, 2000).toWellFormed().normalize('NFC'))
    .replaceAll(/<[^<>]{0,300}>/g, ' ')
    .replaceAll(/\b[a-z][a-z0-9+.-]*:\/\/\S*/giu, ' ')
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/[*_~`|<>[\]{}\\^]/g, ' ')
    .replaceAll(/(?<!\p{L})@\S+/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim()
  if (!/[\p{L}\p{N}]/u.test(text)) return { why: 'is empty' }
  const length = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)].length
  return length > LONGEST ? { why: `is longer than ${LONGEST} characters` } : { text }
}

const localeOf = (lang: Lang): string => (lang === 'en' ? 'en-GB' : lang)

/** `12.5`, `"12.50"`, `1,234.50`, `12,50`; a number that reads two ways is none. */
function numberIn(value: string): number | undefined {
  const text = value.trim()
  if (/^-?\d{1,15}(?:\.\d{1,6})?$/.test(text)) return Number(text)
  if (/^-?\d{1,3}(?:,\d{3})+\.\d{1,2}$/.test(text)) return Number(text.replaceAll(',', ''))
  if (/^-?\d{1,9},\d{2}$/.test(text)) return Number(text.replace(',', '.'))
  if (/^-?\d{1,3}(?:\.\d{3})+,\d{1,2}$/.test(text)) return Number(text.replaceAll('.', '').replace(',', '.'))
  return undefined
}

/** `12.50 GBP`: said in that currency, never in another. */
function moneyText(value: string, lang: Lang): FactText {
  const [, amount = '', currency = ''] = /^(.*) ([A-Za-z]{3})$/.exec(value.trim()) ?? []
  if (currency === '') return { why: 'has no currency' }
  const number = numberIn(amount)
  if (number === undefined) return { why: 'is no amount' }
  const code = currency.toUpperCase()
  if (!Intl.supportedValuesOf('currency').includes(code)) return { why: 'is in a currency that is none' }
  return { text: new Intl.NumberFormat(localeOf(lang), { style: 'currency', currency: code }).format(number) }
}

/** A date, or a moment with or without its zone; without one it is of the persona's. Anything else could be read two ways. */
function momentText(value: string, format: 'day' | 'time', lang: Lang, timeZone: string): FactText {
  const text = value.trim()
  const [, day, clock, zone] =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)\s?(Z|[+-]\d{2}:?\d{2})?)?$/i.exec(text) ?? []
  if (day === undefined) {
    const seconds = /^\d{10}$/.test(text) ? Number(text) : /^\d{13}$/.test(text) ? Number(text) / 1000 : undefined
    return seconds === undefined ? { why: 'is no date such as 2027-03-31' } : at(seconds * 1000, format, lang, timeZone)
  }
  if (clock === undefined || zone === undefined) {
    // As it is written: the clock of the shop is that of the persona.
    const written = Date.parse(`${day}T${clock ?? '00:00'}Z`)
    if (Number.isNaN(written) || !new Date(written).toISOString().startsWith(day))
      return { why: 'is no day of the calendar' }
    return format === 'time' && clock === undefined ? { why: 'has no time of day' } : at(written, format, lang, 'UTC')
  }
  const moment = Date.parse(`${day}T${clock}${zone.toUpperCase()}`)
  return Number.isNaN(moment) ? { why: 'is no day of the calendar' } : at(moment, format, lang, timeZone)
}

function at(moment: number, format: 'day' | 'time', lang: Lang, timeZone: string): FactText {
  const day = { weekday: 'long', day: 'numeric', month: 'long' } as const
  const time = { weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  return {
    text: new Intl.DateTimeFormat(localeOf(lang), { timeZone, ...(format === 'day' ? day : time) }).format(moment),
  }
}
