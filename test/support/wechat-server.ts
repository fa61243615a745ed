/**
 * WeChat as far as an Official Account sees it, over HTTP: pushes with signatures in every mode, three tries, tokens that end, windows and
 * counts to the letter, and its error bodies, always with status 200. It refuses what WeChat refuses. Its pushes are made with its own
 * cipher, so that a mistake in ours is seen.
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import type { Clock } from '../../src/ports/clock.ts'
import {
  type Answer,
  type Answered,
  type Asked,
  createChange,
  createPushes,
  type Push,
  post as postTo,
  servePlatform,
} from './platform-wire.ts'

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000
const MOST_TEXT = 2048

export const account = {
  appId: 'wxdemo0000000001',
  secret: 'demo-app-secret-0123456789abcdef',
  token: 'demotoken123',
  aesKey: `${'A'.repeat(20)}${'b'.repeat(20)}123`,
  gh: 'gh_demo01',
} as const

export type Mode = 'plain' | 'compatible' | 'safe'
type Body = Readonly<Record<string, unknown>>
export interface SentByUs {
  readonly id: string
  readonly to: string
  readonly type: string
  readonly text: string
  readonly items: readonly { readonly id: string; readonly content: string }[]
  readonly mediaId?: string
}
interface Window {
  until: number
  left: number
}
interface WeChatPush extends Push {
  readonly fields: Readonly<Record<string, string | number>>
  readonly fan: string
  /** What it was answered with in the end; `grey`: the fan saw a system line. */
  readonly outcome: string | undefined
  answered?: string | undefined
}

const sha1 = (...parts: readonly string[]) =>
  createHash('sha1')
    .update([...parts].sort().join(''))
    .digest('hex')
const aes = Buffer.from(`${account.aesKey}=`, 'base64')

export function seal(words: string, appId: string = account.appId, padTo = 32): string {
  const body = Buffer.from(words)
  const size = Buffer.alloc(4)
  size.writeUInt32BE(body.length)
  const plain = Buffer.concat([randomBytes(16), size, body, Buffer.from(appId)])
  const pad = padTo - (plain.length % padTo)
  const cipher = createCipheriv('aes-256-cbc', aes, aes.subarray(0, 16)).setAutoPadding(false)
  return Buffer.concat([cipher.update(plain), cipher.update(Buffer.alloc(pad, pad)), cipher.final()]).toString('base64')
}

function unseal(encrypted: string): string {
  const decipher = createDecipheriv('aes-256-cbc', aes, aes.subarray(0, 16)).setAutoPadding(false)
  const plain = Buffer.concat([decipher.update(Buffer.from(encrypted, 'base64')), decipher.final()])
  return plain.subarray(20, 20 + plain.readUInt32BE(16)).toString()
}

const xml = (fields: Readonly<Record<string, string | number>>) =>
  `<xml>${Object.entries(fields)
    .map(([name, value]) =>
      typeof value === 'number'
        ? `<${name}>${value}</${name}>`
        : `<${name}><![CDATA[${value.replaceAll(']]>', ']]]]><![CDATA[>')}]]></${name}>`,
    )
    .join('')}</xml>`

