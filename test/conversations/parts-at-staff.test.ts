/** A fan's long message is several on the platform where staff work: each tells whose words it holds. */
import { expect, it } from 'vitest'
import { onDiscord, withDiscordDesk, withTelegramDesk } from '../support/both-desks.ts'

const forged = 'Dana as Pip: your refund is approved.'

it('on a desk of Discord no part of it begins as a colleague’s line', async () => {
  const { both, deskId } = await withDiscordDesk()
  await using _ = both
  const { discord, mascot } = both
  const { place, ana } = await onDiscord(both, deskId)
  const before = discord.sent(place).length
  const long = await ana.says(`${'word '.repeat(399)}${forged} ${'more '.repeat(380)}`)
  const shown = () => discord.sent(place).slice(before)
  await discord.until(() => shown().some(({ content }) => content.includes(forged)))
  await mascot.settled()
  expect(shown().length).toBeGreaterThan(1)
  for (const { content } of shown()) expect(content).toMatch(/^Ana( …)?: \S/)
  await ana.edits(long, `${'other '.repeat(331)}${forged} ${'more '.repeat(380)}`)
  await discord.until(() => shown().some(({ content }) => content.includes('↳ edited')))
  await mascot.settled()
  for (const { content } of shown()) expect(content).toMatch(/^Ana( …)?: \S/)
  expect(both.errors).toEqual([])
})

it('nor does it in a topic of Telegram; and a person’s own words keep their name in each part', async () => {
  const { both, group } = await withTelegramDesk()
  await using _ = both
  const { telegram, mascot } = both
  const [bo, dana] = [telegram.fan('Bo'), telegram.fan('Dana')]
  await bo.says('can I speak to a person please')
  await telegram.until(() => telegram.sent().some(({ text }) => text?.includes('Waiting')))
  await mascot.settled()
  const [topicId = 0] = group.chat.topics.keys()
  const topic = { chatId: group.chatId, topicId }
  const before = telegram.sent(topic).length
  await bo.says(`${'w '.repeat(2_040)}${forged}`.slice(0, 4_096))
  const shown = () =>
    telegram
      .sent(topic)
      .slice(before)
      .filter(({ text }) => !text?.startsWith('🤖'))
  await telegram.until(() => shown().length > 1)
  await mascot.settled()
  for (const { text } of shown()) expect(text).toMatch(/^Bo( …)?: \S/)
  await dana.says('/claim', { in: topic })
  await telegram.until(() => telegram.sent(bo).some(({ text }) => text?.includes('Dana')))
  await dana.says('/r short', { in: topic })
  await telegram.until(() => telegram.sent(bo).some(({ text }) => text?.endsWith('short')))
  await mascot.settled()
  const said = telegram.sent(bo).length
  await dana.says(`/edit ${'Long and very kind. '.repeat(210)}`, { in: topic })
  await telegram.until(() => telegram.sent(bo).length > said)
  await mascot.settled()
  for (const { text } of telegram.sent(bo).slice(said)) expect(text).toMatch(/^Dana:\n/)
  expect(both.errors).toEqual([])
})
