/** What comes over Slack's wire and what leaves: signatures and their age, one word told twice, threads, edits, files, who is told alone, what stands already. */
import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createSlackAdapter, type SlackOptions } from '../../../adapters/slack/index.ts'
import { signatureOf } from '../../../adapters/slack/wire/sign.ts'
import { accountId, threadId } from '../../../src/domain/ids.ts'
import type { OutboundMessage, ReviewedText } from '../../../src/domain/message.ts'
import type { Adapter } from '../../../src/ports/adapter.ts'
import { type AdapterHost, createAdapterHost } from '../../support/adapter-host.ts'
import { faultsOf, runs, spoilt } from '../../support/fuzz.ts'
import { createManualClock, type ManualClock } from '../../support/manual-clock.ts'
import { deletion, reaction, words } from '../../support/outbound-message.ts'
import { type RouteServer, serveRoutes } from '../../support/serve-routes.ts'
import { app, type SlackServer, startSlack } from '../../support/slack-server.ts'

const [fan, other, talk, staffRoom] = ['U0ANA', 'U0BEN', 'C0TALK', 'C0CARE']
const [ana, inTalk] = [threadId('slack', 'D0ANA'), threadId('slack', talk)]
const MINUTE_MS = 60_000

it('a signature is of the time and the bytes as they came', () => {
  // Worked out by hand: HMAC-SHA256 of version, time and body with the app's secret.
  expect(signatureOf('signing-secret', '1531420618', Buffer.from('{"type":"url_verification"}'))).toBe(
    'v0=18a61686347be6fb11b377100068aad5a77ddc5b34e55913e3753bdd049d86a1',
  )
})

