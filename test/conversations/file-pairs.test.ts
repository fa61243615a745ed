/** Every kind of file between a fan and staff, on one platform and across two, in both directions; each with its words. */
import { expect, it } from 'vitest'
import { file, onDiscord, onTelegram, withDiscordDesk, withTelegramDesk } from '../support/both-desks.ts'

const kinds = ['photo', 'video', 'voice', 'document'] as const
const sends = { photo: 'sendPhoto', video: 'sendVideo', voice: 'sendVoice', document: 'sendDocument' } as const
const types = { photo: 'image/jpeg', video: 'video/mp4', voice: 'audio/ogg', document: 'application/pdf' } as const

it('on Telegram alone, by Telegram’s own references', async () => {
  const { both, group } = await withTelegramDesk()
  await using _ = both
  const { telegram, mascot } = both
  const [ana, dana] = [telegram.fan('Ana'), telegram.fan('Dana')]
  await ana.says('can I speak to a person please')
  await telegram.until(() => telegram.sent().some(({ text }) => text?.includes('Waiting')))
  const topicId = Number(telegram.sent().find(({ text }) => text?.includes('Waiting'))?.topicId)
  const topic = { chatId: group.chatId, topicId }
  await dana.says('/claim', { in: topic })
  await telegram.until(() => telegram.sent(ana).some(({ text }) => text?.includes('Dana')))
  await mascot.settled()
  for (const kind of kinds) {
    await ana.sends({ ...ana.file(kind, `${kind}.bin`, 'x'), caption: `see the ${kind}` })
    await telegram.until(() => telegram.sent(topic).some(({ text }) => text === `Ana: see the ${kind}`))
    expect(telegram.sent(topic).at(-1)?.method).toBe(sends[kind])
    await dana.sends({ ...dana.file(kind, `${kind}.bin`, 'x'), caption: `/r as this ${kind}` }, { in: topic })
    await telegram.until(() => telegram.sent(ana).some(({ text }) => text?.includes(`as this ${kind}`)))
    expect(telegram.sent(ana).at(-1)?.method).toBe(sends[kind])
    await mascot.settled()
  }
  expect(telegram.calls('getFile')).toEqual([])
  expect(both.errors).toEqual([])
})

it('from a fan on Telegram to staff on Discord, and back', async () => {
  const { both, deskId } = await withDiscordDesk()
  await using _ = both
  const { telegram, discord, mascot } = both
  const { place, ana, dana } = await onDiscord(both, deskId)
  for (const [nth, kind] of kinds.entries()) {
    await ana.sends({ ...ana.file(kind, `${kind}.bin`, 'x'), caption: `see the ${kind}` })
    const shown = () => discord.sent(place).find(({ content }) => content === `Ana: see the ${kind}`)
    await discord.until(() => shown() !== undefined)
    expect(shown()?.more.attachments).toHaveLength(1)
    const attachments = [file(discord, `93${nth}`, `${kind}.bin`, types[kind])]
    dana.says(place, `!r as this ${kind}`, { attachments })
    await telegram.until(() => telegram.sent(ana).some(({ text }) => text?.includes(`as this ${kind}`)))
    expect(telegram.sent(ana).at(-1)?.method).toBe(kind === 'voice' ? 'sendDocument' : sends[kind])
    await mascot.settled()
  }
  expect(both.errors).toEqual([])
})

it('from a fan on Discord to staff on Telegram, and back', async () => {
  const { both, group } = await withTelegramDesk()
  await using _ = both
  const { telegram, discord, mascot } = both
  const ana = discord.fan('Ana')
  const { topic, dana } = await onTelegram(both, group, ana)
  for (const [nth, kind] of kinds.entries()) {
    const attachments = [file(discord, `94${nth}`, `${kind}.bin`, types[kind])]
    ana.says(ana.direct, `see the ${kind}`, { attachments })
    await telegram.until(() => telegram.sent(topic).some(({ text }) => text === `Ana: see the ${kind}`))
    await dana.sends({ ...dana.file(kind, `${kind}.bin`, 'x'), caption: `/r as this ${kind}` }, { in: topic })
    const heard = () => discord.sent(ana.direct).find(({ content }) => content.includes(`as this ${kind}`))
    await discord.until(() => heard() !== undefined)
    expect(heard()?.more.attachments).toHaveLength(1)
    await mascot.settled()
  }
  expect(both.errors).toEqual([])
})

it('a place, a number and a poll with which staff answer a line reach the fan in words', async () => {
  const { both, group } = await withTelegramDesk()
  await using _ = both
  const { telegram, discord, mascot } = both
  const fan = discord.fan('Ana')
  const { topic, dana } = await onTelegram(both, group, fan)
  fan.says(fan.direct, 'where is it, and whom do I call?')
  const asked = () => telegram.sent(topic).find(({ text }) => text.startsWith('Ana: where'))
  await telegram.until(() => asked() !== undefined)
  await mascot.settled()
  const more = { in: topic, replyTo: asked()?.messageId ?? 0 }
  const venue = { location: { latitude: 54.1, longitude: 7.9 }, title: 'Quay 5', address: 'Harbour Street 5' }
  const heard = (words: string) =>
    discord.until(() => discord.sent(fan.direct).some(({ content }) => content.includes(words)))
  await dana.sends({ venue, location: venue.location }, more)
  await heard('Quay 5, Harbour Street 5')
  await dana.sends({ location: venue.location }, more)
  await heard('📍 54.1, 7.9 https://www.openstreetmap.org/?mlat=54.1&mlon=7.9')
  await dana.sends({ contact: { first_name: 'Mira', phone_number: '+49 40 123456' } }, more)
  await heard('Mira, +49 40 123456')
  await dana.sends({ poll: { id: '7', question: 'Which?', options: [{ text: 'Red' }, { text: 'Blue' }] } }, more)
  await heard('📊 Which?')
  await mascot.settled()
  expect(both.errors).toEqual([])
})
