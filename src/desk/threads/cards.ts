/** Cards: a thread is opened for each case on a platform where staff work, its card is posted there and kept as the case is now. */

import type { Case } from '../../domain/case.ts'
import { MINUTE_MS } from '../../domain/durations.ts'
import type { ThreadId } from '../../domain/ids.ts'
import { platformOf } from '../../domain/ids.ts'
import type { Outgoing } from '../../domain/message.ts'
import { bot } from '../../domain/speaker.ts'
import { SendError } from '../../errors.ts'
import { asksForPerson } from '../../hearing/asks-for-person.ts'
import type { Adapter } from '../../ports/adapter.ts'
import type { CaseStory } from '../../ports/case-reader.ts'
import type { CardWork } from '../../ports/desk-work.ts'
import { cannotOpen, type OpeningTrouble } from './cannot-open.ts'
import { answerLine, cardOf, titleOf } from './card.ts'
import { goPrivate } from './go-private.ts'
import { leftOut } from './left-out.ts'
import type { DeskLoopDeps } from './loop-deps.ts'
import { mendThread } from './mend-thread.ts'

const LEASE_MS = 30_000
const BATCH = 10
const RETRY_MS = MINUTE_MS
/** The card itself is still on its way. */
const SOON_MS = 1_000
/** Between two looks at whether a fan took our first words in private. */
const FIRST_WORDS_MS = 100
const LINES = 30
/** Probability under which an approved answer is no help to staff. */
const CLOSE = 0.15

export async function keepCards(loop: DeskLoopDeps, trouble: OpeningTrouble): Promise<number> {
  const deps = { ...loop, trouble }
  const { work, clock, log, desk } = deps
  const claimed = await work.claimCards({ now: clock.now(), leaseMs: LEASE_MS, limit: BATCH })
  for (const one of claimed) {
    const { id, version } = one.case
    try {
      await work.cardDone(id, version, await keepCard(one, deps))
      desk.notify({ id })
    } catch (err) {
      const waitMs = err instanceof SendError ? (err.retryAfterMs ?? RETRY_MS) : RETRY_MS
      log.warn({ case: id, err, waitMs }, 'the card of a case is not as it should be, it is tried again')
      await work.cardDone(id, version, { dueAt: clock.now() + waitMs })
    }
  }
  return claimed.length
}

/** How the card reads now, or when it is to be looked at again. */
async function keepCard(
  { case: one, card, lost, titledAs }: CardWork,
  deps: DeskLoopDeps & { readonly trouble: OpeningTrouble },
): Promise<Kept> {
  const { cases, clock, log } = deps
  if (one.leadId || (one.outcome === 'merged' && one.staffThread === undefined)) return {}
  const story = await cases.story(one.id, LINES)
  if (story === undefined) return {}
  const privately = await goPrivate(one, story, deps)
  if (privately !== 'no') return privately === 'waits' ? { dueAt: clock.now() + FIRST_WORDS_MS } : {}
  if (one.staffThread === undefined) {
    const adapter = staffAdapter(one, deps)
    if (adapter?.openThread === undefined) {
      if (one.status === 'waiting' && one.version <= 1)
        log.warn(
          { case: one.id, reason: one.reason, team: one.team },
          'a case waits on the desk page: no staff chat is configured',
        )
      return {}
    }
    // A kill between the platform's yes and our row opens a second thread; the first stays empty.
    const opened = await adapter.openThread(titleOf(one, deps.wits().persona)).catch((error: unknown) => ({ error }))
    if (typeof opened !== 'string') return await cannotOpen(opened.error, one, adapter, deps)
    deps.trouble.delete(adapter.platform)
    await post(one, story, opened, deps)
    return {}
  }
  if (lost !== undefined && one.status !== 'closed') {
    const anew = () => ({ card: cardFor({ ...story, onCard: story.transcript }, deps), upTo: lastRow(story) })
    const gone = { thread: one.staffThread, why: lost }
    return await mendThread(one, gone, anew, { ...deps, staffAdapter: staffAdapter(one, deps) })
  }
  if (card === undefined) {
    await post(one, story, one.staffThread, deps)
    return {}
  }
  if (card.state === 'pending') return { dueAt: clock.now() + SOON_MS }
  const adapter = deps.adapterOf(platformOf(one.staffThread))
  if (card.messageId === undefined || adapter?.editMessage === undefined) return {}
  const shown = cardFor(story, deps)
  await adapter
    .editMessage(one.staffThread, card.messageId, {
      ...shown,
      id: `card-${one.id}-${one.version}`,
      threadId: one.staffThread,
      surface: 'group',
    })
    .catch((error: unknown) => {
      if (!(error instanceof SendError) || !error.isPermanent) throw error
      log.info({ case: one.id, reason: error.message }, 'a card cannot be changed any more')
    })
  return { card: shown, ...(await keepTitle(one, one.staffThread, titledAs, adapter, deps)) }
}

