/** Ways to reach or pay somebody in a draft: links, addresses, numbers. Only the persona's own may be given; a model may have them from whoever talks to it. */
import { listOf } from '../../hearing/packs/book.ts'
import { fold } from '../../words/letters/fold.ts'
import { once } from '../../words/once.ts'
import { eachMatch } from '../../words/phrases/each-match.ts'
import { either, eitherOf } from '../../words/phrases/either.ts'
import { choiceOf } from '../../words/phrases/patterns.ts'
import type { Persona } from '../persona.ts'
import { voiceList } from './lists.ts'
import { ownWordsOf } from './own-words.ts'
import type { Range } from './sentences.ts'

export interface Contact extends Range {
  readonly detail: string
}

const domains = eitherOf(`
  com net org io co me ly app xyz top shop site online info biz dev ai gg tv cc cn hk tw ru uk fr de eu it es
  link click club vip example
`)
const host = `(?<![\\w@.-])(?:[a-z0-9-]{1,63}\\.){1,4}(?:${domains})(?![\\w-])`
const link = either(
  'giu',
  /(?:https?:\/\/|www\.)[^\s<>[\]"“”‘’，。！？；、（）【】「」『』]{1,2048}/u,
  new RegExp(`${host}(?:\\/[^\\s<>"“”，。！？；、（）【】「」『』]{0,1024})?`, 'u'),
  /[a-z]{2,12}:\/\/\S{1,500}|(?:javascript|data|tel|mailto|tg):[^\s]{2,500}/u,
)
const mail = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/giu
const spelled =
  /\b[\w-]{2,40} ?[([]?(?:dot|punkt|point)[)\]]? ?(?:com|net|org|io|co|me|example|shop|site|info|app)\b|\b\w{2,40} (?:slash) \w{2,40}\b/giu
/** Nine figures or more, as telephones, cards and accounts have them. */
const number = /(?<![\p{L}\p{N}.,:/-])\+?(?:\(?\d\)?[\s().-]{0,2}){8,24}\d(?![\p{N}:%]|[.,/]\d)/gu
const account =
  /\b(?=[A-Z]{2}\d{2})[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{2,4}){3,8}\b|\bbc1[a-z0-9]{20,60}\b|\b0x[0-9a-f]{38,64}\b|\b[13][a-km-zA-HJ-NP-Z1-9]{25,34}\b/g
/** Six figures or more: codes, sort codes, accounts, telephones. */
const run = /(?<![\p{L}\p{N}.,:/£$€¥￥₽₹-])\d(?:[ \u00A0.-]?\d){5,23}(?![\p{N}:%]|[.,/-]\d)/gu
const spelledRun = once(() => {
  const words = Array.from({ length: 10 }, (_, figure) => listOf('commitments', 'numbers', String(figure))).flat()
  return new RegExp(
    `(?:${choiceOf(words, asItIs)}[\\s,-]{1,3}){5,}${choiceOf(words, asItIs)}|[零〇一二三四五六七八九幺两]{6,}`,
    'giu',
  )
})
const messengers = String.raw`
  微信 v信 薇信 威信 wechat weixin qq 扣扣 whatsapp telegram signal 飞机 line\s?id viber skype kakao(?:talk)? 카톡 카카오톡 zalo
  snapchat insta(?:gram)? threema discord facebook messenger tiktok 抖音 小红书 微博 вотсап ватсап телеграм\p{L}? вайбер vx wx
  واتساب تلغرام तेलीग्राम वॉट्सऐप
`
const messenger = eitherOf(messengers)
const token = '@?[a-z0-9][a-z0-9_.-]{3,31}'
const handle = either(
  'giu',
  /(?<![\w@./])@[a-z][\w.]{3,31}/u,
  new RegExp(
    `(?<![\\p{sc=Latin}])(?:${messenger})(?:\\s{0,2}(?:号|账号|帳號|群|搜索?|加|아이디|[:：=]|是|为|为|id|is|at|account|handle|name|username)){0,3}\\s{0,2}${token}`,
    'u',
  ),
  new RegExp(`加\\s?(?:我|我们|一下)?\\s?(?:的)?\\s?(?:v|vx|wx|q|${messenger})\\s?[:：]?\\s?${token}`, 'u'),
)
/** "On WhatsApp", where the persona has no such place. */
const elsewhere = once(
  () =>
    new RegExp(
      `(?<![\\p{L}])${choiceOf(voiceList('beside-name', 'reached-by'), asItIs)}\\s{0,3}(?:${messenger})(?![\\p{sc=Latin}]| (?:strength|level|quality|bars?))`,
      'giu',
    ),
)
const street =
  /(?<![\p{L}\p{N}])\d{1,4}[,]? (?:\p{Lu}[\p{L}'’]{2,20} ){1,3}(?:Street|St|Road|Rd|Lane|Avenue|Ave|Row|Close|Drive|Square|Court|Way)(?!\p{L})/gu

/** Every contact of the text that does not stand in the persona's own words. */
export function findForeignContacts(text: string, persona: Persona): Contact[] {
  const own = ownOf(persona)
  const found: Contact[] = []
  const add = (pattern: RegExp, detail: string, isOwn: (found: string) => boolean) => {
    for (const match of eachMatch(pattern, text)) {
      if (!isOwn(match[0])) found.push({ start: match.index, end: match.index + match[0].length, detail })
    }
  }
  add(mail, 'an address that is not the brand’s', (one) => own.text.includes(fold(one)))
  add(link, 'a link that is not the brand’s', (one) => own.links.has(linkForm(one)) || isOwnMail(text, one, own.text))
  add(spelled, 'a link that is not the brand’s', (one) => own.text.includes(fold(one)))
  add(number, 'a number that is not the brand’s', (one) => own.numbers.includes(figures(one).replace(/^00/, '')))
  add(
    run,
    'a number that is not the brand’s',
    (one) => isHarmless(one) || own.figures.some((has) => has.includes(figures(one))),
  )
  add(spelledRun(), 'a number that is not the brand’s', () => false)
  add(account, 'an account that is not the brand’s', () => false)
  add(handle, 'a name that is not the brand’s', (one) => own.text.includes(fold(one)) || !isHandle(one))
  add(elsewhere(), 'a place that is not the brand’s', (one) => own.places.has(messengerIn(one)))
  add(street, 'an address that is not the brand’s', (one) => own.text.includes(fold(one)))
  return found
}

interface Own {
  readonly text: string
  readonly links: ReadonlySet<string>
  /** Messengers by name. */
  readonly places: ReadonlySet<string>
  readonly numbers: string
  /** Every run of figures, signs between them left out. */
  readonly figures: readonly string[]
}

const cache = new WeakMap<Persona, Own>()
function ownOf(persona: Persona): Own {
  const known = cache.get(persona)
  if (known) return known
  const { json, text } = ownWordsOf(persona)
  const links = eachMatch(link, json).map(([one]) => linkForm(one))
  const own = {
    text,
    links: new Set([...links, ...links.map((one) => one.replace(/\/.*$/, ''))]),
    places: new Set(
      eachMatch(namedMessenger, json)
        .map(([one]) => one)
        .filter(isName)
        .map(fold),
    ),
    numbers: eachMatch(number, json)
      .map(([one]) => figures(one))
      .join(' '),
    figures: eachMatch(ownRun, json).map(([one]) => figures(one)),
  }
  cache.set(persona, own)
  return own
}

const ownRun = /\d(?:[\s().,:/-]{0,2}\d){5,}/gu

/** Days, years and spans of them, hours, grouped thousands with their unit, a row of sizes: figures that reach nobody. */
function isHarmless(run: string): boolean {
  const parts = run.split(/[ \u00A0.-]/)
  const isYear = (part: string) => /^(?:19|20)\d\d$/.test(part)
  if (/^(?:19|20)\d\d[.-](?:0?[1-9]|1[0-2])[.-](?:0?[1-9]|[12]\d|3[01])$/.test(run)) return true
  if (/^(?:0?[1-9]|[12]\d|3[01])[ .-](?:0?[1-9]|1[0-2])[ .-](?:19|20)\d\d$/.test(run)) return true
  if (parts.length > 1 && parts.every(isYear)) return true
  if (parts.length === 2 && parts.every((part) => /^(?:[01]\d|2[0-3])[0-5]0$/.test(part))) return true
  const numbers = parts.map(Number)
  const isRow = parts.length > 2 && parts.every((part) => part === String(Number(part)))
  return isRow && numbers.every((value, at) => at === 0 || value > (numbers[at - 1] ?? value))
}

/** A name is told from a word by a figure, a sign, or by what introduces it. */
function isHandle(found: string): boolean {
  if (found.startsWith('@') || /\p{sc=Han}/u.test(found)) return true
  const rest = found.replace(anyMessenger, '')
  return /[:：@=_]|\d{5}/u.test(rest) || /[a-z][\w.-]*\d|\d[\w.-]*[a-z]/iu.test(rest)
}

const anyMessenger = new RegExp(`(?:${messenger})`, 'iu')
const namedMessenger = new RegExp(`(?<!\\p{sc=Latin})(?:${messenger})(?!\\p{sc=Latin})`, 'giu')
/** A signal and a line are everyday words; the places are written as names. */
const isName = (one: string) => !/^\p{Ll}/u.test(one)
const messengerIn = (found: string) => fold(anyMessenger.exec(found)?.[0] ?? found)
const asItIs = (text: string) => text

const figures = (text: string) => text.replace(/\D/g, '')

/** Without scheme, `www.`, and what closes the sentence around it. */
function linkForm(one: string): string {
  return fold(one)
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/[\\"'.,!?;:)\]*_~]+$/, '')
    .replace(/\/$/, '')
}

/** The host of an e-mail address of ours, found as a link. */
function isOwnMail(text: string, host: string, own: string): boolean {
  return eachMatch(mail, text).some(([one]) => one.endsWith(host.replace(/\.$/, '')) && own.includes(fold(one)))
}
