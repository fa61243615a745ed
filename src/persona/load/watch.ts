/** Hot reload: an operator saves a file, the persona changes between two turns; a broken edit is told and changes nothing. */
import { basename } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { watch } from 'chokidar'
import { MascotError } from '../../errors.ts'
import type { Persona } from '../persona.ts'
import { filesThere, isAsRead, personaFiles, personaInvalid, readPersona } from './load.ts'

/** Long enough for an editor that truncates, writes and renames, and for a tool that saves several files; too short to notice. */
const quietMs = 150
const watched: ReadonlySet<string> = new Set(personaFiles)

/**
 * Calls `onChange` once a save with the new persona, or with the error (`persona-invalid`) that keeps the old one in use.
 * A save that changes nothing calls nothing. `inForce`: what is in use already; absent, what stands there now. Never throws later; stops when `signal` aborts.
 * @returns when the folder is being watched
 */
export async function watchPersona(
  folder: string,
  onChange: (result: Persona | MascotError) => void,
  signal: AbortSignal,
  inForce?: Persona,
): Promise<void> {
  if (signal.aborted) return
  const isInForce = inForce !== undefined && (await isAsRead(inForce, folder))
  const first = isInForce ? { result: inForce, there: await filesThere(folder) } : await load(folder, [])
  let { there } = first
  const isOther = first.result instanceof MascotError || first.result.version !== inForce?.version
  let last = inForce && isOther ? inForce : first.result
  // Stopped meanwhile: a watcher made now would never hear of it and keep the process alive.
  if (signal.aborted) return
  const run = await watchFolder(
    folder,
    watched,
    async () => {
      const next = await load(folder, there)
      there = next.there
      if (signal.aborted || isSame(last, next.result)) return
      last = next.result
      onChange(next.result)
    },
    signal,
  )
  // Saved after it was read for the start, and before anybody watched.
  if (inForce && !signal.aborted && !(await isAsRead(inForce, folder))) run()
}

/**
 * Calls `onSave` once for what is saved together in the files of these names, never twice at once. Stops when `signal` aborts.
 * @returns when the folder is being watched: what calls it as a save does
 */
export async function watchFolder(
  folder: string,
  names: ReadonlySet<string>,
  onSave: () => Promise<void>,
  signal: AbortSignal,
): Promise<() => void> {
  let timer: NodeJS.Timeout | undefined
  let saving: Promise<void> | undefined
  let isStale = false
  const run = () => {
    if (saving !== undefined) {
      isStale = true
      return
    }
    saving = onSave().finally(() => {
      saving = undefined
      if (isStale) run()
    })
    isStale = false
  }
  const watcher = watch(folder, { ignoreInitial: true, depth: 0 })
  watcher.on('all', (_event, path) => {
    if (!names.has(basename(path)) && path !== folder) return
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
  return run
}

interface Loaded {
  readonly result: Persona | MascotError
  /** The files of the last persona that was whole. */
  readonly there: readonly string[]
}

/** A file that was there and is gone is a slip, not an edit: without answers.yaml the persona would forget all at once. */
async function load(folder: string, before: readonly string[]): Promise<Loaded> {
  try {
    const { persona, problems, files } = await readPersona(folder)
    const { scenes, ...read } = files
    const there = Object.values(read).flatMap(({ file, exists }) => (exists ? [file] : []))
    const gone = before.filter((file) => !there.includes(file))
    if (persona === undefined)
      return { result: personaInvalid(problems.filter(({ file }) => file !== scenes.file)), there: before }
    if (gone.length > 0) return { result: missing(gone), there: before }
    return { result: persona, there }
  } catch (error) {
    const unreadable = new MascotError('persona-invalid', `${folder}: cannot be read`, { cause: error })
    return { result: error instanceof MascotError ? error : unreadable, there: before }
  }
}

function missing(files: readonly string[]): MascotError {
  const lines = files.map((file) => `${file}: was there and is gone: put it back, or start anew without it`)
  return new MascotError('persona-invalid', lines.join('\n'))
}

function isSame(a: Persona | MascotError, b: Persona | MascotError): boolean {
  if (a instanceof MascotError || b instanceof MascotError)
    return a instanceof MascotError && b instanceof MascotError && a.message === b.message
  return isDeepStrictEqual(a, b)
}
