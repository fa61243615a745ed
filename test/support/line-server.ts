/**
 * LINE as far as an Official Account sees it, over HTTP: pushes of several fans in one, signed over their bytes, that come again late; reply
 * tokens that work once and for a minute; pushes counted by the month, taken once under their key. It refuses what LINE refuses.
 */
import { createHmac } from 'node:crypto'
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

const MINUTE_MS = 60_000
export const channel = { token: 'line-channel-token-0123456789', secret: 'linesecret-of-the-demo' } as const

type Body = Readonly<Record<string, unknown>>
export interface SentByUs {
  readonly id: string
  readonly to: string
  readonly text: string
  readonly how: 'reply' | 'push'
  readonly image?: string
  readonly buttons: readonly { readonly label: string; readonly data: string }[]
}
type Planned =
  | { readonly status: number; readonly message?: string; readonly retryAfter?: number }
  | 'drop'
  | 'lose the answer'
interface Bubble {
  readonly type: string
  readonly hero?: { readonly type: string; readonly url: string }
  readonly body: { readonly type: string; readonly contents: readonly Body[] }
  readonly footer?: { readonly type: string; readonly contents: readonly { readonly action: Body }[] }
}
/** Words for where no bubble can be shown, a picture by https, no empty text, pages of the web alone. */
function isBubble({ altText, contents }: Body): boolean {
  const { type, hero, body, footer } = contents as Bubble
  const isUrl = (url: unknown) => /^https:\/\/[^\s]+$/.test(String(url)) && String(url).length <= 1_000
  if (typeof altText !== 'string' || altText === '' || altText.length > 400) return false
  if (type !== 'bubble' || (hero && (hero.type !== 'image' || !isUrl(hero.url)))) return false
  if (body.type !== 'box' || body.contents.length === 0 || JSON.stringify(contents).length > 30_000) return false
  if (body.contents.some((one) => one.type !== 'text' || String(one.text ?? '') === '')) return false
  const actions = footer?.contents.map(({ action }) => action)
  return actions === undefined || (actions.length > 0 && actions.every(({ type, uri }) => type === 'uri' && isUrl(uri)))
}
export type LineServer = Awaited<ReturnType<typeof startLine>>

