/** Live: what an open page of the desk is told, who else looks, and when its line ends. */
import { describe, expect, test } from 'vitest'
import { caseId } from '../../../src/domain/ids.ts'
import { openStore } from '../../../src/store/open-store.ts'
import { createChatClock, passTime } from '../../support/chat-clock.ts'
import { type DeskEvent, signIn } from '../../support/desk-client.ts'
import { type DeskHost, startDeskHost } from '../../support/desk-host.ts'
import { sqliteTestDatabase } from '../../support/store-harness.ts'

async function openCase({ chat, mascot }: DeskHost, name = 'Ana'): Promise<string> {
  await chat.fan(name).says('can I talk to a human please?')
  await mascot.settled()
  const found = (await mascot.desk.list()).find(({ fanName }) => fanName === name)
  if (found === undefined) throw new Error('a case was opened')
  return found.id
}
const changed = (id: string) => (event: DeskEvent) =>
  event.event === 'changed' && JSON.stringify(event.data) === JSON.stringify({ id })
const ofKind = (kind: string) => (event: DeskEvent) => event.event === kind

describe('an open page is told', () => {
  test('what fans write, what staff do, what arrived, also where no staff chat is', async () => {
    await using host = await startDeskHost()
    const page = await signIn(await host.signInLink())
    await using events = await page.events()
    await events.next(ofKind('changed'))
    const id = await openCase(host)
    await events.next(changed(id))
    await host.chat.fan('Ana').says('hello?')
    await events.next(changed(id))
    await host.mascot.desk.act(caseId(id), { id: 'test:Lee', name: 'Lee' }, { kind: 'claim' })
    await events.next(changed(id))
    expect((await page.read(id)).case.assignee?.name).toBe('Lee')
  })

  test('what another process did, on SQLite too', async () => {
    const clock = createChatClock('2026-11-18T10:30Z')
    await using database = await sqliteTestDatabase()
    await using host = await startDeskHost({ databaseUrl: database.url, clock })
    const page = await signIn(await host.signInLink())
    const id = await openCase(host)
    await using events = await page.events()
    await passTime(clock, events.next(ofKind('changed')))
    await using elsewhere = await openStore(database.url, { brand: host.chat.persona.brand.id })
    const one = await elsewhere.cases.get(caseId(id))
    if (one === undefined) throw new Error('there is the case')
    const { conversationId, threadId } = one
    const notes = [{ staff: 'Lee', text: 'elsewhere' }]
    await elsewhere.caseChanges.apply([{ id: one.id, threadId, conversationId, notes }], clock.now())
    await passTime(clock, events.next(changed(id)))
    expect((await page.read(id)).notes).toMatchObject([{ staff: 'Lee' }])
  })
})

describe('who else is looking', () => {
  test('is told to others, not to oneself, and forgotten when the page is heard no more', async () => {
    const clock = createChatClock('2026-11-18T10:30Z')
    await using host = await startDeskHost({ clock })
    const [dana, lee] = [await signIn(await host.signInLink('Dana')), await signIn(await host.signInLink('Lee'))]
    const id = await openCase(host)
    await using toDana = await dana.events()
    await using toLee = await lee.events()
    await lee.post(`/cases/${id}/looking`)
    expect(await toDana.next(ofKind('looking'))).toMatchObject({ data: { caseId: id, names: ['Lee'] } })
    expect(await toLee.next(ofKind('looking'))).toMatchObject({ data: { caseId: id, names: [] } })
    expect((await dana.read(id)).looking).toEqual(['Lee'])
    expect((await lee.read(id)).looking).toEqual([])
    clock.advance(44_000)
    await lee.post(`/cases/${id}/looking`)
    clock.advance(2_000)
    expect((await dana.read(id)).looking).toEqual(['Lee'])
    clock.advance(43_001)
    expect(await toDana.next(ofKind('looking'))).toMatchObject({ data: { names: [] } })
    expect((await dana.read(id)).looking).toEqual([])
  })
})

describe('the line of events ends', () => {
  test('with its session: signed out here, ended from elsewhere, over by time', async () => {
    const clock = createChatClock('2026-11-18T10:30Z')
    await using host = await startDeskHost({ clock })
    const ended = async (end: (page: Awaited<ReturnType<typeof signIn>>) => unknown) => {
      const page = await signIn(await host.signInLink())
      await using events = await page.events()
      await end(page)
      await events.next(ofKind('ended'))
      await events.ended
    }
    await ended((page) => page.post('/sign-out'))
    await ended(() => host.mascot.access.endSessionsOf('desk:dana'))
    await ended(() => clock.advance(8 * 3_600_000))
  })

  test('a page that stays open keeps its session through a quiet shift, and no longer', async () => {
    const clock = createChatClock('2026-11-18T10:30Z')
    await using host = await startDeskHost({ clock })
    const page = await signIn(await host.signInLink())
    await using events = await page.events()
    for (let minute = 0; minute < 150; minute++) {
      clock.advance(60_000)
      await events.next(ofKind('ping'))
    }
    expect((await page.get('/me')).status).toBe(200)
  })

  test('with the program: an open page does not hold its stop up', async () => {
    const host = await startDeskHost()
    const page = await signIn(await host.signInLink())
    const events = await page.events()
    await host[Symbol.asyncDispose]()
    await events.ended
  })

  test('when the page is left: nobody is told any more', async () => {
    await using host = await startDeskHost()
    const page = await signIn(await host.signInLink())
    for (let round = 0; round < 12; round++) {
      await using events = await page.events()
      await events.next(ofKind('changed'))
    }
    await openCase(host)
    expect(host.chat.errors).toEqual([])
  })

  test('too many pages of one session are refused', async () => {
    await using host = await startDeskHost()
    const page = await signIn(await host.signInLink())
    await using all = new AsyncDisposableStack()
    for (let nth = 0; nth < 8; nth++) all.use(await page.events())
    const { status, body } = await page.get('/events')
    expect([status, body.error?.code]).toEqual([429, 'too-many-pages'])
  })
})
