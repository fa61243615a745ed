/** A community carried to another database: the same there, once however often; nothing without consent, nothing that was erased. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DAY_MS } from '../../../src/domain/durations.ts'
import { type AccountId, accountId, threadId } from '../../../src/domain/ids.ts'
import type { Portable, PortableFan } from '../../../src/domain/portable.ts'
import type { Store } from '../../../src/ports/store.ts'
import {
  accept,
  ana,
  ben,
  claimOne,
  forgetBeside,
  group,
  happens,
  message,
  type StoreUnderTest,
  settle,
} from '../../support/store-harness.ts'

const now = 50_000
const fan = (id: AccountId, more: Partial<PortableFan> = {}): PortableFan => ({
  ...{ kind: 'fan', accounts: [{ id, name: 'Ana', since: 1_000 }], consent: 'yes', since: 1_000 },
  ...more,
})
const fact = (account: AccountId, more: Partial<Extract<Portable, { kind: 'fact' }>> = {}): Portable => ({
  ...{ kind: 'fact', account, thread: threadId('telegram', 'ana'), surface: 'direct' },
  ...{ key: 'city', value: 'Turin', toldAt: 2_000, message: '7' },
  ...more,
})

async function all(store: Store): Promise<Portable[]> {
  const records: Portable[] = []
  for await (const record of store.portables.all()) records.push(record)
  return records
}

/** Ids of links are a database's own matter. */
async function told(store: Store): Promise<string[]> {
  const records = (await all(store)).filter(({ kind }) => kind !== 'erase-key')
  return records.map((record) => JSON.stringify({ ...record, ...('a' in record ? { id: '' } : {}) })).sort()
}

/** Fans of one to three accounts, each account of one fan alone, and what is theirs. */
const communities = fc
  .uniqueArray(
    fc.record({
      nth: fc.nat(40),
      platforms: fc.subarray(['telegram', 'discord', 'web'], { minLength: 1 }),
      isJoined: fc.boolean(),
      consent: fc.constantFrom('unasked', 'asked', 'yes', 'no'),
      name: fc.string({ unit: 'grapheme', maxLength: 12 }),
      since: fc.integer({ min: 1, max: now }),
      everywhereSince: fc.option(fc.integer({ min: 1, max: now }), { nil: undefined }),
      lang: fc.constantFrom('en', 'zh', undefined),
      facts: fc.uniqueArray(fc.tuple(fc.string({ maxLength: 8 }), fc.string({ unit: 'grapheme', maxLength: 20 })), {
        maxLength: 3,
        selector: ([key]) => key.replaceAll('\0', '\uFFFD'),
      }),
      helps: fc.boolean(),
    }),
    { selector: ({ nth }) => nth, maxLength: 12 },
  )
  .map((fans) => fans.flatMap(recordsOf))

function recordsOf(given: {
  readonly nth: number
  readonly platforms: readonly string[]
  readonly isJoined: boolean
  readonly consent: string
  readonly name: string
  readonly since: number
  readonly everywhereSince: number | undefined
  readonly lang: string | undefined
  readonly facts: readonly (readonly [string, string])[]
  readonly helps: boolean
}): Portable[] {
  const { nth, platforms, name, since, consent } = given
  const storable = (text: string) => text.toWellFormed().replaceAll('\0', '\uFFFD')
  const accounts = platforms.map((platform) => accountId(platform, `fan-${nth}`))
  const [first, ...others] = accounts
  if (first === undefined) return []
  const fans = accounts.map(
    (id): Portable => ({
      ...{ kind: 'fan', accounts: [{ id, name: storable(name), since }], consent: consent as 'yes', since },
      ...(given.lang === undefined ? {} : { lang: given.lang }),
      ...(given.everywhereSince === undefined ? {} : { everywhereSince: given.everywhereSince }),
    }),
  )
  const facts = given.facts.map(([key, value], index) =>
    fact(first, {
      ...{ thread: index % 2 === 0 ? threadId(platforms[0] ?? '', `fan-${nth}`) : group, key: storable(key) },
      ...{ surface: index % 2 === 0 ? 'direct' : 'group', value: storable(value) },
    }),
  )
  const links = others.map(
    (b): Portable => ({
      ...{ kind: 'link', id: `link ${first} ${b}`, a: first, b, madeAt: since },
      ...(given.isJoined ? {} : { endedAt: since + 1, endedBy: b }),
    }),
  )
  const helper: Portable = { kind: 'helper', account: first, thread: group, from: 9, to: 21, since }
  const standing: Portable = { kind: 'standing', account: first, offAt: since, circle: 'no', circleAt: since }
  const theirs = given.helps ? [helper, standing] : []
  return [...fans, ...(consent === 'yes' ? facts : []), ...theirs, ...links]
}

