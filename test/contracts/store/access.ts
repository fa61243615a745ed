/** One-time links, sessions and the audit of the staff's pages. */
import { describe, expect, test } from 'vitest'
import type { Store } from '../../../src/ports/store.ts'
import type { StoreUnderTest } from '../../support/store-harness.ts'

const dana = { id: 'desk:dana', name: 'Dana' }
const lee = { id: 'desk:lee', name: 'Lee' }

function opened(hash: string, more: { id?: string; openedAt?: number; expiresAt?: number } = {}) {
  const { id = `session-${hash}`, openedAt = 2_000, expiresAt = 9_000 } = more
  return { id, hash, csrf: `csrf-${hash}`, openedAt, expiresAt, browser: 'Firefox on Linux' }
}

async function signIn({ access }: Store, staff = dana, hash = `of ${staff.name}`, more = {}): Promise<string> {
  await access.keepLink(`link ${hash}`, { staff, role: 'staff', expiresAt: 5_000 })
  const session = await access.signIn(`link ${hash}`, opened(hash, more))
  if (session === undefined) throw new Error('not signed in')
  return session.id
}

export function accessContract(under: StoreUnderTest): void {
  describe('access', () => {
    test('a link opens one session, once', async () => {
      const { access } = under.store
      await access.keepLink('link', { staff: dana, role: 'lead', expiresAt: 5_000 })
      const session = await access.signIn('link', opened('a'))
      expect(session).toEqual({
        ...{ id: 'session-a', staff: dana, role: 'lead', csrf: 'csrf-a', browser: 'Firefox on Linux' },
        ...{ openedAt: 2_000, seenAt: 2_000, expiresAt: 9_000 },
      })
      expect(await access.session('a', 3_000)).toEqual(session)
      expect(await access.signIn('link', opened('b'))).toBeUndefined()
      expect(await access.session('b', 3_000)).toBeUndefined()
    })

    test('of many who use a link at once, exactly one is let in', async () => {
      const other = await under.open()
      for (let round = 0; round < 5; round++) {
        await under.store.access.keepLink(`link ${round}`, { staff: dana, role: 'staff', expiresAt: 5_000 })
        const tries = Array.from({ length: 6 }, (_, nth) =>
          (nth % 2 ? other : under.store).access.signIn(`link ${round}`, opened(`${round}-${nth}`)),
        )
        expect((await Promise.all(tries)).filter((session) => session !== undefined)).toHaveLength(1)
      }
      expect(await other.access.sessions(3_000)).toHaveLength(5)
    })

    test('a link is over at its time, an unknown one opens nothing', async () => {
      const { access } = under.store
      await access.keepLink('link', { staff: dana, role: 'staff', expiresAt: 2_000 })
      expect(await access.signIn('link', opened('a', { openedAt: 2_000 }))).toBeUndefined()
      expect(await access.signIn('none', opened('a'))).toBeUndefined()
    })

    test('a session is over at its time, and once ended, ended', async () => {
      const { access } = under.store
      const id = await signIn(under.store)
      expect(await access.session('of Dana', 8_999)).toBeDefined()
      expect(await access.session('of Dana', 9_000)).toBeUndefined()
      expect(await access.end(id, 9_000)).toBe(false)
      expect(await access.end(id, 3_000)).toBe(true)
      expect(await access.end(id, 3_000)).toBe(false)
      expect(await access.session('of Dana', 3_000)).toBeUndefined()
      expect(await access.sessions(3_000)).toEqual([])
    })

    test('those whose time is over are ended once, and told', async () => {
      const { access } = under.store
      const other = await under.open()
      await signIn(under.store, dana, 'early', { expiresAt: 3_000 })
      await signIn(under.store, lee, 'late', { expiresAt: 9_000 })
      const both = await Promise.all([access.endOver(3_000), other.access.endOver(3_000)])
      expect(both.flat().map(({ staff }) => staff)).toEqual([dana])
      expect((await access.sessions(2_000)).map(({ staff }) => staff)).toEqual([lee])
    })

    test('it is remembered when a session was last seen', async () => {
      const { access } = under.store
      const id = await signIn(under.store)
      await access.seen(id, 4_000)
      expect(await access.session('of Dana', 4_001)).toMatchObject({ seenAt: 4_000 })
    })

    test('all sessions and links of one who left end, those of others stay', async () => {
      const { access } = under.store
      const first = await signIn(under.store, dana, 'first')
      const second = await signIn(under.store, dana, 'second', { openedAt: 2_500 })
      await signIn(under.store, lee)
      await access.keepLink('later', { staff: dana, role: 'staff', expiresAt: 5_000 })
      expect((await access.endOf(dana.id, 3_000)).sort()).toEqual([first, second].sort())
      expect(await access.endOf(dana.id, 3_000)).toEqual([])
      expect(await access.signIn('later', opened('x'))).toBeUndefined()
      expect((await access.sessions(3_000)).map(({ staff }) => staff)).toEqual([lee])
    })

    test('sessions are listed newest first, for one brand', async () => {
      const other = await under.open({ brand: 'tide' })
      await signIn(under.store, dana, 'early', { openedAt: 1_000 })
      await signIn(under.store, lee, 'late', { openedAt: 3_000 })
      expect((await under.store.access.sessions(3_500)).map(({ staff }) => staff.name)).toEqual(['Lee', 'Dana'])
      expect(await other.access.sessions(3_500)).toEqual([])
      expect(await other.access.session('early', 3_500)).toBeUndefined()
      expect(await other.access.end('session-early', 3_500)).toBe(false)
      await under.store.access.keepLink('ours', { staff: dana, role: 'staff', expiresAt: 5_000 })
      expect(await other.access.signIn('ours', opened('z'))).toBeUndefined()
    })

    test('an end of a session is told, also in another process where the database can say so', async () => {
      const heard: string[] = []
      under.store.onNotice((what) => heard.push(what))
      const id = await signIn(under.store)
      await under.store.access.end(id, 3_000)
      expect(heard).toEqual(['access'])
    })

    test('the record holds who did what to what, newest first', async () => {
      const { access } = under.store
      const other = await under.open({ brand: 'tide' })
      await access.record({ at: 1_000, who: dana, what: 'claim', about: 'case-1' })
      await access.record({ at: 2_000, who: lee, what: 'reply', about: 'case-2', detail: 'as the brand \0' })
      await access.record({ at: 3_000, who: dana, what: 'signed-out' })
      await other.access.record({ at: 4_000, who: dana, what: 'claim', about: 'case-1' })
      expect(await access.audit({ limit: 2 })).toEqual([
        { at: 3_000, who: dana, what: 'signed-out' },
        { at: 2_000, who: lee, what: 'reply', about: 'case-2', detail: 'as the brand \uFFFD' },
      ])
      expect(await access.audit({ limit: 9, about: 'case-1' })).toEqual([
        { at: 1_000, who: dana, what: 'claim', about: 'case-1' },
      ])
    })

    test('what is old goes with the rest, what is open stays', async () => {
      const store = await under.open({ clock: { now: () => 20_000, sleep: async () => undefined } })
      const { access } = store
      await signIn(store, dana, 'old', { expiresAt: 9_000 })
      await signIn(store, lee, 'open', { expiresAt: 90_000 })
      await access.keepLink('over', { staff: dana, role: 'staff', expiresAt: 20_000 })
      await access.record({ at: 1_000, who: dana, what: 'claim' })
      await access.record({ at: 19_000, who: dana, what: 'reply' })
      expect(await store.memory.expire(10_000)).toBe(3)
      expect(await under.database.query('select hash from access_sessions')).toMatchObject([{ hash: 'open' }])
      expect(await under.database.query('select hash from access_links')).toEqual([])
      expect((await access.audit({ limit: 9 })).map(({ what }) => what)).toEqual(['reply'])
    })
  })
}
