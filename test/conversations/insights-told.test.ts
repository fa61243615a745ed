/** Where the figures are told: in the staff chat when asked and with the first digest of a week, and to other programs under /api. */
import { setImmediate } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { threadId } from '../../src/domain/ids.ts'
import { startChat } from '../support/chat.ts'
import { createChatClock } from '../support/chat-clock.ts'
import { startDeskHost } from '../support/desk-host.ts'

const MINUTE_MS = 60_000
const desk = threadId('test', 'staff', 'desk')

it('staff ask for them in their chat, and have them with the digest of Monday', async () => {
  const clock = createChatClock('2026-11-20T10:00Z')
  await using chat = await startChat('coffee', {
    ...{ clock, hasStaffChat: true },
    tune: (persona) => ({ ...persona, handoff: { ...persona.handoff, staff: [] } }),
  })
  const dana = chat.staff('Dana')
  const pass = async (minutes: number) => {
    clock.advance(minutes * MINUTE_MS)
    for (let turn = 0; turn < 30; turn++) await setImmediate()
    await chat.mascot.settled()
  }
  const staffSays = async (text: string) => {
    dana.goesTo(desk)
    const before = chat.shown(desk).length
    await dana.says(text)
    await chat.mascot.settled()
    return chat.shown(desk).slice(before).join('\n')
  }
  await chat.fan('Ana').says('How long do I have to return my beans?')
  await chat.mascot.settled()
  for (let minute = 0; minute < 3; minute++) await pass(2)
  expect(await staffSays('/insights')).toMatch(
    /📊 Insights, 2026-11-14 to 2026-11-20\n[\s\S]*Answered: 100 %, 1 of 1 questions/,
  )
  expect(await staffSays('/insights decade')).toMatch(/⛔ “decade” is no range: week, month, quarter, year/)
  expect(await staffSays('/digest weekly')).toMatch(/each Monday at nine/)
  // To Monday, the 23rd, after nine.
  for (let day = 0; day < 3; day++) await pass(24 * 60)
  await pass(2)
  const thread = await chat.mascot.store.issues.thread()
  const told = thread === undefined ? [] : chat.shown(thread)
  expect(told.filter((text) => text.startsWith('📋'))).toHaveLength(1)
  const weekly = told.filter((text) => text.startsWith('📊'))
  expect(weekly).toHaveLength(1)
  expect(weekly[0]).toMatch(/Insights, 2026-11-16 to 2026-11-22\n[\s\S]*Answered: 100 %, 1 of 1/)
  expect(chat.errors).toEqual([])
})

it('other programs ask for them with the read token', async () => {
  const token = 'read-token-of-a-test'
  await using host = await startDeskHost({
    clock: createChatClock('2026-11-20T10:00Z'),
    env: { HTTP_READ_TOKEN: token },
  })
  const ask = async (path: string, shown = `Bearer ${token}`) => {
    const answer = await fetch(`${host.url}${path}`, { headers: { authorization: shown } })
    return { status: answer.status, body: JSON.parse(await answer.text()) }
  }
  expect((await ask('/api/insights', 'Bearer another-token-altogether')).status).toBe(401)
  const { status, body } = await ask('/api/insights?range=month')
  expect([status, body.now.from, body.now.to, body.before.to]).toEqual([200, '2026-10-22', '2026-11-20', '2026-10-21'])
  expect(body.now.groups[0].figures[0]).toMatchObject({ id: 'questions', n: 0, unit: 'questions' })
  expect(await ask('/api/insights/list?list=unanswered')).toMatchObject({
    status: 200,
    body: { listing: { total: 0 } },
  })
  expect(await ask('/api/insights?from=2026-02-30')).toMatchObject({
    status: 400,
    body: { error: 'A day of the range is none of the calendar: write it as YYYY-MM-DD.' },
  })
  expect((await ask('/api/insights/list?list=secrets')).status).toBe(400)
})
