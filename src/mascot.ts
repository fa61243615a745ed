/** Starts and stops the program in order: store, brain, http, adapters, then the two loops; and back in reverse. */
import { Keyv } from 'keyv'
import { createBrain } from './brain.ts'
import type { Config } from './config.ts'
import { createDeskParts } from './desk.ts'
import { deskBase, exposure, keepDeskUrl, linkFor, uploadsFolder, whoSignsIn } from './desk-page.ts'
import { isAddressed } from './engine/addressed.ts'
import { createDecide } from './engine/decide.ts'
import { createGiveUp } from './engine/give-up.ts'
import type { Brain } from './engine/stages.ts'
import { needsPerson } from './engine/storm.ts'
import { MascotError } from './errors.ts'
import { faceOf } from './face.ts'
import { localTime } from './handoff/hours.ts'
import { createUploads, type Uploads } from './handoff/uploads.ts'
import { serve } from './http/serve.ts'
import { createAccept } from './inbox/accept.ts'
import { createDrain } from './inbox/drain.ts'
import type { TrainingCache } from './knowledge/create-knowledge.ts'
import type { Log } from './log.ts'
import { configuredMeaning } from './meaning.ts'
import { createBudget } from './model/budget.ts'
import { createModel } from './model/create-model.ts'
import { createDeliver } from './outbox/deliver.ts'
import { loadPersona } from './persona/load.ts'
import type { Persona } from './persona/persona.ts'
import { watchPersona } from './persona/watch.ts'
import type { Access } from './ports/access.ts'
import type { Adapter } from './ports/adapter.ts'
import type { Clock } from './ports/clock.ts'
import type { Desk } from './ports/desk.ts'
import type { Model } from './ports/model.ts'
import type { Page } from './ports/page.ts'
import type { ShortTerm } from './ports/short-term.ts'
import type { Store } from './ports/store.ts'
import { createKeyvStore } from './store/keyv-store.ts'
import { openStore } from './store/open-store.ts'
import { createWake } from './wake.ts'
import { warmUp } from './warm-up.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const LEARNT_DAYS = 90

export interface MascotOptions {
  readonly config: Config
  readonly persona: Persona
  readonly adapters: readonly Adapter[]
  readonly clock: Clock
  readonly log: Log
  /** How long a killed process holds what it had in hand, in ms. */
  readonly leaseMs?: number
  /** Serve health, metrics, the adapters' routes and the pages over HTTP. */
  readonly isServing?: boolean
  readonly pages?: readonly Page[]
  /** Called once HTTP is served, before the adapters start. */
  readonly onServing?: (serving: Serving) => Promise<void>
  /** Reload the persona when its files are saved. */
  readonly isWatching?: boolean
  /** Think some turns through `before` the adapters start, or `beside` them, where somebody waits for the start. If absent, the first turns are slow. */
  readonly warmUp?: 'before' | 'beside'
}

/** The pages, for whoever sits at the terminal. */
export interface Serving {
  readonly url: string
  /** A fresh link to the desk page for the operator; undefined when no page is served. */
  deskLink(): Promise<string | undefined>
  /** Whether somebody ever signed in to the desk page. */
  isDeskKnown(): Promise<boolean>
}

export interface Mascot extends AsyncDisposable {
  readonly store: Store
  /** Where staff work cases: the port of the desk page, and of any bridge. */
  readonly desk: Desk
  /** Links into the pages, and sessions. */
  readonly access: Access
  /** Where HTTP is served, if it is. */
  readonly url: string | undefined
  /** Replaces the persona for turns that begin from now on. */
  reload(persona: Persona): Promise<void>
  /** Resolves when nothing is unread and nothing is unsent. */
  settled(): Promise<void>
  /** Adapters first, then the turns in hand, then what is still to be sent, then the database. */
  stop(): Promise<void>
}

