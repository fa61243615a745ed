/**
 * WhatsApp's Cloud API as far as a business sees it, over HTTP: pushes signed over their bytes with letters escaped as Meta escapes them, many in
 * one, again until they are answered; a window of a day to the second; limits of texts, buttons and rows; what is taken and fails later. It
 * refuses what WhatsApp refuses, with its codes.
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

const DAY_MS = 24 * 3_600_000
export const business = {
  ...{ token: 'EAAG-demo-token-0123456789', appSecret: 'appsecret-of-the-demo', verifyToken: 'verify-demo-77' },
  ...{ numbers: ['106540352242922', '106540352242933'] as const, shown: '+44 20 7946 0000' },
  template: { name: 'answer_waiting', langs: ['en_GB', 'zh_CN'] },
}

type Body = Readonly<Record<string, unknown>>
export interface SentByUs {
  readonly id: string
  readonly number: string
  readonly to: string
  readonly type: string
  readonly text: string
  readonly file?: string
  readonly page?: { readonly label: string; readonly url: string }
  /** Its name and language. */
  readonly template?: string
  readonly buttons: readonly { readonly id: string; readonly title: string }[]
  readonly on?: string
}
type Planned = { readonly status: number; readonly code: number; readonly retryAfter?: number } | 'drop'
export type WhatsAppServer = Awaited<ReturnType<typeof startWhatsApp>>

