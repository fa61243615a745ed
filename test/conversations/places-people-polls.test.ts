/** Places, people and polls between fans and staff: shown as what they are on Telegram, told in words elsewhere. */
import { describe, expect, it } from 'vitest'
import { onTelegram, withDiscordDesk, withTelegramDesk } from '../support/both-desks.ts'

const harbour = { latitude: 43.7, longitude: 7.27 }
const venue = { location: harbour, venue: { location: harbour, title: 'Harbour Bar', address: 'Quay 3' } }
const things = {
  sendVenue: venue,
  sendLocation: { location: { latitude: 1.5, longitude: 2.5 } },
  sendContact: { contact: { phone_number: '+33 6 12 34 56 78', first_name: 'Léa', user_id: 77 } },
  sendPoll: {
    poll: {
      ...{ id: '9', question: 'Which day?', total_voter_count: 0, is_closed: false, is_anonymous: true, type: 'quiz' },
      ...{ allows_multiple_answers: false, allows_revoting: false },
      options: ['Mon', 'Tue'].map((text, nth) => ({ text, voter_count: 0, persistent_id: `p${nth}` })),
    },
  },
}

describe('a place, a person or a poll', () => {
  it('passes as what it is between a fan and staff who are both on Telegram, both ways', async () => {
    const { both, group } = await withTelegramDesk()
    await using _ = both
    const { telegram, mascot } = both
    const [ana, dana] = [telegram.fan('Ana'), telegram.fan('Dana')]
    await ana.says('can I speak to a person please')
    await telegram.until(() => telegram.sent().some(({ text }) => text?.includes('Waiting')))
    await mascot.settled()
    const topicId = Number(telegram.sent().find(({ text }) => text?.includes('Waiting'))?.topicId)
    const topic = { chatId: group.chatId, topicId }
    await dana.says('/claim', { in: topic })
    await mascot.settled()
    for (const [nth, [method, thing]] of Object.entries(things).entries()) {
      await ana.sends(thing)
      await telegram.until(() => telegram.calls(method).length > 0)
      await mascot.settled()
      expect(telegram.calls(method)[0]?.payload).toMatchObject({ chat_id: group.chatId, message_thread_id: topicId })
      const { messageId } = await dana.sends(thing, { in: topic })
      await dana.says(nth === 0 ? '/r Here we are.' : '/r', { in: topic, replyTo: messageId })
      await telegram.until(() => telegram.calls(method).length > 1)
      await mascot.settled()
      expect(telegram.calls(method)[1]?.payload).toMatchObject({ chat_id: ana.chatId })
    }
    expect(telegram.calls('sendVenue')[1]?.payload).toMatchObject({
      ...harbour,
      title: 'Harbour Bar',
      address: 'Quay 3',
    })
    expect(telegram.calls('sendPoll')[1]?.payload).toMatchObject({
      question: 'Which day?',
      options: [{ text: 'Mon' }, { text: 'Tue' }],
    })
    expect(telegram.sent(ana).filter(({ text }) => text?.includes('Here we are.'))).toHaveLength(1)
    expect(both.errors).toEqual([])
  })

  it('of staff on Telegram is told in words to a fan on Discord, with those of theirs', async () => {
    const { both, group } = await withTelegramDesk()
    await using _ = both
    const { discord, telegram, mascot } = both
    const ana = discord.fan('Ana')
    const { topic, dana } = await onTelegram(both, group, ana)
    for (const thing of Object.values(things)) {
      const { messageId } = await dana.sends(thing, { in: topic })
      await dana.says('/r Like this:', { in: topic, replyTo: messageId })
    }
    const heard = () => discord.sent(ana.direct).map(({ content }) => content)
    await discord.until(() => heard().filter((text) => text.includes('Like this:')).length === 4)
    await mascot.settled()
    for (const words of [
      '📍 Harbour Bar, Quay 3',
      '📍 1.5, 2.5 https://www.openstreetmap.org/?mlat=1.5&mlon=2.5',
      '👤 Léa, +33 6 12 34 56 78',
      '📊 Which day?',
    ])
      expect(heard().join('\n')).toContain(`Like this:\n${words}`)
    expect(telegram.sent(topic).filter(({ text }) => text?.includes('Not sent'))).toEqual([])
    expect(both.errors).toEqual([])
  })

  it('of a fan on Telegram is told in words to staff on Discord', async () => {
    const { both, deskId } = await withDiscordDesk()
    await using _ = both
    const { discord, telegram } = both
    const ana = telegram.fan('Ana')
    await ana.says('can I speak to a person please')
    const thread = () => [...discord.world.channels.values()].find(({ parentId }) => parentId === deskId)
    await discord.until(() => thread() !== undefined && discord.sent(thread()).length > 0)
    for (const thing of Object.values(things)) await ana.sends(thing)
    const shown = () =>
      discord
        .sent(thread())
        .map(({ content }) => content)
        .join('\n')
    for (const words of ['Harbour Bar, Quay 3', '1.5, 2.5', '+33 6 12 34 56 78', 'Which day?'])
      await discord.until(() => shown().includes(words))
  })
})