/** @throws {MascotError} and leaves nothing half started */
export async function startMascot(options: MascotOptions): Promise<Mascot> {
  const { config, persona, clock, log } = options
  await using undo = new AsyncDisposableStack()
  const store = undo.use(await openStore(config.databaseUrl, { brand: persona.brand.id, clock }))
  const shortTerm = shortTermOver(store, log)
  const model = modelOf(config, persona, shortTerm, clock, log)
  const meaning = configuredMeaning(config, { cache: shortTermOver(store, log, 'embeddings'), clock, log })
  const brainOf = (next: Persona) => {
    const today = localTime(clock.now(), next.manners.timeZone).day
    const cache = learntBefore(store, clock)
    return createBrain(next, { today, cache, ...(model ? { model } : {}), ...(meaning ? { meaning } : {}) })
  }
  let current = persona
  let brain = await brainOf(current)
  /** Only the answers are read anew: the rest of the persona is the operator's to save. */
  const readAnswers = async () => {
    const { answers } = await loadPersona(current.folder)
    await reload({ ...current, answers })
  }
  const uploads = createUploads(uploadsFolder(config), clock)
  let deskUrl: string | undefined
  const path = startPath(
    { ...options, uploads, deskUrl: () => deskUrl },
    store,
    () => brain,
    shortTerm,
    () => readAnswers(),
  )
  undo.defer(() => path.stop())

  const ending = new AbortController()
  const pages = options.isServing ? (options.pages ?? []) : []
  const routes = [
    ...options.adapters.flatMap((adapter) => adapter.routes?.() ?? []),
    ...pages.flatMap((page) =>
      page({
        ...{ desk: path.desk, view: path.view, access: path.access, clock, signal: ending.signal },
        face: () => faceOf(brain.persona),
        log: log.child({ page: 'desk' }),
        host: config.http.host,
        ...(config.publicUrl ? { publicUrl: config.publicUrl } : {}),
      }),
    ),
  ]
  const server = options.isServing ? undo.use(await serve({ ...config.http, routes, store })) : undefined
  undo.defer(() => ending.abort())
  if (server && pages.length > 0) {
    deskUrl = deskBase(config, server.url)
    await keepDeskUrl(store.keyValues, deskUrl)
    const danger = exposure(config)
    if (danger) log.warn(danger)
  }
  if (server)
    await options.onServing?.({
      url: server.url,
      deskLink: async () => deskUrl && (await linkFor(whoSignsIn(undefined, current), deskUrl, path.access)),
      isDeskKnown: () => path.access.isKnown(),
    })
  const warm = () =>
    warmUp(brain, clock, ending.signal).catch((err: unknown) =>
      log.warn({ err }, 'not warmed up, the first turns are slow'),
    )
  if (options.warmUp === 'before') await warm()
  await path.start()
  if (options.warmUp === 'beside') void warm()

  let wanted = persona
  let rebuilds = 0
  /** Of two that overlap, the one begun later counts. False: it was this one that came too late. */
  const rebuild = async (next: Persona): Promise<boolean> => {
    const nth = ++rebuilds
    wanted = next
    try {
      const built = await brainOf(next)
      if (nth !== rebuilds) return false
      brain = built
      current = next
      return true
    } catch (error) {
      if (nth === rebuilds) wanted = current
      throw error
    }
  }
  const reload = async (next: Persona) => {
    if (!(await rebuild(next))) return
    path.showFaces()
    await path.access.review()
    log.info({ persona: next.name, answers: brain.persona.answers.length }, 'persona reloaded')
  }
  if (options.isWatching)
    await watchPersona(
      persona.folder,
      (result) => {
        if (result instanceof MascotError) log.error({ err: result }, 'persona not reloaded, the old one stays')
        else reload(result).catch((err: unknown) => log.error({ err }, 'persona not reloaded, the old one stays'))
      },
      ending.signal,
    )
  keepHouse(
    ending.signal,
    clock,
    async () => {
      const before = clock.now() - current.memory.days * DAY_MS
      const rows = await store.memory.expire(before)
      if (rows > 0) log.info({ rows }, 'old records deleted')
      await uploads.expire()
      await path.access.review()
      // Answers that expired last night are left out from now on.
      const mayExpire = current.answers.some(({ expires }) => expires !== undefined)
      // Where the endpoint of embeddings was down, it is asked again.
      if (mayExpire || (meaning && !brain.meaningOf)) await rebuild(wanted)
    },
    log,
  )

  const started = undo.move()
  return {
    store,
    desk: path.desk,
    access: path.access,
    url: server?.url,
    reload,
    settled: () => path.settled(),
    stop: () => started.disposeAsync(),
    [Symbol.asyncDispose]: () => started.disposeAsync(),
  }
}