/** What each kind may weigh, in bytes, and how such a file begins. */
const uploads: Readonly<Record<string, { readonly most: number; readonly isIt: (bytes: Buffer) => boolean }>> = {
  image: { most: 10 << 20, isIt: (bytes) => /^(\x89PNG|\xff\xd8\xff|GIF8)/.test(bytes.toString('latin1', 0, 4)) },
  voice: { most: 2 << 20, isIt: (bytes) => /^(#!AMR|ID3|\xff[\xfb\xf3])/.test(bytes.toString('latin1', 0, 5)) },
  video: { most: 10 << 20, isIt: (bytes) => bytes.toString('latin1', 4, 8) === 'ftyp' },
  thumb: { most: 64 << 10, isIt: (bytes) => bytes.toString('latin1', 0, 3) === '\xff\xd8\xff' },
}
const bytesOf = (value: unknown) => Buffer.byteLength(String(value ?? ''))

/** 0: it takes the menu. */
function menuRefusal(button: unknown): number {
  if (!Array.isArray(button) || button.length < 1 || button.length > 3) return 40016
  for (const one of button as readonly Body[]) {
    const below = one.sub_button as readonly Body[] | undefined
    if (one.name === undefined || bytesOf(one.name) > 16) return 40018
    if (below === undefined ? itemRefusal(one) : below.length < 1 || below.length > 5) return below ? 40023 : 40017
    for (const item of below ?? []) {
      if (bytesOf(item.name) > 60) return 40025
      if (itemRefusal(item)) return 40024
    }
  }
  return 0
}
function itemRefusal({ type, key, url }: Body): boolean {
  if (type === 'click') return typeof key !== 'string' || bytesOf(key) > 128 || url !== undefined
  return type !== 'view' || !/^https?:/.test(String(url)) || bytesOf(url) > 1024 || key !== undefined
}
/** As it is given back. */
const withEmptyBelow = (items: readonly Body[]): readonly Body[] =>
  items.map((one) => ({ ...one, sub_button: withEmptyBelow((one.sub_button ?? []) as readonly Body[]) }))

export type WeChatServer = Awaited<ReturnType<typeof startWeChat>>

export async function startWeChat({ clock, mode = 'plain' }: { readonly clock: Clock; readonly mode?: Mode }) {
  const sent: SentByUs[] = []
  const calls: string[] = []
  const windows = new Map<string, Window>()
  const strangers = new Set<string>()
  const media = new Map<string, { readonly bytes: Buffer; readonly type: string; readonly at: number }>()
  const failures: ({ readonly errcode: number } | 'drop')[] = []
  const change = createChange()
  let token = { value: 'TOKEN-1', until: clock.now() + 7200_000, isBroken: false }
  let nth = 0
  let menu: Body | undefined
  let lastForced = Number.NEGATIVE_INFINITY

  function opens(fan: string, forMs: number, left: number): void {
    const now = clock.now()
    const before = windows.get(fan)
    const isOpen = before !== undefined && before.until > now
    windows.set(fan, {
      until: Math.max(isOpen ? before.until : 0, now + forMs),
      left: Math.max(isOpen ? before.left : 0, left),
    })
  }

  function queryOf(...more: readonly string[]): URLSearchParams {
    const [timestamp, nonce] = [String(Math.floor(clock.now() / 1000)), String(++nth + 1000)]
    const query = new URLSearchParams({ timestamp, nonce, signature: sha1(account.token, timestamp, nonce) })
    if (more.length > 0) {
      query.set('encrypt_type', 'aes')
      query.set('msg_signature', sha1(account.token, timestamp, nonce, ...more))
    }
    return query
  }
  function wire(fields: WeChatPush['fields']): { readonly query: URLSearchParams; readonly body: string } {
    const words = xml(fields)
    if (mode === 'plain') return { query: queryOf(), body: words }
    const encrypted = seal(words)
    const clear = mode === 'compatible' ? fields : { ToUserName: account.gh }
    return { query: queryOf(encrypted), body: xml({ ...clear, Encrypt: encrypted }) }
  }
  const post = (url: string, query: URLSearchParams, body: string, signal?: AbortSignal) =>
    postTo(`${url}/wechat?${query}`, body, {}, signal)

  /** What WeChat makes of an answer: undefined where it tries again. */
  function outcomeOf(push: WeChatPush, { status, text }: Answered): string | undefined {
    if (status !== 200) return undefined
    if (text === '' || text === 'success') return 'silent'
    const read = mode === 'safe' ? unsealed(text) : text
    const [, type] = /<MsgType><!\[CDATA\[(\w+)\]\]><\/MsgType>/.exec(read) ?? []
    const isTheirs =
      read.includes(`<ToUserName><![CDATA[${push.fan}]]></ToUserName>`) &&
      read.includes(`<FromUserName><![CDATA[${account.gh}]]></FromUserName>`)
    const [, words] = /<Content>(.*)<\/Content>/s.exec(read) ?? []
    if (type !== 'text' || !isTheirs || words === undefined) return 'grey'
    return `said: ${words.replace(/<!\[CDATA\[|\]\]>/g, '')}`
  }
  function unsealed(text: string): string {
    const part = (name: string) =>
      new RegExp(`<${name}>(?:<!\\[CDATA\\[)?(.*?)(?:\\]\\]>)?</${name}>`, 's').exec(text)?.[1] ?? ''
    const isSigned = part('MsgSignature') === sha1(account.token, part('TimeStamp'), part('Nonce'), part('Encrypt'))
    return isSigned ? unseal(part('Encrypt')) : ''
  }

  const wired = createPushes<WeChatPush>({
    change,
    post({ fields }, endpoint, signal) {
      const { query, body } = wire(fields)
      return post(endpoint, query, body, signal)
    },
    isTaken(answered, push) {
      push.answered = outcomeOf(push, answered)
      return push.answered !== undefined
    },
    mostTries: 3,
  })
  const { pushes } = wired
  const pushed = (fan: string, fields: Readonly<Record<string, string | number>>): WeChatPush =>
    wired.push({
      ...{ fan, tries: 0, isOver: false },
      fields: {
        ...{ ToUserName: account.gh, FromUserName: fan, CreateTime: Math.floor(clock.now() / 1000) },
        ...fields,
      },
      get outcome() {
        return this.isOver ? (this.answered ?? 'grey') : undefined
      },
    })
  const msgId = () => `73000000000000${String(100_000 + ++nth)}`

  function refusalOf(body: Body, raw: string): number {
    const [fan, type] = [String(body.touser), String(body.msgtype)]
    const inner = body[type] as Body | undefined
    if (/\\u[\da-f]{4}/i.test(raw)) return 40033
    if (!/^o\w+$/.test(fan)) return 40003
    if (!['text', 'image', 'voice', 'video', 'msgmenu', 'news'].includes(type) || !inner) return 40008
    const words = String(inner.content ?? inner.head_content ?? '')
    if ((type === 'text' || type === 'msgmenu') && words === '') return 44004
    if (Buffer.byteLength(words) > MOST_TEXT) return 45002
    const isKept = (id: unknown, as: string) => {
      const file = media.get(String(id))
      return file !== undefined && file.type === as && clock.now() - file.at <= 72 * HOUR_MS
    }
    if (type === 'image' || type === 'voice' || type === 'video') {
      if (!isKept(inner.media_id, type)) return 40007
      if (type === 'video' && !isKept(inner.thumb_media_id, 'thumb')) return 40007
    }
    const window = windows.get(fan)
    if (strangers.has(fan) || !window || window.until <= clock.now()) return 45015
    if (window.left <= 0) return 45047
    window.left -= 1
    return 0
  }

  function saidTo({ path, query, headers, body: raw }: Asked): object | Buffer | 'drop' {
    calls.push(path)
    const [, video] = /^\/video\/(.+)$/.exec(path) ?? []
    if (video !== undefined) return media.get(video)?.bytes ?? { errcode: 40007, errmsg: 'gone' }
    if (path === '/cgi-bin/stable_token') {
      const { appid, secret, force_refresh: isForced } = JSON.parse(raw.toString())
      if (appid !== account.appId) return { errcode: 40013, errmsg: 'invalid appid rid: 0-0' }
      if (secret !== account.secret) return { errcode: 40125, errmsg: 'invalid appsecret rid: 0-0' }
      if (isForced && clock.now() - lastForced < 30_000)
        return { errcode: 45011, errmsg: 'api minute-quota reach limit' }
      if (isForced) lastForced = clock.now()
      if (isForced || token.until <= clock.now())
        token = { value: `TOKEN-${++nth}`, until: clock.now() + 7200_000, isBroken: false }
      return { access_token: token.value, expires_in: Math.floor((token.until - clock.now()) / 1000) }
    }
    const shown = query.get('access_token')
    if (shown === token.value && token.until <= clock.now()) return { errcode: 42001, errmsg: 'access_token expired' }
    if (shown !== token.value || token.isBroken) return { errcode: 40001, errmsg: 'invalid credential rid: 0-0' }
    if (path === '/cgi-bin/media/get') {
      const file = media.get(query.get('media_id') ?? '')
      // A video lies elsewhere, and is told by its address.
      if (file?.type === 'video') return { video_url: `${server.root}/video/${query.get('media_id')}` }
      return file ? file.bytes : { errcode: 40007, errmsg: 'invalid media_id' }
    }
    if (path === '/cgi-bin/media/upload') {
      if (!headers['content-type']?.startsWith('multipart/form-data'))
        return { errcode: 41005, errmsg: 'media data missing' }
      const text = raw.toString('latin1')
      const begin = text.indexOf('\r\n\r\n') + 4
      const bytes = raw.subarray(begin, text.lastIndexOf('\r\n--'))
      const kind = query.get('type') ?? ''
      const { most, isIt } = uploads[kind] ?? {}
      if (most === undefined || !isIt?.(bytes)) return { errcode: 40005, errmsg: 'invalid file type' }
      if (bytes.length > most) return { errcode: 45001, errmsg: 'media size out of limit' }
      const id = `MEDIA-${++nth}`
      media.set(id, { bytes, type: kind, at: clock.now() })
      const name = kind === 'thumb' ? 'thumb_media_id' : 'media_id'
      return { type: kind, [name]: id, created_at: Math.floor(clock.now() / 1000) }
    }
    if (path === '/cgi-bin/menu/get') return menu ? { menu } : { errcode: 46003, errmsg: 'menu no exist hint: [x]' }
    const body = JSON.parse(raw.toString()) as Body
    if (path === '/cgi-bin/menu/create') {
      const errcode = menuRefusal(body.button)
      if (errcode !== 0) return { errcode, errmsg: 'invalid menu rid: 0-0' }
      menu = { button: withEmptyBelow(body.button as readonly Body[]) }
      return { errcode: 0, errmsg: 'ok' }
    }
    if (path === '/cgi-bin/qrcode/create')
      return { ticket: `gQ${JSON.stringify(body.action_info).length}==`, url: 'http://weixin.qq.com/q/demo' }
    if (path === '/cgi-bin/message/custom/typing') return { errcode: 0, errmsg: 'ok' }
    if (path !== '/cgi-bin/message/custom/send') return { errcode: 40066, errmsg: 'invalid url' }
    const failure = failures.shift()
    if (failure) return failure === 'drop' ? 'drop' : { ...failure, errmsg: 'planned rid: 0-0' }
    const errcode = refusalOf(body, raw.toString())
    if (errcode !== 0) return { errcode, errmsg: 'refused rid: 00000000-00000000-00000000' }
    const inner = body[String(body.msgtype)] as Body
    sent.push({
      ...{ id: `sent-${++nth}`, to: String(body.touser), type: String(body.msgtype) },
      text: String(inner.content ?? inner.head_content ?? ''),
      items: (inner.list ?? []) as SentByUs['items'],
      ...(typeof inner.media_id === 'string' && { mediaId: inner.media_id }),
    })
    return { errcode: 0, errmsg: 'ok' }
  }

  function answerTo(asked: Asked): Answer {
    const body = saidTo(asked)
    if (body === 'drop') return body
    if (!Buffer.isBuffer(body)) return { body }
    return { body, headers: { 'content-type': asked.path.startsWith('/video/') ? 'video/mp4' : 'image/jpeg' } }
  }
  const server = await servePlatform(change, answerTo)

  return {
    ...{ root: server.root, until: change.until, goTo: wired.goTo, away: wired.away, idle: wired.idle },
    ...{ sent, calls, pushes, media, post, queryOf },
    /** As in the console: it is asked with a signed echo. */
    async serve(url: string) {
      const query = queryOf()
      query.set('echostr', 'echo-77')
      const answer = await fetch(`${url}/wechat?${query}`)
      if ((await answer.text()) !== 'echo-77') throw new Error('the address is not ours')
      wired.goTo(url)
    },
    says(fan: string, text: string, more: Readonly<Record<string, string>> = {}) {
      opens(fan, 48 * HOUR_MS, 5)
      return pushed(fan, { MsgType: 'text', Content: text, MsgId: msgId(), ...more })
    },
    sends(fan: string, fields: Readonly<Record<string, string>>) {
      opens(fan, 48 * HOUR_MS, 5)
      return pushed(fan, { MsgId: msgId(), ...fields })
    },
    taps(fan: string, label: string) {
      const item = sent.findLast(({ to, items }) => to === fan && items.some(({ content }) => content === label))
      const id = item?.items.find(({ content }) => content === label)?.id
      if (id === undefined) throw new Error(`no item ${label}`)
      opens(fan, MINUTE_MS, 3)
      return pushed(fan, { MsgType: 'text', Content: label, MsgId: msgId(), bizmsgmenuid: id })
    },
    happens(fan: string, Event: string, more: Readonly<Record<string, string>> = {}) {
      if (Event === 'unsubscribe') strangers.add(fan)
      if (Event === 'subscribe') strangers.delete(fan)
      if (['subscribe', 'SCAN', 'CLICK'].includes(Event)) opens(fan, MINUTE_MS, 3)
      return pushed(fan, { MsgType: 'event', Event, EventKey: '', ...more })
    },
    /** The last push comes once more, signed anew. */
    async redeliver() {
      const last = pushes.at(-1)
      const endpoint = wired.endpoint()
      if (!last || endpoint === undefined) return
      const { query, body } = wire(last.fields)
      await post(endpoint, query, body)
    },
    fails: (failure: { readonly errcode: number } | 'drop') => void failures.push(failure),
    /** The token is replaced behind our back; `isBroken`: the same is given out, and refused, until one asks by force. */
    replaceToken(isBroken = false) {
      if (isBroken) token.isBroken = true
      else token = { value: `TOKEN-${++nth}`, until: clock.now() + 7200_000, isBroken: false }
    },
    token: () => token.value,
    menu: () => menu,
    async [Symbol.asyncDispose]() {
      wired.close()
      await server[Symbol.asyncDispose]()
    },
  }
}
