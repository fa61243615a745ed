/** `mascot check`: every mistake and every doubt about a persona's files, each with its place. */
import { loadEnvFile } from '../config.ts'
import { lintPersona } from '../persona/lint.ts'
import { personaFolder, readConfig } from './set-up.ts'
import type { RunVerb } from './verbs.ts'

export const check: RunVerb = async (input) => {
  loadEnvFile()
  const folder = personaFolder(input, readConfig())
  const problems = await lintPersona(folder)
  for (const { file, line, col, path, message, severity } of problems)
    process.stdout.write(
      `${file}:${line}:${col} ${severity === 'warning' ? 'warning: ' : ''}${path ? `${path}: ` : ''}${message}\n`,
    )
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
