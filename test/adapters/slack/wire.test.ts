/** What comes over Slack's wire: signatures and their age, one word told twice, threads, edits, buttons, commands, files, what was said while away. */
import { readFile, rm } from 'node:fs/promises'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { signatureOf } from '../../../adapters/slack/wire/sign.ts'
import { accountId, threadId } from '../../../src/domain/ids.ts'
import { faultsOf, runs, spoilt } from '../../support/fuzz.ts'
import { reaction, words } from '../../support/outbound-message.ts'
import { ana, fan, inGroup, inTalk, MINUTE_MS, other, talk, useSlack } from '../../support/slack-app.ts'
import { app } from '../../support/slack-server.ts'

const under = useSlack()

it('a signature is of the time and the bytes as they came', () => {
  // Worked out by hand: HMAC-SHA256 of version, time and body with the app's secret.
  expect(signatureOf('signing-secret', '1531420618', Buffer.from('{"type":"url_verification"}'))).toBe(
    'v0=18a61686347be6fb11b377100068aad5a77ddc5b34e55913e3753bdd049d86a1',
  )
})

it('takes what is signed and fresh, and nothing else', async () => {
  const event = { type: 'message', channel: 'D0ANA', user: fan, ts: '1795340000.000001', text: 'let me in' }
  const body = JSON.stringify({ type: 'event_callback', team_id: app.team, event_id: 'Ev1', event })
  const right = under.server.headersFor(body)
  const wrong: readonly Record<string, string>[] = [
    {},
    { ...right, 'x-slack-signature': '' },
    { ...right, 'x-slack-signature': 'v0=' },
    {
      ...right,
      'x-slack-signature': signatureOf('guessed', right['x-slack-request-timestamp'] ?? '', Buffer.from(body)),
    },
    { ...right, 'x-slack-request-timestamp': String(Math.floor(under.clock.now() / 1000) + 1) },
    under.server.headersFor(body, under.clock.now() - 6 * MINUTE_MS),
    under.server.headersFor(body, under.clock.now() + 6 * MINUTE_MS),
  ]
  for (const headers of wrong) expect((await under.server.post(body, headers)).status).toBe(401)
  for (const [status, bad] of [
    [400, '[1]'],
    [400, '{"a"'],
    [413, `{"a":"${'x'.repeat(4 * 1024 * 1024)}"}`],
  ] as const)
    expect((await under.server.post(bad)).status).toBe(status)
  expect(under.host.offered).toEqual([])
  expect((await under.server.post(body, right)).status).toBe(200)
  // Overheard and said again while it is fresh: it is known.
  expect((await under.server.post(body, { ...right, 'x-slack-retry-num': '1' })).status).toBe(200)
  expect(under.heard().map(({ text }) => text)).toEqual(['let me in'])
  expect(JSON.stringify(under.host.logged)).not.toContain('let me in')
})

it('what is of another workspace is not heard, and what is shared with one is', async () => {
  const event = { type: 'message', channel: 'D0ANA', user: fan, ts: '1795340000.000001', text: 'a stranger' }
  under.server.happens(event, {
    team_id: 'T0ELSE',
    authorizations: [{ team_id: 'T0ELSE', user_id: 'U9', is_bot: true }],
  })
  under.server.happens({ ...event, ts: '1795340000.000002', text: 'a guest' }, { team_id: 'T0ELSE' })
  await under.hears('a guest')
  expect(under.heard()).toHaveLength(1)
  expect(under.host.logged).toContainEqual(
    expect.objectContaining({ level: 'warn', message: expect.stringMatching(/workspace/) }),
  )
})

it('who mentions it in a channel is heard once, and a thread is a talk of its own', async () => {
  const ts = under.server.says(fan, `<@${app.user}> is the big one in?`, { in: talk, isRaw: true })
  under.server.says(other, 'I want to know too', { in: talk, on: ts })
  await under.settled()
  const [first, second, ...more] = under.heard()
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
  const { messageId } = await under.adapter.send(inGroup('It is.'))
  under.server.says(fan, 'lovely', { in: talk, on: messageId })
  expect((await under.hears('lovely'))?.replyTo).toMatchObject({ messageId, isToBot: true, authorName: 'Pip' })
})

