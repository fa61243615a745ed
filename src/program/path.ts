/** The straight path of this process: its loops, its adapters and its desk around one store, started and stopped in order. */

import { promotionShare } from '../community/first-desk.ts'
import { unlabel } from '../community/titles/award-titles.ts'
import { watchTitles } from '../community/titles/watch-titles.ts'
import { createLookUpDesk } from '../desk/acts/look-up-desk.ts'
import { stripPersonal } from '../desk/learning/strip-personal.ts'
import { hasPageAlone } from '../desk/threads/relay.ts'
import type { Uploads } from '../desk/threads/uploads.ts'
import { localTime } from '../desk/time/hours.ts'
import { lookAtPromises } from '../desk/time/promises-due.ts'
import { SECOND_MS } from '../domain/durations.ts'
import { firstWithinMs } from '../domain/first-word.ts'
import { type AccountId, caseId, platformOf, type ThreadId } from '../domain/ids.ts'
import type { InboundMessage } from '../domain/message.ts'
import type { Work } from '../domain/work.ts'
import { isAddressed } from '../engine/attend/addressed.ts'
import { isOverheard } from '../engine/attend/overheard.ts'
import { needsPerson } from '../engine/attend/storm.ts'
import { weigh } from '../engine/attend/weigh.ts'
import { createDecide, createGiveUp } from '../engine/decide.ts'
import { forgottenWords } from '../engine/effects.ts'
import type { Brain } from '../engine/stages.ts'
import { MascotError, sentenceOf } from '../errors.ts'
import { createAccept } from '../inbox/accept.ts'
import { createDrain } from '../inbox/drain.ts'
import { createIntake } from '../inbox/intake.ts'
import { digestOf, giveDigest } from '../issues/live/digest.ts'
import { askForReviews } from '../issues/live/reviews.ts'
import { staffWords } from '../issues/live/staff-words.ts'
import { tellFixed } from '../issues/live/tell-fixed.ts'
import { createThreadOfIssues } from '../issues/live/thread-of-issues.ts'
import { createIssueWatch } from '../issues/live/watch-issues.ts'
import { createDeliver } from '../outbox/deliver.ts'
import { createWebhooks } from '../outbox/webhooks/send-announcements.ts'
import { lateApology } from '../persona/lines/late-apology.ts'
import { ownWordsOf } from '../persona/own-words.ts'
import type { Adapter } from '../ports/adapter.ts'
import type { Wake } from '../ports/clock.ts'
import type { Decide } from '../ports/decide.ts'
import type { LookUps } from '../ports/look-ups.ts'
import type { ShortTerm } from '../ports/short-term.ts'
import type { Notice, Store } from '../ports/store.ts'
import { createPictures } from '../shop/pictures.ts'
import { createWake } from '../wake.ts'
import type { Watch } from '../watch/create-watch.ts'
import { createAnswerDesk } from './answer-desk.ts'
import { createCommunityView } from './community-view.ts'
import { createTracing } from './create-tracing.ts'
import { createDeskParts } from './desk.ts'
import { faceOf } from './face.ts'
import { type FetchedFiles, filesIn } from './fetched-files.ts'
import { createHoldKeeper } from './hold-keeper.ts'
import { createInsightParts } from './insights.ts'
import { keptSecret, valuesOf } from './kept-secret.ts'
import type { MascotOptions } from './options.ts'

/** How long the end goes on beginning to send what is due: the rest is due at the next start. */
const LAST_SENDS_MS = 3 * SECOND_MS

