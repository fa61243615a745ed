/** Albums over the wire: parts that come one by one are one message, and several files leave as one. */
import { describe, expect, it } from 'vitest'
import { accountId } from '../../src/domain/ids.ts'
import { file, onDiscord, onTelegram, withDiscordDesk, withTelegramDesk } from '../support/both-desks.ts'
import { startTelegramChat } from '../support/telegram-chat.ts'

/** As it reads: without the signs that keep marks from being one. */
const plain = (content: string) => content.replaceAll('\\', '')

describe('an album from Telegram', () => {
  it('is one message to the bot, and one answer', async () => {
    await using chat = await startTelegramChat()
    const ana = chat.privately('Ana')
    await ana.fan.sendsAlbum([
      ana.fan.file('photo', 'a.jpg'),
      { ...ana.fan.file('photo', 'b.jpg'), caption: 'do you have wifi?' },
      ana.fan.file('photo', 'c.jpg'),
    ])
    await ana.hears(/wifi|Wi-Fi/i)
    await ana.hearsNothing()
    const rows = await chat.mascot.store.memory.exportFan(accountId('telegram', ana.fan.id))
    expect(JSON.stringify(rows)).toContain('"parts"')
  })

  it('of a fan is shown to staff on Discord as one message with all files and the words', async () => {
    const { both, deskId } = await withDiscordDesk()
    await using _ = both
    const { discord, mascot } = both
    const { place, ana } = await onDiscord(both, deskId)
    await ana.sendsAlbum([
      { ...ana.file('photo', 'a.jpg'), caption: 'all three cracked' },
      ana.file('photo', 'b.jpg'),
      ana.file('photo', 'c.jpg'),
    ])
    await discord.until(() => discord.sent(place).some(({ content }) => content.includes('all three cracked')))
    await mascot.settled()
    const shown = discord.sent(place).filter(({ content }) => content.startsWith('Ana: '))
    const last = shown.at(-1)
    expect(shown.filter(({ content }) => content.includes('cracked'))).toHaveLength(1)
    expect(last?.more.attachments).toHaveLength(3)
    expect(both.errors).toEqual([])
  })

  it('of staff, with /r under one of its pictures, reaches the fan whole; deleted, all of it is gone', async () => {
    const { both, group } = await withTelegramDesk()
    await using _ = both
    const { discord, telegram, mascot } = both
    const ana = discord.fan('Ana')
    const { topic, dana } = await onTelegram(both, group, ana)
    const parts = ['x.jpg', 'y.jpg', 'z.jpg'].map((name) => dana.file('photo', name))
    const said = await dana.sendsAlbum([{ ...parts[0], caption: '/r Here is how.' }, ...parts.slice(1)], { in: topic })
    await discord.until(() => discord.sent(ana.direct).some(({ content }) => content.includes('Here is how.')))
    await mascot.settled()
    const heard = () => discord.sent(ana.direct).filter(({ content }) => content.includes('Here is how.'))
    expect(heard()).toHaveLength(1)
    expect(heard()[0]?.more.attachments).toHaveLength(3)
    await dana.says('/delete', { in: topic, replyTo: said[2]?.messageId ?? 0 })
    await telegram.until(() => telegram.sent(topic).some(({ text }) => text?.includes('Deleted')))
    expect(heard()).toHaveLength(0)
    expect(both.errors).toEqual([])
  })

  it('is edited part by part: staff see the new caption, and a new picture anew', async () => {
    const { both, deskId } = await withDiscordDesk()
    await using _ = both
    const { discord, mascot } = both
    const { place, ana } = await onDiscord(both, deskId)
    const [first, second] = await ana.sendsAlbum([
      ana.file('photo', 'a.jpg'),
      { ...ana.file('photo', 'b.jpg'), caption: 'the left one' },
    ])
    await discord.until(() => discord.sent(place).some(({ content }) => content.includes('the left one')))
    await mascot.settled()
    if (!first || !second) throw new Error('an album was sent')
    await ana.changes(second, { caption: 'the right one' })
    await discord.until(() =>
      discord.sent(place).some(({ content }) => plain(content).includes('the right one\n↳ edited')),
    )
    const edited = () => discord.sent(place).filter(({ content }) => plain(content).includes('↳ edited'))
    const [before] = edited()
    await ana.changes(first, ana.file('photo', 'new.jpg', 'the new bytes'))
    await discord.until(() => edited().some(({ id }) => id !== before?.id))
    await mascot.settled()
    await discord.until(() => edited().length === 1)
    expect(edited()[0]?.more.attachments).toHaveLength(2)
    expect(both.errors).toEqual([])
  })
})

describe('several files from Discord', () => {
  it('leave to Telegram as one album with the words under the first', async () => {
    const { both, group } = await withTelegramDesk()
    await using _ = both
    const { discord, telegram, mascot } = both
    const ana = discord.fan('Ana')
    await onTelegram(both, group, ana)
    const attachments = ['a.jpg', 'b.jpg', 'c.jpg'].map((name, nth) => file(discord, `92${nth}`, name, 'image/jpeg'))
    ana.says(ana.direct, 'it came like this', { attachments })
    await telegram.until(() => telegram.calls('sendMediaGroup').length > 0)
    await mascot.settled()
    const shown = telegram.sent().filter(({ method }) => method === 'sendMediaGroup')
    expect(shown.map(({ text }) => text)).toEqual(['Ana: it came like this', '', ''])
    expect(telegram.calls('sendPhoto')).toEqual([])
    expect(both.errors).toEqual([])
  })
})

it('a late part of an album of staff is of it: taken back with it, whichever part is answered', async () => {
  const { both, group } = await withTelegramDesk()
  await using _ = both
  const { discord, telegram, mascot } = both
  const ana = discord.fan('Ana')
  const { topic, dana } = await onTelegram(both, group, ana)
  const before = discord.sent(ana.direct).length
  const heard = () => discord.sent(ana.direct).slice(before)
  const [first] = await dana.sendsAlbum(
    [{ ...dana.file('photo', 'x.jpg'), caption: '/r Here is how.' }, dana.file('photo', 'y.jpg')],
    { in: topic },
  )
  await discord.until(() => heard().length > 0)
  await mascot.settled()
  const album = group.chat.messages.get(first?.messageId ?? 0)?.media_group_id
  await dana.sends({ ...dana.file('photo', 'late.jpg'), media_group_id: album }, { in: topic })
  await discord.until(() => heard().length > 1)
  await mascot.settled()
  await dana.says('/delete', { in: topic, replyTo: first?.messageId ?? 0 })
  await discord.until(() => heard().length === 0)
  await telegram.until(() => telegram.sent(topic).some(({ text }) => text === '🗑 Deleted.'))
  await mascot.settled()
  expect(telegram.sent(topic).filter(({ text }) => text === '🗑 Deleted.')).toHaveLength(1)
  expect(both.errors).toEqual([])
})
