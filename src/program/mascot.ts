/** Starts and stops the program in order: store, brain, http, adapters, then the two loops; and back in reverse. */

import { Keyv } from 'keyv'
import type { Config } from '../config.ts'
import { stripPersonal } from '../desk/learning/strip-personal.ts'
import { createUploads } from '../desk/threads/uploads.ts'
import { localTime } from '../desk/time/hours.ts'
import { DAY_MS, MINUTE_MS } from '../domain/durations.ts'
import type { Spent } from '../domain/spent.ts'
import type { Brain } from '../engine/stages.ts'
import { MascotError } from '../errors.ts'
import { createSpending } from '../insights/spending.ts'
import { createIssueBoard } from '../issues/live/board.ts'
import { issueFigures } from '../issues/live/issue-figures.ts'
import type { TrainingCache } from '../knowledge/create-knowledge.ts'
import type { Log } from '../log.ts'
import { budgetSpent, createBudget } from '../model/budget.ts'
import { createModels } from '../model/create-model.ts'
import type { ModelEvent } from '../model/model-event.ts'
import { withoutDrafts } from '../persona/drafts-in.ts'
import { loadPersona } from '../persona/load/load.ts'
import { watchPersona } from '../persona/load/watch.ts'
import { ownWordsOf } from '../persona/own-words.ts'
import type { Persona } from '../persona/persona.ts'
import type { Access } from '../ports/access.ts'
import type { Clock } from '../ports/clock.ts'
import type { Desk } from '../ports/desk.ts'
import type { LeadDesk } from '../ports/lead-desk.ts'
import type { Model } from '../ports/model.ts'
import type { Counts, ShortTerm } from '../ports/short-term.ts'
import type { Store } from '../ports/store.ts'
import { checkTarget } from '../reach/public-address.ts'
import { openStore } from '../store/open-store.ts'
import { createKeyvStore } from '../store/short-term/keyv-store.ts'
import { createPseudonyms } from '../words/personal-data/pseudonyms.ts'
import { createAskAgain } from './ask-again.ts'
import { createBrain } from './brain.ts'
import { folderInWords, lookAtFolder } from './common-folder.ts'
import { countsOver } from './counts.ts'
import { dataFolder, fetchedFolder, uploadsFolder } from './desk-page.ts'
import { createFetchedFiles } from './fetched-files.ts'
import { keepHouse, onceADay } from './housekeeping.ts'
import type { Http } from './http.ts'
import { calendarOf } from './insights.ts'
import { either, learntOnDisk } from './learnt-on-disk.ts'
import { openLookUps } from './look-ups.ts'
import { configuredMeaning } from './meaning.ts'
import { openHttp } from './open-http.ts'
import { keyOfNames, openWatch } from './open-watch.ts'
import type { MascotOptions } from './options.ts'
import { createPath } from './path.ts'
import { createPlayground } from './playground/playground.ts'
import { createSharedClock } from './shared-clock.ts'
import { first, little, much, type Warmth, warmUp } from './warm-up.ts'
import { catchUpWithClock, watchClock } from './watch-clock.ts'

const LEARNT_DAYS = 90

