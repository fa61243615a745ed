/** `mascot check`: every mistake and every doubt about a persona's files, each with its place. */
import { systemClock } from '../clock.ts'
import { watchFolder } from '../persona/load/watch.ts'
import { platformsIn } from './adapters-of.ts'
import { type Checked, checkPersona } from './check-persona.ts'
import { countInWords, problemLines } from './problems-in-words.ts'
import { createProgress } from './progress.ts'
import { personaFolder, readConfig } from './set-up.ts'
import { untilInterrupted } from './until-interrupted.ts'
import type { RunVerb } from './verb.ts'

const files: ReadonlySet<string> = new Set(['persona.yaml', 'answers.yaml', 'issues.yaml', 'scenes.yaml'])

export const check: RunVerb = async (input) => {
  const config = readConfig()
  const folder = personaFolder(input, config)
  const { json, strict, watch } = input.values
  const look = async () => {
    const checked = await checkPersona(
      folder,
      config,
      systemClock.now(),
      createProgress('checking'),
      platformsIn(input.catalog),
    )
    print(folder, checked, json === true)
    return exitCodeOf(checked, strict === true)
  }
  if (watch !== true) return await look()
  const { signal, interrupted } = untilInterrupted()
  let code = await look()
  await watchFolder(
    folder,
    files,
    async () => {
      if (process.stdout.isTTY && json !== true) console.clear()
      code = await look()
    },
    signal,
  )
  await interrupted
  return code
}

/** A line for people, or a line of JSON a look. */
function print(folder: string, { problems, budget, places }: Checked, isJson: boolean): void {
  const out = (line: string) => process.stdout.write(`${line}\n`)
  if (isJson) {
    out(JSON.stringify({ folder, problems, budget, places }))
    return
  }
  for (const line of problemLines(problems)) out(line)
  for (const line of budget) out(`budget: ${line}`)
  for (const line of places) out(`place: ${line}`)
  out(countInWords(problems) || `${folder}: nothing to mend`)
}

/** Notes are harmless, also to `--strict`. */
function exitCodeOf({ problems }: Checked, isStrict: boolean): number {
  const stops = problems.some(({ severity }) => severity === 'error' || (isStrict && severity === 'warning'))
  return stops ? 1 : 0
}
