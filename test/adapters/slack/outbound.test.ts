/** What leaves for Slack: what is shown, who is told alone, files and their words, what stands already, threads of staff, a token that is taken back. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { accountId, threadId } from '../../../src/domain/ids.ts'
import type { OutboundMessage, ReviewedText } from '../../../src/domain/message.ts'
import { deletion, words } from '../../support/outbound-message.ts'
import { ana, fan, inGroup, inTalk, MINUTE_MS, other, staffRoom, talk, useSlack } from '../../support/slack-app.ts'

const under = useSlack()

it('what it says is shown as meant, and words that a fan chose call nobody, letter by letter', async () => {
  await under.adapter.send(inGroup('*Yes*, _really_: `5 < 6` and [the page](https://tide.example/a). 2 * 3 * 4'))
  const [block] = under.server.sent(talk)[0]?.blocks ?? []
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
  await under.adapter.send(inGroup(said, { isLiteral: true }))
  await under.adapter.send(inGroup('Mine.', { speaker: { kind: 'person', name: 'Mia' } }))
  expect(
    under.server
      .sent(talk)
      .map(({ text }) => text)
      .slice(1),
  ).toEqual([said, 'Mia:\nMine.'])
  expect(under.server.pings).toEqual([])
  expect(under.server.sent(talk).map(({ unfurls }) => unfurls)).toEqual([false, false, false])
})

it('who is there is told alone in the channel, who is not in private, and else it is said what all may read', async () => {
  const alone = { onlyFor: accountId('slack', fan), openly: { text: 'Write to me in private.' as ReviewedText } }
  await under.adapter.send(inGroup('Your order is on its way.', alone))
  expect(under.server.sent('D0ANA').map(({ text }) => text)).toEqual(['Your order is on its way.'])
  under.server.says(fan, 'thanks', { in: talk })
  await under.settled()
  await under.adapter.send(inGroup('It is 4 pm there.', { ...alone, buttons: [{ label: 'More', value: 'more' }] }))
  expect(under.server.unseen).toMatchObject([{ channel: talk, user: fan, text: 'It is 4 pm there.' }])
  await under.server.presses(fan, talk, 'More')
  expect(under.heard().at(-1)).toMatchObject({ button: 'more', isForUsAlone: true, threadId: inTalk })
  await under.adapter.send(inGroup('For nobody here.', { ...alone, onlyFor: accountId('slack', 'U0GONE') }))
  expect(under.server.sent(talk).map(({ text }) => text)).toEqual(['Write to me in private.'])
  under.clock.advance(6 * MINUTE_MS)
  await under.adapter.send(inGroup('Later.', alone))
  expect(under.server.unseen).toHaveLength(1)
  expect(under.adapter.tellsAlone?.({ surface: 'group' } as never)).toBe(true)
})

it('files go with their words in one message, the token stays with Slack’s API, and what is refused leaves the words', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'slack-'))
  await writeFile(join(folder, 'lid.png'), 'picture')
  const media = { kind: 'photo', path: join(folder, 'lid.png') } as const
  const { messageId } = await under.adapter.send(
    inGroup('Like *this* <!here>, [see](https://tide.example).', { media }),
  )
  expect(under.server.sent(talk)).toMatchObject([{ id: messageId, files: ['lid.png'] }])
  expect(under.server.messages(talk)[0]?.text).toBe('Like *this* &lt;!here&gt;, <https://tide.example|see>.')
  expect(under.server.fetched).toMatchObject([{ hasToken: false }])
  await under.adapter.send(inGroup('Like that.', { media: { kind: 'photo', path: join(folder, 'none.png') } }))
  expect(under.server.sent(talk).at(-1)).toMatchObject({ text: 'Like that.', files: [] })
  under.server.fails({ error: 'file_uploads_disabled' })
  const instead = { media, ifRefused: 'There is a picture of it on our page.' as ReviewedText }
  expect(await under.adapter.send(inGroup('Look.', instead))).toMatchObject({ isInstead: true })
  await rm(folder, { recursive: true })
})

it('a file whose words were refused for a moment is not sent twice', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'slack-'))
  await writeFile(join(folder, 'lid.pdf'), 'paper')
  const buttons = [{ label: 'Fine', value: 'fine' }]
  const message = inGroup('Is that it?', { media: { kind: 'document', path: join(folder, 'lid.pdf') }, buttons })
  under.server.fails('swallow')
  await expect(under.adapter.send(message)).rejects.toMatchObject({ isPermanent: false })
  under.server.messages(talk).splice(0)
  const { send } = under.adapter
  await send(message)
  under.server.fails({ error: 'ratelimited', status: 429, retryAfter: 3 })
  const second = { ...message, id: 'second' } as OutboundMessage
  // The file is taken, its words are not.
  under.server.fails({ error: 'internal_error' })
  await expect(send(second)).rejects.toMatchObject({ isPermanent: false, retryAfterMs: 3_000 })
  await expect(send(second)).rejects.toMatchObject({ isPermanent: false })
  const { parts = [] } = await send(second)
  expect(parts).toHaveLength(2)
  expect(under.server.sent(talk).filter(({ files }) => files.length > 0)).toHaveLength(2)
  await rm(folder, { recursive: true })
})

it('what arrived and was not answered is not said again, nor after a kill, part by part', async () => {
  const long = inGroup(`${'one two three\n'.repeat(500)}`)
  const { parts = [] } = await under.adapter.send({ ...long, id: 'first' } as OutboundMessage)
  expect(parts).toHaveLength(3)
  under.server.fails('swallow')
  await expect(under.adapter.send(long)).rejects.toMatchObject({ isPermanent: false })
  const again = await under.adapter.send(long)
  expect(again.parts).toHaveLength(3)
  expect(under.server.sent(talk)).toHaveLength(6)
  // Another program in its place does not know how far it came.
  const after = await under.launch()
  expect(await after.send(long)).toEqual(again)
  expect(under.server.sent(talk)).toHaveLength(6)
})

it('each case of staff has a thread with its title at the head, and what is said there is known as theirs', async () => {
  const thread = (await under.adapter.openThread?.('Ana: a <broken> lid')) ?? ana
  expect(under.adapter.staffRoom?.()).toBe(threadId('slack', staffRoom))
  const title = { kind: 'title', id: '7', threadId: thread, surface: 'group', title: 'Ana: solved' }
  await under.adapter.send(title as unknown as OutboundMessage)
  await under.adapter.send(
    words(thread, 'Take it?', { surface: 'group', buttons: [{ label: 'Take', value: 'take:1' }] }),
  )
  expect(under.server.sent(staffRoom)).toMatchObject([{ text: 'Ana: solved' }, { text: 'Take it?' }])
  const head = under.server.sent(staffRoom)[0]?.id ?? ''
  expect(under.server.sent(staffRoom)[1]?.thread).toBe(head)
  await under.server.presses(other, staffRoom, 'Take')
  under.server.says(other, ' /r It leaves today', { in: staffRoom, on: head })
  expect(await under.hears('/r It leaves today')).toMatchObject({
    threadId: thread,
    isStaffThread: true,
  })
  expect(under.heard()[0]).toMatchObject({ threadId: thread, isStaffThread: true, button: 'take:1' })
  expect(await under.adapter.reopenThread?.(thread)).toBe(true)
  expect(await under.adapter.reopenThread?.(threadId('slack', staffRoom, '1795330000.000009'))).toBe(false)
})

it('takes down its own words, and says so where those of others stay', async () => {
  const { messageId } = await under.adapter.send(inGroup('Oops.'))
  await under.adapter.send(deletion(inTalk, messageId))
  await under.adapter.send(deletion(inTalk, messageId))
  expect(under.server.sent(talk)).toEqual([])
  const ts = under.server.says(fan, 'rude', { in: talk })
  await under.hears('rude')
  await expect(under.adapter.send(deletion(inTalk, ts))).rejects.toMatchObject({ isPermanent: true })
  await under.adapter.send({
    ...deletion(inTalk, ts),
    ifItStays: 'Please, not here.' as ReviewedText,
  } as OutboundMessage)
  expect(under.server.sent(talk).map(({ text }) => text)).toEqual(['Please, not here.'])
})

it('a token that is taken back is the operator’s to set right, and doctor says what the app lacks', async () => {
  under.server.fails({ error: 'token_revoked' })
  const error: unknown = await under.adapter.send(inGroup('hello')).catch((one: unknown) => one)
  expect(error).toMatchObject({
    isPermanent: false,
    retryAfterMs: 5 * MINUTE_MS,
    message: expect.stringMatching(/install it again/),
  })
  const wrong = under.made({ token: 'xoxb-guessed' })
  await expect(wrong.start(under.host.context(), under.listening.signal)).rejects.toThrow(/check SLACK_BOT_TOKEN/)
  expect(await wrong.examine?.()).toContainEqual({ says: expect.stringMatching(/SLACK_BOT_TOKEN/), isGood: false })
  expect((await under.adapter.examine?.())?.every(({ isGood }) => isGood)).toBe(true)
  const [, manifest = ''] = /```json\n([\s\S]*?)```/.exec(await readFile('docs/slack.md', 'utf8')) ?? []
  under.server.grants(JSON.parse(manifest).oauth_config.scopes.bot.join(','))
  expect((await under.adapter.examine?.())?.every(({ isGood }) => isGood)).toBe(true)
  under.server.grants('chat:write,im:history')
  expect(await under.adapter.examine?.()).toContainEqual({
    says: expect.stringMatching(/lacks files:read/),
    isGood: false,
  })
})
