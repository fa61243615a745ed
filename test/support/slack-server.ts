/**
 * Slack as far as an app sees it, over HTTP: the Web API with its errors in answers of 200, signed pushes that come again with a number of the try and
 * three times at the most, buttons and commands as forms that come once, files behind the token. It refuses what Slack refuses, with its codes.
 */
import { createHmac } from 'node:crypto'
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
import { createCalls } from './slack-calls.ts'
import { app, buttonsOf, createWorkspace, type Data, rights, type Said, SlackError, shown } from './slack-workspace.ts'

export { app } from './slack-workspace.ts'
export type SlackServer = Awaited<ReturnType<typeof startSlack>>

type Planned = { readonly error: string; readonly status?: number; readonly retryAfter?: number } | 'drop' | 'swallow'
/** What it fails on: calls that say something. */
const saying = new Set(['chat.postMessage', 'chat.postEphemeral', 'files.completeUploadExternal'])
const MOST_TRIES = 4

interface SlackPush extends Push {
  readonly body: string
  readonly eventId: string
}

export async function startSlack({ clock }: { readonly clock: Clock }) {
  const workspace = createWorkspace(clock)
  const { channels, people, files, unseen, pings, nextTs } = workspace
  const answer = createCalls(workspace, () => server.root)
  const calls: string[] = []
  /** Requests to files and uploads, and whether the token was shown. */
  const fetched: { readonly path: string; readonly hasToken: boolean }[] = []
  const failures: Planned[] = []
  /** Methods that are not answered. */
  const hanging = new Set<string>()
  const change = createChange()
  let granted = rights
  let nth = 0

  function headersFor(body: string, at = clock.now()): Record<string, string> {
    const seconds = String(Math.floor(at / 1000))
    const signature = createHmac('sha256', app.signingSecret).update(`v0:${seconds}:${body}`).digest('hex')
    return { 'x-slack-request-timestamp': seconds, 'x-slack-signature': `v0=${signature}` }
  }
  function post(body: string, headers = headersFor(body), signal?: AbortSignal): Promise<Answered> {
    return postTo(`${wire.endpoint()}/slack`, body, { 'content-type': 'application/json', ...headers }, signal)
  }
  const wire = createPushes<SlackPush>({
    change,
    post({ body, tries }, _endpoint, signal) {
      const again = tries > 1 && { 'x-slack-retry-num': String(tries - 1), 'x-slack-retry-reason': 'http_error' }
      return post(body, { ...headersFor(body), ...again }, signal)
    },
    isTaken: ({ status }) => status === 200,
    mostTries: MOST_TRIES,
  })
  const { pushes } = wire
  /** An event happens. `more`: of what stands around it. */
  function happens(event: Data, more: Data = {}): void {
    const eventId = `Ev${++nth}`
    const body = JSON.stringify({
      ...{ token: 'old', team_id: app.team, api_app_id: app.appId, type: 'event_callback', event_id: eventId },
      ...{ event_time: Math.floor(clock.now() / 1000), is_ext_shared_channel: false, event },
      authorizations: [{ enterprise_id: null, team_id: app.team, user_id: app.user, is_bot: true }],
      ...more,
    })
    wire.push({ body, eventId, tries: 0, isOver: false })
  }
  /** A button is pressed or a command is typed: once, and the member is told if nobody answers. */
  async function submits(form: Readonly<Record<string, string>>): Promise<number> {
    await change.until(() => wire.endpoint() !== undefined)
    const body = String(new URLSearchParams(form))
    const headers = { ...headersFor(body), 'content-type': 'application/x-www-form-urlencoded' }
    return (await post(body, headers)).status
  }

  function answerTo({ path, headers, body: raw }: Asked): Answer | undefined {
    const [, room = '', name = ''] = path.split('/')
    const hasToken = headers.authorization === `Bearer ${app.token}`
    if (room === 'upload' || room === 'files') {
      fetched.push({ path, hasToken: headers.authorization !== undefined })
      const file = files.get(name)
      if (room === 'upload' && file) {
        file.bytes = raw
        return { body: Buffer.from(`OK - ${raw.length}`) }
      }
      if (!hasToken || !granted.includes('files:read'))
        return { headers: { 'content-type': 'text/html' }, body: Buffer.from('<html>Sign in</html>') }
      const type = file?.mime || 'application/octet-stream'
      return { headers: { 'content-type': type }, ...(file && { body: file.bytes }) }
    }
    calls.push(name)
    if (hanging.has(name)) return undefined
    const failure = saying.has(name) ? failures.shift() : undefined
    const body = Object.fromEntries(new URLSearchParams(raw.toString()))
    if (failure === 'drop') return failure
    if (failure && failure !== 'swallow') {
      const later = failure.retryAfter && { headers: { 'retry-after': String(failure.retryAfter) } }
      return { status: failure.status ?? 200, body: { ok: false, error: failure.error }, ...later }
    }
    if (!hasToken) return { body: { ok: false, error: headers.authorization ? 'invalid_auth' : 'not_authed' } }
    const scopes = { 'x-oauth-scopes': granted }
    try {
      const said = answer({ method: name, body })
      // It is done, and nobody hears so.
      return failure === 'swallow' ? 'drop' : { headers: scopes, body: { ok: true, ...said } }
    } catch (error) {
      if (!(error instanceof SlackError)) throw error
      return { headers: scopes, body: { ok: false, error: error.message } }
    }
  }
  const server = await servePlatform(change, answerTo)

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
    ...{ root: server.root, until: change.until, goTo: wire.goTo, away: wire.away },
    ...{ calls, fetched, pushes, files, people, unseen, pings, post, headersFor, happens, submits, says },
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
      return { id, name, mimetype: mime, size: bytes.length, mode: 'hosted', url_private: `${server.root}/files/${id}` }
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
    /** As in the console: what is there has to give back the challenge. */
    async serve(url: string) {
      wire.goTo(url)
      await this.verifies()
    },
    async verifies() {
      const body = JSON.stringify({ token: 'old', type: 'url_verification', challenge: 'c7755' })
      if ((await post(body)).text !== 'c7755') throw new Error('the address is not ours')
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
      wire.close()
      await server[Symbol.asyncDispose]()
    },
  }
}
