/** A persona's folder is written beside its place, looked through there, and moved whole: on a mistake nothing is left. */
import { access, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { systemClock } from '../clock.ts'
import { MascotError } from '../errors.ts'
import type { PersonaProblem } from '../persona/load/problem.ts'
import { checkPersona } from './check-persona.ts'
import { problemLines } from './problems-in-words.ts'
import { createProgress } from './progress.ts'
import { readConfig } from './set-up.ts'

/** By their place in the folder. */
export type Files = Readonly<Record<string, string | Uint8Array>>

/**
 * What `check` says of it: nothing, or what no program can mend. `mended`: the files anew, without what was a mistake in them;
 * undefined where there is nothing to be done.
 * @throws {MascotError} `usage` where the folder is there already; `persona-invalid` where the files are no persona
 */
export async function writeFolder(
  folder: string,
  files: Files,
  mended?: (errors: readonly PersonaProblem[]) => Files | undefined,
): Promise<readonly string[]> {
  if (await exists(folder)) throw new MascotError('usage', `${folder} is there already: name another folder`)
  const parent = path.dirname(path.resolve(folder))
  await mkdir(parent, { recursive: true })
  const beside = await mkdtemp(path.join(parent, '.mascot-new-'))
  try {
    const problems = await checked(beside, files, mended)
    const lines = problemLines(problems).map((line) => line.replaceAll(beside, folder))
    if (problems.some(({ severity }) => severity === 'error'))
      throw new MascotError('persona-invalid', lines.join('\n'))
    await rename(beside, folder)
    return lines
  } finally {
    await rm(beside, { recursive: true, force: true })
  }
}

async function checked(
  folder: string,
  files: Files,
  mended?: (errors: readonly PersonaProblem[]) => Files | undefined,
): Promise<readonly PersonaProblem[]> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true })
    await writeFile(path.join(folder, name), content)
  }
  const { problems } = await checkPersona(folder, readConfig(), systemClock.now(), createProgress('checking'))
  const errors = problems.filter(({ severity }) => severity === 'error')
  const better = errors.length === 0 ? undefined : mended?.(errors)
  return better === undefined ? problems : await checked(folder, better, mended)
}

const exists = (file: string) =>
  access(file).then(
    () => true,
    () => false,
  )
