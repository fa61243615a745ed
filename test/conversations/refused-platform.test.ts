/** A platform that refuses the bot: the operator is told what to do, and the others go on. */
import { expect, it } from 'vitest'
import { startBoth } from '../support/both-wires.ts'

it.each([
  ['refuses the token', 4004, /DISCORD_BOT_TOKEN/],
  ['refuses to let it read messages', 4014, /Message Content Intent/],
])('when Discord %s, that is said in words and Telegram is answered', async (_, code, words) => {
  await using both = await startBoth((__, { gateway }) => {
    gateway.state.closesWith = code
    return {}
  })
  expect(both.errors.filter((line) => words.test(line) && !line.includes(both.discord.token))).toHaveLength(1)
  const ana = both.telegram.fan('Ana')
  await ana.says('do you have wifi')
  await both.telegram.until(() => both.telegram.sent().length > 0)
})