export async function startLine({ clock, quota = 200 }: { readonly clock: Clock; readonly quota?: number }) {
  const sent: SentByUs[] = []
  const calls: string[] = []
  const tokens = new Map<string, { readonly to: string; readonly until: number; isUsed: boolean }>()
  const keys = new Map<string, string>()
  const names = new Map<string, string>()
  const media = new Map<string, { readonly bytes: Buffer; isReady: boolean }>()
  const failures: Planned[] = []
  const change = createChange()
  let used = 0
  let nth = 0

  const signed = (body: string) => createHmac('sha256', channel.secret).update(body).digest('base64')
  const headersFor = (signature: string) => ({ 'content-type': 'application/json', 'x-line-signature': signature })
  const post = (url: string, body: string, signal?: AbortSignal, signature = signed(body)) =>
    postTo(`${url}/line`, body, headersFor(signature), signal)
  /** Redelivery is switched on in the console. */
  const wire = createPushes<Push & { readonly body: string }>({
    change,
    post: ({ body }, endpoint, signal) => post(endpoint, body, signal),
    isTaken: ({ status }) => status === 200,
  })
  const { pushes } = wire
  function pushed(...events: readonly Body[]): void {
    wire.push({ body: JSON.stringify({ destination: 'Udemo', events }), tries: 0, isOver: false })
  }
  /** `where`: `U…` a fan, `C…` a group, `R…` a room. */
  function event(where: string, more: Body, userId = where): Body {
    const type = where.startsWith('C') ? 'group' : where.startsWith('R') ? 'room' : 'user'
    const source = { type, ...(type !== 'user' && { [`${type}Id`]: where }), ...(userId.startsWith('U') && { userId }) }
    const replyToken = `reply-${++nth}`
    tokens.set(replyToken, { to: where, until: clock.now() + MINUTE_MS, isUsed: false })
    const about = { mode: 'active', timestamp: clock.now(), source, webhookEventId: `01EVENT${nth}` }
    return { ...about, replyToken, deliveryContext: { isRedelivery: false }, ...more }
  }
  const textEvent = (where: string, text: string, more: Body = {}, userId?: string) =>
    event(where, { type: 'message', message: { id: String(5_000_000 + ++nth), type: 'text', text, ...more } }, userId)

  function messagesOf(body: Body): readonly Body[] | undefined {
    const { messages } = body
    if (!Array.isArray(messages) || messages.length === 0 || messages.length > 5) return undefined
    for (const one of messages as readonly Body[]) {
      const items = (
        (one.quickReply as { readonly items?: readonly { readonly action: Body }[] } | undefined)?.items ?? []
      ).map(({ action }) => action)
      if (items.length > 13) return undefined
      if (
        items.some(
          ({ label, data = '' }) => String(label).length > 20 || String(label) === '' || String(data).length > 300,
        )
      )
        return undefined
      if (one.type === 'text' && (one.text === '' || String(one.text).length > 5_000)) return undefined
      if (one.type === 'image' && !String(one.originalContentUrl).startsWith('https://')) return undefined
      if (one.type === 'flex' && !isBubble(one)) return undefined
      if (one.type !== 'text' && one.type !== 'image' && one.type !== 'flex') return undefined
    }
    return messages as readonly Body[]
  }
  function taken(to: string, how: 'reply' | 'push', messages: readonly Body[]) {
    const sentMessages = messages.map((one) => {
      const id = String(9_000_000 + ++nth)
      const quick =
        (one.quickReply as { readonly items: readonly { readonly action: Body }[] } | undefined)?.items ?? []
      const bubble = one.type === 'flex' ? (one.contents as Bubble) : undefined
      const pressed = [...(bubble?.footer?.contents ?? []), ...quick]
      const buttons = pressed.map(({ action }) => ({
        label: String(action.label),
        data: String(action.data ?? action.uri),
      }))
      const shown = one.originalContentUrl ?? bubble?.hero?.url
      const image = shown === undefined ? {} : { image: String(shown) }
      const text = String(one.text ?? bubble?.body.contents.map((line) => line.text).join('\n') ?? '')
      sent.push({ id, to, how, text, buttons, ...image })
      return { id, quoteToken: `q${id}` }
    })
    return { status: 200, body: { sentMessages } }
  }

  function answerTo({ method, path, headers, body: raw }: Asked): Answer {
    calls.push(`${method} ${path}`)
    const no = (status: number, message: string) => ({ status, body: { message } })
    if (headers.authorization !== `Bearer ${channel.token}`)
      return no(401, 'Authentication failed. Confirm that the access token is valid.')
    const [, content] = /^\/v2\/bot\/message\/([^/]+)\/content$/.exec(path) ?? []
    if (content !== undefined) {
      const file = media.get(content)
      if (!file) return no(404, 'Not found')
      if (file.isReady) return { body: file.bytes }
      file.isReady = true
      return { status: 202, body: {} }
    }
    if (path === '/v2/bot/info')
      return { status: 200, body: { userId: 'Udemo', basicId: '@tidewater', displayName: 'Tidewater' } }
    if (path === '/v2/bot/message/quota') return { status: 200, body: { type: 'limited', value: quota } }
    if (path === '/v2/bot/message/quota/consumption') return { status: 200, body: { totalUsage: used } }
    const [, person] = /^\/v2\/bot\/(?:profile|(?:group|room)\/[^/]+\/member)\/([^/]+)$/.exec(path) ?? []
    if (person !== undefined) {
      const displayName = names.get(person)
      return displayName === undefined ? no(404, 'Not found') : { status: 200, body: { displayName, userId: person } }
    }
    const body = JSON.parse(raw.toString()) as Body
    if (path === '/v2/bot/chat/loading/start') return { status: 202, body: {} }
    const failure = failures.shift()
    if (failure === 'drop') return failure
    if (failure !== undefined && failure !== 'lose the answer')
      return {
        ...no(failure.status, failure.message ?? 'planned'),
        ...(failure.retryAfter && { headers: { 'retry-after': String(failure.retryAfter) } }),
      }
    const isLost = failure === 'lose the answer'
    const messages = messagesOf(body)
    if (!messages) return no(400, 'The request body has 1 error(s)')
    const key = headers['x-line-retry-key']
    if (path === '/v2/bot/message/reply') {
      // Only calls that know a key may have one.
      if (key !== undefined) return no(400, 'x-line-retry-key is not allowed here')
      const token = tokens.get(String(body.replyToken))
      if (!token || token.isUsed || token.until <= clock.now()) return no(400, 'Invalid reply token')
      token.isUsed = true
      const answer = taken(token.to, 'reply', messages)
      return isLost ? 'drop' : answer
    }
    if (path !== '/v2/bot/message/push') return no(404, 'Not found')
    if (key !== undefined && !/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(String(key)))
      return no(400, 'bad retry key')
    if (typeof key === 'string' && keys.has(key))
      return { status: 409, body: { message: 'The retry key is already accepted' } }
    if (used >= quota) return no(429, 'You have reached your monthly limit.')
    used += 1
    if (typeof key === 'string') keys.set(key, String(body.to))
    const answer = taken(String(body.to), 'push', messages)
    return isLost ? 'drop' : answer
  }

  const server = await servePlatform(change, answerTo)

  return {
    ...{ root: server.root, until: change.until, sent, calls, pushes, names, media, post, pushed, event, textEvent },
    goTo: wire.goTo,
    used: () => used,
    /** As in the console: an empty list of events has to be taken. */
    async serve(url: string) {
      const { status } = await post(url, '{"destination":"Udemo","events":[]}')
      if (status !== 200) throw new Error('the address is not ours')
      wire.goTo(url)
    },
    says: (where: string, text: string, more: Body = {}, userId?: string) =>
      pushed(textEvent(where, text, more, userId)),
    taps(fan: string, label: string) {
      const button = sent
        .filter(({ to }) => to === fan)
        .flatMap(({ buttons }) => buttons)
        .findLast((one) => one.label === label)
      if (!button) throw new Error(`no button ${label}`)
      pushed(event(fan, { type: 'postback', postback: { data: button.data } }))
    },
    /** The last push comes once more. */
    async redeliver() {
      const last = pushes.at(-1)
      const to = wire.endpoint()
      if (last && to !== undefined) await post(to, last.body)
    },
    fails: (failure: Planned) => void failures.push(failure),
    async [Symbol.asyncDispose]() {
      wire.close()
      await server[Symbol.asyncDispose]()
    },
  }
}
