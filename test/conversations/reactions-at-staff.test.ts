/** What a fan shows beside a person's words is told to staff in one quiet note, which changes and goes as the reaction does. */
import { describe, expect, it } from 'vitest'
import { startBoth } from '../support/both-wires.ts'
import type { TelegramServer } from '../support/telegram-server.ts'

/** Staff in topics on Telegram, who may be called from either platform. */
async function withStaff() {
  let care: ReturnType<TelegramServer['group']> | undefined
  const both = await startBoth((server) => {
    care = server.group('Care', { isForum: true })
    return { TELEGRAM_STAFF_CHAT: String(care.chatId) }
  })
  const group = care ?? expect.fail('there is a staff group')
  const topic = () => ({ chatId: group.chatId, topicId: [...group.chat.topics.keys()][0] ?? 0 })
  const inTopic = () => both.telegram.sent(topic())
  return { both, topic, inTopic }
}

describe('a fan’s reaction to a person’s words', () => {
  it('on Telegram is one note that answers them, is changed with it, and goes when it is taken back', async () => {
    const { both, topic, inTopic } = await withStaff()
    await using _ = both
    const { telegram, mascot } = both
    const [ana, dana] = [telegram.fan('Ana'), telegram.fan('Dana')]
    await ana.says('can I speak to a person please')
    await telegram.until(() => telegram.sent(topic()).length > 0)
    await mascot.settled()
    await dana.presses('Take', { in: topic() })
    await mascot.settled()
    const said = await dana.says('/r A new lid leaves today.', { in: topic() })
    const arrived = () => telegram.sent(ana).find(({ text }) => text?.includes('A new lid leaves today.'))
    await telegram.until(() => arrived() !== undefined)
    await mascot.settled()
    const { messageId } = arrived() ?? expect.fail('the fan has heard')
    const notes = () => inTopic().filter(({ text }) => text?.endsWith(' Ana') === true)

    await ana.reacts({ chatId: ana.chatId, messageId }, ['👍'])
    await telegram.until(() => notes().length > 0)
    await mascot.settled()
    const [note] = notes()
    expect(note).toMatchObject({ text: '👍 Ana', replyTo: said.messageId })
    await ana.reacts({ chatId: ana.chatId, messageId }, ['❤', '🔥'])
    await telegram.until(() => telegram.calls('editMessageText').some(({ payload }) => payload.text === '❤ 🔥 Ana'))
    await mascot.settled()
    expect(telegram.calls('editMessageText').at(-1)?.payload).toMatchObject({ message_id: note?.messageId })
    expect(notes()).toHaveLength(1)
    await ana.reacts({ chatId: ana.chatId, messageId }, [])
    await telegram.until(() => telegram.calls('deleteMessage').length > 0)
    expect(telegram.calls('deleteMessage').at(-1)?.payload).toMatchObject({ message_id: note?.messageId })
    await mascot.settled()
    expect(both.errors).toEqual([])
  })

  it('on Discord reaches staff on Telegram; one to the bot’s words is told to nobody', async () => {
    const { both, topic, inTopic } = await withStaff()
    await using _ = both
    const { telegram, discord, mascot } = both
    const [ana, dana] = [discord.fan('Ana'), telegram.fan('Dana')]
    ana.says(ana.direct, 'can I speak to a person please')
    await telegram.until(() => telegram.sent(topic()).length > 0)
    await mascot.settled()
    const [ofBot] = discord.sent(ana.direct)
    await dana.says('/r A new lid leaves today.', { in: topic() })
    const arrived = () => discord.sent(ana.direct).find(({ content }) => content.includes('A new lid leaves today.'))
    await discord.until(() => arrived() !== undefined)
    await mascot.settled()
    ana.reacts(ofBot ?? expect.fail('the bot has spoken'), '🎉')
    ana.reacts(arrived() ?? expect.fail('the fan has heard'), '👍')
    await telegram.until(() => inTopic().some(({ text }) => text === '👍 Ana'))
    await mascot.settled()
    expect(inTopic().some(({ text }) => text?.includes('🎉'))).toBe(false)
    const [one] = await mascot.desk.list()
    const lines = await mascot.desk.said(one?.id ?? expect.fail('a case is open'))
    const shown = lines.flatMap(({ speaker, reactions }) => (reactions ? [[speaker?.kind, ...reactions]] : []))
    expect(shown).toContainEqual(['person', '👍'])
    expect(shown.flat()).toContain('🎉')
    expect(both.errors).toEqual([])
  })
})