export function createPath(
  options: Pick<MascotOptions, 'config' | 'adapters' | 'clock' | 'log' | 'leaseMs' | 'onTraced'> & {
    readonly uploads: Uploads
    readonly fetched: FetchedFiles
    readonly lookUps: LookUps
    readonly deskUrl: () => string | undefined
  },
  store: Store,
  brain: () => Brain,
  shortTerm: ShortTerm,
  onAnswers: () => Promise<void>,
  onIssues: () => Promise<void>,
  watch?: Watch,
) {
  const { adapters, clock, log } = options
  const lease = options.leaseMs === undefined ? {} : { leaseMs: options.leaseMs }
  const byPlatform = new Map(adapters.map((adapter) => [adapter.platform, adapter]))
  const adapterOf = (platform: string) => byPlatform.get(platform)
  const isPageAlone = hasPageAlone({ platforms: [...byPlatform.keys()], adapterOf })
  const inboxWake = createWake(clock)
  const outboxWake = createWake(clock)
  const issuesWake = createWake(clock)
  const holdsWake = createWake(clock)
  const wakes: Partial<Record<Notice, Wake>> = { inbox: inboxWake, outbox: outboxWake, holds: holdsWake }
  store.onNotice((what) => wakes[what]?.wake())
  const { holds, paces } = store
  const among = paces ? createHoldKeeper({ holds, paces, clock, wake: holdsWake, log }) : undefined
  const openThread = async (title: string) => await adapters.find((one) => one.openThread)?.openThread?.(title)
  const thread = createThreadOfIssues({ issues: store.issues, openThread })
  const lookedAfter = { issues: store.issues, persona: () => brain().persona, thread, clock, log }
  const insights = createInsightParts(store, {
    ...{ clock, log, deskUrl: options.deskUrl },
    persona: () => brain().persona,
  })
  const digest = {
    ...lookedAfter,
    promises: store.promises,
    workload: () => store.records.workload(),
    waiting: (limit: number) => store.cases.list({ status: 'waiting', limit, gravestFirst: true }),
    insights: insights.weekly,
    proposed: async () => (await store.proposals.list('proposed')).length,
    localTime: (at: number) => localTime(at, brain().persona.manners.timeZone),
  }
  const stopping = new AbortController()
  const pictures = createPictures({ clock, signal: stopping.signal })
  const { desk, shop, view, leads, access, loop, staffTurn, ring } = createDeskParts({
    store,
    brain,
    adapters,
    adapterOf,
    clock,
    log,
    uploads: options.uploads,
    lookUps: createLookUpDesk({
      ...{ lookUps: options.lookUps, keyValues: store.keyValues, clock },
      persona: () => brain().persona,
    }),
    picture: pictures,
    deskUrl: options.deskUrl,
    onAnswers,
    onIssues,
    threadOfIssues: thread,
    digestNow: (since) => digestOf(digest, since),
    insightsNow: (range) => insights.forStaff({ range }),
    ...(options.config.contextLinkSecret ? { contextLinkSecret: options.config.contextLinkSecret } : {}),
  })
  const deciding = createDecide({
    brain,
    memory: store.memory,
    shortTerm,
    lookUps: options.lookUps,
    links: store.links,
    helpers: store.helpers,
    standings: store.standings,
    titles: store.titles,
    circles: store.circle,
    firstWords: store.firstWords,
    async promotesTooMuch() {
      const { persona } = brain()
      const share = await promotionShare(store.firstWords, persona, clock.now() - firstWithinMs)
      return share > persona.community.promotion
    },
    worksMade: store.works,
    works: store.works,
    ownLinks: store.ownLinks,
    ...(options.config.publicUrl ? { publicUrl: options.config.publicUrl } : {}),
    // A database in memory leaves nothing of a fan on the disk.
    ...(options.config.databaseUrl.includes(':memory:')
      ? {}
      : {
          keepFile: async (file) =>
            await options.uploads.fetchFile({ kind: 'document', ref: await options.uploads.keep(file) }),
        }),
    desk: { cases: { ...store.cases, ...store.duty }, staffTurn },
  })
  const { onTraced } = options
  const decide: Decide = onTraced
    ? async (turn, more) => {
        const { onlooker, timed, trace } = createTracing(() => performance.now(), more.timed)
        const decided = await deciding(turn, { ...more, onlooker, timed })
        onTraced(decided.effects.decision, trace())
        return decided
      }
    : deciding
  const giveUp = createGiveUp({ brain })
  const titlesWake = createWake(clock)
  const titleDeps = {
    ...lookedAfter,
    titles: store.titles,
    standings: store.standings,
    worksMade: store.works,
    works: store.works,
    async tellStaff(says: string) {
      const place = await thread()
      if (place) await store.issues.tell(place, [{ outgoing: staffWords(says), quotes: [] }], clock.now())
      return place !== undefined
    },
    links: store.links,
    circle: store.circle,
    firstWords: store.firstWords,
    adapterOf,
    wake: titlesWake,
  }
  const reporting: Decide = async (turn, more) => {
    const decided = await decide(turn, more)
    const { reports, evidence, standing, consent, work, forget } = decided.effects
    const mayTakeDown = work?.kind === 'withdrawn' || forget !== undefined
    const isNew = evidence !== undefined || standing !== undefined || consent !== undefined || work !== undefined
    if (!reports && !isNew && !mayTakeDown) return decided
    const given = work?.kind === 'withdrawn' ? await store.works.ofFan(work.account) : []
    return {
      ...decided,
      async afterSettle() {
        if (reports) issuesWake.wake()
        if (isNew) titlesWake.wake()
        if (mayTakeDown) await store.works.takeDown(clock.now())
        if (work?.kind === 'withdrawn')
          await forgetPictures(given.filter(({ number }) => number === (work.number ?? number)))
        await decided.afterSettle()
      },
    }
  }
  const burst = () => brain().persona.manners.burst
  /** Of works that were taken back: what was brought here to be shown. Where that fails it goes in some days, as all that was brought here. */
  async function forgetPictures(works: readonly Pick<Work, 'picture'>[]): Promise<void> {
    const refs = works.flatMap(({ picture }) => picture?.ref ?? [])
    if (refs.length === 0) return
    await options.fetched.forget(refs, []).catch((err: unknown) => log.warn({ err }, 'a picture was not deleted yet'))
  }
  const intake = createIntake(clock)
  /** What a forgotten fan leaves outside the database; to be done away with once the rows are gone. */
  const filesOf = async (account: AccountId) => {
    const { messages = [], handoffs = [] } = await store.memory.exportFan(account)
    const cases = handoffs.flatMap(({ id }) => (typeof id === 'string' ? [caseId(id)] : []))
    const { refs, paths } = filesIn(messages)
    const others = await store.links.joinedTo(account)
    const titled = await store.titles.heldBy([account, ...others.map(({ accountId }) => accountId)])
    return async () => {
      for (const held of titled)
        await unlabel(held, titleDeps).catch((err: unknown) =>
          log.warn({ err }, 'a title stands beside the name of a fan who was forgotten'),
        )
      await options.fetched.forget(refs, paths)
      await options.uploads.forget(paths, cases)
    }
  }
  const community = createCommunityView({
    ...{ store, view, clock, log, forgetPictures },
    persona: () => brain().persona,
    async forget(account) {
      const withoutFiles = await filesOf(account)
      await store.memory.forget(account, forgottenWords, clock.now())
      await withoutFiles()
      outboxWake.wake()
    },
  })
  const drain = createDrain({
    inbox: store.inbox,
    decide: watch?.decide(reporting) ?? reporting,
    giveUp: watch?.decide(giveUp) ?? giveUp,
    burst,
    filesOf,
    isIntakeFull: intake.isFull,
    placeToSend: (thread) => deliver.place(thread),
    isOverheard: (message, claim) => isOverheard(message, claim, brain().persona),
    storm: { isAddressed: (message) => isAddressed(message, brain().persona), needsPerson },
    adapterOf,
    wake: inboxWake,
    onDone: ring,
    clock,
    log,
    ...lease,
  })
  const issueWatch = createIssueWatch({
    ...lookedAfter,
    wake: issuesWake,
    errands: [
      () => askForReviews(lookedAfter),
      () => tellFixed({ ...lookedAfter, firstWords: store.firstWords }),
      () => giveDigest(digest),
      () =>
        lookAtPromises({
          ...lookedAfter,
          firstWords: store.firstWords,
          promises: store.promises,
          changes: store.caseChanges,
        }),
      async () => void (await store.works.takeDown(clock.now())),
      async () => void (await insights.keepCounting()),
    ],
    bare: (text, name) => stripPersonal(text, [name], ownWordsOf(brain().persona)),
    onChanged: () => void onIssues().catch((err: unknown) => log.warn({ err }, 'what is said of issues is the old')),
  })
  const deliver = createDeliver({
    outbox: store.outbox,
    adapterOf,
    platforms: [...byPlatform.keys()],
    apology: (lang) => lateApology(brain().persona, lang),
    asked: store.keyValues,
    wake: outboxWake,
    onDone: ring,
    clock,
    log,
    ...lease,
  })
  const { webhooks: target } = options.config
  const webhooks = target
    ? createWebhooks({
        ...{ ...target, announcements: store.announcements, clock, log },
        async onSetAside(says) {
          const place = await thread()
          if (place) await store.issues.tell(place, [{ outgoing: staffWords(says), quotes: [] }], clock.now())
        },
      })
    : undefined
  const weighed = (message: InboundMessage) => weigh(message, brain().persona)
  const receive = createAccept(
    store.inbox,
    () => brain().persona,
    clock,
    weighed,
    intake.heard,
    ({ threadId, surface }) => adapterOf(platformOf(threadId))?.replyWindow?.(surface),
    drain.handOver,
  )

  /** A profile that cannot be set is no reason not to talk. */
  const showFace = (adapter: Adapter) => {
    const face = faceOf(brain().persona)
    for (const set of [adapter.setProfile?.(face), adapter.setMenu?.(face.menu)])
      set?.catch((err: unknown) => log.warn({ platform: adapter.platform, err }, 'profile not set'))
  }
  const contextOf = ({ platform }: Adapter) => ({
    receive,
    face: faceOf(brain().persona),
    clock,
    connected: (isUp: boolean) => watch?.platform(platform, isUp ? 'up' : 'down'),
    fileFor: options.fetched.fileFor,
    log: log.child({ platform }),
    ...(among ? { among } : {}),
    cursor: (name: string) => store.inbox.cursor(name),
    threads: (within?: ThreadId) => store.records.threads(platform, within),
    picture: pictures,
    talk: (threadId: ThreadId, limit: number) => store.records.talk(threadId, limit),
    secret: (name: string) => keptSecret(store.keyValues, `${platform} ${name}`),
    keyValues: valuesOf(store.keyValues, `${platform}::`),
  })

  const listening = new AbortController()
  const thinking = new AbortController()
  const sending = new AbortController()
  const lastSend = new AbortController()
  const started: Adapter[] = []
  let loops: readonly Promise<void>[] = []
  return {
    desk,
    shop,
    view,
    leads,
    answers: createAnswerDesk({
      ...{ issues: store.issues, keyValues: store.keyValues, brain, clock, log },
      onWritten: onAnswers,
    }),
    access,
    community,
    insights,
    async start() {
      const refusals = new Map<string, MascotError>()
      for (const adapter of adapters) {
        started.push(adapter)
        try {
          await adapter.start(contextOf(adapter), listening.signal)
          watch?.started(adapter.platform)
          showFace(adapter)
        } catch (error) {
          if (!(error instanceof MascotError)) throw error
          refusals.set(adapter.platform, error)
          watch?.platform(adapter.platform, 'down')
        }
      }
      // One platform that refuses us takes no other down; with none left there is nothing to go on with.
      const [refusal] = refusals.values()
      if (refusal && refusals.size === adapters.length) throw refusal
      for (const [platform, refused] of refusals)
        log.error({ platform }, `${sentenceOf(refused)} The rest goes on; start again once that is done.`)
      loops = [
        drain.run(thinking.signal),
        deliver.run(sending.signal, lastSend.signal),
        loop.run(thinking.signal),
        issueWatch.run(thinking.signal),
        watchTitles(titleDeps, thinking.signal),
        webhooks?.run(thinking.signal) ?? Promise.resolve(),
      ]
    },
    showFaces: () => started.forEach(showFace),
    async settled() {
      for (;;) {
        const [unread, unsent] = await Promise.all([store.inbox.nextDueAt(), store.outbox.nextDueAt()])
        const isNothingMore = unread === undefined && unsent === undefined
        const isHeard = isNothingMore && !(await store.issues.hasUnheard())
        if (isHeard && (await store.deskWork.isIdle(clock.now(), isPageAlone))) return
        await clock.sleep(20)
      }
    },
    async stop() {
      listening.abort()
      stopping.abort()
      await Promise.all(
        started.map((adapter) =>
          adapter.stop().catch((err: unknown) => log.warn({ err }, 'adapter did not stop cleanly')),
        ),
      )
      thinking.abort()
      await Promise.all([loops[0], ...loops.slice(2)])
      await Promise.all([loops[0], loops[2], loops[3], loops[4]])
      sending.abort()
      const done = new AbortController()
      void clock.sleep(LAST_SENDS_MS, done.signal).then(() => lastSend.abort())
      await loops[1]
      done.abort()
    },
  }
}
