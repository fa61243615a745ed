/** Slack's Web API over a workspace: what each method takes, answers and refuses. */
import { app, buttonsOf, type Data, listOf, refuse, type Said, shown, type Workspace } from './slack-workspace.ts'

export interface Called {
  readonly method: string
  readonly body: Data
}

/** `root`: where files lie. @throws {SlackError} */
export function createCalls(workspace: Workspace, root: () => string): (called: Called) => Data {
  const { people, files, unseen, nextTs, open, writable, find, checked } = workspace

  function posted(body: Data): Said {
    const { text, blocks } = checked(body)
    const { messages } = writable(body.channel)
    const thread = body.thread_ts
    if (thread !== undefined && !messages.some(({ ts }) => ts === thread)) refuse('thread_not_found')
    const metadata = body.metadata === undefined ? undefined : (JSON.parse(String(body.metadata)) as Data)
    const said: Said = {
      ...{ ts: nextTs(), user: app.user, bot_id: app.bot, text, blocks, reactions: [] },
      ...(typeof thread === 'string' && { thread_ts: thread }),
      ...(metadata && { metadata }),
      unfurls: body.unfurl_links === 'true',
    }
    messages.push(said)
    return said
  }
  function page(body: Data, among: readonly Said[], isNewestFirst: boolean): Data {
    const since = among.filter(({ ts }) => Number(ts) > Number(body.oldest ?? 0))
    const ordered = isNewestFirst ? since.toReversed() : since
    const begin = Number(body.cursor ?? 0)
    const many = Number(body.limit ?? 100)
    const some = ordered.slice(begin, begin + many).map(({ metadata, ...said }) => ({
      ...{ type: 'message', ...said },
      ...(body.include_all_metadata === 'true' && metadata && { metadata }),
    }))
    const hasMore = begin + many < ordered.length
    return {
      ...{ messages: some, has_more: hasMore },
      ...(hasMore && { response_metadata: { next_cursor: String(begin + many) } }),
    }
  }
  const own = (said: Said, code: string): Said => (said.bot_id === app.bot ? said : refuse(code))

  const methods: Readonly<Record<string, (body: Data) => Data>> = {
    'auth.test': () => ({
      ...{ url: 'https://tide.slack.com/', team: 'Tidewater', user: app.name },
      ...{ team_id: app.team, user_id: app.user, bot_id: app.bot },
    }),
    'users.info': ({ user, include_locale: locale }) => {
      const known = people.get(String(user)) ?? refuse('user_not_found')
      return { user: { ...known, ...(locale === 'true' && { locale: 'de-DE' }) } }
    },
    'conversations.open'({ users }) {
      if (!people.has(String(users))) refuse('user_not_found')
      return { channel: { id: `D${String(users).slice(1)}` } }
    },
    'conversations.history'(body) {
      const { messages } = open(body.channel)
      return page(
        body,
        messages.filter((one) => one.thread_ts === undefined || one.thread_ts === one.ts),
        true,
      )
    },
    'conversations.replies'(body) {
      const { messages } = open(body.channel)
      if (!messages.some(({ ts }) => ts === body.ts)) refuse('thread_not_found')
      const head = messages.find(({ ts }) => ts === body.ts)
      const replies = messages.filter((one) => one.thread_ts === body.ts && one !== head)
      return page(body, head ? [head, ...replies] : replies, false)
    },
    'chat.postMessage'(body) {
      const { ts } = posted(body)
      return { channel: body.channel, ts, message: { ts } }
    },
    'chat.postEphemeral'(body) {
      const { text, blocks } = checked(body)
      const user = String(body.user)
      if (!writable(body.channel).members.has(user)) refuse('user_not_in_channel')
      const ts = nextTs()
      const thread = typeof body.thread_ts === 'string' ? { thread: body.thread_ts } : {}
      const said = { text: shown({ text, blocks }), buttons: buttonsOf({ blocks }) }
      unseen.push({ channel: String(body.channel), user, ts, ...said, ...thread })
      return { message_ts: ts }
    },
    'chat.update'(body) {
      const said = own(find(writable(body.channel), body.ts), 'cant_update_message')
      Object.assign(said, checked(body))
      return { channel: body.channel, ts: said.ts }
    },
    'chat.delete'(body) {
      const { messages } = writable(body.channel)
      const said = own(find(writable(body.channel), body.ts), 'cant_delete_message')
      messages.splice(messages.indexOf(said), 1)
      return { channel: body.channel, ts: said.ts }
    },
    'reactions.add'({ channel, timestamp, name }) {
      if (!/^[a-z0-9_+'-]+$/.test(String(name))) refuse('invalid_name')
      const { reactions } = find(writable(channel), timestamp)
      const there = reactions.find((one) => one.name === name)
      if (there?.users.includes(app.user)) refuse('already_reacted')
      if (there) there.users.push(app.user)
      else reactions.push({ name: String(name), users: [app.user] })
      return {}
    },
    'reactions.get'({ channel, timestamp }) {
      return { type: 'message', channel, message: find(open(channel), timestamp) }
    },
    'files.getUploadURLExternal'({ filename, length }) {
      if (!filename || !(Number(length) > 0)) refuse('invalid_arguments')
      const id = workspace.nextId('F')
      files.set(id, { id, name: String(filename), mime: '', bytes: Buffer.alloc(0), shares: {} })
      return { upload_url: `${root()}/upload/${id}`, file_id: id }
    },
    'files.completeUploadExternal'(body) {
      const shared = listOf(body.files).map(({ id }) => files.get(String(id)) ?? refuse('file_not_found'))
      if (shared.some(({ bytes }) => bytes.length === 0)) refuse('file_not_found')
      const { messages, id } = writable(body.channel_id)
      const text = String(body.initial_comment ?? '')
      const thread = body.thread_ts
      const ts = nextTs()
      messages.push({
        ...{ ts, user: app.user, bot_id: app.bot, text, blocks: [], reactions: [] },
        ...(typeof thread === 'string' && { thread_ts: thread }),
        files: shared.map((file) => ({ id: file.id, name: file.name })),
      })
      for (const file of shared) file.shares[id] = [{ ts }]
      // Where they are shared is told a moment later.
      return { files: shared.map((file) => ({ id: file.id })) }
    },
    'files.info'({ file }) {
      const { id, name, mime, bytes, shares } = files.get(String(file)) ?? refuse('file_not_found')
      const where = { [Object.keys(shares).some((one) => one.startsWith('C')) ? 'public' : 'private']: shares }
      const url = `${root()}/files/${id}`
      return { file: { id, name, mimetype: mime, size: bytes.length, url_private_download: url, shares: where } }
    },
  }
  return ({ method, body }) => (methods[method] ?? (() => refuse('unknown_method')))(body)
}
