/** A copy of a fan's file stands at staff as long as the fan's own does: one rule for what is swapped, taken back and forgotten. */
import { expect, it } from 'vitest'
import { file, onTelegram, withDiscordDesk, withTelegramDesk } from '../support/both-desks.ts'

it('swapped on Discord it stands in a topic of Telegram once, and what is done later is done to that copy', async () => {
  const { both, group } = await withTelegramDesk()
  await using _ = both
  const { discord, telegram, mascot } = both
  group.chat.administrators.add(telegram.bot.id)
  const ana = discord.fan('Ana')
  const { topic } = await onTelegram(both, group, ana)
  const [lid, bill] = ['lid.pdf', 'bill.pdf'].map((name, nth) => file(discord, `97${nth}`, name, 'application/pdf'))
  if (!lid || !bill) throw new Error('two files')
  const shown = () =>
    [...group.chat.messages.values()].filter(
      (one) => one.message_thread_id === topic.topicId && one.document !== undefined,
    )
  const said = ana.says(ana.direct, 'here it is', { attachments: [lid] })
  await telegram.until(() => shown().length === 1)
  await mascot.settled()
  ana.edits(said, 'here it is', [bill])
  await telegram.until(() => shown().some(({ caption }) => String(caption).includes('↳ edited')))
  await mascot.settled()
  await telegram.until(() => shown().length === 1)
  ana.edits(said, 'here it truly is', [bill])
  await telegram.until(() => shown().some(({ caption }) => String(caption).includes('truly')))
  await mascot.settled()
  expect(shown()).toHaveLength(1)
  ana.deletes(said)
  await telegram.until(() => telegram.sent(topic).some(({ text }) => text === 'Ana:\n↳ deleted'))
  await mascot.settled()
  await telegram.until(() => shown().length === 0)
  expect(both.errors).toEqual([])
})

it('taken back or taken out on Discord it goes from a thread of Discord', async () => {
  const { both, deskId } = await withDiscordDesk()
  await using _ = both
  const { discord, mascot } = both
  const bo = discord.fan('Bo')
  bo.says(bo.direct, 'can I speak to a person please')
  const thread = () => [...discord.world.channels.values()].find(({ parentId }) => parentId === deskId)
  await discord.until(() => (thread() ? discord.sent(thread()).length > 0 : false))
  await mascot.settled()
  const holding = (name: string) =>
    discord.sent(thread()).filter(({ more }) => JSON.stringify(more.attachments ?? []).includes(name))
  const [lid, bill] = ['lid.png', 'bill.png'].map((name, nth) => file(discord, `98${nth}`, name, 'image/png'))
  if (!lid || !bill) throw new Error('two files')
  const first = bo.says(bo.direct, 'my house', { attachments: [lid] })
  const second = bo.says(bo.direct, 'my bill', { attachments: [bill] })
  await discord.until(() => holding('lid.png').length > 0 && holding('bill.png').length > 0)
  await mascot.settled()
  bo.deletes(first)
  bo.edits(second, 'my bill', [])
  await discord.until(() => holding('lid.png').length + holding('bill.png').length === 0)
  await mascot.settled()
  const left = discord.sent(thread()).map(({ content }) => content)
  expect(left).toContain('Bo:\n↳ deleted')
  expect(left).toContain('Bo: my bill\n↳ edited')
  expect(both.errors).toEqual([])
})

it('forgotten where Telegram deletes nothing any more, pictures are others; and staff are told of what stays', async () => {
  const { both, group } = await withTelegramDesk()
  await using _ = both
  const { telegram, mascot } = both
  const ana = telegram.fan('Ana')
  await ana.says('can I speak to a person please')
  await telegram.until(() => telegram.sent().some(({ text }) => text?.includes('Waiting')))
  await mascot.settled()
  await ana.sends({ ...ana.file('photo', 'street.jpg'), caption: 'my house' })
  await ana.sendsAlbum([ana.file('photo', 'a.jpg'), { ...ana.file('photo', 'b.jpg'), caption: 'and these' }])
  const sticker = { file_id: 's', file_unique_id: 's', width: 9, height: 9, is_animated: false, type: 'regular' }
  telegram.world.files.set('s', { name: 's.webp', bytes: Buffer.from('s') })
  await ana.sends({ sticker })
  await telegram.until(() => telegram.calls('sendSticker').length > 0 && telegram.calls('sendMediaGroup').length > 0)
  await mascot.settled()
  const held = () =>
    [...group.chat.messages.values()].flatMap(({ photo, sticker: drawn, caption }) =>
      photo === undefined && drawn === undefined ? [] : [JSON.stringify([photo, drawn, caption])],
    )
  const before = held()
  expect(before.length).toBe(4)
  await ana.says('/forget')
  await mascot.settled()
  telegram.fail('deleteMessage', {
    times: 60,
    code: 400,
    description: "Bad Request: message can't be deleted for everyone",
  })
  await ana.says('yes')
  await telegram.until(() => telegram.sent().some(({ text }) => text?.includes('Please delete it by hand') === true))
  await mascot.settled()
  await telegram.drained()
  const after = held()
  expect(after).toHaveLength(4)
  expect(after.filter((item) => before.includes(item))).toEqual([expect.stringContaining('"s"')])
  expect(JSON.stringify(after)).not.toMatch(/house|these/)
})
