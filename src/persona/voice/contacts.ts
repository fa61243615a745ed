/** Ways to reach or pay somebody in a draft: links, addresses, numbers. Only the persona's own may be given; a model may have them from whoever talks to it. */
import { fold } from '../../words/letters/fold.ts'
import { eachMatch } from '../../words/phrases/each-match.ts'
import { either, eitherOf } from '../../words/phrases/either.ts'
import type { Persona } from '../persona.ts'
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
const handle =
  /(?<![\w@./])@[a-z][\w.]{3,31}|(?:微信|薇信|wechat|weixin|qq|whatsapp|telegram|signal|飞机|line id)(?:号|群|[:：\s]|是|为|id){0,3}\s?[a-z0-9_-]{5,32}/giu
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
  add(account, 'an account that is not the brand’s', () => false)
  add(handle, 'a name that is not the brand’s', (one) => own.text.includes(fold(one)))
  add(street, 'an address that is not the brand’s', (one) => own.text.includes(fold(one)))
  return found
}

interface Own {
  readonly text: string
  readonly links: ReadonlySet<string>
  readonly numbers: string
}

const cache = new WeakMap<Persona, Own>()
function ownOf(persona: Persona): Own {
  const known = cache.get(persona)
  if (known) return known
  const { folder: _, ...words } = persona
  const text = JSON.stringify(words)
  const links = eachMatch(link, text).map(([one]) => linkForm(one))
  const own = {
    text: fold(text),
    links: new Set([...links, ...links.map((one) => one.replace(/\/.*$/, ''))]),
    numbers: eachMatch(number, text)
      .map(([one]) => figures(one))
      .join(' '),
  }
  cache.set(persona, own)
  return own
}

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
