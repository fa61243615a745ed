/** Whatever the gateway sends, nothing is thrown where nobody catches it (vitest fails on that), and what is said afterwards is heard. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { connectDiscord } from '../../support/discord-adapter.ts'

const events = [
  'READY RESUMED GUILD_CREATE GUILD_UPDATE GUILD_DELETE GUILD_ROLE_CREATE THREAD_LIST_SYNC MESSAGE_CREATE MESSAGE_UPDATE',
  'MESSAGE_DELETE MESSAGE_DELETE_BULK MESSAGE_REACTION_ADD MESSAGE_REACTION_REMOVE_ALL INTERACTION_CREATE CHANNEL_CREATE',
  'GUILD_MEMBER_REMOVE CHANNEL_DELETE THREAD_CREATE THREAD_UPDATE THREAD_MEMBERS_UPDATE SOMETHING_NEW',
].flatMap((line) => line.split(' '))

/** Values under the names that the handlers look at, so that they get further than the first check. */
const fields =
  'id guild_id channel_id type content author user session_id heartbeat_interval guilds channels ids emoji member'
const data = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(null, true, false, 0, -1, 1e21, '', 'x', '100000000000000001'),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...fields.split(' ')), tie('value'), { maxKeys: 6 }),
  ),
}))
const frame = fc.record(
  {
    op: fc.oneof(
      { weight: 4, arbitrary: fc.constant<unknown>(0) },
      { weight: 1, arbitrary: fc.integer({ min: 0, max: 12 }) },
      data.value,
    ),
    t: fc.oneof({ weight: 6, arbitrary: fc.constantFrom<unknown>(...events) }, { weight: 1, arbitrary: data.value }),
    // A number that is not the session's own would rightly cost what it skips.
    s: fc.constantFrom<unknown>(null, undefined, 'many', false),
    d: data.value,
  },
  { requiredKeys: [] },
)

it('three hundred frames of any shape', { timeout: 120_000 }, async () => {
  await using discord = await connectDiscord()
  const { server, host, clock } = discord
  const general = server.channel(server.guild('Fans'), 'general')
  const ana = server.fan('Ana')
  const frames = fc.sample(frame, { numRuns: 300, seed: 20_261_129 })
  for (let nth = 0; nth < frames.length; nth += 30) {
    // A connection that lasted is made again at once.
    clock.advance(60_000)
    for (const one of frames.slice(nth, nth + 30)) server.gateway.raw(JSON.stringify(one))
    ana.says(general, `still there after ${nth}?`)
    await discord.hears(`still there after ${nth}?`)
  }
  expect(host.logged.filter(({ level }) => level === 'error')).toEqual([])
})
