/** Numbers and addresses as people type them, read by the shape they are to have: "kt 204-711", "＃KT204711" and "KT-2O4711" are one. Pure. */
import { rememberWords } from './remember-last.ts'

/** Longest value, in characters. */
const LONGEST = 120
const email = /[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+/gu

/** A place of a mask: a letter or digit that stands there, or any digit, letter, or either. */
interface Place {
  readonly kind: 'is' | 'digit' | 'letter' | 'either'
  readonly char: string
  /** Signs that stand before it in the mask. */
  readonly before: string
}

interface Mask {
  readonly places: readonly Place[]
  readonly least: number
  /** How often the last place may come again. */
  readonly more: number
}

/** Undefined for a mask that is none. `#` a digit, `@` a letter, `?` either; `#{4-10}` at the end: so many; the rest as it stands. */
function readMask(shape: string): Mask | undefined {
  const [, body = '', least = '', most = ''] =
    /^(.*?)(?:\{(\d{1,2})(?:-(\d{1,2}))?\})?$/su.exec(shape.normalize('NFKC')) ?? []
  const places: Place[] = []
  let before = ''
  for (const char of body) {
    if (char === '#') places.push({ kind: 'digit', char, before })
    else if (char === '@') places.push({ kind: 'letter', char, before })
    else if (char === '?') places.push({ kind: 'either', char, before })
    else if (/[\p{L}\p{N}]/u.test(char)) places.push({ kind: 'is', char: char.toUpperCase(), before })
    else {
      if (/[{}]/.test(char)) return undefined
      before += char
      continue
    }
    before = ''
  }
  const last = places.at(-1)
  if (!last || before !== '' || places.every(({ kind }) => kind === 'is')) return undefined
  if (least === '') return { places, least: places.length, more: 0 }
  if (last.kind === 'is' || Number(least) < 1) return undefined
  const head = places.length - 1
  const from = Number(least)
  const to = most === '' ? from : Number(most)
  if (to < from || head + to > LONGEST) return undefined
  return {
    places: [
      ...places.slice(0, -1),
      ...Array.from({ length: from }, (_, at) => (at === 0 ? last : { ...last, before: '' })),
    ],
    least: head + from,
    more: to - from,
  }
}

export function isShape(shape: string): boolean {
  return shape === 'email' || shape === 'text' || readMask(shape) !== undefined
}

const maskOf = rememberWords((shape) => readMask(shape))

/** What the text holds of that shape, in its one way of writing; undefined where it holds none, or more than one that differ. */
export function readShaped(shape: string, text: string): string | undefined {
  const said = text.normalize('NFKC')
  if (shape === 'text') return /[\p{L}\p{N}]/u.test(said) && said.trim().length <= LONGEST ? said.trim() : undefined
  if (shape === 'email') return only(emailsIn(said))
  const mask = maskOf(shape)
  return mask && only(maskedIn(mask, said))
}

/** Its signs do not say which of several is meant. */
function only(found: readonly string[]): string | undefined {
  const [first, ...more] = new Set(found)
  return more.length === 0 ? first : undefined
}

/** An address as it is dictated: only where one was asked for, since “at” is a word. */
export function spelt(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/(?<=[\p{L}\p{N}]) (?:at|ät|arobase|arroba|chiocciola) (?=[\p{L}\p{N}])/giu, '@')
    .replace(/(?<=@[^@]{1,60}) (?:dot|punkt|point|punto|ponto) (?=\p{L})/giu, '.')
}

function emailsIn(said: string): string[] {
  const text = said
    .replace(/\s*[([]?\bat[)\]]\s*/giu, '@')
    .replace(/ ?@ ?/g, '@')
    .replace(/(?<=@[\w.-]{1,60}), ?(?=[a-z]{2,6}\b)/giu, '.')
  return (text.match(email) ?? [])
    .map((one) => one.replace(/[.'-]+$/, '').toLowerCase())
    .filter((one) => one.length <= LONGEST)
}

/** Words with letters and digits in them, and what signs and spaces cut in two. */
function maskedIn(mask: Mask, said: string): string[] {
  const parts = [...said.matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: part, index }) => ({ part, index }))
  const found: string[] = []
  for (let at = 0; at < parts.length; at += 1) {
    let run = ''
    let fits: { value: string; to: number } | undefined
    for (let to = at; to < parts.length && run.length <= LONGEST; to += 1) {
      const { part = '', index = 0 } = parts[to] ?? {}
      const last = parts[to - 1]
      if (to > at && last && !/^[\s\-_./#:]{1,3}$/u.test(said.slice(last.index + last.part.length, index))) break
      run += part
      const value = fitted(mask, run)
      if (value !== undefined) fits = { value, to }
    }
    if (fits) {
      found.push(fits.value)
      at = fits.to
    }
  }
  return found
}

/** A beginning that stands in every number may be left out. */
function fitted(mask: Mask, run: string): string | undefined {
  const whole = filled(mask, run)
  if (whole !== undefined) return whole
  const head = mask.places.findIndex(({ kind }) => kind !== 'is')
  if (head <= 0 || !/^\p{N}+$/u.test(run)) return undefined
  const prefix = mask.places
    .slice(0, head)
    .map(({ char }) => char)
    .join('')
  return filled(mask, prefix + run)
}

function filled({ places, least, more }: Mask, run: string): string | undefined {
  const chars = [...run.toUpperCase()]
  if (chars.length < least || chars.length > least + more) return undefined
  const last = places.at(-1)
  const written: string[] = []
  for (const [at, char] of chars.entries()) {
    const place = places[at] ?? (last && { ...last, before: '' })
    const read = place && charAt(place, char)
    if (read === undefined) return undefined
    written.push(`${place?.before ?? ''}${read}`)
  }
  return written.join('')
}

/** Letters that are taken for digits, and the other way round. */
const asDigit: Readonly<Record<string, string>> = { O: '0', Q: '0', I: '1', L: '1' }

function charAt({ kind, char: wanted }: Place, char: string): string | undefined {
  switch (kind) {
    case 'is':
      return char === wanted || (asDigit[wanted] !== undefined && asDigit[wanted] === char) || asDigit[char] === wanted
        ? wanted
        : undefined
    case 'digit':
      return /^\d$/.test(char) ? char : asDigit[char]
    case 'letter':
      return /^\p{L}$/u.test(char) ? char : undefined
    case 'either':
      return char
  }
}