/** The loops and the adapters around one store. */
function startPath(
  options: MascotOptions & { readonly uploads: Uploads; readonly deskUrl: () => string | undefined },
  store: Store,
  brain: () => Brain,
  shortTerm: ShortTerm,
  onAnswers: () => Promise<void>,
) {
  const { adapters, clock, log } = options
  const lease = options.leaseMs === undefined ? {} : { leaseMs: options.leaseMs }
  const byPlatform = new Map(adapters.map((adapter) => [adapter.platform, adapter]))
  const adapterOf = (platform: string) => byPlatform.get(platform)
  const inboxWake = createWake(clock)
  const outboxWake = createWake(clock)
  store.onWake((what) => {
    if (what !== 'access') (what === 'inbox' ? inboxWake : outboxWake).wake()
  })
  const { desk, view, access, loop, staffTurn, ring } = createDeskParts({
    store,
    brain,
    adapters,
    adapterOf,
    clock,
    log,
    uploads: options.uploads,
    deskUrl: options.deskUrl,
    onAnswers,
  })
  const decide = createDecide({ brain, memory: store.memory, shortTerm, desk: { cases: store.cases, staffTurn } })
  const giveUp = createGiveUp({ brain })
  const burst = () => brain().persona.manners.burst
  const drain = createDrain({
    inbox: store.inbox,
    decide,
    giveUp,
    burst,
    storm: { isAddressed: (message) => isAddressed(message, brain().persona), needsPerson },
    adapterOf,
    wake: inboxWake,
    onDone: ring,
    clock,
    log,
    ...lease,
  })
  const deliver = createDeliver({
    outbox: store.outbox,
    adapterOf,
    wake: outboxWake,
    onDone: ring,
    clock,
    log,
    ...lease,
  })
  const receive = createAccept(store.inbox, () => brain().persona, clock)

  /** A profile that cannot be set is no reason not to talk. */
  const showFace = (adapter: Adapter) => {
    adapter
      .setProfile?.(faceOf(brain().persona))
      .catch((err: unknown) => log.warn({ platform: adapter.platform, err }, 'profile not set'))
  }
  const contextOf = ({ platform }: Adapter) => ({
    receive,
    face: faceOf(brain().persona),
    clock,
    log: log.child({ platform }),
    cursor: (name: string) => store.inbox.cursor(name),
    threads: () => store.records.threads(platform),
  })

  const listening = new AbortController()
  const thinking = new AbortController()
  const sending = new AbortController()
  const started: Adapter[] = []
  let loops: readonly Promise<void>[] = []
  return {
    desk,
    view,
    access,
    async start() {
      for (const adapter of adapters) {
        started.push(adapter)
        await adapter.start(contextOf(adapter), listening.signal)
        showFace(adapter)
      }
      loops = [drain.run(thinking.signal), deliver.run(sending.signal), loop.run(thinking.signal)]
    },
    showFaces: () => started.forEach(showFace),
    async settled() {
      for (;;) {
        const [unread, unsent] = await Promise.all([store.inbox.nextDueAt(), store.outbox.nextDueAt()])
        const isNothingMore = unread === undefined && unsent === undefined
        if (isNothingMore && (await store.cases.isIdle(clock.now()))) return
        await clock.sleep(20)
      }
    },
    async stop() {
      listening.abort()
      await Promise.all(
        started.map((adapter) =>
          adapter.stop().catch((err: unknown) => log.warn({ err }, 'adapter did not stop cleanly')),
        ),
      )
      thinking.abort()
      await Promise.all([loops[0], loops[2]])
      sending.abort()
      await loops[1]
    },
  }
}

function shortTermOver(store: Store, log: Log, namespace = 'short'): ShortTerm {
  const keyv = new Keyv({ store: createKeyvStore(store.keyValues, namespace) })
  keyv.on('error', (err: unknown) => log.warn({ err }, 'short-term state lost'))
  return {
    get: <T>(key: string) => keyv.get<T>(key),
    async set(key, value, ttlMs) {
      await keyv.set(key, value, ttlMs)
    },
  }
}

/** What a brand's phrasings teach, kept by their content: the next start need not learn it again. */
function learntBefore({ keyValues }: Store, clock: Clock): TrainingCache {
  const place = (key: string) => `learnt::${key}`
  return {
    get: async (key) => (await keyValues.get(place(key)))?.value,
    set: (key, value) => keyValues.set(place(key), value, clock.now() + LEARNT_DAYS * DAY_MS),
  }
}

function modelOf(config: Config, persona: Persona, shortTerm: ShortTerm, clock: Clock, log: Log): Model | undefined {
  if (!config.model) return undefined
  const { limits, timeZone } = persona.manners
  return createModel({
    ...config.model,
    clock,
    budget: createBudget(shortTerm, limits, clock, timeZone),
    log: (event) => log[event.kind === 'answered' ? 'debug' : 'warn'](event, 'model'),
  })
}

/** Now and then every hour: what is old goes. */
function keepHouse(signal: AbortSignal, clock: Clock, work: () => Promise<void>, log: Log): void {
  const run = async () => {
    while (!signal.aborted) {
      await work().catch((err: unknown) => {
        if (!signal.aborted) log.warn({ err }, 'housekeeping failed, it is tried again')
      })
      await clock.sleep(HOUR_MS, signal)
    }
  }
  void run()
}