it('words are heard as they are seen: names, links, letters and emoji', async () => {
  under.server.says(
    fan,
    `<@${other}> says 5 &lt; 6 &amp; <https://tide.example/a?b=1&amp;c=2|the page> :tada: :nosuch: <!here> <#C0TALK|talk> <mailto:a@b.example|a@b.example>`,
    { isRaw: true },
  )
  await under.settled()
  expect(under.heard()[0]).toMatchObject({
    text: '@Ben Okoro says 5 < 6 & the page 🎉 :nosuch: @here #talk a@b.example',
    links: [{ text: 'the page', url: 'https://tide.example/a?b=1&c=2' }],
    mentions: [accountId('slack', other)],
  })
})

it('whom Slack tells nothing of is heard without a name; bots are known as such, and we do not hear ourselves', async () => {
  under.server.channel('D0NEW', ['U0NEW', app.user])
  under.server.says('U0NEW', 'who am I', { in: 'D0NEW' })
  under.server.happens({
    type: 'message',
    subtype: 'bot_message',
    channel: talk,
    bot_id: 'B7',
    username: 'News',
    ts: '1795340001.000001',
    text: 'news',
  })
  under.server.happens({
    type: 'message',
    channel: talk,
    user: app.user,
    bot_id: app.bot,
    ts: '1795340002.000001',
    text: 'me',
  })
  under.server.happens({
    type: 'message',
    subtype: 'channel_join',
    channel: talk,
    user: fan,
    ts: '1795340003.000001',
    text: 'has joined',
  })
  await under.settled()
  expect(under.heard().map(({ text, author }) => [text, author.name, author.isBot])).toEqual([
    ['who am I', '', false],
    ['news', 'News', true],
  ])
})

it('whoever is slow to tell who they are is not waited for longer than Slack waits', async () => {
  const ts = under.server.says(fan, 'is it in?', { in: talk })
  await under.hears('is it in?')
  await under.restart()
  under.server.hangs('users.info', 'conversations.replies', 'reactions.get')
  const before = performance.now()
  under.server.says(other, 'I wonder too', { in: talk, on: ts })
  expect(await under.hears('I wonder too')).toMatchObject({ author: { name: '' }, replyTo: { messageId: ts } })
  expect(performance.now() - before).toBeLessThan(2_900)
})

it('what is passed on is heard as that, and with words beside it as what they answer', async () => {
  const shared = {
    is_share: true,
    author_id: other,
    author_name: 'Ben',
    ts: '1795330000.000001',
    text: 'it &lt;broke&gt;',
    files: [under.server.file('lid.jpg', 'image/jpeg', Buffer.from('the lid'))],
  }
  under.server.says(fan, '', { more: { attachments: [shared] } })
  under.server.says(fan, 'what of this?', { more: { attachments: [shared] } })
  await under.settled()
  expect(under.heard()[0]).toMatchObject({
    text: 'it <broke>',
    forwarded: { from: 'Ben' },
    attachments: [{ name: 'lid.jpg' }],
  })
  expect(under.heard()[1]).toMatchObject({
    text: 'what of this?',
    replyTo: { messageId: shared.ts, isQuote: true, text: 'it <broke>' },
  })
  expect(under.heard()[1]?.replyTo?.attachments).toMatchObject([{ kind: 'photo', name: 'lid.jpg' }])
  expect(under.heard()[1]?.forwarded).toBeUndefined()
})

it('edits and deletions are told, also where an empty place stays, and previews are not', async () => {
  const ts = under.server.says(fan, 'my lid is red', { in: talk })
  under.server.edits(talk, ts, 'my lid is blue')
  under.server.edits(talk, ts, 'my lid is blue', { attachments: [{ from_url: 'https://tide.example' }] })
  const before = { type: 'message', user: fan, ts, text: 'my lid is blue' }
  under.server.happens({
    type: 'message',
    subtype: 'message_deleted',
    channel: talk,
    deleted_ts: ts,
    previous_message: before,
  })
  const empty = { type: 'message', subtype: 'tombstone', ts, user: 'USLACKBOT', text: 'This message was deleted.' }
  under.server.happens({
    type: 'message',
    subtype: 'message_changed',
    hidden: true,
    channel: talk,
    message: empty,
    previous_message: before,
  })
  await under.settled()
  expect(under.host.events).toMatchObject([
    { kind: 'edited', threadId: inTalk, messageId: ts, text: 'my lid is blue' },
    { kind: 'deleted', threadId: inTalk, messageIds: [ts] },
    { kind: 'deleted', threadId: inTalk, messageIds: [ts] },
  ])
})

