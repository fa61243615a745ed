/** Two colleagues of one name: told apart among colleagues, by id, wherever either is named; fans hear the name alone. */
import { expect, it } from 'vitest'
import type { CaseList, SessionList } from '../../adapters/desk/wire.ts'
import { accountId } from '../../src/domain/ids.ts'
import { signIn } from '../support/desk-client.ts'
import { startDeskHost } from '../support/desk-host.ts'

const first = { id: 'desk:dana-0001', name: 'Dana' }
const second = { id: 'desk:dana-0002', name: 'Dana' }

it('is a name with a short tag in lists, cases, notes, histories, sessions and cards, once there are two', async () => {
  await using host = await startDeskHost({ hasStaffChat: true })
  const { chat, mascot } = host
  const ana = chat.fan('Ana')
  await ana.says('can I talk to a human please?')
  await ana.hears()
  await mascot.settled()
  const one = await signIn(await host.signInLink(first, 'lead'))
  const [open] = await mascot.desk.list()
  const id = open?.id ?? expect.fail('a case is open')
  await one.act(id, { kind: 'claim' })
  await mascot.settled()
  const alone = await one.get<CaseList>('/cases')
  expect(alone.body.cases[0]?.assignee).toEqual(first)

  const two = await signIn(await host.signInLink(second))
  const refused = await two.act(id, { kind: 'reply', text: 'Hello' })
  expect(refused.body.error?.message).toMatch(/^Dana ·0001 has this case/)
  await two.act(id, { kind: 'note', text: 'Called her.' })
  await one.act(id, { kind: 'reply', text: 'Hello Ana.' })
  await mascot.settled()
  expect((await one.get<CaseList>('/cases')).body.cases[0]?.assignee).toEqual({ ...first, name: 'Dana ·0001' })
  const detail = await two.read(id)
  expect(detail.notes).toMatchObject([{ staff: 'Dana ·0002', text: 'Called her.' }])
  expect(detail.history.map(({ who }) => who)).toEqual(['bot', 'Dana ·0001', 'Dana ·0002', 'Dana ·0001'])
  const said = detail.lines.find(({ text }) => text.includes('Hello Ana.'))
  expect(said).toMatchObject({ name: 'Dana ·0001' })
  expect(said).not.toHaveProperty('isMine')
  const sessions = await one.get<SessionList>('/sessions')
  expect(sessions.body.sessions.map(({ name }) => name).sort()).toEqual(['Dana ·0001', 'Dana ·0002'])
  const card = chat.staff('Dana').card()
  expect(card).toMatchObject({ text: expect.stringMatching(/🟢 Dana ·0001/) })
  expect(chat.shown(ana.threadId).join('\n')).not.toContain('·')
})

it('lets nobody change what the other said, on the page or in the staff thread', async () => {
  await using host = await startDeskHost({ hasStaffChat: true })
  const { chat, mascot } = host
  const ana = chat.fan('Ana')
  await ana.says('can I talk to a human please?')
  await mascot.settled()
  const dana = chat.staff('Dana')
  await dana.says('/r Hello Ana.')
  await mascot.settled()
  const [open] = await mascot.desk.list()
  const id = open?.id ?? expect.fail('a case is open')
  const other = await signIn(await host.signInLink(second))
  const { lines } = await other.read(id)
  const row = lines.find(({ text }) => text.includes('Hello Ana.'))?.row ?? 0
  for (const request of [{ kind: 'edit', text: 'No.', row } as const, { kind: 'delete', row } as const])
    expect((await other.act(id, request)).body, request.kind).not.toMatchObject({ isDone: true })
  const namesake = { author: { accountId: accountId('test', 'another Dana'), name: 'Dana', isBot: false } }
  await dana.says('/edit No.', namesake)
  await dana.says('/delete', namesake)
  await mascot.settled()
  expect(chat.shown(ana.threadId).some((text) => text.includes('Hello Ana.'))).toBe(true)
  await dana.says('/edit Hello dear Ana.')
  await mascot.settled()
  expect(chat.shown(ana.threadId).some((text) => text.includes('Hello dear Ana.'))).toBe(true)
})
