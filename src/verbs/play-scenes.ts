/** Plays scenes through the whole path on a database in memory, and compares what was decided with what the scene expects. */

import { randomUUID } from 'node:crypto'
import { localTime } from '../desk/time/hours.ts'
import { readCommand } from '../domain/command.ts'
import type { Decision } from '../domain/decision.ts'
import { MINUTE_MS } from '../domain/durations.ts'
import { accountId, type ThreadId, type TurnId, threadId } from '../domain/ids.ts'
import { type InboundMessage, wordsOfOutgoing } from '../domain/message.ts'
import { createDecide } from '../engine/decide.ts'
import type { Brain } from '../engine/stages.ts'
import { turnOf } from '../inbox/turn-of.ts'
import { withoutDrafts } from '../persona/drafts-in.ts'
import { recordedLookUps } from '../persona/look-ups/recorded.ts'
import type { Persona } from '../persona/persona.ts'
import type { Clock } from '../ports/clock.ts'
import type { Decide } from '../ports/decide.ts'
import type { Model } from '../ports/model.ts'
import type { ShortTerm } from '../ports/short-term.ts'
import type { Store } from '../ports/store.ts'
import { openStore } from '../store/open-store.ts'
import { withoutSecrets } from '../words/personal-data/without-secrets.ts'
import { clockAt } from './at-moment.ts'
import { failuresOf } from './rehearse/expectations.ts'
import { type Opinion, opinionOn } from './rehearse/judge.ts'
import { type Pinned, recording } from './rehearse/pinned.ts'
import type { Scene } from './rehearse/variants.ts'

type SceneTurn = Scene['turns'][number]

export interface PlayedTurn {
  readonly fan: string
  readonly heard: string
  readonly decision: Decision
  readonly said: string
  /** What did not come out as written; empty when all did. */
  readonly failures: readonly string[]
  /** Of a model, by the rubrics of the scene. */
  readonly opinions: readonly Opinion[]
}

export interface PlayedScene {
  readonly id: string
  readonly title?: string
  readonly way?: NonNullable<Scene['way']>
  readonly turns: readonly PlayedTurn[]
  readonly isAsWritten: boolean
  /** What its model said, to be kept; absent where none was asked anew. */
  readonly said?: ReturnType<typeof recording>['said']
  /** What was kept of it did not reach: a turn of it is new, or more was asked. */
  readonly isPinnedInPart: boolean
}

interface Rehearsal {
  /** With the answers that are approved on a day, `YYYY-MM-DD`. */
  readonly brainOn: (day: string) => Brain | Promise<Brain>
  readonly clock: Clock
  readonly timeZone: string
  readonly signal: AbortSignal
  /** Called after each scene. */
  readonly onPlayed?: () => void
  /** Asked anew, several scenes at a time; if absent, what is `pinned` speaks, else no model. */
  readonly live?: Model
  readonly pinned?: Pinned
}

/** At a time, while a model is asked. */
const AT_ONCE = 4

/** Each scene is its own conversation with fresh fans, one message a turn, at the hour it names or now; in the order given. */
export async function rehearse(scenes: readonly Scene[], rehearsal: Rehearsal): Promise<PlayedScene[]> {
  const { brainOn, timeZone } = rehearsal
  const played = new Map<Scene, PlayedScene>()
  for (const [at, together] of Map.groupBy(scenes, (scene) => scene.at)) {
    const clock = clockAt(at, rehearsal.clock, timeZone)
    const brain = await brainOn(localTime(clock.now(), timeZone).day)
    const waiting = [...together]
    // Each on a database of its own, so that no scene waits for another's model.
    const play = async () => {
      await using store = await openStore('sqlite::memory:', { brand: brain.persona.brand.id, clock })
      for (let scene = waiting.shift(); scene; scene = waiting.shift()) {
        played.set(scene, await playScene(scene, { brain, store, clock }, rehearsal))
        rehearsal.onPlayed?.()
      }
    }
    await Promise.all(Array.from({ length: rehearsal.live ? AT_ONCE : 1 }, play))
  }
  return scenes.flatMap((scene) => played.get(scene) ?? [])
}

