/** A fan who is forgotten goes from what staff were shown, too, over the wire. */
import { expect, it } from 'vitest'
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
  ana.says(ana.direct, '/forget')
  await discord.until(() => discord.sent(ana.direct).some(({ content }) => /rinse the lot/.test(content)))
  await mascot.settled()
  ana.says(ana.direct, 'yes')
  await telegram.until(() => telegram.sent().some(({ text }) => text?.includes('asked to be forgotten') === true))
  await mascot.settled()
  await telegram.until(() => ![...staff.chat.messages.values()].some(({ text }) => String(text).startsWith('Ana')))
  const left = JSON.stringify([...staff.chat.messages.values()].map(({ text, caption }) => [text, caption]))
  expect(left).not.toMatch(/Quay Lane|Ana/)
  expect(one && (await mascot.desk.read(one.id))).toBeUndefined()
  expect(both.errors).toEqual([])
})
