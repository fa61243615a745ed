/** Staff threads that are gone or shut while a fan has more to say, over the wire. */
import { expect, it, vi } from 'vitest'
import { type Both, startBoth } from '../support/both-wires.ts'
import type { DiscordFan, DiscordServer } from '../support/discord-server.ts'
import type { TelegramServer } from '../support/telegram-server.ts'

async function withTopic() {
  let group: ReturnType<TelegramServer['group']> | undefined
  const both = await startBoth((server) => {
    group = server.group('Care', { isForum: true })
    return { TELEGRAM_STAFF_CHAT: String(group.chatId) }
  })
  if (!group) throw new Error('there is a staff group')
  const { discord, telegram, mascot } = both
  const ana = discord.fan('Ana')
  ana.says(ana.direct, 'can I speak to a person please')
  await telegram.until(() => telegram.sent().some(({ text }) => text?.includes('Waiting')))
  await mascot.settled()
  const [topicId = 0] = [...group.chat.topics.keys()]
  return { both, group, ana, topic: { chatId: group.chatId, topicId } }
}

const textsIn = (both: Both, topicId: number) =>
  both.telegram
    .sent()
    .filter((item) => item.topicId === topicId)
    .map(({ text }) => text ?? '')

it('a topic that was deleted: a new one has the card and the words that were missed', async () => {
  const { both, group, ana, topic } = await withTopic()
  await using _ = both
  const { telegram, mascot } = both
  group.chat.topics.delete(topic.topicId)
  ana.says(ana.direct, 'my lid is missing')
  await telegram.until(() => group.chat.topics.size === 1)
  const [anew = 0] = [...group.chat.topics.keys()]
  await telegram.until(() => textsIn(both, anew).includes('Ana: my lid is missing'))
  expect(textsIn(both, anew)[0]).toMatch(/Waiting/)
  ana.says(ana.direct, 'and the cup')
  await telegram.until(() => textsIn(both, anew).includes('Ana: and the cup'))
  await mascot.settled()
  expect(textsIn(both, anew).filter((text) => text === 'Ana: my lid is missing')).toHaveLength(1)
})

it('a topic that was closed is opened again as soon as there is something to say in it', async () => {
  const { both, group, ana, topic } = await withTopic()
  await using _ = both
  const { telegram, mascot } = both
  group.chat.administrators.add(telegram.bot.id)
  await group.closes(topic)
  await mascot.settled()
  ana.says(ana.direct, 'my lid is missing')
  await telegram.until(() => textsIn(both, topic.topicId).includes('Ana: my lid is missing'))
  expect(group.chat.topics.size).toBe(1)
})

it('a group that the bot was removed from and added to again gets what was missed meanwhile, once', async () => {
  const { both, group, ana, topic } = await withTopic()
  await using _ = both
  const { telegram, mascot } = both
  await group.removesBot()
  await mascot.settled()
  ana.says(ana.direct, 'my lid is missing')
  await vi.waitFor(() => expect(both.errors.join('')).toContain('its words wait'), { timeout: 60_000 })
  await mascot.settled()
  await group.addsBot()
  const missed = () => textsIn(both, topic.topicId).filter((text) => text === 'Ana: my lid is missing')
  await telegram.until(() => missed().length > 0)
  await mascot.settled()
  expect(missed()).toHaveLength(1)
})

it('where topics may not be opened the operator is told in words, and none of the fan’s', async () => {
  const { both, group, ana, topic } = await withTopic()
  await using _ = both
  const { telegram } = both
  group.chat.topics.delete(topic.topicId)
  telegram.fail('createForumTopic', { code: 400, description: 'Bad Request: not enough rights to create a topic' })
  ana.says(ana.direct, 'my lid is missing')
  await vi.waitFor(() => expect(both.errors.join('')).toContain('no other can be opened'), { timeout: 60_000 })
  expect(both.errors.join('')).toContain('the bot may not open topics in the staff group')
  expect(both.errors.join('')).not.toContain('my lid')
})