async function playScene(
  scene: Scene,
  { brain, store, clock }: { readonly brain: Brain; readonly store: Store; readonly clock: Clock },
  { live, pinned: kept, signal }: Rehearsal,
): Promise<PlayedScene> {
  const taped = live && recording(live)
  const pinned = live ? undefined : kept?.sceneOf(scene.id)
  const model = taped?.model ?? pinned?.model
  const speaking = { ...brain, persona: withoutDrafts(brain.persona), ...(model ? { model } : {}) }
  const decide = createDecide({
    brain: () => speaking,
    memory: introduced(store.memory, clock),
    shortTerm: createShortTerm(),
    lookUps: recordedLookUps(brain.persona.manners.timeZone),
  })
  const turns: PlayedTurn[] = []
  for (const [at, turn] of scene.turns.entries()) {
    const played = await playTurn(scene, turn, { persona: brain.persona, store, decide, clock, signal })
    const before = pinned?.opinions.filter((one) => one.turn === at && one.of === played.said) ?? []
    turns.push({ ...played, opinions: live ? await opinionsOn(turn, at, played, { brain, live, signal }) : before })
  }
  return {
    id: scene.id,
    ...(scene.title === undefined ? {} : { title: scene.title }),
    ...(scene.way === undefined ? {} : { way: scene.way }),
    turns,
    isAsWritten: turns.every(({ failures }) => failures.length === 0),
    ...(taped ? { said: taped.said } : {}),
    isPinnedInPart: pinned?.isMissing() ?? false,
  }
}

async function opinionsOn(
  { expect: { judge } }: SceneTurn,
  turn: number,
  { said, heard }: Pick<PlayedTurn, 'said' | 'heard'>,
  {
    brain: { persona },
    live: model,
    signal,
  }: { readonly brain: Brain; readonly live: Model; readonly signal: AbortSignal },
): Promise<readonly Opinion[]> {
  const rubrics = judge === undefined ? [] : [judge].flat()
  const asked = rubrics.map((rubric) => opinionOn({ turn, of: said, rubric }, { heard, persona, model, signal }))
  return (await Promise.all(asked)).filter((opinion) => opinion !== undefined)
}

/** Scenes are about what is said, so their fans know already that a bot says it. */
function introduced(memory: Store['memory'], clock: Clock): Store['memory'] {
  return {
    ...memory,
    async recall(...asked) {
      const { fan, ...rest } = await memory.recall(...asked)
      return { ...rest, fan: { ...fan, introducedAt: clock.now() } }
    },
  }
}

interface Stage {
  readonly persona: Persona
  readonly store: Store
  readonly decide: Decide
  readonly clock: Clock
  readonly signal: AbortSignal
}

/** Scenes are said one message at a time. */
const noStorm = { isAddressed: () => false, needsPerson: () => false }

async function playTurn(scene: Scene, turn: SceneTurn, stage: Stage): Promise<Omit<PlayedTurn, 'opinions'>> {
  const { persona, store, decide, clock, signal } = stage
  const now = clock.now()
  await store.inbox.accept([withoutSecrets(messageOf(scene, turn, now))], { now, burstMs: 0 })
  const [claim] = await store.inbox.claim({ now: clock.now(), leaseMs: MINUTE_MS, limit: 1 })
  if (!claim) throw new Error(`scene ${scene.id}: the message was not taken up`)
  const id = randomUUID() as TurnId
  const taken = turnOf(claim.conversation, claim.unread, { burst: 'together', storm: noStorm, id, now })
  const { effects, afterSettle } = await decide(taken, { signal })
  await store.inbox.settle(claim, { id, rows: taken.messages.map(({ row }) => row) }, effects, clock.now())
  await afterSettle()
  for (const parcel of await store.outbox.due({ now: clock.now(), leaseMs: MINUTE_MS, limit: 10 }))
    await store.outbox.sent(parcel, randomUUID(), now)
  const said = effects.outbox.map(wordsOfOutgoing).join('\n')
  return {
    fan: turn.fan,
    heard: turn.says,
    decision: effects.decision,
    said,
    failures: failuresOf(turn.expect, { decision: effects.decision, said, persona, surface: scene.surface }),
  }
}

function messageOf(scene: Scene, turn: SceneTurn, now: number): InboundMessage {
  const isGroup = scene.surface === 'group'
  const command = readCommand(turn.says)
  const platform = scene.platform ?? 'scene'
  const parts = [...(scene.thread ?? [scene.id]), ...(isGroup ? [] : [turn.fan])]
  const thread: ThreadId = threadId(platform, ...parts)
  return {
    threadId: thread,
    id: randomUUID(),
    sentAt: now,
    author: { accountId: accountId(platform, `${scene.id}-${turn.fan}`), name: turn.fan, isBot: false },
    surface: scene.surface,
    text: turn.says,
    isMention: turn.mention ?? false,
    ...(command ? { command } : {}),
  }
}

/** Forgotten with the rehearsal. */
function createShortTerm(): ShortTerm {
  const values = new Map<string, unknown>()
  return {
    get: async <T>(key: string) => values.get(key) as T | undefined,
    set: async (key, value) => {
      values.set(key, value)
    },
  }
}
