/** `mascot rehearse`: the scenes as they come out, and a count of those that do not come out as written. */
import { writeFile } from 'node:fs/promises'
import { styleText } from 'node:util'
import { systemClock } from '../clock.ts'
import type { Config } from '../config.ts'
import { MascotError } from '../errors.ts'
import { createBudget } from '../model/budget.ts'
import { createModels } from '../model/create-model.ts'
import { loadScenes } from '../persona/load/load.ts'
import type { Persona } from '../persona/persona.ts'
import type { Model } from '../ports/model.ts'
import { createBrain } from '../program/brain.ts'
import { dataFolder } from '../program/desk-page.ts'
import { rememberFew } from '../words/remember-last.ts'
import { clockAt } from './at-moment.ts'
import { countsInMemory } from './counts-in-memory.ts'
import { type PlayedScene, rehearse as play } from './play-scenes.ts'
import { createProgress, type Progress } from './progress.ts'
import { personaAgainst } from './rehearse/against.ts'
import { htmlReport } from './rehearse/html-report.ts'
import { opinionInWords } from './rehearse/judge.ts'
import { junitOf } from './rehearse/junit.ts'
import { failedLast, keepFailed } from './rehearse/last-run.ts'
import { keepPinned, openPinned, type Pinned, pinnedFile } from './rehearse/pinned.ts'
import { recordScene } from './rehearse/record.ts'
import { type Compared, isOtherwise, sideBySide } from './rehearse/sides.ts'
import { type Unheard, unheardChanges } from './rehearse/unheard.ts'
import { inItsPlace, plainScene, type Scene, waysOf } from './rehearse/variants.ts'
import { setUp } from './set-up.ts'
import { untilInterrupted } from './until-interrupted.ts'
import type { RunVerb, VerbInput } from './verb.ts'

export const rehearse: RunVerb = async (input) => {
  if (typeof input.values.record === 'string') return await recorded(input, input.values.record)
  const { config, persona } = await setUp(input)
  const data = dataFolder(config)
  const { values } = input
  const against = typeof values.against === 'string' ? values.against : undefined
  const before = against === undefined ? undefined : await personaAgainst(against, persona.folder)
  const last = values.failed === true ? await failedBefore(data, persona.folder) : undefined
  const [home] = persona.languages
  const written = await loadScenes(persona.folder)
  // What failed as one way of a scene is played again as that way.
  const hasWays = values.matrix === true || last !== undefined
  const all = written
    .flatMap((scene) => [plainScene(scene, home), ...(hasWays ? waysOf(scene, home) : [])])
    .map((scene) => inItsPlace(scene, persona.places))
  const scenes = wantedAmong(all, input.positionals, last)
  if (written.length === 0)
    throw new MascotError('usage', 'There are no scenes: write the first into scenes.yaml, beside persona.yaml.')
  const live = values.live === true ? liveModel(config, persona) : undefined
  const pinned = live ? undefined : await openPinned(persona.folder, persona.version)
  using progress = createProgress('rehearsing')
  const sides = [persona, ...(before ? [before] : [])]
  const count = { done: 0, of: scenes.length * sides.length, progress }
  const spoken = { ...(live ? { live } : {}), ...(pinned ? { pinned } : {}) }
  const played = await playAs(persona, scenes, input, count, spoken)
  const compared = sideBySide(played, before && (await playAs(before, scenes, input, count, spoken)))
  const unheard = before ? unheardChanges(before, persona, played) : []
  progress.end()
  await keepFailed(data, persona.folder, played)
  if (live)
    await keepPinned(
      persona.folder,
      persona.version,
      pinsOf(played),
      all.map(({ id }) => id),
    )
  const isOld = pinned?.isOld === true && scenes.some(({ id }) => pinned.sceneOf(id) !== undefined)
  if (isOld || played.some(({ isPinnedInPart }) => isPinnedInPart)) process.stderr.write(`${oldPins}\n`)
  const failed = played.filter(({ isAsWritten }) => !isAsWritten)
  const head = {
    ...{ persona: persona.name, brand: persona.brand.name, colour: persona.image.colour },
    ...(against === undefined ? {} : { against, unheard }),
  }
  if (typeof values.html === 'string') await write(values.html, htmlReport(compared, head))
  if (typeof values.junit === 'string') await write(values.junit, junitOf(played, persona.name))
  const out = (line: string) => process.stdout.write(`${line}\n`)
  if (values.json === true)
    out(
      JSON.stringify({
        scenes: compared.map(asJson),
        ...{ asWritten: played.length - failed.length, failed: failed.length },
        ...(before ? { unheard } : {}),
      }),
    )
  else {
    for (const one of compared) print(one, persona.name, out, against)
    for (const line of unheardLines(unheard)) out(line)
    out(played.length === 0 ? nothingToPlay : `${played.length - failed.length} of ${played.length} scenes as written`)
  }
  return failed.length > 0 ? 1 : 0
}

/** @throws {MascotError} `usage` */
async function recorded(input: VerbInput, thread: string): Promise<number> {
  const { record: _record, yes: _yes, persona: _persona, ...others } = input.values
  if (input.positionals.length > 0 || Object.keys(others).length > 0)
    throw new MascotError('usage', '--record writes a scene and plays that alone: it goes with --persona and --yes.')
  using progress = createProgress('rehearsing')
  return await recordScene(input, thread, (persona, scene) =>
    playAs(persona, [scene], input, { done: 0, of: 1, progress }, {}),
  )
}

