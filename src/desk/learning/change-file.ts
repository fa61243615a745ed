/** A file of the persona changed by a program: what stands there stays, and the new one has been loaded before it takes its place. */
import { chmod, lstat, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { MascotError } from '../../errors.ts'
import { type PersonaPart, personaInvalid, readPersona } from '../../persona/load/load.ts'

/** Which file, read as which part of the persona. */
export interface FilePlace {
  readonly file: `${PersonaPart}.yaml`
  readonly part: PersonaPart
}

export interface FileChange {
  /** The new text; the same text: it stands there already. @throws {MascotError} */
  change(text: string): string
  /** Whether a file may be made where there is none. If absent, it may. */
  mayBegin?(): Promise<boolean>
}

/** One after the other in this process: each change is made to what the one before left. */
let last: Promise<unknown> = Promise.resolve()

/** @throws {MascotError} `persona-invalid`, with the file as it was: what is wrong with it, or that somebody saved it meanwhile */
export async function changeFile(folder: string, place: FilePlace, change: FileChange): Promise<void> {
  const mine = last.then(() => changed(folder, place, change))
  last = mine.catch(() => undefined)
  await mine
}

async function changed(folder: string, place: FilePlace, { change, mayBegin }: FileChange): Promise<void> {
  const file = path.join(folder, place.file)
  const { target, mode } = await placeOf(file)
  if (target === undefined && mayBegin && !(await mayBegin()))
    throw new MascotError('persona-invalid', `${place.file} is gone: put it back, then approve it again.`)
  const { text, next } = await orMistakes(folder, place, async () => {
    const text = target === undefined ? '' : await readText(target, place.file)
    return { text, next: change(text) }
  })
  if (next === text) return
  const whole = target ?? file
  const draft = `${whole}.new`
  try {
    await writeFile(draft, next)
    if (mode !== undefined) await chmod(draft, mode)
    const mistakes = await mistakesIn(folder, place.part, draft)
    if (mistakes) throw mistakes
    // An editor, or another process, saved while this one was being read through: theirs stays.
    const now = await readFile(whole, 'utf8').catch(unlessMissing)
    if ((now ?? '') !== text)
      throw new MascotError('persona-invalid', `${place.file} was saved by somebody else just now: try once more.`)
    await rename(draft, whole)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

/** What cannot be changed says first what is wrong with the file. */
async function orMistakes<T>(folder: string, { part }: FilePlace, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw (await mistakesIn(folder, part)) ?? error
  }
}

/** The file itself, behind links, and its rights; nothing where there is none. */
async function placeOf(file: string): Promise<{ readonly target?: string; readonly mode?: number }> {
  const found = await lstat(file).catch(unlessMissing)
  if (found === undefined) return {}
  const target = await realpath(file).catch(unlessMissing)
  if (target === undefined)
    throw new MascotError('persona-invalid', `${path.basename(file)} is a link that leads to a file that is not there.`)
  return { target, mode: (await stat(target)).mode & 0o7777 }
}

function unlessMissing(error: unknown): undefined {
  if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
}

/** `draft`: read in the place of the file. Scenes that are broken keep no answer out. */
async function mistakesIn(folder: string, part: FilePlace['part'], draft?: string): Promise<MascotError | undefined> {
  const { persona, problems, files } = await readPersona(folder, draft === undefined ? {} : { [part]: draft })
  if (part === 'scenes') {
    const ofScenes = problems.filter(({ file, severity }) => file === files.scenes.file && severity === 'error')
    return ofScenes.length > 0 ? personaInvalid(ofScenes) : undefined
  }
  if (persona !== undefined) return undefined
  // What follows from a mistake in this file may stand in another one, and is no answer to who changes this.
  const own = files[part].file
  const shown = problems.filter(({ file }) => file !== files.scenes.file)
  return personaInvalid([...shown.filter(({ file }) => file === own), ...shown.filter(({ file }) => file !== own)])
}

/** Bytes that are no text must not be written back as question marks. */
async function readText(target: string, file: string): Promise<string> {
  const bytes = await readFile(target)
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (cause) {
    throw new MascotError('persona-invalid', `${file} is not UTF-8: save it as UTF-8.`, { cause })
  }
}

/** In words for staff: the first mistake, without where the folder lies. */
export function whyUnwritten(error: unknown, folder: string): string {
  if (!(error instanceof MascotError)) return `The file cannot be written${codeOf(error)}; the log says more.`
  const [first = ''] = error.message.split('\n')
  return first.replaceAll(`${folder}/`, '')
}

/** As ` (EACCES)`. */
function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? ` (${error.code})` : ''
}
