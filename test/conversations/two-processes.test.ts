/** Two processes of one brand on PostgreSQL and Telegram's wire, their clocks half a minute apart: one polls, both send, and a kill loses nothing. */
import { expect, it, onTestFinished, vi } from 'vitest'
import { freshPostgresUrl } from '../support/fresh-postgres.ts'
import { type OneOfMany, startOneOfMany } from '../support/many-processes.ts'
import type { Fan } from '../support/telegram/people.ts'
import { startTelegramServer } from '../support/telegram-server.ts'

/** Each has an approved answer with words of its own. */
const asked = [
  { question: 'how long do I have to return beans?', answer: /thirty|30 days/i },
  { question: 'when are you open?', answer: /7:30|half seven/i },
  { question: 'do you have decaf?', answer: /sugarcane|low tide/i },
]
const fans = 6

it('every question is answered once and in order, whoever polls, whoever is killed, whatever their clocks say', async () => {
  await using server = await startTelegramServer()
  const env = {
    DATABASE_URL: await freshPostgresUrl(),
    TELEGRAM_BOT_TOKEN: server.token,
    TELEGRAM_API_ROOT: server.root,
  }
  const processes: OneOfMany[] = [startOneOfMany(env), startOneOfMany(env, 25_000)]
  onTestFinished(async () => void (await Promise.all(processes.map((one) => one.kill()))))
  await Promise.all(processes.map(({ ready }) => ready))
  const poll = `telegram:${server.bot.id}`
  const pollers = () => processes.filter(({ holds }) => holds.has(poll))
  await vi.waitFor(() => expect(pollers()).toHaveLength(1), { timeout: 60_000 })

  const people = Array.from({ length: fans }, (_, at) => server.fan(`fan ${at}`))
  const heardBy = ({ chatId }: Fan) => server.sent({ chatId }).map(({ text = '' }) => text)
  const hears = async (upTo: number) =>
    await vi.waitFor(
      () => {
        for (const fan of people) {
          const heard = heardBy(fan)
          const kinds = asked.map(({ answer }) => heard.findIndex((text) => answer.test(text)))
          const wanted = kinds.slice(0, upTo)
          expect(wanted, heard.join('\n')).not.toContain(-1)
          expect(wanted, heard.join('\n')).toEqual([...wanted].sort((a, b) => a - b))
        }
      },
      { timeout: 60_000, interval: 20 },
    )
  const all = async (at: number) => await Promise.all(people.map((fan) => fan.says(asked[at]?.question ?? '')))

  await all(0)
  await hears(1)
  const [first] = pollers()
  const killedAt = performance.now()
  await all(1)
  await first?.kill()
  await all(2)
  await hears(3)
  expect(performance.now() - killedAt).toBeLessThan(15_000)
  const [second] = processes.filter((one) => one !== first)
  expect(second?.holds).toContain(poll)
  expect(server.calls('getUpdates').filter(({ code }) => code === 409)).toEqual([])
  // Only what was on its way when it was killed may be heard twice.
  const doubled = people.flatMap((fan) =>
    asked.filter(({ answer }) => heardBy(fan).filter((text) => answer.test(text)).length > 1),
  )
  expect(doubled.length).toBeLessThanOrEqual(3)
})