export interface Mascot extends AsyncDisposable {
  readonly store: Store
  /** Where staff work cases: the port of the desk page, and of any bridge. */
  readonly desk: Desk
  /** Issues, crises and promises, as leads work them. */
  readonly leads: LeadDesk
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

/** @throws {MascotError} or the signal's reason, and leaves nothing half started */
export async function startMascot(given: MascotOptions): Promise<Mascot> {
  const { config, persona, log } = given
  if (config.webhooks) checkTarget(config.webhooks)
  await using undo = new AsyncDisposableStack()
  const step = <T>(work: () => Promise<T>) => unlessAborted(work, given.signal)
  const ending = new AbortController()
  undo.defer(() => ending.abort())
  const opened = undo.use(
    await step(() =>
      openStore(config.databaseUrl, {
        ...{ brand: persona.brand.id, clock: given.clock, log },
        isShared: given.isOneOfMany === true,
        isAnnouncing: config.webhooks !== undefined,
        ...(config.listenUrl ? { listenUrl: config.listenUrl } : {}),
      }),
    ),
  )
  const clock = await step(() => clockOver(opened, given, ending.signal))
  const options = { ...given, clock }
  await step(() => catchUpWithClock(opened.time, clock, log))
  const pseudonyms = options.pseudonyms ?? createPseudonyms()
  pseudonyms.useKey(await step(() => keyOfNames(opened.keyValues)))
  const watch = options.isServing ? await step(() => openWatch(opened, options, pseudonyms)) : undefined
  if (watch) undo.use(watch)
  const store = watch?.store ?? opened
  const shortTerm = shortTermOver(store, log)
  const again = createAskAgain(store.inbox, clock, log)
  const onEvent = (event: ModelEvent) => {
    again.model(event)
    watch?.model(event)
  }
  const spending = createSpending(store.insights)
  const keepSpent = async () => {
    await spending.flush(calendarOf(persona, clock).dayOf(clock.now()))
    const { limits, timeZone } = persona.manners
    if (config.model) watch?.budget(await budgetSpent(countsOver(store, clock), limits, clock, timeZone))
  }
  const onSpent = (spent: Spent) => {
    spending.spent(spent)
    watch?.spent(spent)
  }
  const models = modelsOf(config, persona, countsOver(store, clock), clock, log, onEvent, onSpent)
  undo.defer(async () => await keepSpent().catch((err: unknown) => log.warn({ err }, 'what models cost is not kept')))
  const meaning = configuredMeaning(config, { cache: shortTermOver(store, log, 'embeddings'), clock, log })
  const bare = (text: string, name: string, own: Persona) => stripPersonal(text, [name], ownWordsOf(own))
  const board = createIssueBoard({ issues: store.issues, clock, bare })
  await step(() => board.refresh(persona))
  const dayOf = ({ manners }: Persona) => localTime(clock.now(), manners.timeZone).day
  /** The day as of which answers were left out that had expired. */
  let builtOn = ''
  /** Once there is one. */
  let inForce: Brain | undefined
  const brainOf = async (next: Persona) => {
    const today = dayOf(next)
    builtOn = today
    const cache = learntBefore(store, clock)
    inForce = await createBrain(options.hasNoDrafts ? withoutDrafts(next) : next, {
      today,
      issueAnswers: board.answers(next),
      crises: board.crises(next),
      cache,
      // What only the voice or the lines changed is spoken at once.
      ...(inForce ? { like: inForce } : {}),
      ...models,
      ...(meaning ? { meaning } : {}),
    })
    return inForce
  }
  let current = persona
  const lookUps = openLookUps({
    ...{ config, clock, log, counts: countsOver(store, clock), signal: ending.signal },
    persona: () => current,
  })
  let brain = await step(() => brainOf(current))
  /** Only the answers are read anew: the rest of the persona is the operator's to save. */
  const readAnswers = async () => {
    const { answers } = await loadPersona(current.folder)
    await replace((now) => ({ ...now, answers }))
  }
  const uploads = createUploads(uploadsFolder(config), clock)
  const fetched = createFetchedFiles(fetchedFolder(config), clock)
  let http: Http | undefined
  const path = createPath(
    { ...options, uploads, fetched, lookUps, deskUrl: () => http?.deskUrl },
    store,
    () => brain,
    shortTerm,
    () => readAnswers(),
    async () => {
      // Who asks while it is being rebuilt for another waits for that as well.
      if (await board.refresh(current)) await rebuild((now) => now)
      else await rebuilding
    },
    watch,
  )
  undo.defer(() => path.stop())

  const playground = watch
    ? undo.use(
        createPlayground({
          brain: () => brain,
          brainOf: async (tried) =>
            await createBrain(tried, {
              ...{ today: dayOf(tried), issueAnswers: board.answers(tried), crises: board.crises(tried) },
              ...{ cache: learntBefore(store, clock), like: brain, ...models },
              ...(meaning ? { meaning } : {}),
            }),
          clock,
          surfaces:
            options.surfaces ??
            Object.fromEntries(options.adapters.map(({ platform, abilities }) => [platform, abilities])),
          signal: ending.signal,
        }),
      )
    : undefined
  http =
    watch && playground
      ? undo.use(
          await openHttp(options, {
            ...path,
            playground,
            store,
            persona: () => brain.persona,
            watched: watch,
            figures: [
              {
                path: '/api/issues',
                answer: (query) =>
                  issueFigures(query, {
                    ...{ issues: store.issues, clock, publicUrl: config.publicUrl },
                    persona: () => brain.persona,
                  }),
              },
            ],
            signal: ending.signal,
          }),
        )
      : undefined
  undo.defer(() => ending.abort())
  await step(async () => http && (await options.onServing?.(http)))
  const warm = (warmth: Warmth, signal = ending.signal) =>
    warmUp(brain, clock, signal, warmth).catch((err: unknown) =>
      log.warn({ err }, 'not warmed up, the first turns are slow'),
    )
  if (options.warmUp === 'before') await step(() => warm(first))
  // Whoever writes does not wait for what is only thought through; and warms as well.
  const heard = new AbortController()
  store.onNotice((what) => (what === 'inbox' || what === 'heard') && heard.abort('heard'))
  await step(() => path.start())
  const untilHeard = AbortSignal.any([ending.signal, heard.signal])
  if (options.warmUp !== undefined) void warm(options.warmUp === 'before' ? much : little, untilHeard)

  let rebuilding: Promise<void> = Promise.resolve()
  /** One after the other, each from what is in force by its turn: whoever waited for theirs has it, or a later one, when it is done. */
  const rebuild = (next: (now: Persona) => Persona): Promise<void> => {
    const mine = rebuilding.then(async () => {
      const wanted = next(current)
      // An issue that was kept in the file meanwhile goes by its name there, and not by both.
      await board.refresh(wanted)
      brain = await brainOf(wanted)
      current = wanted
      watch?.persona(wanted.name, wanted.version)
    })
    rebuilding = mine.catch(() => undefined)
    return mine
  }
  const replace = async (next: (now: Persona) => Persona) => {
    await rebuild(next)
    path.showFaces()
    await path.access.review()
    log.info({ persona: current.name, answers: brain.persona.answers.length }, 'persona reloaded')
  }
  const reload = (next: Persona) => replace(() => next)
  if (options.isWatching)
    await watchPersona(
      persona.folder,
      (saved) => {
        const stays = (err: unknown) => log.error({ err }, 'persona not reloaded, the old one stays')
        if (saved instanceof MascotError) {
          // A mistake of who wrote it, with its place: where in the program it was found helps nobody.
          const problems = saved.message.split('\n')
          if (options.onSaved) log.warn({ problems }, 'persona not reloaded, the old one stays')
          else log.error({ problems }, 'persona not reloaded, the old one stays')
          options.onSaved?.(saved)
          return
        }
        const before = current
        reload(saved).then(() => options.onSaved?.({ before, after: saved }), stays)
      },
      ending.signal,
      current,
    )
  keepHouse(
    ending.signal,
    clock,
    async () => {
      if (store.paces) await lookAtFiles(store, config, clock, log)
      await uploads.expire()
      await fetched.expire()
      await path.access.review()
      // Answers that expired last night are left out from now on.
      const mayExpire = builtOn !== dayOf(current) && current.answers.some(({ expires }) => expires !== undefined)
      // Where the endpoint of embeddings was down, it is asked again.
      if (mayExpire || (meaning && !brain.meaningOf)) await rebuild((now) => now)
    },
    log,
  )

  keepHouse(
    ending.signal,
    clock,
    onceADay(store, clock, ending.signal, log, () => current.memory.days),
    log,
    MINUTE_MS,
  )

  keepHouse(ending.signal, clock, keepSpent, log, MINUTE_MS, MINUTE_MS)
  if (models.model) void again.run(ending.signal)
  void watchClock(store.time, clock, ending.signal, log)

  const started = undo.move()
  return {
    store,
    desk: path.desk,
    leads: path.leads,
    access: path.access,
    url: http?.url,
    reload,
    settled: () => path.settled(),
    stop: () => started.disposeAsync(),
    [Symbol.asyncDispose]: () => started.disposeAsync(),
  }
}

/** The clock all goes by; its own errands end with the signal. */
async function clockOver(
  { time }: Store,
  { clock, isOneOfMany, log }: MascotOptions,
  signal: AbortSignal,
): Promise<Clock> {
  const { ofDatabase } = time
  if (!isOneOfMany || !ofDatabase) return clock
  const shared = await createSharedClock(clock, ofDatabase, log)
  void shared.keep(signal)
  return shared
}

/** Told in the log where a file of staff's would be missing in this process. */
async function lookAtFiles({ keyValues }: Store, config: Config, clock: Clock, log: Log): Promise<void> {
  const folder = dataFolder(config)
  const state = await lookAtFolder(folder, keyValues, clock)
  if (state !== 'common') log.warn(folderInWords(folder, state, true))
}

/** Work that is given up goes on unheard; what it still brings is stopped with the process. */
async function unlessAborted<T>(work: () => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return await work()
  signal.throwIfAborted()
  const given = Promise.withResolvers<never>()
  const giveUp = () => given.reject(signal.reason)
  signal.addEventListener('abort', giveUp, { once: true })
  try {
    return await Promise.race([work(), given.promise])
  } finally {
    signal.removeEventListener('abort', giveUp)
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
  return either(learntOnDisk(), {
    get: async (key) => (await keyValues.get(place(key)))?.value,
    set: (key, value) => keyValues.set(place(key), value, clock.now() + LEARNT_DAYS * DAY_MS),
  })
}

function modelsOf(
  config: Config,
  persona: Persona,
  counts: Counts,
  clock: Clock,
  log: Log,
  onEvent: (event: ModelEvent) => void,
  onSpent: (spent: Spent) => void,
): { readonly model?: Model; readonly reader?: Model } {
  if (!config.model) return {}
  const { limits, timeZone } = persona.manners
  return createModels({
    ...config.model,
    clock,
    budget: createBudget(counts, limits, clock, timeZone, (share) =>
      log.warn(
        { share: Math.round(share * 100) / 100 },
        'most of today’s budget of the model is spent: at the end of it approved answers go on alone (manners.limits)',
      ),
    ),
    log(event) {
      onEvent(event)
      log[levelOf(event)](event, 'model')
    },
    onSpent,
  })
}

function levelOf({ kind }: ModelEvent): 'debug' | 'warn' | 'error' {
  if (kind === 'answered') return 'debug'
  return kind === 'no-credit' ? 'error' : 'warn'
}
