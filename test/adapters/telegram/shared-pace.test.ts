/** Two processes of one bot keep to Telegram's limits together, and one alone asks nobody. */
import { expect, test } from 'vitest'
import { createSharedPace, type SharedPace } from '../../../adapters/telegram/wire/shared-pace.ts'
import type { AmongProcesses } from '../../../src/ports/holds.ts'
import type { Pace, Paces } from '../../../src/ports/paces.ts'
import { createManualClock } from '../../support/manual-clock.ts'

const rate = { overallPerSecond: 20, chatPerSecond: 1, groupPerMinute: 20 }
const bot = 'telegram:1'

/** What the database grants, on one clock for all. */
function createGrants() {
  const clock = createManualClock({ skipsBelowMs: 100_000 })
  const times = new Map<string, number[]>()
  let statements = 0
  function slotOf({ name, most, periodMs, places }: Pace): number {
    const old = times.get(name) ?? []
    return Math.max(clock.now(), old.at(-1) ?? 0, (old[old.length + places - most - 1] ?? -Infinity) + periodMs)
  }
  const paces: Paces = {
    async take(asked, patienceMs) {
      statements += 1
      return asked.map((pace) => {
        const slot = slotOf(pace)
        const isTaken = slot <= clock.now() + patienceMs
        if (isTaken)
          times.set(pace.name, [...(times.get(pace.name) ?? []), ...Array.from({ length: pace.places }, () => slot)])
        return { isTaken, waitMs: slot - clock.now() }
      })
    },
  }
  return { clock, paces, of: (name: string) => times.get(name) ?? [], statements: () => statements }
}

function startProcess({ clock, paces }: ReturnType<typeof createGrants>, processes: number): SharedPace {
  const among: AmongProcesses = {
    paces,
    howMany: () => processes,
    each: async () => undefined,
    turn: async () => undefined,
  }
  return createSharedPace({ rate, clock: () => clock, among: () => ({ processes: among, bot }) })
}

/** Tries again after the wait it is told, as the outbox does. Returns when it went, and how often it was sent away. */
async function goes(pace: SharedPace, chatId: number, grants: ReturnType<typeof createGrants>) {
  for (let refusals = 0; ; refusals++) {
    const refused = await pace.turn(chatId).then(
      () => undefined,
      (error: { retryAfterMs: number }) => error,
    )
    if (!refused) return { at: grants.clock.now(), refusals }
    await grants.clock.sleep(refused.retryAfterMs)
  }
}

test('both take places of one pace, some in one statement, go no sooner than granted, and waste none', async () => {
  const grants = createGrants()
  const [here, there] = [startProcess(grants, 2), startProcess(grants, 2)]
  const begin = grants.clock.now()
  const went = await Promise.all(Array.from({ length: 60 }, (_, at) => goes(at % 2 ? here : there, at + 10, grants)))
  const granted = grants.of(bot)
  // The nth to go has a place that was granted by then: never one used twice.
  const sorted = went.map(({ at }) => at).sort((a, b) => a - b)
  for (const [nth, at] of sorted.entries()) expect(at).toBeGreaterThanOrEqual(granted[nth] ?? Infinity)
  expect(granted.length).toBeLessThan(60 + 20)
  expect(grants.statements()).toBeLessThan(60)
  // The last of sixty at twenty a second.
  expect(Math.max(...sorted) - begin).toBeGreaterThanOrEqual(2_000)
})

test('in one chat a second lies between what the one and the other says', async () => {
  const grants = createGrants()
  const [here, there] = [startProcess(grants, 2), startProcess(grants, 2)]
  for (const one of [here, there, here]) await goes(one, 1, grants)
  const [first = 0, second = 0, third = 0] = grants.of(`${bot}:1`)
  expect([second - first, third - second].every((ms) => ms >= 1_000)).toBe(true)
})

test('a group has its own minute besides', async () => {
  const grants = createGrants()
  const [here, there] = [startProcess(grants, 2), startProcess(grants, 2)]
  for (let at = 0; at < 21; at++) await goes(at % 2 ? here : there, -5, grants)
  const times = grants.of(`${bot}:-5:minute`)
  expect((times[20] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(60_000)
})

test('one that is alone asks nothing', async () => {
  const grants = createGrants()
  const alone = startProcess(grants, 1)
  await Promise.all(Array.from({ length: 50 }, (_, at) => alone.turn(at)))
  expect(grants.statements()).toBe(0)
})
