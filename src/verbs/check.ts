/** `mascot check`: every mistake and every doubt about a persona's files, each with its place. */
import { systemClock } from '../clock.ts'
import type { Config } from '../config.ts'
import { unheardIn } from '../hearing/unheard-in.ts'
import { lintPersona } from '../persona/lint/lint.ts'
import { type PersonaReading, readPersona } from '../persona/load/load.ts'
import { formatProblem, type PersonaProblem } from '../persona/load/problem.ts'
import { playExamples } from './play-examples.ts'
import { repliesInBudget } from './replies-in-budget.ts'
import { personaFolder, readConfig } from './set-up.ts'
import type { RunVerb } from './verb.ts'

export const check: RunVerb = async (input) => {
  const config = readConfig()
  const folder = personaFolder(input, config)
  const reading = await readPersona(folder)
  const now = systemClock.now()
  const problems = [
    ...reading.problems,
    ...(await lintPersona(reading, now, unheardIn)),
    ...(await playExamples(reading, now)),
    ...unsigned(reading, config),
  ]
  for (const problem of problems) process.stdout.write(`${formatProblem(problem)}\n`)
  for (const line of reading.persona ? repliesInBudget(reading.persona, config.model?.prices) : [])
    process.stdout.write(`budget: ${line}\n`)
  const errors = problems.filter(({ severity }) => severity === 'error').length
  const warnings = problems.length - errors
  const count = (n: number, word: string) => `${n} ${word}${n === 1 ? '' : 's'}`
  process.stdout.write(
    problems.length === 0
      ? `${folder}: nothing to mend\n`
      : `${count(errors, 'error')}, ${count(warnings, 'warning')}\n`,
  )
  return errors > 0 || (input.values.strict === true && warnings > 0) ? 1 : 0
}

/** Links nobody could trust are not shown. */
function unsigned({ persona, files }: PersonaReading, { contextLinkSecret }: Config): readonly PersonaProblem[] {
  if (persona?.handoff.contextUrl === undefined || contextLinkSecret !== undefined) return []
  const why = 'is shown to nobody: CONTEXT_LINK_SECRET, which signs it, is not in the environment (see .env.example)'
  return [files.persona.problem(['handoff', 'contextUrl'], why, { severity: 'warning' })]
}
