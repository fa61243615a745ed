/**
 * QQ as far as a bot sees it, over HTTP: signed pushes that come again until they are acknowledged, tokens as text that end, passive replies
 * counted by message, each number of a reply once, windows to the second, links it does not know, files good for one place. It refuses what QQ
 * refuses, with its codes. Its signatures are made with its own key, so that a mistake in ours is seen.
 */
import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import type { Clock } from '../../src/ports/clock.ts'
import {
  type Answer,
  type Asked,
  createChange,
  createPushes,
  type Push,
  post as postTo,
  servePlatform,
} from './platform-wire.ts'

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000

export const bot = { appId: '102000001', secret: 'demo-secret-1' } as const
/** `demo-secret-1`, said again to 32 bytes. */
const seed = Buffer.from('demo-secret-1demo-secret-1demo-s')
const key = createPrivateKey({
  key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]),
  ...{ format: 'der', type: 'pkcs8' },
})
const shown = createPublicKey(key)
const trace = { 'x-tps-trace-id': 'trace' }

type Body = Readonly<Record<string, unknown>>
export interface SentByUs {
  readonly id: string
  /** `users/U…` or `groups/G…`. */
  readonly to: string
  readonly type: number
  readonly text: string
  readonly file?: string
  readonly buttons: readonly { readonly label: string; readonly data: string; readonly isLink: boolean }[]
  /** The message or event that it answers. */
  readonly on: string
  readonly seq: number
}
interface Open {
  readonly to: string
  readonly until: number
  readonly isEvent: boolean
  left: number
  readonly numbers: Set<number>
}
type Planned = { readonly status: number; readonly code?: number; readonly retryAfter?: number } | 'drop'

export type QQServer = Awaited<ReturnType<typeof startQQ>>

export interface QQRules {
  readonly clock: Clock
  readonly mostReplies?: number
  readonly hasButtons?: boolean
  readonly domains?: readonly string[]
}