it.each(['telegram', 'discord'] as const)(
  'a new case for which no thread can be opened on %s: staff and the operator are told what is missing, once',
  async (where) => {
    let room: { readonly sent: () => readonly string[]; readonly fails: () => void } | undefined
    await using both = await startBoth((telegram, discord) => {
      if (where === 'telegram') {
        const group = telegram.group('Care', { isForum: true })
        const sent = () => telegram.sent({ chatId: group.chatId }).map(({ text }) => text ?? '')
        const refusal = { times: 9, code: 400, description: 'Bad Request: not enough rights to create a topic' }
        room = { sent, fails: () => telegram.fail('createForumTopic', refusal) }
        return { TELEGRAM_STAFF_CHAT: String(group.chatId) }
      }
      const desk = discord.channel(discord.guild('House'), 'desk')
      const sent = () => discord.sent(desk).map(({ content }) => content)
      room = {
        sent,
        fails() {
          desk.refusesThreads = 50013
        },
      }
      return { DISCORD_STAFF_CHANNEL: desk.id }
    })
    const { telegram, mascot } = both
    room?.fails()
    for (const name of ['Ana', 'Bo']) {
      await telegram.fan(name).says('can I speak to a person please')
      await mascot.settled()
    }
    const told = () => (room?.sent() ?? []).filter((text) => text.startsWith('⛔ A case waits'))
    await telegram.until(() => told().length > 0)
    await mascot.settled()
    expect(told()).toEqual([expect.stringMatching(/may not open (topics|threads) in the staff/)])
    const logged = both.errors.filter((line) => line.includes('no thread can be opened for a new case'))
    expect(logged).toHaveLength(1)
    expect(logged[0]).not.toContain('stack')
    expect(await mascot.desk.list()).toHaveLength(2)
  },
)

async function withThread(prepare: (discord: DiscordServer) => string) {
  let deskId = ''
  const both = await startBoth((_, server) => {
    deskId = prepare(server)
    return { DISCORD_STAFF_CHANNEL: deskId }
  })
  const { telegram, discord } = both
  const ana = telegram.fan('Ana')
  await ana.says('can I speak to a person please')
  const threads = (): DiscordFan['direct'][] =>
    [...discord.world.channels.values()].filter(({ parentId }) => parentId === deskId)
  await discord.until(() =>
    threads().some((thread) => discord.sent(thread).some(({ content }) => content.includes('Waiting'))),
  )
  await both.mascot.settled()
  const [thread] = threads()
  if (!thread) throw new Error('a thread was opened')
  return { both, ana, thread, threads }
}

it('a Discord thread that was archived and locked is opened again', async () => {
  const { both, ana, thread } = await withThread((server) => server.channel(server.guild('House'), 'desk').id)
  await using _ = both
  const { discord, mascot } = both
  thread.isArchived = true
  thread.isLocked = true
  discord.update(thread, 'THREAD_UPDATE')
  await mascot.settled()
  await ana.says('my lid is missing')
  await discord.until(() => discord.sent(thread).some(({ content }) => content === 'Ana: my lid is missing'))
})

it('a Discord thread that was deleted has a successor, also in a forum that wants a tag', async () => {
  const { both, ana, thread, threads } = await withThread((server) => {
    const forum = server.channel(server.guild('House'), 'desk', 15)
    forum.tags.push('4000')
    return forum.id
  })
  await using _ = both
  const { discord } = both
  discord.update(thread, 'THREAD_DELETE')
  await ana.says('my lid is missing')
  await discord.until(() =>
    threads().some(
      (one) => one !== thread && discord.sent(one).some(({ content }) => content === 'Ana: my lid is missing'),
    ),
  )
})

it('words of staff that are followed at once by the end of their Discord thread reach the fan', async () => {
  const { both, ana, thread } = await withThread((server) => server.channel(server.guild('House'), 'desk').id)
  await using _ = both
  const { discord, telegram, mascot } = both
  const dana = discord.fan('Dana')
  for (let n = 0; n < 5; n++) {
    const [one] = await mascot.desk.list()
    const place = discord.world.channels.get(one?.staffThread?.split(':')[1] ?? thread.id) ?? thread
    dana.says(place, `!r It leaves on day ${n}.`)
    discord.update(place, 'THREAD_DELETE')
    await telegram.until(() => telegram.sent(ana).some(({ text }) => text?.includes(`on day ${n}`)))
    await mascot.settled()
    await ana.says(`good, day ${n}`)
    await discord.until(() => discord.sent().some(({ content }) => content.endsWith(`good, day ${n}`)))
    await mascot.settled()
  }
  expect(both.errors).toEqual([])
})
