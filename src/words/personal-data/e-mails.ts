/** E-mail addresses in any script, and the ways people write them past filters: "name at host dot com", "name 艾特 qq 点 com". */
import { eachMatch } from '../phrases/each-match.ts'
import { type Span, spansOf } from './span.ts'

const local = /[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]/u
const label = /[\p{L}\p{N}-]/u
const western = /[\p{Script=Latin}\p{ASCII}]/u
const longestLocal = 64
const longestDomain = 255

/** Hosts by which a bare "name at host.com" is surely mail. */
const hosts =
  '(?:g(?:oogle)?mail|outlook|hotmail|live|msn|yahoo|ymail|icloud|proton(?:mail)?|gmx|aol|web|t-online|orange' +
  '|free|laposte|wanadoo|sfr|libero|qq|foxmail|163|126|yeah|sina|naver|daum|yandex|mail)'
const name = '[\\p{L}\\p{N}][\\p{L}\\p{N}._+-]{0,63}'
const host = '[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,62})'
const tld = '[a-z]{2,12}'
const signs = '(?:\\[ ?(?:at|@) ?\\]|\\( ?(?:at|@) ?\\)|\\{ ?(?:at|@) ?\\}|<at>)'
const words = '(?:at|arobase|arroba|chiocciola|aet|at-zeichen|klammeraffe)'
const points =
  '(?:\\[ ?(?:dot|\\.) ?\\]|\\( ?(?:dot|\\.) ?\\)|\\{ ?dot ?\\}|\\bdot\\b|\\bpoint\\b|\\bpunkt\\b|\\bpunto\\b|\\bponto\\b)'
const dot = `(?:\\.| \\. | ?${points} ?)`
const free = '(?<![\\p{L}\\p{N}._+-])'
/** Before an "at" these speak of a place: "look at example dot com". */
const placeWords = new Set(
  (
    'look looked looking is are was were be up out me us them it him her you shop shopping store site website page ' +
    'online order ordered buy bought available found find sold meet here there stay sign signed log logged read ' +
    'see seen work works working price prices item sale start starting starts arrive arrived not back down live ' +
    'just check only'
  ).split(' '),
)

/** Each with what a text cannot do without to have it. */
const patterns: readonly (readonly [RegExp, RegExp])[] = [
  [/[[({<] ?(?:at|@)/iu, new RegExp(`${free}${name} ?${signs} ?${host}(?:${dot}${host}){0,3}${dot}${tld}\\b`, 'giu')],
  [
    new RegExp(` ${words} `, 'iu'),
    new RegExp(`${free}${name} ${words} ${host}(?: ${points} ${host}){0,3} ?${points} ?${tld}\\b`, 'giu'),
  ],
  [/@/, new RegExp(`${free}${name} ?@ ?${host}(?:${dot}${host}){0,3}${dot}${tld}\\b`, 'giu')],
  [
    /(?:点|\.|ドット) ?(?:com|cn|net|org|co|jp)/,
    new RegExp(
      String.raw`(?<![A-Za-z0-9._+-])[A-Za-z0-9][A-Za-z0-9._+-]{0,63} ?(?:艾特|圈a|圈A|小老鼠|\(at\)|@|#|アット) ?[A-Za-z0-9-]{1,63} ?(?:点` +
        String.raw`|\.|ドット) ?(?:com|cn|net|org|co|jp)(?![A-Za-z0-9])`,
      'g',
    ),
  ],
]
/** Plain " at " and plain ".": only a well-known host, and a name that is no word or an announced address. */
const spelt = new RegExp(
  `(mails?(?: address)?(?: is|:)? )?(?<![\\p{L}\\p{N}._+-])(${name}) at (${hosts}\\.${tld}(?:\\.${tld})?)\\b`,
  'giu',
)

const mayBeSpelt = new RegExp(` at ${hosts}\\.`, 'iu')

export function findEmails(text: string): Span[] {
  const found = aroundAts(text)
  if (
    text.includes('@') ||
    /\bat\b|[([{]at|arobase|arroba|chiocciola|klammeraffe|艾特|圈a|小老鼠|アット|#/iu.test(text)
  ) {
    for (const [needed, pattern] of patterns) if (needed.test(text)) found.push(...spansOf(text, pattern, isDisguised))
    for (const match of mayBeSpelt.test(text) ? eachMatch(spelt, text) : []) {
      const [whole, announced = '', who = ''] = match
      if (announced === '' && !/[\d._+-]/.test(who)) continue
      found.push({ start: match.index + announced.length, end: match.index + whole.length })
    }
  }
  return found
}

function isDisguised(value: string): boolean {
  if (value.includes('@') && !/[\s点]/u.test(value)) return false
  if (/[@[({<#]/.test(value)) return true
  return !placeWords.has((value.split(' ')[0] ?? '').toLowerCase())
}

/** Grows to both sides of every `@`, each part in one script, so that words written without spaces around it stay. */
function aroundAts(text: string): Span[] {
  const found: Span[] = []
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    let start = at
    const isWestern = western.test(text[at - 1] ?? '')
    while (start > 0 && at - start < longestLocal && isOf(text[start - 1] ?? '', local, isWestern)) start -= 1
    const end = domainEnd(text, at + 1)
    const lead = isWestern ? 0 : (/^.*(?:是|为|到|给)(?=.)/su.exec(text.slice(start, at))?.[0].length ?? 0)
    if (start < at && end !== undefined) found.push({ start: start + lead, end })
  }
  return found
}

function isOf(char: string, set: RegExp, isWestern: boolean): boolean {
  return set.test(char) && (western.test(char) === isWestern || char === '.')
}

/** Undefined unless at least two labels follow, the last of letters. */
function domainEnd(text: string, from: number): number | undefined {
  let end: number | undefined
  let at = from
  for (let labels = 0; labels < 10 && at - from < longestDomain; labels++) {
    const begin = at
    const isWestern = western.test(text[begin] ?? '')
    while (at - begin < 63 && label.test(text[at] ?? '') && western.test(text[at] ?? '') === isWestern) at += 1
    if (at === begin) break
    const isTop = at - begin >= 2 && /^(?:\p{L}+|xn--[a-z0-9-]+)$/iu.test(text.slice(begin, at))
    if (labels > 0 && isTop) end = at
    if (text[at] !== '.') break
    at += 1
  }
  return end
}
