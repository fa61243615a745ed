/** What the doctor is told of the bot on Discord, without starting it. */
import { expect, it } from 'vitest'
import { createDiscordAdapter } from '../../../adapters/discord/index.ts'
import { startDiscord } from '../../support/discord-server.ts'

it('tells whether it may read messages and sees the channel of staff', async () => {
  await using server = await startDiscord()
  const staff = server.channel(server.guild('Fans'), 'staff')
  const { token, apiRoot } = server
  const told = async (more = {}) => {
    const adapter = createDiscordAdapter({ token, apiRoot, shards: 'auto', staffChannel: staff.id, ...more })
    const found = (await adapter.examine?.()) ?? []
    await adapter.stop()
    return found
  }
  expect((await told()).map(({ isGood }) => isGood)).toEqual([true, true, true, true])
  expect((await told()).at(-1)?.says).toBe('DISCORD_STAFF_CHANNEL: it sees the channel')
  server.world.applicationFlags = 0
  expect((await told())[1]).toEqual({ isGood: false, says: expect.stringContaining('Message Content Intent') })
  expect((await told({ staffChannel: '999' })).at(-1)).toMatchObject({
    isGood: false,
    says: expect.stringContaining('does not exist'),
  })
  const [refused] = await told({ token: 'nobody' })
  expect(refused).toMatchObject({ isGood: false, says: expect.stringMatching(/^not reached: /) })
  expect(refused?.says).not.toContain('nobody')
})
