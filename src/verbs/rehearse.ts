/** `mascot rehearse`: the scenes as they come out, and a count of those that do not come out as written. */
import { styleText } from 'node:util'
import { systemClock } from '../clock.ts'
import { MascotError } from '../errors.ts'
import { loadScenes } from '../persona/load/load.ts'
import { createBrain } from '../program/brain.ts'
import { rememberFew } from '../words/remember-last.ts'
import { clockAt } from './at-moment.ts'
import { type PlayedScene, rehearse as play } from './play-scenes.ts'
import { setUp } from './set-up.ts'
import { untilInterrupted } from './until-interrupted.ts'
import type { RunVerb } from './verb.ts'

export const rehearse: RunVerb = async (input) => {
  const { persona } = await setUp(input)
  const all = await loadScenes(persona.folder)
  const wanted = input.positionals
  const unknown = wanted.find((id) => !all.some((scene) => scene.id === id))
  if (unknown)
    throw new MascotError('usage', `There is no scene "${unknown}". There are: ${all.map(({ id }) => id).join(', ')}`)
  const scenes = wanted.length > 0 ? all.filter(({ id }) => wanted.includes(id)) : all
  const { timeZone } = persona.manners
  const played = await play(scenes, {
    brainOn: rememberFew((today: string) => createBrain(persona, { today })),
    clock: clockAt(input.values.at, systemClock, timeZone),
    timeZone,
    signal: untilInterrupted().signal,
  })
  for (const scene of played) print(scene, persona.name)
  const failed = played.filter(({ isAsWritten }) => !isAsWritten)
  process.stdout.write(`${played.length - failed.length} of ${played.length} scenes as written\n`)
  return failed.length > 0 ? 1 : 0
}

function print({ id, turns, isAsWritten }: PlayedScene, name: string): void {
  const out = (line: string) => process.stdout.write(`${line}\n`)
  out(styleText('bold', `${isAsWritten ? '✓' : '✗'} ${id}`))
  for (const { fan, heard, decision, said, failures } of turns) {
    out(`  ${fan}: ${heard}`)
    out(
      `  ${name}: ${said.replaceAll('\n', '\n    ') || '—'} ${styleText('dim', `[${decision.kind}: ${decision.reason}]`)}`,
    )
    for (const failure of failures) out(styleText('red', `    ✗ ${failure}`))
  }
  out('')
}