/** The title follows the reason, which only ever grows graver; a platform lets a title be changed seldom, and the card does not wait for it. */
async function keepTitle(
  one: Case,
  threadId: ThreadId,
  titledAs: CardWork['titledAs'],
  adapter: Adapter,
  { work, clock, log, wits }: DeskLoopDeps,
): Promise<Pick<Kept, 'dueAt'>> {
  if (titledAs === undefined || titledAs === one.reason || one.status === 'closed') return {}
  const title = { kind: 'title', title: titleOf(one, wits().persona), speaker: bot } as const
  try {
    await adapter.send({ ...title, id: `title-${one.id}-${one.version}`, threadId, surface: 'group' })
  } catch (err) {
    if (!(err instanceof SendError)) throw err
    log.info({ case: one.id, reason: err.message }, 'the title of a thread could not be changed')
    if (!err.isPermanent) return { dueAt: clock.now() + (err.retryAfterMs ?? RETRY_MS) }
  }
  await work.titled(one.id, one.reason)
  return {}
}

type Kept = NonNullable<Parameters<DeskLoopDeps['work']['cardDone']>[2]>

async function post(one: Case, story: CaseStory, threadId: ThreadId, deps: DeskLoopDeps): Promise<void> {
  const { work, clock, log } = deps
  const card = cardFor(story, deps)
  const left = leftOut(story, card, deps.wits().persona)
  const opened = { threadId, card, titledAs: one.reason, upTo: lastRow(story), ...left }
  await work.threadOpened(one.id, opened, clock.now())
  log.info({ case: one.id, thread: threadId }, 'a case has its thread')
}

const lastRow = ({ transcript }: CaseStory) => transcript.at(-1)?.row ?? 0

/** The fan's own platform if staff work there, else any where they do. */
function staffAdapter({ threadId }: Case, { adapterOf, platforms }: DeskLoopDeps): Adapter | undefined {
  const own = adapterOf(platformOf(threadId))
  if (own?.openThread) return own
  return platforms.map(adapterOf).find((adapter) => adapter?.openThread !== undefined)
}

function cardFor(story: CaseStory, deps: DeskLoopDeps): Outgoing {
  return cardOf(story, deps.wits().persona, closeAnswers(deps), deps.contextLink(story.case), deps.clock.now())
}

function closeAnswers({ wits }: DeskLoopDeps) {
  return ({ case: one, transcript, ledHere }: CaseStory) => {
    const { knowledge, persona } = wits()
    const asked = [...ledHere, ...transcript].findLast(
      ({ from, text }) => from === 'fan' && !text.startsWith('/') && !asksForPerson(text),
    )?.text
    if (asked === undefined) return []
    const { hits } = knowledge.search({ text: asked, lang: one.lang ?? persona.languages[0] })
    return hits.filter(({ score }) => score >= CLOSE).map(({ answer }) => answerLine(answer, one, persona))
  }
}