it('reactions are all that stand now, and the one that came where Slack cannot be asked', async () => {
  const { messageId } = await under.adapter.send(inGroup('It is in.'))
  const said = under.server.messages(talk).find(({ ts }) => ts === messageId)
  said?.reactions.push({ name: '+1::skin-tone-4', users: [fan] }, { name: 'tada', users: [other, fan] })
  const item = { type: 'message', channel: talk, ts: messageId }
  under.server.happens({ type: 'reaction_added', user: fan, reaction: 'tada', item, event_ts: '1795340009.000001' })
  under.server.happens({
    type: 'reaction_removed',
    user: fan,
    reaction: 'x',
    item: { ...item, ts: '1795330000.000009' },
  })
  await under.settled()
  expect(under.host.events).toMatchObject([
    { kind: 'reacted', threadId: inTalk, messageId, accountId: accountId('slack', fan), emojis: ['👍', '🎉'] },
    { kind: 'reacted', messageId: '1795330000.000009', emojis: [] },
  ])
  await under.adapter.send(reaction(inTalk, messageId, '❤️'))
  await under.adapter.send(reaction(inTalk, messageId, '❤️'))
  expect(said?.reactions.map(({ name }) => name)).toContain('heart')
  await expect(under.adapter.send(reaction(inTalk, messageId, '🪗'))).rejects.toMatchObject({ isPermanent: true })
})

it('a channel that closes or opens, who leaves it, and an app that is taken out are told', async () => {
  under.server.happens({ type: 'member_left_channel', channel: talk, user: fan })
  under.server.happens({ type: 'member_left_channel', channel: talk, user: app.user })
  under.server.happens({ type: 'member_joined_channel', channel: talk, user: app.user })
  under.server.archive(talk)
  await under.settled()
  expect(under.host.events.map(({ kind }) => kind)).toEqual(['left', 'closed', 'opened', 'closed'])
  await expect(under.adapter.send(inGroup('hello?'))).rejects.toMatchObject({ isPermanent: true, isThreadGone: true })
  under.server.happens({ type: 'app_uninstalled' })
  await under.settled()
  expect(under.host.connections).toEqual([true, false])
})

it('a pressed button is heard once; one that leads elsewhere, one of another’s and a forged one are not', async () => {
  const buttons = [
    { label: 'A person', value: 'person' },
    { label: 'Shop', url: 'https://shop.example' },
  ]
  const { messageId } = await under.adapter.send(words(ana, 'What now?', { buttons }))
  expect(await under.server.presses(fan, 'D0ANA', 'Shop')).toBe(200)
  const action = {
    type: 'button',
    action_id: 'theirs',
    value: 'x',
    action_ts: '1795340000.000009',
    text: { text: 'A person' },
  }
  await under.server.presses(fan, 'D0ANA', 'A person', { actions: [action] })
  expect(under.heard()).toEqual([])
  const press = { actions: [{ ...action, action_id: 'mascot-0', value: 'person' }] }
  await under.server.presses(fan, 'D0ANA', 'A person', press)
  await under.server.presses(fan, 'D0ANA', 'A person', press)
  expect(under.heard()).toMatchObject([{ threadId: ana, button: 'person', text: 'A person', isMention: true }])
  const forged = String(new URLSearchParams({ payload: JSON.stringify({ type: 'block_actions', ...press }) }))
  const headers = { ...under.server.headersFor('another body'), 'content-type': 'application/x-www-form-urlencoded' }
  expect((await under.server.post(forged, headers)).status).toBe(401)
  expect(under.heard()).toHaveLength(1)
  expect(messageId).toMatch(/^\d+\.\d+$/)
})

