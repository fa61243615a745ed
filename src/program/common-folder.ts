/**
 * Whether all processes of the brand see the same files: the first leaves a mark in the folder and says in the database what it is called;
 * whoever finds no such mark looks at another folder.
 */
import { randomUUID } from 'node:crypto'
import { access, mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { DAY_MS } from '../domain/durations.ts'
import type { Clock } from '../ports/clock.ts'
import type { KeyValues } from '../ports/key-values.ts'

const MARK_KEY = 'files::mark'

export type FolderState = 'common' | 'apart' | 'not-writable'

/** To be asked now and then: a mark that nobody finds for a day is forgotten, so that a folder may be moved. */
export async function lookAtFolder(folder: string, keyValues: KeyValues, clock: Clock): Promise<FolderState> {
  const known = (await keyValues.get(MARK_KEY))?.value
  const mark = known ?? `.mascot-${randomUUID()}`
  const file = path.join(folder, mark)
  if (known !== undefined && !(await isThere(file))) return 'apart'
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await writeFile(file, '', { mode: 0o600 })
  } catch {
    return 'not-writable'
  }
  await keyValues.set(MARK_KEY, mark, clock.now() + DAY_MS)
  return 'common'
}

/** For the operator. */
export function folderInWords(folder: string, state: FolderState, isShared: boolean): string {
  if (state === 'not-writable') return `${folder} cannot be written: files of staff reach nobody. Set MASCOT_FILES.`
  if (state === 'apart')
    return (
      `${folder} is not the folder that another process of this brand has: a file put there is missing here. ` +
      'Set MASCOT_FILES to one folder that all processes reach, at the same path.'
    )
  const others = isShared ? '; processes on other machines need this very folder at this path (MASCOT_FILES)' : ''
  return `${folder}${others}`
}

async function isThere(file: string): Promise<boolean> {
  return await access(file).then(
    () => true,
    () => false,
  )
}
