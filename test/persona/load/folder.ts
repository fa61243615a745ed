/** A persona folder made for one test and removed after it. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { readPersona } from '../../../src/persona/load/load.ts'
import { formatProblem } from '../../../src/persona/load/problem.ts'

/** @param files name → content; returns the folder's path */
export async function personaFolder(files: Record<string, string | Uint8Array>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'mascot-persona-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), content)
  }
  return folder
}

export const smallest = 'name: Pip\nbrand: {name: Tidewater}\n'

/** What an operator would see for these files, a line a problem, the folder's name left out. */
export async function problemsOf(files: Record<string, string | Uint8Array>): Promise<string[]> {
  const folder = await personaFolder(files)
  const { problems } = await readPersona(folder)
  return problems.map((problem) => formatProblem(problem).replace(`${folder}/`, '').replaceAll(`${folder}/`, ''))
}
