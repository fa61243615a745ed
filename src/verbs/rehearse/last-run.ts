/** Which scenes of a persona did not come out as written the last time, for `--failed`. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'

const kept = z.record(z.string(), z.array(z.string()))
const fileIn = (data: string) => path.join(data, 'rehearsed.json')

/** @param folder the persona’s. Undefined where it was never rehearsed here. */
export async function failedLast(data: string, folder: string): Promise<readonly string[] | undefined> {
  return (await read(data))[folder]
}

/** Of the scenes that were played; those that were not stay as they were. */
export async function keepFailed(
  data: string,
  folder: string,
  played: readonly { readonly id: string; readonly isAsWritten: boolean }[],
): Promise<void> {
  const before = await read(data)
  const others = (before[folder] ?? []).filter((id) => !played.some((scene) => scene.id === id))
  const failed = [...others, ...played.filter(({ isAsWritten }) => !isAsWritten).map(({ id }) => id)]
  await mkdir(data, { recursive: true })
  await writeFile(fileIn(data), `${JSON.stringify({ ...before, [folder]: failed })}\n`)
}

async function read(data: string): Promise<Readonly<Record<string, readonly string[]>>> {
  try {
    return kept.parse(JSON.parse(await readFile(fileIn(data), 'utf8')))
  } catch {
    return {}
  }
}
