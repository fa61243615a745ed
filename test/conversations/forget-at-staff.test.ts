/** A fan who is forgotten goes from what staff were shown, too, over the wire. */
import { expect, it } from 'vitest'
import { onDiscord, withDiscordDesk } from '../support/both-desks.ts'
import { startBoth } from '../support/both-wires.ts'
import type { TelegramServer } from '../support/telegram-server.ts'

it('the card and the relayed lines are deleted from the topic, a tombstone tells why, and the case is gone', async () => {
  let group: ReturnType<TelegramServer['group']> | undefined
  await using both = await startBoth((server) => {
    group = server.group('Care', { isForum: true })
    return { TELEGRAM_STAFF_CHAT: String(group.chatId) }
  })
  const { discord, telegram, mascot } = both
  const staff = group
  if (!staff) throw new Error('there is a staff group')
  staff.chat.administrators.add(telegram.bot.id)
  const ana = discord.fan('Ana')
  ana.says(ana.direct, 'can I speak to a person please')
  await telegram.until(() => telegram.sent().some(({ text }) => text?.includes('Waiting')))
  await mascot.settled()
  ana.says(ana.direct, 'I live in 5 Quay Lane')
  await telegram.until(() => telegram.sent().some(({ text }) => text?.startsWith('Ana: I live') === true))
  await mascot.settled()
  const [one] = await mascot.desk.list()
  const titles = () => [...staff.chat.topics.values()].map(({ name }) => name)
  expect(titles()).toEqual([expect.stringContaining('Ana')])
  ana.says(ana.direct, '/forget')
  await discord.until(() => discord.sent(ana.direct).some(({ content }) => /rinse the lot/.test(content)))
  await mascot.settled()
  ana.says(ana.direct, 'yes')
  await telegram.until(() => telegram.sent().some(({ text }) => text?.includes('asked to be forgotten') === true))
  await mascot.settled()
  await telegram.until(() => ![...staff.chat.messages.values()].some(({ text }) => String(text).startsWith('Ana')))
  const left = JSON.stringify([...staff.chat.messages.values()].map(({ text, caption }) => [text, caption]))
  expect(left).not.toMatch(/Quay Lane|Ana/)
  await telegram.until(() => titles().join() === '🪦 Forgotten')
  // Staff may have written of her themselves, which only they can delete.
  await discord.until(() =>
    discord.sent(ana.direct).some(({ content }) => /Rinsed[\s\S]*they have been asked to/.test(content)),
  )
  expect(one && (await mascot.desk.read(one.id))).toBeUndefined()
  expect(both.errors).toEqual([])
})

it('a thread on Discord loses the title that names the fan, and the page shows nothing more of the talk', async () => {
  await using both = await startBoth((_, server) => ({
    DISCORD_STAFF_CHANNEL: server.channel(server.guild('House'), 'desk').id,
  }))
  const { telegram, discord, mascot } = both
  const ana = telegram.fan('Ana')
  await ana.says('can I speak to a person please')
  const thread = () =>
    [...discord.world.channels.values()].find(({ name }) => name.includes('Ana') || name.includes('🪦'))
  await discord.until(() => (thread() ? discord.sent(thread()).length > 0 : false))
  await mascot.settled()
  const place = thread() ?? expect.fail('a thread was opened')
  expect(place.name).toContain('Ana')
  await ana.says('/forget')
  await mascot.settled()
  await ana.says('yes')
  await discord.until(() => place.name === '🪦 Forgotten')
  await mascot.settled()
  expect(await mascot.desk.list()).toEqual([])
  expect(await mascot.desk.list({ status: 'closed' })).toEqual([])
  expect(await mascot.desk.recent()).toEqual([])
  expect(both.errors).toEqual([])
})

it('a long message shown in parts goes whole, also when the fan had made it short', async () => {
  const { both, deskId } = await withDiscordDesk()
  await using _ = both
  const { telegram, discord, mascot } = both
  const { place, ana } = await onDiscord(both, deskId)
  const said = await ana.says('I live in Quay Lane and there is more to tell. '.repeat(80))
  await discord.until(() => discord.sent(place).filter(({ content }) => content.includes('Quay Lane')).length > 1)
  await mascot.settled()
  await ana.edits(said, 'I live in Quay Lane.')
  await discord.until(() => discord.sent(place).some(({ content }) => content.endsWith('↳ edited')))
  await mascot.settled()
  await ana.says('/forget')
  await telegram.until(() => telegram.sent(ana).some(({ text }) => text?.includes('rinse the lot')))
  await mascot.settled()
  await ana.says('yes')
  await discord.until(() => place.name === '🪦 Forgotten')
  await mascot.settled()
  const left = discord.sent(place).map(({ content }) => content)
  expect(left.join('\n')).not.toMatch(/Quay Lane|Ana/)
  expect(both.errors).toEqual([])
})