export async function startWhatsApp({ clock }: { readonly clock: Clock }) {
  const sent: SentByUs[] = []
  const calls: string[] = []
  const reactions: Body[] = []
  const windows = new Map<string, number>()
  const media = new Map<string, { readonly name: string; readonly bytes: Buffer; readonly mime: string }>()
  const failures: Planned[] = []
  const change = createChange()
  let nth = 0

  /** Letters beyond ASCII are escaped, in lower case: only the bytes as they came fit the signature. */
  const escaped = (value: unknown) =>
    JSON.stringify(value).replace(
      /[\u0080-\uffff]/g,
      (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
    )
  const signed = (body: string) => `sha256=${createHmac('sha256', business.appSecret).update(body).digest('hex')}`
  const headersFor = (signature: string) => ({ 'content-type': 'application/json', 'x-hub-signature-256': signature })
  const post = (url: string, body: string, signal?: AbortSignal, signature = signed(body)) =>
    postTo(`${url}/whatsapp`, body, headersFor(signature), signal)
  const wire = createPushes<Push & { readonly body: string }>({
    change,
    post: ({ body }, endpoint, signal) => post(endpoint, body, signal),
    isTaken: ({ status }) => status === 200,
  })
  const { pushes } = wire
  function pushed(...values: readonly Body[]): void {
    const changes = values.map((value) => ({ field: 'messages', value: { messaging_product: 'whatsapp', ...value } }))
    const body = escaped({ object: 'whatsapp_business_account', entry: [{ id: '1', changes }] })
    wire.push({ body, tries: 0, isOver: false })
  }
  const seconds = () => String(Math.floor(clock.now() / 1000))
  const wamid = () => `wamid.HBg${100_000 + ++nth}==`
  /** `fan`: digits, a telephone number; else one who keeps it to themselves. */
  function valueFrom(fan: string, message: Body, number: string = business.numbers[0], name = 'Ana') {
    const isPhone = /^\d+$/.test(fan)
    windows.set(`${number} ${fan}`, clock.now() + DAY_MS)
    return {
      metadata: { display_phone_number: business.shown.replace(/\D/g, ''), phone_number_id: number },
      contacts: [{ profile: { name }, ...(isPhone ? { wa_id: fan } : { user_id: fan }) }],
      messages: [{ ...(isPhone ? { from: fan } : { from_user_id: fan }), timestamp: seconds(), ...message }],
    }
  }

  function refusalOf(number: string, body: Body): number {
    const fan = String(body.to ?? body.recipient ?? '')
    const [type, inner] = [String(body.type), (body[String(body.type)] ?? {}) as Body]
    if (body.messaging_product !== 'whatsapp' || fan === '') return 100
    if ((body.to === undefined) === /^\d+$/.test(fan)) return 100
    const until = windows.get(`${number} ${fan}`)
    if (type === 'template') {
      const { code } = (inner.language ?? {}) as Body
      return business.template.langs.some((one) => one === code) && inner.name === business.template.name ? 0 : 132001
    }
    if (until === undefined || clock.now() >= until) return 131047
    if (type === 'text' && (inner.body === '' || String(inner.body).length > 4096)) return 100
    if (['image', 'video', 'document', 'audio', 'sticker'].includes(type)) {
      if (!media.has(String(inner.id))) return 131053
      if (String(inner.caption ?? '').length > 1024 || (type === 'audio' && inner.caption !== undefined)) return 100
    }
    if (type === 'interactive') {
      const words = String((inner.body as Body | undefined)?.text ?? '')
      if (words === '' || words.length > 1024) return 131009
      const head = inner.header as { readonly type?: string; readonly image?: Body } | undefined
      if (head && (head.type !== 'image' || !media.has(String(head.image?.id)))) return 131053
      if (inner.type === 'cta_url') return pageOf(inner) === undefined ? 131009 : 0
      const chosen = choicesOf(inner)
      const most = inner.type === 'button' ? { many: 3, long: 20 } : { many: 10, long: 24 }
      if (chosen.length === 0 || chosen.length > most.many) return 131009
      if (chosen.some(({ id, title }) => Buffer.byteLength(id) > 200 || title.length > most.long || title === ''))
        return 131009
      if (new Set(chosen.map(({ id }) => id)).size < chosen.length) return 131009
    }
    return 0
  }
  /** Of a message with one button that opens a page. */
  function pageOf({ type, action }: Body): { readonly label: string; readonly url: string } | undefined {
    const { name, parameters = {} } = (action ?? {}) as { readonly name?: string; readonly parameters?: Body }
    const [label, url] = [String(parameters.display_text ?? ''), String(parameters.url ?? '')]
    const isGood = type === 'cta_url' && name === 'cta_url' && label !== '' && label.length <= 20 && URL.canParse(url)
    return isGood ? { label, url } : undefined
  }
  function choicesOf({ action }: Body): readonly { readonly id: string; readonly title: string }[] {
    const { buttons = [], sections = [] } = (action ?? {}) as {
      readonly buttons?: readonly { readonly reply: { readonly id: string; readonly title: string } }[]
      readonly sections?: readonly { readonly rows: readonly { readonly id: string; readonly title: string }[] }[]
    }
    return [...buttons.map(({ reply }) => reply), ...sections.flatMap(({ rows }) => rows)]
  }

  function answerTo({ method, path, headers, body: raw }: Asked): Answer {
    calls.push(`${method} ${path}`)
    const error = (status: number, code: number) => ({
      ...{ status, body: { error: { message: 'refused', type: 'OAuthException', code, fbtrace_id: 'A' } } },
    })
    if (headers.authorization !== `Bearer ${business.token}`) return error(401, 190)
    const [first = '', second] = path.slice(1).split('/')
    if (first === 'files' && second !== undefined) return { body: media.get(second)?.bytes ?? Buffer.from('') }
    if (method === 'GET' && (business.numbers as readonly string[]).includes(first))
      return { status: 200, body: { verified_name: 'Tidewater', display_phone_number: business.shown, id: first } }
    if (method === 'GET') {
      const file = media.get(first)
      if (!file) return error(400, 100)
      const body = {
        url: `${server.root}/files/${first}`,
        mime_type: file.mime,
        file_size: file.bytes.length,
        id: first,
      }
      return { status: 200, body }
    }
    if (!(business.numbers as readonly string[]).includes(first)) return error(400, 100)
    if (second === 'media') {
      if (!headers['content-type']?.startsWith('multipart/form-data')) return error(400, 100)
      const text = raw.toString('latin1')
      const begin = text.indexOf('\r\n\r\n', text.indexOf('filename=')) + 4
      const bytes = raw.subarray(begin, text.lastIndexOf('\r\n--'))
      const id = String(900_000 + ++nth)
      const [, name = ''] = /filename="([^"]*)"/.exec(text) ?? []
      media.set(id, { name, bytes, mime: '' })
      return { status: 200, body: { id } }
    }
    const body = JSON.parse(raw.toString()) as Body
    if (body.status === 'read') return { status: 200, body: { success: true } }
    const failure = failures.shift()
    if (failure === 'drop') return failure
    if (failure) {
      const later = failure.retryAfter && { headers: { 'retry-after': String(failure.retryAfter) } }
      return { ...error(failure.status, failure.code), ...later }
    }
    const code = refusalOf(first, body)
    if (code !== 0) return error(400, code)
    const to = String(body.to ?? body.recipient)
    const id = wamid()
    const taken = { status: 200, body: { messaging_product: 'whatsapp', contacts: [], messages: [{ id }] } }
    if (body.type === 'reaction') {
      reactions.push(body.reaction as Body)
      return taken
    }
    const inner = body[String(body.type)] as Body
    const words = inner.body
    const page = pageOf(inner)
    const head = inner.header as { readonly image: { readonly id: string } } | undefined
    const context = body.context as { readonly message_id?: string } | undefined
    sent.push({
      ...{ id, number: first, to, type: String(body.type) },
      ...(body.type === 'template' && { template: `${String(inner.name)} ${String((inner.language as Body).code)}` }),
      text: String((typeof words === 'object' ? (words as Body | null)?.text : words) ?? inner.caption ?? ''),
      ...(typeof inner.id === 'string' && { file: inner.id }),
      ...(page && { page }),
      ...(head && { file: head.image.id }),
      buttons: body.type === 'interactive' ? choicesOf(inner) : [],
      ...(context?.message_id !== undefined && { on: context.message_id }),
    })
    return taken
  }

  const server = await servePlatform(change, answerTo)

  function says(fan: string, body: string, more: Body = {}, number?: string): string {
    const id = wamid()
    pushed(valueFrom(fan, { id, type: 'text', text: { body }, ...more }, number))
    return id
  }
  return {
    ...{ root: server.root, until: change.until, goTo: wire.goTo, away: wire.away },
    ...{ sent, calls, reactions, pushes, media, post, pushed, valueFrom, says, escaped },
    /** As in the console: it asks with the token, and wants its challenge back. */
    async serve(url: string) {
      const query = { 'hub.mode': 'subscribe', 'hub.challenge': '7755', 'hub.verify_token': business.verifyToken }
      const answer = await fetch(`${url}/whatsapp?${new URLSearchParams(query)}`)
      if (answer.status !== 200 || (await answer.text()) !== '7755') throw new Error('the address is not ours')
      wire.goTo(url)
    },
    sends: (fan: string, type: string, inner: Body) => pushed(valueFrom(fan, { id: wamid(), type, [type]: inner })),
    taps(fan: string, title: string) {
      const choice = sent.filter(({ to }) => to === fan).flatMap(({ buttons }) => buttons)
      const reply = choice.findLast((one) => one.title === title)
      if (!reply) throw new Error(`no button ${title}`)
      const interactive = { type: 'button_reply', button_reply: reply }
      pushed(valueFrom(fan, { id: wamid(), type: 'interactive', interactive }))
    },
    /** What was taken fails later. */
    reports(status: Body) {
      pushed({
        metadata: { display_phone_number: '442079460000', phone_number_id: business.numbers[0] },
        statuses: [{ timestamp: seconds(), ...status }],
      })
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
