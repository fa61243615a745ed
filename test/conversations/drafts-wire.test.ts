/** Drafts over the wire: shown, pressed and worded anew in Telegram's topics and Discord's threads. Only the platforms' servers are ours. */
import { describe, expect, it } from 'vitest'
import type { Persona } from '../../src/persona/persona.ts'
import { file } from '../support/both-desks.ts'
import { startBoth } from '../support/both-wires.ts'
import type { DiscordServer } from '../support/discord-server.ts'
import type { TelegramServer } from '../support/telegram-server.ts'

const drafting = (persona: Persona): Persona => ({ ...persona, manners: { ...persona.manners, drafts: 'all' } })
const question = 'how long do I have to return beans?'

describe('drafts', () => {
  it('on Telegram: a press sends it to a fan on Discord, once, and its message says who sent it', async () => {
    let group: ReturnType<TelegramServer['group']> | undefined
    await using both = await startBoth(
      (server) => {
        group = server.group('Care', { isForum: true })
        return { TELEGRAM_STAFF_CHAT: String(group.chatId) }
      },
      undefined,
      drafting,
    )
    const { telegram, discord, mascot } = both
    if (!group) throw new Error('there is a staff group')
    const ana = discord.fan('Ana')
    const [dana, lee] = [telegram.fan('Dana'), telegram.fan('Lee')]
    ana.says(ana.direct, question)
    await telegram.until(() => telegram.sent().some(({ text }) => text?.startsWith('✍️ Draft for Ana') === true))
    await mascot.settled()
    expect(discord.sent(ana.direct)).toEqual([])
    const [topicId] = [...group.chat.topics.keys()]
    const topic = { chatId: group.chatId, topicId: topicId ?? 0 }
    // Both press before either can see what the other did.
    await Promise.all([dana.presses('Send', { in: topic }), lee.presses('Send', { in: topic })])
    await discord.until(() => discord.sent(ana.direct).some(({ content }) => /thirty days/i.test(content)))
    await telegram.until(() =>
      telegram.calls('editMessageText').some(({ payload }) => /✅ Sent by (Dana|Lee)/.test(String(payload.text))),
    )
    await mascot.settled()
    expect(discord.sent(ana.direct)).toHaveLength(1)
    expect(telegram.sent(topic).filter(({ text }) => /has sent this draft already/.test(text ?? ''))).toHaveLength(1)
    expect(await mascot.desk.list()).toEqual([])
    expect(both.errors).toEqual([])
  })

  it('on Discord: a reply to it, or to what Edit says, is worded anew, with a file, for a fan on Telegram', async () => {
    let channelId = ''
    let openedIn: DiscordServer['world']['channels'] | undefined
    await using both = await startBoth(
      (_, server) => {
        const desk = server.channel(server.guild('House'), 'desk')
        channelId = desk.id
        openedIn = server.world.channels
        return { DISCORD_STAFF_CHANNEL: desk.id }
      },
      undefined,
      drafting,
    )
    const { telegram, discord, mascot } = both
    const ana = telegram.fan('Ana')
    const dana = discord.fan('Dana')
    await ana.says(question)
    const thread = () => [...(openedIn?.values() ?? [])].find(({ parentId }) => parentId === channelId)
    const draft = () => discord.sent(thread()).find(({ content }) => content.startsWith('✍️ Draft for Ana'))
    await discord.until(() => thread() !== undefined && draft() !== undefined)
    const [place, shown] = [thread(), draft()]
    if (!place || !shown) throw new Error('a draft is shown')
    await mascot.settled()
    dana.presses(shown, 'Edit')
    const asked = () => discord.sent(place).find(({ content }) => content.startsWith('✏️ Reply to this'))
    await discord.until(() => asked() !== undefined)
    await mascot.settled()
    const form = file(discord, '990', 'form.pdf', 'application/pdf')
    dana.says(place, 'Thirty days, opened bags too.', { replyTo: asked()?.id ?? '', attachments: [form] })
    await telegram.until(() => telegram.sent(ana).some(({ text }) => text === 'Thirty days, opened bags too.'))
    await mascot.settled()
    expect(telegram.sent(ana)).toMatchObject([{ method: 'sendDocument' }])
    expect(await mascot.desk.list()).toEqual([])
    expect(both.errors).toEqual([])
  })
})
