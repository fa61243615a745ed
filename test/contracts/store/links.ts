/** Links: which accounts are one fan's, by what was agreed; races, every order, forgetting, the end of old rows. */
import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { DAY_MS, HOUR_MS } from '../../../src/domain/durations.ts'
import { type AccountId, accountId, type ThreadId, threadId } from '../../../src/domain/ids.ts'
import type { LinkChange } from '../../../src/domain/link.ts'
import type { Claim } from '../../../src/ports/inbox.ts'
import type { Store } from '../../../src/ports/store.ts'
import { accept, groupMessage, message, type StoreUnderTest, says, settle } from '../../support/store-harness.ts'

const ana = accountId('telegram', 'ana')
const anaThere = accountId('discord', 'ana')
const bo = accountId('telegram', 'bo')
const platforms = ['telegram', 'discord', 'web']
const now = 10_000

export function linksContract(under: StoreUnderTest): void {
  let said = 0
  async function claimOf(store: Store, account: AccountId): Promise<Claim> {
    await accept(store, message(`said ${++said}`, account, { threadId: account as never }))
    const claims = await store.inbox.claim({ now, leaseMs: 1_000, limit: 100 })
    const own = claims.find(({ unread: [first] }) => first.author.accountId === account)
    if (!own) throw new Error(`${account} has nothing to settle`)
    return own
  }
  async function claimed(store: Store, thread: ThreadId): Promise<Claim> {
    const claims = await store.inbox.claim({ now, leaseMs: 1_000, limit: 10 })
    const own = claims.find(({ conversation }) => conversation.threadId === thread)
    if (!own) throw new Error(`${thread} has nothing to settle`)
    return own
  }
  async function change(link: LinkChange, by: AccountId, store = under.store): Promise<boolean> {
    return await settle(store, await claimOf(store, by), { link }, now)
  }
  /** Up to the word of the first account, which is all that is missing. Returns the request's id. */
  async function agree(from: AccountId, by: AccountId): Promise<string> {
    const id = randomUUID()
    const home = await claimOf(under.store, from)
    const offered = {
      account: from,
      conversation: home.conversation.id,
      codeHash: id,
      isOpen: false,
      expiresAt: 20_000,
    }
    await settle(under.store, home, { link: { kind: 'offered', id, ...offered } }, now)
    const away = await claimOf(under.store, by)
    const taken = { account: by, conversation: away.conversation.id, expiresAt: 20_000 }
    await settle(under.store, away, { link: { kind: 'taken', id, ...taken } }, now)
    await change({ kind: 'agreed', id, expiresAt: 20_000 }, by)
    return id
  }
  async function join(from: AccountId, by: AccountId): Promise<boolean> {
    return await change({ kind: 'joined', id: await agree(from, by) }, from)
  }
  const separate = async (account: AccountId) => {
    const others = await under.store.links.joinedTo(account)
    if (others.length > 0) expect(await change({ kind: 'separated', account }, account)).toBe(true)
  }
  const fanOf = async (account: AccountId) =>
    [account, ...(await under.store.links.joinedTo(account)).map((one) => one.accountId)].sort()

  describe('a link', () => {
    test('is asked for by what is known of both, and found by its code', async () => {
      const id = await agree(ana, anaThere)
      expect(await under.store.links.byCode(id)).toMatchObject({
        from: { accountId: ana, name: 'ana' },
        by: { accountId: anaThere },
        state: 'agreed',
        isBack: false,
      })
      expect(await under.store.links.waitingFor(ana, now)).toMatchObject([{ id }])
      expect(await under.store.links.waitingFor(anaThere, now)).toEqual([])
      expect(await under.store.links.waitingFor(ana, 20_000)).toEqual([])
    })

    test('is nothing of another brand', async () => {
      await join(ana, anaThere)
      const other = await under.open({ brand: 'other' })
      expect(await other.links.joinedTo(ana)).toEqual([])
    })

    test('of two that would give a fan two accounts on one platform, agreed at once in two processes, one is made', async () => {
      const [first, second] = [await agree(ana, anaThere), await agree(bo, anaThere)]
      const elsewhere = await under.open()
      const [own, others] = [await claimOf(under.store, ana), await claimOf(elsewhere, bo)]
      const both = await Promise.all([
        settle(under.store, own, { link: { kind: 'joined', id: first }, outbox: [says('joined')] }, now),
        settle(elsewhere, others, { link: { kind: 'joined', id: second }, outbox: [says('joined')] }, now),
      ])
      expect(both.toSorted()).toEqual([false, true])
      expect(await fanOf(anaThere)).toHaveLength(2)
      expect(await under.store.outbox.due({ now, leaseMs: 1, limit: 10 })).toHaveLength(1)
    })

    test('is made once from one code that two take at once', async () => {
      const id = randomUUID()
      const home = await claimOf(under.store, ana)
      const offered = {
        account: ana,
        conversation: home.conversation.id,
        codeHash: id,
        isOpen: false,
        expiresAt: 20_000,
      }
      await settle(under.store, home, { link: { kind: 'offered', id, ...offered } }, now)
      const elsewhere = await under.open()
      const cy = accountId('web', 'cy')
      const [one, two] = [await claimOf(under.store, anaThere), await claimOf(elsewhere, cy)]
      const take = (account: AccountId, claim: Claim): LinkChange => ({
        ...{ kind: 'taken', id, account, conversation: claim.conversation.id, expiresAt: 20_000 },
      })
      const both = await Promise.all([
        settle(under.store, one, { link: take(anaThere, one) }, now),
        settle(elsewhere, two, { link: take(cy, two) }, now),
      ])
      expect(both.toSorted()).toEqual([false, true])
    })

    test('of a helper is beside it: who is named in two groups at once is named in one', async () => {
      const groups = [groupMessage('1', ana), groupMessage('1', ana, { threadId: threadId('telegram', -200) })]
      for (const [index, said] of groups.entries()) {
        await accept(under.store, said)
        const claim = await claimed(under.store, said.threadId)
        const helper = { kind: 'offers', account: ana, conversation: claim.conversation.id, from: 0, to: 24 } as const
        expect(await settle(under.store, claim, { helper }), String(index)).toBe(true)
      }
      const elsewhere = await under.open()
      await accept(under.store, ...groups.map((said) => ({ ...said, id: '2' })))
      const claims = await under.store.inbox.claim({ now, leaseMs: 1_000, limit: 10 })
      const both = await Promise.all(
        claims.map((claim, index) =>
          settle(index === 0 ? under.store : elsewhere, claim, {
            helper: { kind: 'named', account: ana, conversation: claim.conversation.id },
          }),
        ),
      )
      expect(both.toSorted()).toEqual([false, true])
      const [first] = claims
      const [helper] = first ? await under.store.helpers.offeringIn(first.conversation.id) : []
      expect(helper).toEqual({ accountId: ana, name: 'ana', from: 0, to: 24, namedAt: now })
    })

    test('in whatever order links are made, the fans are the same; in whatever order they end, all is as before', async () => {
      const random = seeded(20261129)
      const people = [0, 1].map((person) => platforms.map((platform) => accountId(platform, `person-${person}`)))
      for (const account of people.flat())
        await claimOf(under.store, account).then((claim) => settle(under.store, claim))
      const before = await kept(people.flat())
      const fans: string[] = []
      for (let order = 0; order < 3; order++) {
        // A tree over each person's accounts, its edges in any order and direction.
        const edges = people.flatMap((accounts) =>
          accounts.slice(1).map((one, index) => [accounts[index], one] as const),
        )
        for (const [a, b] of shuffled(edges, random))
          if (a && b) expect(await join(...(random() < 0.5 ? ([a, b] as const) : ([b, a] as const)))).toBe(true)
        fans.push(JSON.stringify(await Promise.all(people.flat().map(fanOf))))
        for (const account of shuffled(people.flat(), random)) await separate(account)
        expect(await Promise.all(people.flat().map(fanOf))).toEqual(people.flat().map((account) => [account]))
      }
      expect(new Set(fans).size).toBe(1)
      expect(fans[0]).toBe(JSON.stringify(people.flatMap((accounts) => accounts.map(() => accounts.toSorted()))))
      expect(await kept(people.flat())).toBe(before)
    })

    test('joins what is shown and what is forgotten, and nothing that is read in a talk', async () => {
      const consent = (account: AccountId) => ({ consent: { accountId: account, consent: 'yes' as const } })
      const told = (account: AccountId) => ({
        remember: { accountId: account, facts: [{ key: 'city', value: account }] },
      })
      for (const account of [ana, anaThere])
        await settle(under.store, await claimOf(under.store, account), { ...consent(account), ...told(account) }, now)
      await join(ana, anaThere)
      const shown = await under.store.memory.exportFan(anaThere)
      expect(shown.facts?.map(({ value }) => value).toSorted()).toEqual([anaThere, ana].toSorted())
      expect(shown.accounts).toHaveLength(2)
      expect(JSON.stringify(shown.link_requests)).not.toContain('hash')
      const claim = await claimOf(under.store, ana)
      const all = { before: Number.MAX_SAFE_INTEGER, limit: 100 }
      const { facts } = await under.store.memory.recall(claim.conversation.id, ana, all)
      expect(facts.map(({ value }) => value)).toEqual([ana])
      await settle(under.store, claim, { forget: ana }, now)
      expect(await under.everything()).not.toMatch(/discord:ana/)
    })

    test('leaves each account its own consent', async () => {
      await settle(under.store, await claimOf(under.store, ana), { consent: { accountId: ana, consent: 'yes' } }, now)
      await settle(under.store, await claimOf(under.store, anaThere), {
        consent: { accountId: anaThere, consent: 'no' },
      })
      await join(ana, anaThere)
      const all = { before: Number.MAX_SAFE_INTEGER, limit: 100 }
      const recalled = async (account: AccountId) => {
        const claim = await claimOf(under.store, account)
        return (await under.store.memory.recall(claim.conversation.id, account, all)).fan.consent
      }
      expect([await recalled(ana), await recalled(anaThere)]).toEqual(['yes', 'no'])
    })

    test('ends with either account, and its requests and wrong codes a day later', async () => {
      await join(ana, anaThere)
      await change({ kind: 'missed', account: ana }, ana)
      expect(await under.store.links.missesSince(ana, now - HOUR_MS)).toBe(1)
      const later = await under.open({ clock: { ...clockAt(now + 3 * DAY_MS) } })
      await later.memory.expire(now + 2 * DAY_MS)
      const left = await under.database.query('select count(*) as count from link_requests')
      expect(Number(left[0]?.count)).toBe(0)
      expect(await later.links.missesSince(ana, 0)).toBe(0)
    })
  })

  /** What stands of these accounts, without the record of links itself. */
  async function kept(accounts: readonly AccountId[]): Promise<string> {
    const shown = await Promise.all(accounts.map((account) => under.store.memory.exportFan(account)))
    return JSON.stringify(shown.map(({ accounts: own, fans, facts, handoffs }) => ({ own, fans, facts, handoffs })))
  }
}

function clockAt(time: number) {
  return { now: () => time, sleep: async () => {} }
}

/** The same numbers at each run: mulberry32. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function shuffled<T>(all: readonly T[], random: () => number): T[] {
  return all
    .map((one) => ({ one, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one)
}
