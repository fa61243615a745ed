/** Who looks at a case is seen from every process that serves the desk page, and forgotten in all of them. */
import { expect, onTestFinished, test } from 'vitest'
import { createPresence } from '../../../adapters/desk/read/presence.ts'
import { createManualClock } from '../../support/manual-clock.ts'
import { postgresTestDatabase, useStore } from '../../support/store-harness.ts'

const under = useStore(postgresTestDatabase)

async function startProcess() {
  const clock = createManualClock()
  const store = await under.open({ isShared: true, clock })
  const { lookers } = store
  if (!lookers) throw new Error('several processes share who looks')
  const ending = new AbortController()
  onTestFinished(() => ending.abort())
  const failures: object[] = []
  const log = { warn: (details: object) => void failures.push(details) }
  const presence = createPresence({ clock, signal: ending.signal, log, lookers, onChange: () => undefined })
  return { clock, presence, lookers, failures }
}

test('in another process it is seen at once, kept while it is said again, and then forgotten', async () => {
  const [here, there] = [await startProcess(), await startProcess()]
  const pass = (ms: number) => [here, there].map(({ clock }) => clock.advance(ms))
  const seen = () => there.presence.others('case-1', 'desk:dana').map(({ name }) => name)
  here.presence.look('case-1', { id: 'desk:lee', name: 'Lee' })
  await expect.poll(seen).toEqual(['Lee'])
  expect(here.presence.others('case-1', 'desk:lee')).toEqual([])
  pass(30_000)
  here.presence.look('case-1', { id: 'desk:lee', name: 'Lee' })
  // Said again, and of that nobody is told: it is read before it would be forgotten.
  const keptUntil = here.clock.now() + 45_000
  await expect.poll(async () => (await there.lookers.all())[0]?.until).toBe(keptUntil)
  const looks = there.clock.sleeps.length
  pass(20_000)
  await expect.poll(() => there.clock.sleeps.length).toBeGreaterThan(looks)
  expect(seen()).toEqual(['Lee'])
  pass(40_000)
  await expect.poll(seen).toEqual([])
  expect([...here.failures, ...there.failures]).toEqual([])
})
