/** What the pages of a community are given, from the store and the persona in force; and what a fan's own page does. */
import { createHash, randomBytes } from 'node:crypto'
import { countHealth } from '../community/health.ts'
import { wholeStanding } from '../community/standing/with-works.ts'
import type { CommunityHealth } from '../domain/community-health.ts'
import { HOUR_MS, MINUTE_MS } from '../domain/durations.ts'
import { type AccountId, platformOf } from '../domain/ids.ts'
import { isShowable, type Work } from '../domain/work.ts'
import type { Log } from '../log.ts'
import type { Persona } from '../persona/persona.ts'
import type { Clock } from '../ports/clock.ts'
import type { CommunityView, OwnPage } from '../ports/community-view.ts'
import type { DeskView } from '../ports/desk-view.ts'
import type { Store } from '../ports/store.ts'

/** How long a fan's own page takes their buttons. */
const PAGE_MS = 15 * MINUTE_MS
/** After that it is counted anew when somebody looks. */
const COUNTED_MS = 6 * HOUR_MS
const HEALTH_KEY = 'community::health'
const SECRET_BYTES = 32

export interface CommunityViewDeps {
  readonly store: Store
  readonly persona: () => Persona
  readonly view: Pick<DeskView, 'file'>
  /** All of the fan goes, with their files. */
  readonly forget: (account: AccountId) => Promise<void>
  /** The files of pictures that were taken back. */
  readonly forgetPictures: (works: readonly Pick<Work, 'picture'>[]) => Promise<void>
  readonly clock: Clock
  readonly log: Log
}

export function createCommunityView({
  store,
  persona,
  view,
  forget,
  forgetPictures,
  clock,
  log,
}: CommunityViewDeps): CommunityView {
  const { works, fanViews, ownLinks, keyValues, standings, titles, links } = store
  let isCounting = false

  async function count(): Promise<void> {
    if (isCounting) return
    isCounting = true
    try {
      const health = await countHealth(fanViews, clock.now(), persona().languages[0])
      await keyValues.set(HEALTH_KEY, JSON.stringify(health))
    } catch (err) {
      log.warn({ err }, 'the health of the community was not counted')
    } finally {
      isCounting = false
    }
  }

  const pageOf = async (account: AccountId, page: string): Promise<OwnPage | undefined> => {
    const held = await fanViews.held(account)
    if (!held) return undefined
    const sources = { standings, links, worksMade: works }
    const titled = await titles.heldBy(held.accounts.map((one) => one.account))
    return {
      ...{ page, held, works: await works.ofFan(account), standing: await wholeStanding(account, sources) },
      titles: [...new Set(titled.map(({ name }) => name))],
    }
  }
  const accountOf = (page: string) => ownLinks.opened(hashOf(page), clock.now())
  /** Told to the page whether anything was done. */
  const asOwn = async (page: string, act: (account: AccountId) => Promise<boolean>) => {
    const account = await accountOf(page)
    return account === undefined ? false : await act(account)
  }
  const takeDown = async () => void (await works.takeDown(clock.now()))

  return {
    fans: fanViews,
    works,
    async health() {
      const kept = await keyValues.get(HEALTH_KEY)
      const health: CommunityHealth | undefined = kept && JSON.parse(kept.value)
      if (!health || health.countedAt < clock.now() - COUNTED_MS) void count()
      return health
    },
    isAnswer: (id) => persona().answers.some((answer) => answer.id === id),
    async gallery({ limit, offset }) {
      if (!persona().community.works?.gallery) return undefined
      return await works.showable({ now: clock.now(), limit, offset })
    },
    async picture(number) {
      const work = await works.get(number)
      const isOpen = persona().community.works?.gallery === true
      if (!isOpen || !work?.picture || !isShowable(work, clock.now())) return undefined
      return await view.file(platformOf(work.account), work.picture)
    },
    withdrawable: (secret) => works.byWithdrawHash(hashOf(secret)),
    async withdraw(work) {
      await works.withdraw(work.account, work.number, clock.now())
      await takeDown()
      await forgetPictures([work])
    },
    takeDown,
    async openOwn(secret) {
      const page = randomBytes(SECRET_BYTES).toString('base64url')
      const account = await ownLinks.open(hashOf(secret), hashOf(page), clock.now(), clock.now() + PAGE_MS)
      return account === undefined ? undefined : await pageOf(account, page)
    },
    async own(page) {
      const account = await accountOf(page)
      return account === undefined ? undefined : await pageOf(account, page)
    },
    withdrawOwn: (page, number) =>
      asOwn(page, async (account) => {
        const work = (await works.ofFan(account)).find((one) => one.number === number)
        const isDone = await works.withdraw(account, number, clock.now())
        if (isDone) await takeDown()
        if (isDone && work) await forgetPictures([work])
        return isDone
      }),
    unlinkOwn: (page) => asOwn(page, (account) => fanViews.separate(account, clock.now())),
    eraseOwn: (page) =>
      asOwn(page, async (account) => {
        await forget(account)
        await takeDown()
        return true
      }),
  }
}

/** Of a secret in a link, as it is kept. */
function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url')
}
