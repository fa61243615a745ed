/** Hot reload: an operator saves a file, the persona changes between two turns; a broken edit is told and changes nothing. */
import { basename } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { watch } from 'chokidar'
import { MascotError } from '../../errors.ts'
import type { Persona } from '../persona.ts'
import { isAsRead, loadPersona, personaFiles } from './load.ts'

/** Long enough for an editor that truncates, writes and renames, and for a tool that saves several files; too short to notice. */
const quietMs = 150
const watched: ReadonlySet<string> = new Set(personaFiles)

/**
 * Calls `onChange` once a save with the new persona, or with the error (`persona-invalid`) that keeps the old one in use.
 * A save that changes nothing calls nothing. Never throws later; stops when `signal` aborts.
 * @param known as it was read from the folder before, and is in use: what was saved since is told; if absent, it is read now
 * @returns when the folder is being watched
 */
export async function watchPersona(
  folder: string,
  onChange: (result: Persona | MascotError) => void,
  signal: AbortSignal,
  known?: Persona,
): Promise<void> {
  if (signal.aborted) return
  let last: Persona | MascotError = known ?? (await load(folder))
  // Stopped meanwhile: a watcher made now would never hear of it and keep the process alive.
  if (signal.aborted) return
  let timer: NodeJS.Timeout | undefined
  let reloading: Promise<void> | undefined
  let isStale = false

  const reload = async () => {
    const next = await load(folder)
    if (signal.aborted || isSame(last, next)) return
    last = next
    onChange(next)
  }
  const run = () => {
    if (reloading !== undefined) {
      isStale = true
      return
    }
    reloading = reload().finally(() => {
      reloading = undefined
      if (isStale) run()
    })
    isStale = false
  }
  const watcher = watch(folder, { ignoreInitial: true, depth: 0 })
  watcher.on('all', (_event, path) => {
    if (!watched.has(basename(path)) && path !== folder) return
    clearTimeout(timer)
    timer = setTimeout(run, quietMs)
  })
  // A folder that can no longer be watched keeps the persona it has; the next start says why.
  watcher.on('error', () => {})
  signal.addEventListener('abort', () => {
    clearTimeout(timer)
    void watcher.close()
  })
  await new Promise<void>((resolve) => {
    watcher.once('ready', resolve)
    signal.addEventListener('abort', () => resolve())
  })
  if (known && !signal.aborted && !(await isAsRead(known, folder))) run()
}

async function load(folder: string): Promise<Persona | MascotError> {
  try {
    return await loadPersona(folder)
  } catch (error) {
    if (error instanceof MascotError) return error
    return new MascotError('persona-invalid', `${folder}: cannot be read`, { cause: error })
  }
}

function isSame(a: Persona | MascotError | undefined, b: Persona | MascotError): boolean {
  if (a instanceof MascotError || b instanceof MascotError)
    return a instanceof MascotError && b instanceof MascotError && a.message === b.message
  return isDeepStrictEqual(a, b)
}
