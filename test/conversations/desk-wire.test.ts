/** The desk over the wire: staff in Telegram's topics and Discord's threads, fans on either. Only the platforms' servers are ours. */
import { describe, expect, it } from 'vitest'
import type { Hours } from '../../src/persona/persona.ts'
import { startBoth } from '../support/both-wires.ts'
import type { DiscordServer } from '../support/discord-server.ts'
import type { TelegramServer } from '../support/telegram-server.ts'

describe('staff on Telegram, a fan on Discord', () => {
  it('a topic is opened with a card; pressed, answered, marked, edited, with pictures both ways', async () => {
    let group: ReturnType<TelegramServer['group']> | undefined
    await using both = await startBoth((server) => {
      group = server.group('Care', { isForum: true })
      return { TELEGRAM_STAFF_CHAT: String(group.chatId) }
    })
    const { telegram, discord, mascot } = both
    if (!group) throw new Error('there is a staff group')
    const ana = discord.fan('Ana')
    const dana = telegram.fan('Dana')
    ana.says(ana.direct, 'can I speak to a person please')
    await discord.until(() => discord.sent(ana.direct).length > 0)
    await telegram.until(() => telegram.sent().length > 0)
    const [card] = telegram.sent()
    expect(card).toMatchObject({
      chatId: group.chatId,
      text: expect.stringMatching(/Waiting[\s\S]*Ana \([0-9a-f]{4}\) · discord/),
    })
    const [topicId] = [...group.chat.topics.keys()]
    const topic = { chatId: group.chatId, topicId: topicId ?? 0 }
    await mascot.settled()

    await dana.presses('Take', { in: topic })
    await discord.until(() => discord.sent(ana.direct).some(({ content }) => content.includes('Dana')))
    await telegram.until(() => telegram.calls('editMessageText').length > 0)
    const asked = ana.says(ana.direct, 'my lid is missing')
    await telegram.until(() => telegram.sent(topic).some(({ text }) => text === 'Ana: my lid is missing'))
    await mascot.settled()
    const said = await dana.says('/r A new lid leaves today.', { in: topic })
    await discord.until(() =>
      discord.sent(ana.direct).some(({ content }) => content === '**Dana:**\nA new lid leaves today.'),
    )
    await telegram.until(() => telegram.calls('setMessageReaction').length > 0)
    expect(telegram.calls('setMessageReaction').at(-1)?.payload).toMatchObject({ message_id: said.messageId })

    ana.edits(asked, 'my lid is missing, the blue one')
    await telegram.until(() =>
      telegram.calls('editMessageText').some(({ payload }) => String(payload.text).includes('the blue one\n↳ edited')),
    )
    await dana.says('typed by mistake, what a pain', { in: topic })
    await dana.says('/edit A new lid leaves on Monday.', { in: topic })
    await discord.until(() => discord.sent(ana.direct).some(({ content }) => content.includes('leaves on Monday')))
    await mascot.settled()
    expect(discord.sent(ana.direct).some(({ content }) => content.includes('mistake'))).toBe(false)

    const photo = [{ file_id: 'lid-photo', file_unique_id: 'lid', width: 90, height: 90 }]
    telegram.world.files.set('lid-photo', { bytes: Buffer.from('a picture'), name: 'lid.jpg' })
    await dana.sends({ photo, caption: '/r This one?' }, { in: topic })
    await discord.until(() => discord.sent(ana.direct).some(({ content }) => content.includes('This one?')))
    await dana.says('/resolve silently', { in: topic })
    await mascot.settled()
    expect(await mascot.desk.list()).toEqual([])
    expect(both.errors).toEqual([])
  })
})

describe('a group on Telegram', () => {
  it('goes on with the bot while staff have one member’s case, and hears that member tell of danger', async () => {
    let care: ReturnType<TelegramServer['group']> | undefined
    await using both = await startBoth((server) => {
      care = server.group('Care', { isForum: true })
      return { TELEGRAM_STAFF_CHAT: String(care.chatId) }
    })
    const { telegram, mascot } = both
    if (!care) throw new Error('there is a staff group')
    const quay = telegram.group('Quay')
    const [ana, bo, dana] = [telegram.fan('Ana'), telegram.fan('Bo'), telegram.fan('Dana')]
    const inQuay = () => telegram.sent(quay).map(({ text }) => text ?? '')
    await ana.says('@TidewaterPipBot can I speak to a person please', { in: quay })
    await telegram.until(() => telegram.sent(care).length > 0)
    await mascot.settled()
    const [topicId] = [...care.chat.topics.keys()]
    const topic = { chatId: care.chatId, topicId: topicId ?? 0 }
    await dana.presses('Take', { in: topic })
    await telegram.until(() => inQuay().some((text) => text.includes('Dana')))
    await mascot.settled()

    await ana.says('@TidewaterPipBot do you have wifi?', { in: quay })
    await mascot.settled()
    expect(inQuay().some((text) => /wifi/i.test(text))).toBe(false)
    await bo.says('@TidewaterPipBot do you have wifi?', { in: quay })
    await telegram.until(() => inQuay().some((text) => /wifi/i.test(text)))
    await ana.says('@TidewaterPipBot I bit on a piece of metal in your beans and my mouth is bleeding', { in: quay })
    await telegram.until(() => inQuay().some((text) => /Your health first/.test(text)))
    await telegram.until(() => telegram.sent(topic).some(({ text }) => text?.startsWith('🚨')))
    await bo.says('@TidewaterPipBot can I speak to a person please', { in: quay })
    await telegram.until(() => care?.chat.topics.size === 2)
    await mascot.settled()
    expect((await mascot.desk.list()).map(({ fanName, status }) => [fanName, status])).toEqual([
      ['Ana', 'assigned'],
      ['Bo', 'waiting'],
    ])
    expect(both.errors).toEqual([])
  })
})