const oldPins = `The persona or its scenes changed since a model’s words were kept (${pinnedFile}): mascot rehearse --live asks it anew.`

/** @throws {MascotError} `usage` where nothing was rehearsed */
async function failedBefore(data: string, folder: string): Promise<readonly string[]> {
  const failed = await failedLast(data, folder)
  if (failed !== undefined) return failed
  throw new MascotError(
    'usage',
    '--failed plays what failed the last time, and nothing was rehearsed here yet: mascot rehearse plays all scenes.',
  )
}

const nothingToPlay =
  'None of these scenes failed the last time: nothing was played. mascot rehearse plays all of them.'

/** @throws {MascotError} `usage` where no model is configured */
function liveModel({ model }: Config, { manners: { limits, timeZone } }: Persona): Model {
  if (model === undefined)
    throw new MascotError('usage', '--live asks a model, and none is configured: OPENAI_API_KEY and OPENAI_MODEL.')
  const budget = createBudget(countsInMemory(), limits, systemClock, timeZone)
  return createModels({ ...model, clock: systemClock, budget }).model
}

function pinsOf(played: readonly PlayedScene[]) {
  return new Map(
    played.flatMap(({ id, said, turns }) =>
      said === undefined
        ? []
        : [[id, { said: [...said], opinions: turns.flatMap(({ opinions }) => opinions) }] as const],
    ),
  )
}

/** @throws {MascotError} `usage` */
function wantedAmong(all: readonly Scene[], wanted: readonly string[], last?: readonly string[]): readonly Scene[] {
  const unknown = wanted.find((id) => !all.some((scene) => scene.id === id))
  if (unknown)
    throw new MascotError('usage', `There is no scene "${unknown}". There are: ${all.map(({ id }) => id).join(', ')}`)
  const named =
    wanted.length > 0 ? all.filter(({ id, way }) => wanted.includes(id) || wanted.includes(way?.of ?? '')) : all
  return last === undefined ? named : named.filter(({ id }) => last.includes(id))
}

interface Count {
  done: number
  readonly of: number
  readonly progress: Progress
}

async function playAs(
  persona: Persona,
  scenes: readonly Scene[],
  { values }: VerbInput,
  count: Count,
  spoken: { readonly live?: Model; readonly pinned?: Pinned },
) {
  const { timeZone } = persona.manners
  return await play(scenes, {
    brainOn: rememberFew((today: string) => createBrain(persona, { today })),
    clock: clockAt(values.at, systemClock, timeZone),
    timeZone,
    signal: untilInterrupted().signal,
    ...spoken,
    onPlayed() {
      count.done += 1
      count.progress.at(count.done, count.of)
    },
  })
}

async function write(file: string, text: string): Promise<void> {
  await writeFile(file, text).catch((cause: unknown) => {
    throw new MascotError('usage', `${file} cannot be written: is its folder there?`, { cause })
  })
}

function asJson({ scene, other }: Compared) {
  const { turns, said: _said, isPinnedInPart: _inPart, ...about } = scene
  const told = ({ decision, said }: (typeof turns)[number]) => ({
    said,
    decision: decision.kind,
    reason: decision.reason,
  })
  return {
    ...about,
    turns: turns.map((turn, at) => {
      const { fan, heard, failures } = turn
      const before = other?.[at]
      return {
        fan,
        heard,
        ...told(turn),
        failures,
        ...(turn.opinions.length > 0 ? { opinions: turn.opinions } : {}),
        ...(before && isOtherwise(turn, before) ? { before: told(before) } : {}),
      }
    }),
  }
}

/** Nothing where every change is heard. */
function unheardLines(unheard: readonly Unheard[]): readonly string[] {
  if (unheard.length === 0) return []
  const head = `Changed, and heard in no scene (${unheard.length}):`
  return [styleText('bold', head), ...unheard.map(({ path, text }) => `  ${path}: ${text.replaceAll('\n', ' ')}`), '']
}

function print({ scene, other }: Compared, name: string, out: (line: string) => void, against = ''): void {
  const { id, turns, isAsWritten } = scene
  out(styleText('bold', `${isAsWritten ? '✓' : '✗'} ${id}`))
  for (const [at, turn] of turns.entries()) {
    const { fan, heard, decision, said, failures } = turn
    const before = other?.[at]
    const shown = (text: string) => text.replaceAll('\n', '\n    ') || '—'
    out(`  ${fan}: ${heard}`)
    if (before && isOtherwise(turn, before))
      out(
        styleText(
          'yellow',
          `  ${name}, ${against}: ${shown(before.said)} [${before.decision.kind}: ${before.decision.reason}]`,
        ),
      )
    out(`  ${name}: ${shown(said)} ${styleText('dim', `[${decision.kind}: ${decision.reason}]`)}`)
    for (const failure of failures) out(styleText('red', `    ✗ ${failure}`))
    for (const opinion of turn.opinions) out(`    ${opinionInWords(opinion)}`)
  }
  out('')
}