export async function startQQ({ clock, mostReplies = 4, hasButtons = false, domains = [] }: QQRules) {
  const sent: SentByUs[] = []
  const calls: string[] = []
  const acknowledged: string[] = []
  const open = new Map<string, Open>()
  const files = new Map<string, { readonly to: string; readonly bytes: Buffer; readonly type: number }>()
  const failures: Planned[] = []
  const change = createChange()
  let token = { value: 'QTOKEN-1', until: clock.now() + 2 * HOUR_MS }
  let nth = 0
  let audits = 0

  function headersOf(body: string): Record<string, string> {
    const timestamp = String(Math.floor(clock.now() / 1000))
    return {
      ...{ 'content-type': 'application/json', 'user-agent': 'QQBot-Callback', 'x-bot-appid': bot.appId },
      ...{ 'x-signature-timestamp': timestamp },
      'x-signature-ed25519': sign(null, Buffer.from(timestamp + body), key).toString('hex'),
    }
  }
  const post = (url: string, body: string, signal?: AbortSignal, headers = headersOf(body)) =>
    postTo(`${url}/qq`, body, headers, signal)
  const wire = createPushes<Push & { readonly body: string }>({
    change,
    post: ({ body }, endpoint, signal) => post(endpoint, body, signal),
    isTaken: ({ status, text }) => status >= 200 && status < 300 && (text === '' || JSON.parse(text).d === 0),
  })
  const { pushes } = wire
  function pushed(t: string, d: Body): string {
    const id = `${t}:${++nth}-uuid`
    wire.push({ body: JSON.stringify({ id, op: 0, s: nth, t, d }), tries: 0, isOver: false })
    return id
  }
  const stamp = () => `${new Date(clock.now() + 8 * HOUR_MS).toISOString().slice(0, 19)}+08:00`
  function opens(on: string, to: string, isEvent = false): void {
    const forMs = to.startsWith('groups/') ? 5 * MINUTE_MS : HOUR_MS
    open.set(on, { to, until: clock.now() + forMs, isEvent, left: mostReplies, numbers: new Set() })
  }
  /** As the API writes it: seconds are all it knows. */
  const messageId = () => `ROBOT1.0_m${++nth}!x=`

  function refusalOf(to: string, body: Body): { readonly status: number; readonly code: number } | undefined {
    const bad = (code: number, status = 400) => ({ status, code })
    const { msg_type: type, msg_id: messageOf, event_id: eventOf, msg_seq: seq = 1, content, media, markdown } = body
    const words = String(content ?? '')
    if (messageOf === undefined && eventOf === undefined) return bad(40034102)
    const place = open.get(String(messageOf ?? eventOf))
    if (place === undefined || place.to !== to || place.isEvent !== (messageOf === undefined)) return bad(304026)
    if (!Number.isInteger(seq) || Number(seq) < 1 || Number(seq) >= 2 ** 31) return bad(12002)
    if (place.numbers.has(Number(seq))) return bad(40054005)
    if (clock.now() >= place.until) return bad(304027)
    if (place.left <= 0) return bad(22009, 429)
    if (type === 0 && words === '') return bad(50006)
    if (type === 2 && !hasButtons) return bad(50056)
    if (type === 2 && String((markdown as Body | undefined)?.content ?? '') === '') return bad(50041)
    if (type === 7) {
      const file = files.get(String((media as Body | undefined)?.file_info))
      if (content === undefined || content === '') return bad(12002)
      if (file === undefined || file.to !== to) return bad(304083)
    }
    if (type !== 0 && type !== 2 && type !== 7) return bad(50040)
    if (words.length > 2_000) return bad(12002)
    for (const [found] of words.matchAll(/(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}/giu))
      if (!domains.some((domain) => found.toLowerCase().endsWith(domain))) return bad(304003)
    place.numbers.add(Number(seq))
    place.left -= 1
    return undefined
  }

  function answerTo({ method, path, headers, body: raw }: Asked): Answer {
    calls.push(`${method} ${path}`)
    if (method === 'GET' && path.startsWith('/files/'))
      return { body: Buffer.from(JSON.stringify(`bytes of ${path.slice(7)}`)) }
    const body = (raw.length === 0 ? {} : JSON.parse(raw.toString())) as Body
    if (path === '/app/getAppAccessToken') {
      if (body.appId !== bot.appId || body.clientSecret !== bot.secret)
        return { status: 200, body: { code: 100016, message: 'invalid appid or secret' } }
      if (token.until - clock.now() < MINUTE_MS) token = { value: `QTOKEN-${++nth}`, until: clock.now() + 2 * HOUR_MS }
      const seconds = Math.floor((token.until - clock.now()) / 1000)
      return { status: 200, body: { access_token: token.value, expires_in: String(seconds) } }
    }
    if (headers.authorization !== `QQBot ${token.value}` || token.until <= clock.now())
      return { status: 401, body: { code: 11243, message: 'check token not pass' } }
    const interaction = /^\/interactions\/(.+)$/.exec(path)
    if (method === 'PUT' && interaction) {
      acknowledged.push(decodeURIComponent(interaction[1] ?? ''))
      return { status: 204 }
    }
    const [, to = '', what] = /^\/v2\/((?:users|groups)\/[^/]+)\/(messages|files)$/.exec(path) ?? []
    if (method !== 'POST' || to === '') return { status: 404, body: { code: 11404, message: 'no such api' } }
    if (what === 'files') {
      const [bytes, type] = [Buffer.from(String(body.file_data ?? ''), 'base64'), Number(body.file_type)]
      if (bytes.length === 0 || ![1, 2, 3].includes(type)) return { status: 400, body: { code: 304082 } }
      if (body.srv_send_msg !== false) return { status: 400, body: { code: 40034102 } }
      const info = `FILE-${++nth}`
      files.set(info, { to, bytes, type })
      return { status: 200, body: { file_uuid: `uuid-${nth}`, file_info: info, ttl: 3600 } }
    }
    const failure = failures.shift()
    if (failure === 'drop') return failure
    if (failure) {
      const planned = { code: failure.code ?? 0, message: 'planned', trace_id: 'trace' }
      const later = failure.retryAfter && { 'retry-after': String(failure.retryAfter) }
      return { status: failure.status, body: planned, headers: { ...trace, ...later } }
    }
    const refused = refusalOf(to, body)
    if (refused) return { status: refused.status, body: { code: refused.code, message: 'refused', trace_id: 'trace' } }
    const { keyboard, markdown, media, content } = body as {
      readonly keyboard?: { readonly content: { readonly rows: readonly { readonly buttons: readonly Body[] }[] } }
      readonly markdown?: { readonly content: string }
      readonly media?: { readonly file_info: string }
      readonly content?: string
    }
    const id = messageId()
    const buttons = (keyboard?.content.rows ?? []).flatMap((row) => row.buttons)
    const ours: SentByUs = {
      ...{ id, to, type: Number(body.msg_type), on: String(body.msg_id ?? body.event_id), seq: Number(body.msg_seq) },
      text: (markdown?.content.replace(/\\(.)/g, '$1') ?? content ?? '').trim(),
      ...(media && { file: media.file_info }),
      buttons: buttons.map(({ render_data: look, action }) => ({
        label: String((look as Body).label),
        data: String((action as Body).data),
        isLink: (action as Body).type === 0,
      })),
    }
    sent.push(ours)
    if (audits > 0) {
      audits -= 1
      return {
        status: 202,
        body: { code: 304023, message: 'audit', data: { message_audit: { audit_id: `A-${nth}` } } },
      }
    }
    return { status: 200, body: { id, timestamp: stamp() } }
  }

  const server = await servePlatform(change, (asked) => {
    const answer = answerTo(asked)
    return answer === 'drop' ? answer : { headers: trace, ...answer }
  })

  return {
    ...{ root: server.root, until: change.until, goTo: wire.goTo, away: wire.away, idle: wire.idle },
    ...{ sent, calls, pushes, acknowledged, files, post, headersOf, pushed },
    /** As the console does when an address is saved: it asks whether it is ours, and that a wrong signature is refused. */
    async serve(url: string) {
      const body = JSON.stringify({ op: 13, d: { plain_token: 'plain-77', event_ts: '1700000000' } })
      const wrong = await post(url, body, undefined, { ...headersOf(body), 'x-signature-ed25519': 'ab'.repeat(64) })
      if (wrong.status === 200 && wrong.text !== '') throw new Error('a wrong signature is taken')
      const { plain_token: plain, signature } = JSON.parse((await post(url, body)).text)
      const isOurs = verify(null, Buffer.from(`1700000000${plain}`), shown, Buffer.from(String(signature), 'hex'))
      if (plain !== 'plain-77' || !isOurs) throw new Error('the address is not ours')
      wire.goTo(url)
    },
    says(fan: string, content: string, more: Body = {}): string {
      const id = messageId()
      opens(id, `users/${fan}`)
      pushed('C2C_MESSAGE_CREATE', { id, author: { user_openid: fan }, content, timestamp: stamp(), ...more })
      return id
    },
    /** Named, as a group sends it: with a blank before the words; `isBoth`: the same line comes as any line of the group, too. */
    saysIn(group: string, member: string, content: string, { isBoth = false } = {}): string {
      const id = messageId()
      opens(id, `groups/${group}`)
      const d = { id, group_openid: group, author: { member_openid: member }, timestamp: stamp() }
      pushed('GROUP_AT_MESSAGE_CREATE', { ...d, content: ` ${content}` })
      if (isBoth) pushed('GROUP_MESSAGE_CREATE', { ...d, content, mentions: [{ is_you: true }] })
      return id
    },
    presses(fan: string, label: string): void {
      const button = sent.filter(({ to }) => to === `users/${fan}`).flatMap(({ buttons }) => buttons)
      const data = button.findLast((one) => one.label === label)?.data
      if (data === undefined) throw new Error(`no button ${label}`)
      const resolved = { button_data: data, button_id: '1', user_id: fan }
      const about = { id: `act-${++nth}`, type: 11, chat_type: 2, user_openid: fan, timestamp: stamp() }
      opens(pushed('INTERACTION_CREATE', { ...about, data: { resolved } }), `users/${fan}`, true)
    },
    happens(t: 'FRIEND_ADD' | 'FRIEND_DEL', openid: string): void {
      const id = pushed(t, { openid, timestamp: Math.floor(clock.now() / 1000) })
      if (t === 'FRIEND_ADD') opens(id, `users/${openid}`, true)
    },
    /** The last push comes once more, signed anew. */
    async redeliver() {
      const last = pushes.at(-1)
      const to = wire.endpoint()
      if (last && to !== undefined) await post(to, last.body)
    },
    fails: (failure: Planned) => void failures.push(failure),
    /** The next `many` are taken, and examined first. */
    examines: (many: number) => {
      audits = many
    },
    replaceToken() {
      token = { value: `QTOKEN-${++nth}`, until: clock.now() + 2 * HOUR_MS }
    },
    token: () => token.value,
    async [Symbol.asyncDispose]() {
      wire.close()
      await server[Symbol.asyncDispose]()
    },
  }
}
