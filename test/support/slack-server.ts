/**
 * Slack as far as an app sees it, over HTTP: the Web API with its errors in answers of 200, signed pushes that come again with a number of the try and
 * three times at the most, buttons and commands as forms that come once, files behind the token. It refuses what Slack refuses, with its codes.
 */
import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { Clock } from '../../src/ports/clock.ts'
import { createCalls } from './slack-calls.ts'
import { app, buttonsOf, createWorkspace, type Data, rights, type Said, SlackError, shown } from './slack-workspace.ts'

export { app } from './slack-workspace.ts'
export type SlackServer = Awaited<ReturnType<typeof startSlack>>

type Planned = { readonly error: string; readonly status?: number; readonly retryAfter?: number } | 'drop' | 'swallow'
/** What it fails on: calls that say something. */
const saying = new Set(['chat.postMessage', 'chat.postEphemeral', 'files.completeUploadExternal'])
const MOST_TRIES = 4

interface Push {
  readonly body: string
  readonly eventId: string
  tries: number
  isOver: boolean
}

export async function startSlack({ clock }: { readonly clock: Clock }) {
  const workspace = createWorkspace(clock)
  const { channels, people, files, unseen, pings, nextTs } = workspace
  let root = ''
  const answer = createCalls(workspace, () => root)
  const calls: string[] = []
  /** Requests to files and uploads, and whether the token was shown. */
  const fetched: { readonly path: string; readonly hasToken: boolean }[] = []
  const pushes: Push[] = []
  const failures: Planned[] = []
  /** Methods that are not answered. */
  const hanging = new Set<string>()
  const changed = new Set<() => void>()
  let granted = rights
  let endpoint: string | undefined
  let inFlight: AbortController | undefined
  let sending: Promise<void> = Promise.resolve()
  let isClosed = false
  let nth = 0

  const tell = () => {
    for (const look of [...changed]) look()
  }
  const until = (condition: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      const look = () => {
        if (!condition()) return
        changed.delete(look)
        resolve()
      }
      changed.add(look)
      look()
    })
  function headersFor(body: string, at = clock.now()): Record<string, string> {
    const seconds = String(Math.floor(at / 1000))
    const signature = createHmac('sha256', app.signingSecret).update(`v0:${seconds}:${body}`).digest('hex')
    return { 'x-slack-request-timestamp': seconds, 'x-slack-signature': `v0=${signature}` }
  }
  async function post(body: string, headers: Record<string, string> = headersFor(body), signal?: AbortSignal) {
    const all = { 'content-type': 'application/json', ...headers }
    const answered = await fetch(`${endpoint}/slack`, { method: 'POST', body, headers: all, ...(signal && { signal }) })
    return { status: answered.status, text: await answered.text() }
  }
  async function deliver(push: Push): Promise<void> {
    while (!push.isOver && !isClosed) {
      await until(() => endpoint !== undefined || isClosed)
      if (endpoint === undefined) return
      inFlight = new AbortController()
      const again = push.tries > 0 && { 'x-slack-retry-num': String(push.tries), 'x-slack-retry-reason': 'http_error' }
      push.tries += 1
      try {
        const { status, text } = await post(push.body, { ...headersFor(push.body), ...again }, inFlight.signal)
        if (text === 'not listening') endpoint = undefined
        push.isOver = status === 200
      } catch {
        // It is cut off, and sent again.
      }
      push.isOver ||= push.tries >= MOST_TRIES
      tell()
    }
  }
  /** An event happens. `more`: of what stands around it. */
  function happens(event: Data, more: Data = {}): void {
    const eventId = `Ev${++nth}`
    const body = JSON.stringify({
      ...{ token: 'old', team_id: app.team, api_app_id: app.appId, type: 'event_callback', event_id: eventId },
      ...{ event_time: Math.floor(clock.now() / 1000), is_ext_shared_channel: false, event },
      authorizations: [{ enterprise_id: null, team_id: app.team, user_id: app.user, is_bot: true }],
      ...more,
    })
    const push = { body, eventId, tries: 0, isOver: false }
    pushes.push(push)
    sending = sending.then(() => deliver(push))
  }
  /** A button is pressed or a command is typed: once, and the member is told if nobody answers. */
  async function submits(form: Readonly<Record<string, string>>): Promise<number> {
    await until(() => endpoint !== undefined)
    const body = String(new URLSearchParams(form))
    const headers = { ...headersFor(body), 'content-type': 'application/x-www-form-urlencoded' }
    return (await post(body, headers)).status
  }

  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const raw = Buffer.concat(parts)
    const { pathname } = new URL(request.url ?? '/', 'http://slack')
    const [, room = '', name = ''] = pathname.split('/')
    const hasToken = request.headers.authorization === `Bearer ${app.token}`
    const json = (body: Data, status = 200) => {
      response.statusCode = status
      response.setHeader('content-type', 'application/json').end(JSON.stringify(body))
    }
    if (room === 'upload' || room === 'files') {
      fetched.push({ path: pathname, hasToken: request.headers.authorization !== undefined })
      const file = files.get(name)
      if (room === 'upload' && file) {
        file.bytes = raw
        response.end(`OK - ${raw.length}`)
      } else if (!hasToken || !granted.includes('files:read'))
        response.setHeader('content-type', 'text/html').end('<html>Sign in</html>')
      else response.setHeader('content-type', file?.mime || 'application/octet-stream').end(file?.bytes)
      return tell()
    }
    calls.push(name)
    if (hanging.has(name)) return tell()
    const failure = saying.has(name) ? failures.shift() : undefined
    const body = Object.fromEntries(new URLSearchParams(raw.toString()))
    if (failure === 'drop') request.socket.destroy()
    else if (failure && failure !== 'swallow') {
      if (failure.retryAfter) response.setHeader('retry-after', String(failure.retryAfter))
      json({ ok: false, error: failure.error }, failure.status ?? 200)
    } else if (!hasToken) json({ ok: false, error: request.headers.authorization ? 'invalid_auth' : 'not_authed' })
    else
      try {
        response.setHeader('x-oauth-scopes', granted)
        const said = answer({ method: name, body })
        // It is done, and nobody hears so.
        if (failure === 'swallow') request.socket.destroy()
        else json({ ok: true, ...said })
      } catch (error) {
        if (!(error instanceof SlackError)) throw error
        json({ ok: false, error: error.message })
      }
    tell()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  root = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`

  const privately = (user: string) => `D${user.slice(1)}`
  const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
  interface Where {
    readonly in?: string
    readonly on?: string
    /** As Slack would write it; nothing of it is escaped. */
    readonly isRaw?: true
    readonly more?: Data
  }
  /** Its `ts`. */
  function says(
    user: string,
    words: string,
    { in: channel = privately(user), on, isRaw, more = {} }: Where = {},
  ): string {
    const place = channels.get(channel)
    if (!place) throw new Error(`no channel ${channel}`)
    const text = isRaw ? words : escaped(words)
    const said = { ts: nextTs(), user, text, blocks: [], reactions: [], ...(on !== undefined && { thread_ts: on }) }
    place.messages.push({ ...said, ...more } as Said)
    const head = place.messages.find(({ ts }) => ts === on)
    const { reactions: _, ...shared } = said
    const event = {
      ...{ ...shared, client_msg_id: `c-${said.ts}`, team: app.team, event_ts: said.ts, channel },
      ...(head && { parent_user_id: head.user }),
      ...more,
    }
    const kind = channel.startsWith('D') ? 'im' : 'channel'
    happens({ type: 'message', channel_type: kind, ...event })
    // Who is mentioned in a channel hears it twice.
    if (kind === 'channel' && text.includes(`<@${app.user}>`)) happens({ type: 'app_mention', ...event })
    return said.ts
  }
  function own(channel: string) {
    const { messages = [] } = channels.get(channel) ?? {}
    return messages.filter(({ bot_id: bot }) => bot === app.bot)
  }
  const seen = (said: Said) => ({
    ...{ id: said.ts, text: shown(said), buttons: buttonsOf(said), blocks: said.blocks, unfurls: said.unfurls },
    ...{ thread: said.thread_ts, files: (said.files ?? []).map(({ name }) => String(name)) },
  })
  return {
    ...{ root, calls, fetched, pushes, files, people, unseen, pings, until, post, headersFor, happens, submits, says },
    channel: workspace.channel,
    member: workspace.member,
    messages: (channel: string) => channels.get(channel)?.messages ?? [],
    /** What of ours stands in a channel, oldest first. */
    sent: (channel: string) => own(channel).map(seen),
    archive(channel: string) {
      const found = channels.get(channel)
      if (found) found.isArchived = true
      happens({ type: 'channel_archive', channel, user: 'U0ADMIN', event_ts: nextTs() })
    },
    grants: (scopes: string) => {
      granted = scopes
    },
    /** A file that a member shares; it can be fetched by its id. */
    file(name: string, mime: string, bytes: Buffer): Data {
      const id = workspace.nextId('F')
      files.set(id, { id, name, mime, bytes, shares: {} })
      return { id, name, mimetype: mime, size: bytes.length, mode: 'hosted', url_private: `${root}/files/${id}` }
    },
    edits(channel: string, ts: string, text: string, more: Data = {}) {
      const said = channels.get(channel)?.messages.find((one) => one.ts === ts)
      if (!said) throw new Error(`no message ${ts}`)
      const before = { type: 'message', ...said }
      said.text = text
      const edited = { user: said.user, ts: nextTs() }
      const event = { message: { type: 'message', ...said, edited, ...more }, previous_message: before, hidden: true }
      happens({ type: 'message', subtype: 'message_changed', channel, ts: nextTs(), ...event })
    },
    async presses(user: string, channel: string, label: string, more: Data = {}) {
      const among = [...own(channel), ...unseen.filter((one) => one.channel === channel)].toReversed()
      const holding = among.map((one) => ({ one, buttons: 'buttons' in one ? one.buttons : buttonsOf(one) }))
      const found = holding.find(({ buttons }) => buttons.some(({ text }) => (text as Data).text === label))
      const button = found?.buttons.find(({ text }) => (text as Data).text === label)
      if (!found || !button) throw new Error(`no button ${label}`)
      const { one } = found
      const thread = 'thread_ts' in one && one.thread_ts !== undefined ? { thread_ts: one.thread_ts } : {}
      const payload = {
        ...{ type: 'block_actions', api_app_id: app.appId, trigger_id: `${++nth}.2.x`, team: { id: app.team } },
        user: { id: user, username: user.toLowerCase(), team_id: app.team },
        channel: { id: channel },
        container: {
          type: 'message',
          message_ts: one.ts,
          channel_id: channel,
          is_ephemeral: 'buttons' in one,
          ...thread,
        },
        ...(!('buttons' in one) && { message: { ts: one.ts, user: app.user, bot_id: app.bot, ...thread } }),
        actions: [{ ...button, block_id: 'b1', action_ts: nextTs() }],
        ...more,
      }
      return await submits({ payload: JSON.stringify(payload) })
    },
    types: (user: string, channel: string, text: string) =>
      submits({
        ...{ token: 'old', team_id: app.team, channel_id: channel, user_id: user, user_name: user.toLowerCase() },
        ...{ command: '/pip', text, api_app_id: app.appId, trigger_id: `${++nth}.7.y` },
      }),
    /** Pushes go there from now on; one under way is cut off, as when a program is killed. */
    goTo(url: string) {
      inFlight?.abort()
      endpoint = url
      tell()
    },
    /** As in the console: what is there has to give back the challenge. */
    async serve(url: string) {
      this.goTo(url)
      await this.verifies()
    },
    async verifies() {
      const body = JSON.stringify({ token: 'old', type: 'url_verification', challenge: 'c7755' })
      if ((await post(body)).text !== 'c7755') throw new Error('the address is not ours')
    },
    away() {
      endpoint = undefined
      inFlight?.abort()
    },
    /** The last push comes once more. */
    async redeliver() {
      const last = pushes.at(-1)
      if (last) await post(last.body, { ...headersFor(last.body), 'x-slack-retry-num': '1' })
    },
    hangs(...methods: readonly string[]) {
      for (const method of methods) hanging.add(method)
    },
    fails: (failure: Planned) => void failures.push(failure),
    async [Symbol.asyncDispose]() {
      isClosed = true
      inFlight?.abort()
      tell()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
