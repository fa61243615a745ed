/** `mascot rehearse --record THREAD`: a talk from the record, shown as the scene it would be and as it plays now, and written when a person says so. */
import { stringify } from 'yaml'
import { systemClock } from '../../clock.ts'
import { changeFile } from '../../desk/learning/change-file.ts'
import { MascotError } from '../../errors.ts'
import { withScene } from '../../persona/load/answers-file.ts'
import { loadScenes } from '../../persona/load/load.ts'
import type { Persona } from '../../persona/persona.ts'
import { scenesSchema } from '../../persona/schema/schema.ts'
import type { Store } from '../../ports/store.ts'
import { openStore } from '../../store/open-store.ts'
import { confirm } from '../confirm.ts'
import type { PlayedScene } from '../play-scenes.ts'
import { setUp } from '../set-up.ts'
import { threadsMeant } from '../threads-meant.ts'
import type { VerbInput } from '../verb.ts'
import { type RecordedScene, sceneOfTalk, type TalkTurn } from './scene-of-talk.ts'
import { plainScene, type Scene } from './variants.ts'

const DECISIONS = 60
const TALK_LINES = 200

/**
 * `play`: of the scene alone, without a model.
 * @throws {MascotError} `usage` where nothing is recorded, no words are left, or nobody agreed; `persona-invalid` where scenes.yaml takes no scene
 */
export async function recordScene(
  input: VerbInput,
  thread: string,
  play: (persona: Persona, scene: Scene) => Promise<readonly PlayedScene[]>,
): Promise<number> {
  const { config, persona } = await setUp(input)
  await using store = await openStore(config.databaseUrl, { brand: persona.brand.id, clock: systemClock })
  const recorded = await found(thread, store, persona)
  const { scene } = recorded
  // Read as it will be from the file.
  const { scenes } = scenesSchema.parse({ scenes: [scene] })
  const played = (await Promise.all(scenes.map((one) => play(persona, plainScene(one, persona.languages[0]))))).flat()
  process.stdout.write(`${stringify([scene], { lineWidth: 0 })}\n${remarks(recorded, played).join('\n')}\n`)
  await confirm(
    'In scenes.yaml it stays. Names that nobody tells may be left in it: read it through, and ask the fan where the talk is theirs alone.',
    'yes',
    input.values.yes === true,
  )
  await changeFile(
    persona.folder,
    { file: 'scenes.yaml', part: 'scenes' },
    { change: (text) => withScene(text, scene) },
  )
  process.stdout.write(`${scene.id} stands in scenes.yaml: mascot rehearse ${scene.id} plays it.\n`)
  return 0
}

async function found(typed: string, store: Store, persona: Persona): Promise<RecordedScene> {
  const taken = new Set((await loadScenes(persona.folder)).map(({ id }) => id))
  for (const thread of await threadsMeant(typed, store)) {
    const decisions = (await store.records.decisions(thread, DECISIONS)).toReversed()
    if (decisions.length === 0) continue
    const heard = await store.records.heard(
      thread,
      decisions.map(({ turnId }) => turnId),
    )
    const turns = decisions.map((decision): TalkTurn => ({ decision, heard: heard.get(decision.turnId) ?? [] }))
    const lines = await store.records.talk(thread, TALK_LINES)
    const names = [
      ...persona.handoff.staff.map(({ name }) => name),
      ...lines.flatMap(({ personName }) => personName ?? []),
    ]
    const recorded = sceneOfTalk(turns, { names, taken, timeZone: persona.manners.timeZone })
    if (recorded) return recorded
    throw new MascotError('usage', `Nothing that could be said again is recorded of ${typed}: no words are left of it.`)
  }
  throw new MascotError(
    'usage',
    `Nothing is recorded for ${typed}. --record takes a thread (telegram:77), as mascot doctor --why does, or a fan’s name.`,
  )
}

function remarks({ wordless, withStaff }: RecordedScene, played: readonly PlayedScene[]): string[] {
  const failures = played.flatMap(({ turns }) =>
    turns.flatMap(({ heard, failures: all }) => all.map((one) => [heard, one])),
  )
  return [
    ...(wordless > 0 ? [`${wordless} of its messages left no words: pictures, what was deleted, numbers alone.`] : []),
    ...(withStaff > 0 ? [`It ends where a person was called; ${withStaff} turns behind that are left out.`] : []),
    failures.length === 0
      ? 'Played now, it comes out as it did.'
      : 'Played now, without a model and without what was taken out, it comes out otherwise:',
    ...failures.map(([heard, failure]) => `  ${heard?.replaceAll('\n', ' ')}: ${failure}`),
  ]
}
