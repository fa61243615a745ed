/** `/r` in answer to one's own file sends it: a voice note has no room for words. A colleague's stays among staff, and that is told. */
import { expect, it } from 'vitest'
import { file, onDiscord, onTelegram, withDiscordDesk, withTelegramDesk } from '../support/both-desks.ts'

it('from a topic of Telegram: every kind, an album whole, once; not a colleague’s, and what cannot pass is named', async () => {
  const { both, group } = await withTelegramDesk()
  await using _ = both
  const { discord, telegram, mascot } = both
  const ana = discord.fan('Ana')
  const { topic, dana } = await onTelegram(both, group, ana)
  const mo = telegram.fan('Mo')
  const heard = (words: string) => discord.sent(ana.direct).find(({ content }) => content.includes(words))
  const files = (words: string) => heard(words)?.more.attachments ?? []
  const told = (words: string) => telegram.sent(topic).some(({ text }) => text.includes(words))
  const answer = async (words: string, messageId: number) => {
    const said = await dana.says(`/r ${words}`, { in: topic, replyTo: messageId })
    await discord.until(() => heard(words) !== undefined)
    await mascot.settled()
    return said
  }
  for (const kind of ['voice', 'video_note', 'photo', 'document', 'video', 'audio', 'animation']) {
    const { messageId } = await dana.sends(dana.file(kind, `${kind}.bin`), { in: topic })
    const word = kind.replace('_', ' ')
    await answer(`this ${word}`, messageId)
    expect([kind, files(`this ${word}`)]).toEqual([kind, [expect.anything()]])
  }
  const parts = ['a.jpg', 'b.jpg', 'c.jpg'].map((name) => dana.file('photo', name))
  const album = await dana.sendsAlbum(parts, { in: topic })
  await mascot.settled()
  const said = await answer('all three', album[1]?.messageId ?? 0)
  expect(files('all three')).toHaveLength(3)
  await answer('and that is that', said.messageId)
  expect(files('and that is that')).toEqual([])
  const captioned = await dana.sends({ ...dana.file('photo', 'd.jpg'), caption: '/r the lid' }, { in: topic })
  await discord.until(() => heard('the lid') !== undefined)
  await answer('it is blue', captioned.messageId)
  expect(files('it is blue')).toEqual([])
  const others = await mo.sends(mo.file('photo', 'ledger.jpg'), { in: topic })
  await answer('we look into it', others.messageId)
  expect(files('we look into it')).toEqual([])
  await telegram.until(() => told('📎 Not sent with it'))
  const list = await dana.sends({ checklist: { title: 'Steps', tasks: [{ id: 1, text: 'open it' }] } }, { in: topic })
  await dana.says('/r do this', { in: topic, replyTo: list.messageId })
  await telegram.until(() => told('Not sent, nor its words: this cannot be carried there: checklist'))
  expect(heard('do this')).toBeUndefined()
  expect(both.errors).toEqual([])
})

it('from a thread of Discord, without words too', async () => {
  const { both, deskId } = await withDiscordDesk()
  await using _ = both
  const { discord, telegram, mascot } = both
  const { place, ana, dana } = await onDiscord(both, deskId)
  const note = dana.says(place, 'the two pages', {
    attachments: [file(discord, '9701', 'a.pdf', 'application/pdf'), file(discord, '9702', 'b.pdf', 'application/pdf')],
  })
  await mascot.settled()
  dana.says(place, '!r', { replyTo: note.id })
  await telegram.until(() => telegram.calls('sendMediaGroup').length > 0)
  await mascot.settled()
  expect(telegram.sent(ana).filter(({ text }) => text.includes('two pages'))).toEqual([])
  expect(both.errors).toEqual([])
})