/** Nobody is there before the day after tomorrow. */
function closedToday(): Hours {
  const day = new Date(Date.now() + 2 * 86_400_000)
  const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const
  return { timeZone: 'UTC', week: { [weekdays[day.getUTCDay()] ?? 'mon']: ['09:00-17:00'] }, holidays: [] }
}

describe('with nobody on duty', () => {
  it('a fan on Discord is promised a time; of two on Telegram who take the case when they come, one has it', async () => {
    let group: ReturnType<TelegramServer['group']> | undefined
    await using both = await startBoth((server) => {
      group = server.group('Care', { isForum: true })
      return { TELEGRAM_STAFF_CHAT: String(group.chatId) }
    }, closedToday())
    const { telegram, discord, mascot } = both
    if (!group) throw new Error('there is a staff group')
    const [ana, dana, lee] = [discord.fan('Ana'), telegram.fan('Dana'), telegram.fan('Lee')]
    ana.says(ana.direct, 'can I speak to a person please')
    await discord.until(() => discord.sent(ana.direct).length > 0)
    expect(discord.sent(ana.direct)[0]?.content).toMatch(/\w{3} 10:00/)
    await telegram.until(() => telegram.sent().length > 0)
    await mascot.settled()
    const [one] = await mascot.desk.list()
    if (!one) throw new Error('a case is open')
    expect((await mascot.desk.read(one.id))?.promises).toMatchObject([{ dueAt: one.timers['first-response'] }])
    const [topicId] = [...group.chat.topics.keys()]
    const topic = { chatId: group.chatId, topicId: topicId ?? 0 }
    await Promise.all([dana.presses('Take', { in: topic }), lee.presses('Take', { in: topic })])
    await telegram.until(() =>
      telegram.sent(topic).some(({ text }) => /⛔ (?:Dana|Lee) has this case/.test(text ?? '')),
    )
    await mascot.settled()
    const taken = (await mascot.desk.read(one.id))?.case.assignee
    expect(telegram.sent(topic).some(({ text }) => text?.includes(`⛔ ${taken} has this case`))).toBe(true)
    const [winner, other] = taken === 'Dana' ? [dana, lee] : [lee, dana]
    await other.says('/r And me too.', { in: topic })
    await winner.says('/r Good morning.', { in: topic })
    await discord.until(() => discord.sent(ana.direct).some(({ content }) => content.includes('Good morning.')))
    await mascot.settled()
    expect(discord.sent(ana.direct).some(({ content }) => content.includes('And me too'))).toBe(false)
    expect((await mascot.desk.read(one.id))?.promises).toMatchObject([{ outcome: 'kept' }])
    expect(both.errors).toEqual([])
  })
})

describe('staff on Discord, a fan on Telegram', () => {
  it('a thread is opened with a card; the fan’s photo goes there, the answer comes back', async () => {
    let channelId = ''
    let openedIn: DiscordServer['world']['channels'] | undefined
    await using both = await startBoth((_, server) => {
      const desk = server.channel(server.guild('House'), 'desk')
      channelId = desk.id
      openedIn = server.world.channels
      return { DISCORD_STAFF_CHANNEL: desk.id }
    })
    const { telegram, discord, mascot } = both
    const ana = telegram.fan('Ana')
    const dana = discord.fan('Dana')
    await ana.says('can I speak to a person please')
    const thread = () => [...(openedIn?.values() ?? [])].find(({ parentId }) => parentId === channelId)
    await discord.until(() => (thread() ? discord.sent(thread()).length > 0 : false))
    const place = thread()
    if (!place) throw new Error('a thread was opened')
    expect(discord.sent(place)[0]?.content).toMatch(/Waiting[\s\S]*Ana \([0-9a-f]{4}\) · telegram/)
    await mascot.settled()
    dana.says(place, '!r Hello from the other side.')
    await telegram.until(() =>
      telegram.sent(ana).some(({ text }) => text?.includes('Hello from the other side') === true),
    )
    const [first] = discord.sent(place)
    if (first) dana.presses(first, 'Resolve')
    await mascot.settled()
    await telegram.until(() => telegram.sent(ana).length >= 3)
    expect(await mascot.desk.list()).toEqual([])
    expect(both.errors).toEqual([])
  })

  it('called in a Discord server, the case goes on in private, as Discord lets us write first', async () => {
    await using both = await startBoth((_, server) => ({
      DISCORD_STAFF_CHANNEL: server.channel(server.guild('House'), 'desk').id,
    }))
    const { discord, mascot } = both
    const general = discord.channel(discord.guild('Fans'), 'general')
    const ana = discord.fan('Ana')
    ana.says(general, `<@${discord.world.bot.id}> I want to speak to a person`)
    await discord.until(() => discord.sent(ana.direct).length > 0)
    expect(discord.sent(general)).toHaveLength(1)
    const called = async () => (await mascot.desk.list())[0]
    await expect.poll(called).toMatchObject({ surface: 'direct', threadId: `discord:${ana.direct.id}` })
    expect((await called())?.originThread).toBe(`discord:${general.id}`)
  })
})