describe('an app', () => {
  let clock: ManualClock
  let server: SlackServer
  let web: RouteServer
  let host: AdapterHost
  let adapter: Adapter
  let listening: AbortController

  const made = (more: Partial<SlackOptions> = {}) =>
    createSlackAdapter({ ...app, apiRoot: `${server.root}/api`, staffChannel: staffRoom, ...more })
  async function started(one: Adapter): Promise<Adapter> {
    await one.start(host.context(), listening.signal)
    web.serve(one.routes?.() ?? [])
    server.goTo(web.url)
    return one
  }
  const hears = async (text: string) => {
    await host.until(() => host.messages.some((one) => one.text === text))
    return host.messages.find((one) => one.text === text)
  }
  /** All that was pushed before has been worked on. */
  const settled = async () => {
    const mark = `mark ${randomUUID()}`
    server.says(other, mark)
    await hears(mark)
  }
  const heard = () => host.messages.filter(({ text }) => !text.startsWith('mark '))
  const group = (text: string, more: Parameters<typeof words>[2] = {}) =>
    words(inTalk, text, { surface: 'group', ...more })

  beforeEach(async () => {
    clock = createManualClock({ skipsBelowMs: 10 * MINUTE_MS })
    web = await serveRoutes()
    host = createAdapterHost({ clock })
    listening = new AbortController()
    server = await startSlack({ clock })
    server.member(fan, { display_name: 'Ana' })
    server.member(other, { real_name: 'Ben Okoro', is_admin: true })
    server.channel(talk, [fan, other, app.user])
    server.channel(staffRoom, [other, app.user])
    adapter = await started(made())
    await server.verifies()
  })
  afterEach(async () => {
    listening.abort()
    await adapter.stop()
    await server[Symbol.asyncDispose]()
    await web[Symbol.asyncDispose]()
  })

  it('takes what is signed and fresh, and nothing else', async () => {
    const event = { type: 'message', channel: 'D0ANA', user: fan, ts: '1795340000.000001', text: 'let me in' }
    const body = JSON.stringify({ type: 'event_callback', team_id: app.team, event_id: 'Ev1', event })
    const right = server.headersFor(body)
    const wrong: readonly Record<string, string>[] = [
      {},
      { ...right, 'x-slack-signature': '' },
      { ...right, 'x-slack-signature': 'v0=' },
      {
        ...right,
        'x-slack-signature': signatureOf('guessed', right['x-slack-request-timestamp'] ?? '', Buffer.from(body)),
      },
      { ...right, 'x-slack-request-timestamp': String(Math.floor(clock.now() / 1000) + 1) },
      server.headersFor(body, clock.now() - 6 * MINUTE_MS),
      server.headersFor(body, clock.now() + 6 * MINUTE_MS),
    ]
    for (const headers of wrong) expect((await server.post(body, headers)).status).toBe(401)
    for (const [status, bad] of [
      [400, '[1]'],
      [400, '{"a"'],
      [413, `{"a":"${'x'.repeat(4 * 1024 * 1024)}"}`],
    ] as const)
      expect((await server.post(bad)).status).toBe(status)
    expect(host.offered).toEqual([])
    expect((await server.post(body, right)).status).toBe(200)
    // Overheard and said again while it is fresh: it is known.
    expect((await server.post(body, { ...right, 'x-slack-retry-num': '1' })).status).toBe(200)
    expect(heard().map(({ text }) => text)).toEqual(['let me in'])
    expect(JSON.stringify(host.logged)).not.toContain('let me in')
  })

  it('what is of another workspace is not heard, and what is shared with one is', async () => {
    const event = { type: 'message', channel: 'D0ANA', user: fan, ts: '1795340000.000001', text: 'a stranger' }
    server.happens(event, { team_id: 'T0ELSE', authorizations: [{ team_id: 'T0ELSE', user_id: 'U9', is_bot: true }] })
    server.happens({ ...event, ts: '1795340000.000002', text: 'a guest' }, { team_id: 'T0ELSE' })
    await hears('a guest')
    expect(heard()).toHaveLength(1)
    expect(host.logged).toContainEqual(
      expect.objectContaining({ level: 'warn', message: expect.stringMatching(/workspace/) }),
    )
  })

  it('who mentions it in a channel is heard once, and a thread is a talk of its own', async () => {
    const ts = server.says(fan, `<@${app.user}> is the big one in?`, { in: talk, isRaw: true })
    server.says(other, 'I want to know too', { in: talk, on: ts })
    await settled()
    const [first, second, ...more] = heard()
    expect(more).toEqual([])
    expect(first).toMatchObject({
      threadId: inTalk,
      surface: 'group',
      isMention: true,
      text: '@Pip is the big one in?',
    })
    expect(first?.author).toEqual({ accountId: accountId('slack', fan), name: 'Ana', isBot: false, lang: 'de' })
    expect(second).toMatchObject({ threadId: threadId('slack', talk, ts), isMention: false, author: { isAdmin: true } })
    expect(second?.replyTo).toMatchObject({ messageId: ts, isToBot: false, text: '@Pip is the big one in?' })
    const { messageId } = await adapter.send(group('It is.'))
    server.says(fan, 'lovely', { in: talk, on: messageId })
    expect((await hears('lovely'))?.replyTo).toMatchObject({ messageId, isToBot: true, authorName: 'Pip' })
  })

  it('words are heard as they are seen: names, links, letters and emoji', async () => {
    server.says(
      fan,
      `<@${other}> says 5 &lt; 6 &amp; <https://tide.example/a?b=1&amp;c=2|the page> :tada: :nosuch: <!here> <#C0TALK|talk> <mailto:a@b.example|a@b.example>`,
      { isRaw: true },
    )
    await settled()
    expect(heard()[0]).toMatchObject({
      text: '@Ben Okoro says 5 < 6 & the page 🎉 :nosuch: @here #talk a@b.example',
      links: [{ text: 'the page', url: 'https://tide.example/a?b=1&c=2' }],
      mentions: [accountId('slack', other)],
    })
  })

  it('whom Slack tells nothing of is heard without a name; bots are known as such, and we do not hear ourselves', async () => {
    server.channel('D0NEW', ['U0NEW', app.user])
    server.says('U0NEW', 'who am I', { in: 'D0NEW' })
    server.happens({
      type: 'message',
      subtype: 'bot_message',
      channel: talk,
      bot_id: 'B7',
      username: 'News',
      ts: '1795340001.000001',
      text: 'news',
    })
    server.happens({
      type: 'message',
      channel: talk,
      user: app.user,
      bot_id: app.bot,
      ts: '1795340002.000001',
      text: 'me',
    })
    server.happens({
      type: 'message',
      subtype: 'channel_join',
      channel: talk,
      user: fan,
      ts: '1795340003.000001',
      text: 'has joined',
    })
    await settled()
    expect(heard().map(({ text, author }) => [text, author.name, author.isBot])).toEqual([
      ['who am I', '', false],
      ['news', 'News', true],
    ])
  })

  it('whoever is slow to tell who they are is not waited for longer than Slack waits', async () => {
    const ts = server.says(fan, 'is it in?', { in: talk })
    await hears('is it in?')
    await adapter.stop()
    adapter = await started(made())
    server.hangs('users.info', 'conversations.replies', 'reactions.get')
    const before = performance.now()
    server.says(other, 'I wonder too', { in: talk, on: ts })
    expect(await hears('I wonder too')).toMatchObject({ author: { name: '' }, replyTo: { messageId: ts } })
    expect(performance.now() - before).toBeLessThan(2_900)
  })

  it('what is passed on is heard as that, and with words beside it as what they answer', async () => {
    const shared = {
      is_share: true,
      author_id: other,
      author_name: 'Ben',
      ts: '1795330000.000001',
      text: 'it &lt;broke&gt;',
      files: [server.file('lid.jpg', 'image/jpeg', Buffer.from('the lid'))],
    }
    server.says(fan, '', { more: { attachments: [shared] } })
    server.says(fan, 'what of this?', { more: { attachments: [shared] } })
    await settled()
    expect(heard()[0]).toMatchObject({
      text: 'it <broke>',
      forwarded: { from: 'Ben' },
      attachments: [{ name: 'lid.jpg' }],
    })
    expect(heard()[1]).toMatchObject({
      text: 'what of this?',
      replyTo: { messageId: shared.ts, isQuote: true, text: 'it <broke>' },
    })
    expect(heard()[1]?.replyTo?.attachments).toMatchObject([{ kind: 'photo', name: 'lid.jpg' }])
    expect(heard()[1]?.forwarded).toBeUndefined()
  })

  it('edits and deletions are told, also where an empty place stays, and previews are not', async () => {
    const ts = server.says(fan, 'my lid is red', { in: talk })
    server.edits(talk, ts, 'my lid is blue')
    server.edits(talk, ts, 'my lid is blue', { attachments: [{ from_url: 'https://tide.example' }] })
    const before = { type: 'message', user: fan, ts, text: 'my lid is blue' }
    server.happens({
      type: 'message',
      subtype: 'message_deleted',
      channel: talk,
      deleted_ts: ts,
      previous_message: before,
    })
    const empty = { type: 'message', subtype: 'tombstone', ts, user: 'USLACKBOT', text: 'This message was deleted.' }
    server.happens({
      type: 'message',
      subtype: 'message_changed',
      hidden: true,
      channel: talk,
      message: empty,
      previous_message: before,
    })
    await settled()
    expect(host.events).toMatchObject([
      { kind: 'edited', threadId: inTalk, messageId: ts, text: 'my lid is blue' },
      { kind: 'deleted', threadId: inTalk, messageIds: [ts] },
      { kind: 'deleted', threadId: inTalk, messageIds: [ts] },
    ])
  })

  it('reactions are all that stand now, and the one that came where Slack cannot be asked', async () => {
    const { messageId } = await adapter.send(group('It is in.'))
    const said = server.messages(talk).find(({ ts }) => ts === messageId)
    said?.reactions.push({ name: '+1::skin-tone-4', users: [fan] }, { name: 'tada', users: [other, fan] })
    const item = { type: 'message', channel: talk, ts: messageId }
    server.happens({ type: 'reaction_added', user: fan, reaction: 'tada', item, event_ts: '1795340009.000001' })
    server.happens({ type: 'reaction_removed', user: fan, reaction: 'x', item: { ...item, ts: '1795330000.000009' } })
    await settled()
    expect(host.events).toMatchObject([
      { kind: 'reacted', threadId: inTalk, messageId, accountId: accountId('slack', fan), emojis: ['👍', '🎉'] },
      { kind: 'reacted', messageId: '1795330000.000009', emojis: [] },
    ])
    await adapter.send(reaction(inTalk, messageId, '❤️'))
    await adapter.send(reaction(inTalk, messageId, '❤️'))
    expect(said?.reactions.map(({ name }) => name)).toContain('heart')
    await expect(adapter.send(reaction(inTalk, messageId, '🪗'))).rejects.toMatchObject({ isPermanent: true })
  })

  it('a channel that closes or opens, who leaves it, and an app that is taken out are told', async () => {
    server.happens({ type: 'member_left_channel', channel: talk, user: fan })
    server.happens({ type: 'member_left_channel', channel: talk, user: app.user })
    server.happens({ type: 'member_joined_channel', channel: talk, user: app.user })
    server.archive(talk)
    await settled()
    expect(host.events.map(({ kind }) => kind)).toEqual(['left', 'closed', 'opened', 'closed'])
    await expect(adapter.send(group('hello?'))).rejects.toMatchObject({ isPermanent: true, isThreadGone: true })
    server.happens({ type: 'app_uninstalled' })
    await settled()
    expect(host.connections).toEqual([true, false])
  })

  it('a pressed button is heard once; one that leads elsewhere, one of another’s and a forged one are not', async () => {
    const buttons = [
      { label: 'A person', value: 'person' },
      { label: 'Shop', url: 'https://shop.example' },
    ]
    const { messageId } = await adapter.send(words(ana, 'What now?', { buttons }))
    expect(await server.presses(fan, 'D0ANA', 'Shop')).toBe(200)
    const action = {
      type: 'button',
      action_id: 'theirs',
      value: 'x',
      action_ts: '1795340000.000009',
      text: { text: 'A person' },
    }
    await server.presses(fan, 'D0ANA', 'A person', { actions: [action] })
    expect(heard()).toEqual([])
    const press = { actions: [{ ...action, action_id: 'mascot-0', value: 'person' }] }
    await server.presses(fan, 'D0ANA', 'A person', press)
    await server.presses(fan, 'D0ANA', 'A person', press)
    expect(heard()).toMatchObject([{ threadId: ana, button: 'person', text: 'A person', isMention: true }])
    const forged = String(new URLSearchParams({ payload: JSON.stringify({ type: 'block_actions', ...press }) }))
    const headers = { ...server.headersFor('another body'), 'content-type': 'application/x-www-form-urlencoded' }
    expect((await server.post(forged, headers)).status).toBe(401)
    expect(heard()).toHaveLength(1)
    expect(messageId).toMatch(/^\d+\.\d+$/)
  })

  it('behind the app’s own command stand commands of ours, or words, which nobody else sees', async () => {
    expect(await server.types(fan, talk, 'mydata')).toBe(200)
    await server.types(fan, talk, 'are you open?')
    await server.types(fan, 'D0ANA', '')
    expect(heard()).toMatchObject([
      {
        threadId: inTalk,
        text: '/mydata',
        command: { name: 'mydata', args: '' },
        isForUsAlone: true,
        author: { name: 'Ana' },
      },
      { text: 'are you open?', isMention: true, isForUsAlone: true },
      { threadId: ana, text: '/start', command: { name: 'start' } },
    ])
    server.says(fan, ' /help')
    expect((await hears('/help'))?.command).toEqual({ name: 'help', args: '' })
  })

  it('what it says is shown as meant, and words that a fan chose call nobody, letter by letter', async () => {
    await adapter.send(group('*Yes*, _really_: `5 < 6` and [the page](https://tide.example/a). 2 * 3 * 4'))
    const [block] = server.sent(talk)[0]?.blocks ?? []
    expect(block).toMatchObject({
      elements: [
        {
          elements: [
            { type: 'text', text: 'Yes', style: { bold: true } },
            { text: ', ' },
            { text: 'really', style: { italic: true } },
            { text: ': ' },
            { text: '5 < 6', style: { code: true } },
            { text: ' and ' },
            { type: 'link', url: 'https://tide.example/a', text: 'the page' },
            { text: '. 2 * 3 * 4' },
          ],
        },
      ],
    })
    const said = 'he said <!channel> <@U0BEN> @U0BEN *and* &lt;'
    await adapter.send(group(said, { isLiteral: true }))
    await adapter.send(group('Mine.', { speaker: { kind: 'person', name: 'Mia' } }))
    expect(
      server
        .sent(talk)
        .map(({ text }) => text)
        .slice(1),
    ).toEqual([said, 'Mia:\nMine.'])
    expect(server.pings).toEqual([])
    expect(server.sent(talk).map(({ unfurls }) => unfurls)).toEqual([false, false, false])
  })

  it('who is there is told alone in the channel, who is not in private, and else it is said what all may read', async () => {
    const alone = { onlyFor: accountId('slack', fan), openly: { text: 'Write to me in private.' as ReviewedText } }
    await adapter.send(group('Your order is on its way.', alone))
    expect(server.sent('D0ANA').map(({ text }) => text)).toEqual(['Your order is on its way.'])
    server.says(fan, 'thanks', { in: talk })
    await settled()
    await adapter.send(group('It is 4 pm there.', { ...alone, buttons: [{ label: 'More', value: 'more' }] }))
    expect(server.unseen).toMatchObject([{ channel: talk, user: fan, text: 'It is 4 pm there.' }])
    await server.presses(fan, talk, 'More')
    expect(heard().at(-1)).toMatchObject({ button: 'more', isForUsAlone: true, threadId: inTalk })
    await adapter.send(group('For nobody here.', { ...alone, onlyFor: accountId('slack', 'U0GONE') }))
    expect(server.sent(talk).map(({ text }) => text)).toEqual(['Write to me in private.'])
    clock.advance(6 * MINUTE_MS)
    await adapter.send(group('Later.', alone))
    expect(server.unseen).toHaveLength(1)
    expect(adapter.tellsAlone?.({ surface: 'group' } as never)).toBe(true)
  })

  it('files go with their words in one message, the token stays with Slack’s API, and what is refused leaves the words', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'slack-'))
    await writeFile(join(folder, 'lid.png'), 'picture')
    const media = { kind: 'photo', path: join(folder, 'lid.png') } as const
    const { messageId } = await adapter.send(group('Like *this* <!here>, [see](https://tide.example).', { media }))
    expect(server.sent(talk)).toMatchObject([{ id: messageId, files: ['lid.png'] }])
    expect(server.messages(talk)[0]?.text).toBe('Like *this* &lt;!here&gt;, <https://tide.example|see>.')
    expect(server.fetched).toMatchObject([{ hasToken: false }])
    await adapter.send(group('Like that.', { media: { kind: 'photo', path: join(folder, 'none.png') } }))
    expect(server.sent(talk).at(-1)).toMatchObject({ text: 'Like that.', files: [] })
    server.fails({ error: 'file_uploads_disabled' })
    const instead = { media, ifRefused: 'There is a picture of it on our page.' as ReviewedText }
    expect(await adapter.send(group('Look.', instead))).toMatchObject({ isInstead: true })
    await rm(folder, { recursive: true })
  })

  it('a file whose words were refused for a moment is not sent twice', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'slack-'))
    await writeFile(join(folder, 'lid.pdf'), 'paper')
    const buttons = [{ label: 'Fine', value: 'fine' }]
    const message = group('Is that it?', { media: { kind: 'document', path: join(folder, 'lid.pdf') }, buttons })
    server.fails('swallow')
    await expect(adapter.send(message)).rejects.toMatchObject({ isPermanent: false })
    server.messages(talk).splice(0)
    const { send } = adapter
    await send(message)
    server.fails({ error: 'ratelimited', status: 429, retryAfter: 3 })
    const second = { ...message, id: 'second' } as OutboundMessage
    // The file is taken, its words are not.
    server.fails({ error: 'internal_error' })
    await expect(send(second)).rejects.toMatchObject({ isPermanent: false, retryAfterMs: 3_000 })
    await expect(send(second)).rejects.toMatchObject({ isPermanent: false })
    const { parts = [] } = await send(second)
    expect(parts).toHaveLength(2)
    expect(server.sent(talk).filter(({ files }) => files.length > 0)).toHaveLength(2)
    await rm(folder, { recursive: true })
  })

  it('a file of a fan is brought here, and a page to sign in is not taken for it', async () => {
    const file = server.file('lid.jpg', 'image/jpeg', Buffer.from('the lid'))
    server.says(fan, 'see', { more: { subtype: 'file_share', files: [file, { id: 'F9', mode: 'tombstone' }] } })
    const [first, lost] = (await hears('see'))?.attachments ?? []
    expect(first).toMatchObject({ kind: 'photo', name: 'lid.jpg', size: 7 })
    expect(lost).toEqual({ kind: 'other' })
    server.grants('chat:write')
    await expect(adapter.fetchFile?.(first ?? { kind: 'other' })).rejects.toThrow(/files:read/)
    server.grants('files:read')
    const path = (await adapter.fetchFile?.({ ...first, kind: 'photo', ref: String(file['id']) })) ?? ''
    expect(await readFile(path, 'utf8')).toBe('the lid')
    await rm(path)
  })

  it('what arrived and was not answered is not said again, nor after a kill, part by part', async () => {
    const long = group(`${'one two three\n'.repeat(500)}`)
    const { parts = [] } = await adapter.send({ ...long, id: 'first' } as OutboundMessage)
    expect(parts).toHaveLength(3)
    server.fails('swallow')
    await expect(adapter.send(long)).rejects.toMatchObject({ isPermanent: false })
    const again = await adapter.send(long)
    expect(again.parts).toHaveLength(3)
    expect(server.sent(talk)).toHaveLength(6)
    // Another program in its place does not know how far it came.
    const after = await started(made())
    expect(await after.send(long)).toEqual(again)
    expect(server.sent(talk)).toHaveLength(6)
  })

  it('what was said while it was away longer than Slack tries is read at the start, each talk in its order', async () => {
    server.says(fan, 'before')
    const head = server.says(fan, 'a thread', { in: talk })
    server.says(other, 'first in it', { in: talk, on: head })
    await hears('first in it')
    host.failNext(8)
    server.says(fan, 'while away')
    server.says(other, 'second in it', { in: talk, on: head })
    await server.until(() => server.pushes.every(({ isOver }) => isOver))
    expect(server.pushes.at(-1)?.tries).toBe(4)
    expect(heard().map(({ text }) => text)).toEqual(['before', 'a thread', 'first in it'])
    await adapter.stop()
    adapter = await started(made())
    await hears('while away')
    expect(await hears('second in it')).toMatchObject({ threadId: threadId('slack', talk, head) })
    expect(host.logged).toContainEqual(expect.objectContaining({ message: expect.stringMatching(/caught up/) }))
    server.messages('D0ANA').push({ ts: '1795400000.000001', user: fan, text: 'held back', blocks: [], reactions: [] })
    await server.post(JSON.stringify({ type: 'app_rate_limited', team_id: app.team, minute_rate_limited: 1 }))
    await hears('held back')
    expect((await adapter.fetchSince?.(ana, heard()[0]?.id ?? ''))?.map(({ text }) => text)).toEqual([
      'while away',
      'held back',
    ])
  })

  it('each case of staff has a thread with its title at the head, and what is said there is known as theirs', async () => {
    const thread = (await adapter.openThread?.('Ana: a <broken> lid')) ?? ana
    expect(adapter.staffRoom?.()).toBe(threadId('slack', staffRoom))
    const title = { kind: 'title', id: '7', threadId: thread, surface: 'group', title: 'Ana: solved' }
    await adapter.send(title as unknown as OutboundMessage)
    await adapter.send(words(thread, 'Take it?', { surface: 'group', buttons: [{ label: 'Take', value: 'take:1' }] }))
    expect(server.sent(staffRoom)).toMatchObject([{ text: 'Ana: solved' }, { text: 'Take it?' }])
    const head = server.sent(staffRoom)[0]?.id ?? ''
    expect(server.sent(staffRoom)[1]?.thread).toBe(head)
    await server.presses(other, staffRoom, 'Take')
    server.says(other, ' /r It leaves today', { in: staffRoom, on: head })
    expect(await hears('/r It leaves today')).toMatchObject({
      threadId: thread,
      isStaffThread: true,
    })
    expect(heard()[0]).toMatchObject({ threadId: thread, isStaffThread: true, button: 'take:1' })
    expect(await adapter.reopenThread?.(thread)).toBe(true)
    expect(await adapter.reopenThread?.(threadId('slack', staffRoom, '1795330000.000009'))).toBe(false)
  })

  it('takes down its own words, and says so where those of others stay', async () => {
    const { messageId } = await adapter.send(group('Oops.'))
    await adapter.send(deletion(inTalk, messageId))
    await adapter.send(deletion(inTalk, messageId))
    expect(server.sent(talk)).toEqual([])
    const ts = server.says(fan, 'rude', { in: talk })
    await hears('rude')
    await expect(adapter.send(deletion(inTalk, ts))).rejects.toMatchObject({ isPermanent: true })
    await adapter.send({ ...deletion(inTalk, ts), ifItStays: 'Please, not here.' as ReviewedText } as OutboundMessage)
    expect(server.sent(talk).map(({ text }) => text)).toEqual(['Please, not here.'])
  })

  it('a push that Slack would never send costs no other, and what is heard of it is sound enough to be kept', async () => {
    const file = server.file('lid.jpg', 'image/jpeg', Buffer.from('the lid'))
    const ts = server.says(fan, `<@${app.user}> hi <https://a.example|a>`, {
      in: talk,
      isRaw: true,
      more: { files: [file] },
    })
    server.says(other, 'in it', { in: talk, on: ts })
    server.edits(talk, ts, 'hello again')
    server.happens({ type: 'reaction_added', user: fan, reaction: '+1', item: { type: 'message', channel: talk, ts } })
    await settled()
    const payload = {
      ...{ type: 'block_actions', user: { id: fan }, channel: { id: talk }, container: { message_ts: ts } },
      actions: [{ action_id: 'mascot-0', value: 'yes', text: { text: 'Yes' }, action_ts: '1795340000.000009' }],
    }
    const pushes: unknown[] = server.pushes.map(({ body }) => JSON.parse(body))
    await fc.assert(
      fc.asyncProperty(spoilt([...pushes, ...pushes, payload]), async (bad) => {
        const before = host.offered.length
        const body = JSON.stringify(bad)
        const { status } = await server.post(body)
        expect([200, 400]).toContain(status)
        const form = String(new URLSearchParams({ payload: body }))
        const headers = { ...server.headersFor(form), 'content-type': 'application/x-www-form-urlencoded' }
        expect([200, 400]).toContain((await server.post(form, headers)).status)
        expect(host.offered.slice(before).flatMap(faultsOf)).toEqual([])
      }),
      runs(150),
    )
    await settled()
  })

  it('a token that is taken back is the operator’s to set right, and doctor says what the app lacks', async () => {
    server.fails({ error: 'token_revoked' })
    const error: unknown = await adapter.send(group('hello')).catch((one: unknown) => one)
    expect(error).toMatchObject({
      isPermanent: false,
      retryAfterMs: 5 * MINUTE_MS,
      message: expect.stringMatching(/install it again/),
    })
    const wrong = made({ token: 'xoxb-guessed' })
    await expect(wrong.start(host.context(), listening.signal)).rejects.toThrow(/check SLACK_BOT_TOKEN/)
    expect(await wrong.examine?.()).toContainEqual({ says: expect.stringMatching(/SLACK_BOT_TOKEN/), isGood: false })
    expect((await adapter.examine?.())?.every(({ isGood }) => isGood)).toBe(true)
    const [, manifest = ''] = /```json\n([\s\S]*?)```/.exec(await readFile('docs/slack.md', 'utf8')) ?? []
    server.grants(JSON.parse(manifest).oauth_config.scopes.bot.join(','))
    expect((await adapter.examine?.())?.every(({ isGood }) => isGood)).toBe(true)
    server.grants('chat:write,im:history')
    expect(await adapter.examine?.()).toContainEqual({ says: expect.stringMatching(/lacks files:read/), isGood: false })
  })
})
