/** Gateway events that Discord would never send: each is passed over or heard as what the rest of the program can take, and the next is heard. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { called } from '../../../src/domain/weight.ts'
import { createAccept } from '../../../src/inbox/accept.ts'
import { loadPersona } from '../../../src/persona/load/load.ts'
import { connectDiscord } from '../../support/discord-adapter.ts'
import { faultsOf, runs, spoilt } from '../../support/fuzz.ts'
import { createManualClock } from '../../support/manual-clock.ts'
import { sqliteTestDatabase, useStore } from '../../support/store-harness.ts'

const under = useStore(sqliteTestDatabase)

it('a spoilt event costs no other message, and what is heard of it is sound enough to be kept', async () => {
  await using discord = await connectDiscord()
  const { server, host } = discord
  const general = server.channel(server.guild('Fans'), 'general')
  const ana = server.fan('Ana')
  // What the fake itself sends, as Discord does, is what is spoilt afterwards.
  const payloads: { event: string; data: unknown }[] = []
  const dispatch = server.gateway.dispatch
  server.gateway.dispatch = (event, data, guildId) => {
    payloads.push({ event, data })
    dispatch(event, data, guildId)
  }
  const said = ana.says(general, `hello <@${server.world.bot.id}>`)
  ana.says(ana.direct, 'psst', { replyTo: said.id })
  ana.edits(said, 'hello again')
  ana.reacts(said, '👍')
  await discord.hears('psst')
  server.gateway.dispatch = dispatch
  expect(payloads.length).toBeGreaterThan(3)
  const persona = await loadPersona(new URL('../../../personas/coffee', import.meta.url).pathname)
  const accept = createAccept(
    under.store.inbox,
    () => persona,
    createManualClock(),
    () => called,
  )
  let nth = 0
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...payloads), fc.nat(), async ({ event, data }, seed) => {
      const [before, events] = [host.offered.length, host.events.length]
      const [bad] = fc.sample(spoilt([data]), { seed, numRuns: 1 })
      server.gateway.dispatch(event, bad)
      nth += 1
      ana.says(general, `still there ${nth}?`)
      await discord.hears(`still there ${nth}?`)
      const messages = host.offered.slice(before)
      expect(messages.flatMap(faultsOf)).toEqual([])
      await accept({ messages, events: host.events.slice(events) })
    }),
    runs(250),
  )
})