export function portablesContract(under: StoreUnderTest): void {
  let brands = 0
  const another = () => under.open({ brand: `brand ${++brands}` })

  describe('a community carried elsewhere', () => {
    test('is the same there, however often it is taken in', async () => {
      await fc.assert(
        fc.asyncProperty(communities, async (records) => {
          const home = await another()
          await home.portables.take(records, now)
          const before = await told(home)
          expect(before).toHaveLength(records.length)
          const away = await another()
          const carried = await all(home)
          const { written } = await away.portables.take(carried, now)
          expect(Object.values(written).reduce((sum, count) => sum + count, 0)).toBe(carried.length)
          expect(await told(away)).toEqual(before)
          const again = await away.portables.take(carried, now + 1)
          expect(again.written).toEqual({
            fans: 0,
            consents: 0,
            facts: 0,
            helpers: 0,
            standings: 0,
            works: 0,
            links: 0,
          })
          expect(await told(away)).toEqual(before)
        }),
        { numRuns: 12 },
      )
    })

    test('brings a yes of before an erasure to nobody, a no all the same, and no older choice', async () => {
      const [home, away] = [await another(), await another()]
      const carol = accountId('web', 'carol')
      const both = (consent: 'yes' | 'no') =>
        fan(ana, {
          consent,
          accounts: [
            { id: ana, name: 'Ana', since: 1_000 },
            { id: carol, name: 'Carol', since: 9_000 },
          ],
        })
      await home.portables.take([fan(ana)], 1_000)
      await home.memory.forget(ana, {}, 5_000)
      const erased = (await all(home)).filter(({ kind }) => kind.startsWith('erase'))
      const old: Portable = { kind: 'standing', account: ana, hiddenAt: 4_000, firstAt: 4_000 }
      await away.portables.take([...erased, both('yes'), old], now)
      const [came] = (await all(away)).filter(({ kind }) => kind === 'fan')
      expect(came).toMatchObject({ consent: 'unasked', accounts: [{ id: carol }] })
      expect((await away.standings.of(ana)).choices).toEqual({})
      await away.portables.take([both('no')], now)
      expect((await all(away)).find(({ kind }) => kind === 'fan')).toMatchObject({ consent: 'no' })
    })

    test('has the works with what was agreed to; what was taken back elsewhere is taken back here', async () => {
      const [home, away] = [await another(), await another()]
      const licence = { text: 'You may show it.', version: 'v', lang: 'en', scope: 'the gallery', until: 90_000 }
      const work = {
        ...({ kind: 'work', id: 'w-1', account: ana, thread: threadId('telegram', 'ana'), message: '7' } as const),
        ...({ number: 1, text: 'So good', lang: 'en', how: 'offered', licence, credit: 'Ana' } as const),
        ...({ state: 'accepted', offeredAt: 2_000, answers: ['sizes'] } as const),
      }
      await home.portables.take([fan(ana), work], now)
      const carried = await all(home)
      expect(carried).toContainEqual(work)
      await away.portables.take(carried, now)
      expect((await away.works.showable({ now, limit: 5 })).works).toMatchObject([
        { text: 'So good', licence, number: 1 },
      ])
      await away.portables.take([{ ...work, state: 'withdrawn', withdrawnAt: now }], now)
      expect((await away.works.showable({ now, limit: 5 })).works).toEqual([])
      await away.portables.take(carried, now)
      expect((await away.works.showable({ now, limit: 5 })).works).toEqual([])
      await away.memory.forget(ana, {}, now)
      await away.portables.take(carried, now)
      expect((await all(away)).some(({ kind }) => kind === 'work')).toBe(false)
    })

    test('is read page by page, each fan once, with all accounts', async () => {
      const fans = Array.from({ length: 1_203 }, (_, nth) => fan(accountId('telegram', `fan ${nth}`)))
      const two = fan(ana, {
        accounts: [
          { id: ana, name: 'Ana', since: 1 },
          { id: accountId('web', 'a'), name: 'A', since: 2 },
        ],
      })
      await under.store.portables.take([...fans, two], now)
      const carried = await all(under.store)
      expect(carried).toHaveLength(1_204)
      expect(carried).toContainEqual(two)
    })

    test('brings no fact of a fan who did not say yes, and no answer over one that was given here', async () => {
      await under.store.portables.take([fan(ana, { consent: 'no' }), fan(ben, { consent: 'unasked' })], now)
      const { written } = await under.store.portables.take([fan(ana), fact(ana), fan(ben), fact(ben)], now)
      expect(written).toMatchObject({ fans: 0, consents: 1, facts: 1 })
      expect(await told(under.store)).toEqual(
        [fan(ana, { consent: 'no' }), fan(ben), fact(ben)].map((record) => JSON.stringify(record)).sort(),
      )
    })

    test('lets the later of two facts stand, and drops it with the message it is from', async () => {
      const city = async () => (await all(under.store)).find(({ kind }) => kind === 'fact')
      await under.store.portables.take([fan(ana), fact(ana)], now)
      await under.store.portables.take([fact(ana, { value: 'Old', toldAt: 1_000 })], now)
      expect(await city()).toMatchObject({ value: 'Turin' })
      await under.store.portables.take([fact(ana, { value: 'Bari', toldAt: 3_000, message: '8' })], now)
      expect(await city()).toMatchObject({ value: 'Bari', message: '8' })
      await accept(under.store, message('1'))
      await settle(under.store, await claimOne(under.store), {})
      await happens(under.store, {
        kind: 'deleted',
        threadId: threadId('telegram', 'ana'),
        messageIds: ['8'],
        at: 11_000,
      })
      expect(await city()).toBeUndefined()
    })

    test('joins no two accounts of one platform, and none to one that is not here', async () => {
      const link = (id: string, a: AccountId, b: AccountId): Portable => ({ kind: 'link', id, a, b, madeAt: 3 })
      const away = accountId('discord', 'ana')
      const links = [link('1', ana, away), link('2', ben, away), link('3', ana, accountId('web', 'gone'))]
      const { written } = await under.store.portables.take([fan(ana), fan(ben), fan(away), ...links], now)
      expect(written).toMatchObject({ links: 1 })
      expect((await under.store.links.joinedTo(ana)).map((one) => one.accountId)).toEqual([away])
      expect(await under.store.links.joinedTo(ben)).toEqual([])
    })

    test('does not bring back who was erased here, nor anything of theirs', async () => {
      const carried = [
        fan(ana),
        fact(ana),
        { kind: 'helper', account: ana, thread: group, from: 9, to: 21, since: 1_000 },
        fan(accountId('discord', 'ana')),
        { kind: 'link', id: 'l', a: ana, b: accountId('discord', 'ana'), madeAt: 1_000 },
      ] satisfies Portable[]
      await under.store.portables.take(carried.slice(0, 1), now)
      await accept(under.store, message('1'))
      await settle(under.store, await claimOne(under.store), {})
      await forgetBeside(under.store, ana)
      expect(await under.everything()).not.toContain('telegram:ana')
      const { written, erased } = await under.store.portables.take(carried, now)
      expect({ written, erased }).toMatchObject({ written: { fans: 1, facts: 0, links: 0, helpers: 0 }, erased: 3 })
      expect(await under.everything()).not.toContain('telegram:ana')
    })

    test('writes no thread of an erased fan for a work of theirs', async () => {
      const work = {
        ...{ kind: 'work', id: 'w', account: ana, thread: threadId('telegram', 'ana'), message: '7', number: 1 },
        ...{ text: 'The rain roast.', lang: 'en', how: 'offered', credit: 'Ana', state: 'offered', offeredAt: 2_000 },
        licence: { text: 'We may show it.', version: 'v', lang: 'en', scope: '', until: now * 2 },
        answers: [],
      } satisfies Portable
      await under.store.portables.take([fan(ana)], now)
      await under.store.memory.forget(ana, {}, now)
      const { written, erased } = await under.store.portables.take([fan(ana), work], now)
      expect({ written, erased }).toMatchObject({ written: { fans: 0, works: 0 }, erased: 2 })
      expect(await under.everything()).not.toContain('telegram:ana')
    })
  })

  describe('the erase log', () => {
    const erase = async () => {
      await under.store.portables.take([fan(ana), fact(ana)], now)
      await accept(under.store, message('1'))
      await settle(under.store, await claimOne(under.store), {})
      await forgetBeside(under.store, ana)
    }

    test('holds back what is older than the erasure, and what nobody dates', async () => {
      await erase()
      const undated = fan(ana, { accounts: [{ id: ana, name: 'Ana' }] })
      const old = fan(ana, { accounts: [{ id: ana, name: 'Ana', since: 900 }] })
      expect(await under.store.portables.take([undated], now)).toMatchObject({ written: { fans: 0 }, erased: 1 })
      expect(await under.store.portables.take([old, fact(ana, { toldAt: 900 })], now)).toMatchObject({ erased: 2 })
      const anew = fan(ana, { accounts: [{ id: ana, name: 'Ana', since: 60_000 }] })
      expect(await under.store.portables.take([anew], now)).toMatchObject({ written: { fans: 1 }, erased: 0 })
    })

    test('goes along, so that an older file brings nobody back there either', async () => {
      await erase()
      const away = await another()
      await away.portables.take(await all(under.store), now)
      expect(await away.portables.take([fan(ana)], now)).toMatchObject({ written: { fans: 0 }, erased: 1 })
    })

    test('reaches who is here already, with all that was joined to them, and nobody who came since', async () => {
      const away = await another()
      const elsewhere = accountId('discord', 'ana')
      const link = { kind: 'link', id: 'l', a: ana, b: elsewhere, madeAt: 3 } as const
      const undated = { kind: 'fan', accounts: [{ id: accountId('web', 'w'), name: 'W' }], consent: 'unasked' } as const
      await away.portables.take([fan(ana), fact(ana), fan(elsewhere), link, fan(ben), undated], now)
      await under.store.portables.take([fan(ana), undated], now)
      for (const gone of [ana, accountId('web', 'w')]) await under.store.memory.forget(gone, {}, 60_000)
      const erasures: Portable[] = []
      for await (const record of under.store.portables.erasures()) erasures.push(record)
      expect(new Set(erasures.map(({ kind }) => kind))).toEqual(new Set(['erase-key', 'erased']))
      await away.portables.take(erasures, now)
      const erased = async () => (await away.portables.erasedHere()).toSorted()
      expect(await erased()).toEqual([ana, accountId('web', 'w')])
      for (const account of await erased()) await away.memory.forget(account, {}, now)
      expect(await told(away).then((records) => records.filter((record) => !record.includes('"erased"')))).toEqual([
        JSON.stringify(fan(ben)),
      ])
      expect(await erased()).toEqual([])
      await away.portables.take([fan(ana, { accounts: [{ id: ana, name: 'Ana', since: 60_001 }] })], now)
      expect(await erased()).toEqual([])
    })

    test('reaches whom a file without dates brought, unless they were heard here since', async () => {
      const away = await another()
      const undated = (id: AccountId) => ({ kind: 'fan', accounts: [{ id, name: 'A' }], consent: 'unasked' }) as const
      await under.store.portables.take([undated(ana), undated(ben)], now)
      for (const gone of [ana, ben]) await under.store.memory.forget(gone, {}, 60_000)
      await away.portables.take([undated(ana), undated(ben)], 70_000)
      await away.inbox.accept([message('1', ben)], { now: 80_000, burstMs: 0 })
      await away.portables.take(await all(under.store), 90_000)
      expect(await away.portables.erasedHere()).toEqual([ana])
    })

    test('tells nobody who it was', async () => {
      await erase()
      const records = await all(under.store)
      expect(records.filter(({ kind }) => kind === 'erased')).toHaveLength(1)
      expect(JSON.stringify(records)).not.toContain('ana')
    })
  })

  test('who was imported is kept as long as who was heard that day, however old their words are', async () => {
    const old = fan(ana, { accounts: [{ id: ana, name: 'Ana', since: 1 }], since: 1 })
    await under.store.portables.take([old, fact(ana, { toldAt: 2 })], 90 * DAY_MS)
    await under.store.memory.expire(80 * DAY_MS)
    expect(await all(under.store)).toHaveLength(2)
    await under.store.memory.expire(91 * DAY_MS)
    expect(await all(under.store)).toEqual([])
  })
}
