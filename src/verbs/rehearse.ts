/** `mascot rehearse`: the scenes as they come out, and a count of those that do not come out as written. */
import { writeFile } from 'node:fs/promises'
import { styleText } from 'node:util'
import { systemClock } from '../clock.ts'
import { MascotError } from '../errors.ts'
import { loadScenes } from '../persona/load/load.ts'
import type { Persona } from '../persona/persona.ts'
import { createBrain } from '../program/brain.ts'
import { dataFolder } from '../program/desk-page.ts'
import { rememberFew } from '../words/remember-last.ts'
import { clockAt } from './at-moment.ts'
import { rehearse as play, type Scene } from './play-scenes.ts'
import { createProgress, type Progress } from './progress.ts'
import { personaAgainst } from './rehearse/against.ts'
import { htmlReport } from './rehearse/html-report.ts'
import { junitOf } from './rehearse/junit.ts'
import { failedLast, keepFailed } from './rehearse/last-run.ts'
import { type Compared, isOtherwise, sideBySide } from './rehearse/sides.ts'
import { setUp } from './set-up.ts'
import { untilInterrupted } from './until-interrupted.ts'
import type { RunVerb, VerbInput } from './verb.ts'

export const rehearse: RunVerb = async (input) => {
  const { config, persona } = await setUp(input)
  const data = dataFolder(config)
  const { values } = input
  const against = typeof values.against === 'string' ? values.against : undefined
  const before = against === undefined ? undefined : await personaAgainst(against, persona.folder)
  const last = values.failed === true ? await failedLast(data, persona.folder) : undefined
  const scenes = wantedAmong(await loadScenes(persona.folder), input.positionals, last)
  using progress = createProgress('rehearsing')
  const sides = [persona, ...(before ? [before] : [])]
  const count = { done: 0, of: scenes.length * sides.length, progress }
  const played = await playAs(persona, scenes, input, count)
  const compared = sideBySide(played, before && (await playAs(before, scenes, input, count)))
  progress.end()
  await keepFailed(data, persona.folder, played)
  const failed = played.filter(({ isAsWritten }) => !isAsWritten)
  const head = {
    ...{ persona: persona.name, brand: persona.brand.name, colour: persona.image.colour },
    ...(against === undefined ? {} : { against }),
  }
  if (typeof values.html === 'string') await write(values.html, htmlReport(compared, head))
  if (typeof values.junit === 'string') await write(values.junit, junitOf(played, persona.name))
  const out = (line: string) => process.stdout.write(`${line}\n`)
  if (values.json === true)
    out(
      JSON.stringify({ scenes: compared.map(asJson), asWritten: played.length - failed.length, failed: failed.length }),
    )
  else {
    for (const one of compared) print(one, persona.name, out, against)
    out(`${played.length - failed.length} of ${played.length} scenes as written`)
  }
  return failed.length > 0 ? 1 : 0
}

/** @throws {MascotError} `usage` */
function wantedAmong(all: readonly Scene[], wanted: readonly string[], last?: readonly string[]): readonly Scene[] {
  const unknown = wanted.find((id) => !all.some((scene) => scene.id === id))
  if (unknown)
    throw new MascotError('usage', `There is no scene "${unknown}". There are: ${all.map(({ id }) => id).join(', ')}`)
  const named = wanted.length > 0 ? all.filter(({ id }) => wanted.includes(id)) : all
  return last === undefined ? named : named.filter(({ id }) => last.includes(id))
}

interface Count {
  done: number
  readonly of: number
  readonly progress: Progress
}

async function playAs(persona: Persona, scenes: readonly Scene[], { values }: VerbInput, count: Count) {
  const { timeZone } = persona.manners
  return await play(scenes, {
    brainOn: rememberFew((today: string) => createBrain(persona, { today })),
    clock: clockAt(values.at, systemClock, timeZone),
    timeZone,
    signal: untilInterrupted().signal,
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
  const { turns, ...about } = scene
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
        ...(before && isOtherwise(turn, before) ? { before: told(before) } : {}),
      }
    }),
  }
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
  }
  out('')
}