it('behind the app’s own command stand commands of ours, or words, which nobody else sees', async () => {
  expect(await under.server.types(fan, talk, 'mydata')).toBe(200)
  await under.server.types(fan, talk, 'are you open?')
  await under.server.types(fan, 'D0ANA', '')
  expect(under.heard()).toMatchObject([
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
  under.server.says(fan, ' /help')
  expect((await under.hears('/help'))?.command).toEqual({ name: 'help', args: '' })
})

it('a file of a fan is brought here, and a page to sign in is not taken for it', async () => {
  const file = under.server.file('lid.jpg', 'image/jpeg', Buffer.from('the lid'))
  under.server.says(fan, 'see', { more: { subtype: 'file_share', files: [file, { id: 'F9', mode: 'tombstone' }] } })
  const [first, lost] = (await under.hears('see'))?.attachments ?? []
  expect(first).toMatchObject({ kind: 'photo', name: 'lid.jpg', size: 7 })
  expect(lost).toEqual({ kind: 'other' })
  under.server.grants('chat:write')
  await expect(under.adapter.fetchFile?.(first ?? { kind: 'other' })).rejects.toThrow(/files:read/)
  under.server.grants('files:read')
  const path = (await under.adapter.fetchFile?.({ ...first, kind: 'photo', ref: String(file['id']) })) ?? ''
  expect(await readFile(path, 'utf8')).toBe('the lid')
  await rm(path)
})

it('what was said while it was away longer than Slack tries is read at the start, each talk in its order', async () => {
  under.server.says(fan, 'before')
  const head = under.server.says(fan, 'a thread', { in: talk })
  under.server.says(other, 'first in it', { in: talk, on: head })
  await under.hears('first in it')
  under.host.failNext(8)
  under.server.says(fan, 'while away')
  under.server.says(other, 'second in it', { in: talk, on: head })
  await under.server.until(() => under.server.pushes.every(({ isOver }) => isOver))
  expect(under.server.pushes.at(-1)?.tries).toBe(4)
  expect(under.heard().map(({ text }) => text)).toEqual(['before', 'a thread', 'first in it'])
  await under.restart()
  await under.hears('while away')
  expect(await under.hears('second in it')).toMatchObject({ threadId: threadId('slack', talk, head) })
  expect(under.host.logged).toContainEqual(expect.objectContaining({ message: expect.stringMatching(/caught up/) }))
  under.server
    .messages('D0ANA')
    .push({ ts: '1795400000.000001', user: fan, text: 'held back', blocks: [], reactions: [] })
  await under.server.post(JSON.stringify({ type: 'app_rate_limited', team_id: app.team, minute_rate_limited: 1 }))
  await under.hears('held back')
  expect((await under.adapter.fetchSince?.(ana, under.heard()[0]?.id ?? ''))?.map(({ text }) => text)).toEqual([
    'while away',
    'held back',
  ])
})

it('a push that Slack would never send costs no other, and what is heard of it is sound enough to be kept', async () => {
  const file = under.server.file('lid.jpg', 'image/jpeg', Buffer.from('the lid'))
  const ts = under.server.says(fan, `<@${app.user}> hi <https://a.example|a>`, {
    in: talk,
    isRaw: true,
    more: { files: [file] },
  })
  under.server.says(other, 'in it', { in: talk, on: ts })
  under.server.edits(talk, ts, 'hello again')
  under.server.happens({
    type: 'reaction_added',
    user: fan,
    reaction: '+1',
    item: { type: 'message', channel: talk, ts },
  })
  await under.settled()
  const payload = {
    ...{ type: 'block_actions', user: { id: fan }, channel: { id: talk }, container: { message_ts: ts } },
    actions: [{ action_id: 'mascot-0', value: 'yes', text: { text: 'Yes' }, action_ts: '1795340000.000009' }],
  }
  const pushes: unknown[] = under.server.pushes.map(({ body }) => JSON.parse(body))
  await fc.assert(
    fc.asyncProperty(spoilt([...pushes, ...pushes, payload]), async (bad) => {
      const before = under.host.offered.length
      const body = JSON.stringify(bad)
      const { status } = await under.server.post(body)
      expect([200, 400]).toContain(status)
      const form = String(new URLSearchParams({ payload: body }))
      const headers = { ...under.server.headersFor(form), 'content-type': 'application/x-www-form-urlencoded' }
      expect([200, 400]).toContain((await under.server.post(form, headers)).status)
      expect(under.host.offered.slice(before).flatMap(faultsOf)).toEqual([])
    }),
    runs(150),
  )
  await under.settled()
})
