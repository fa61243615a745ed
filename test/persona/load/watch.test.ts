import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { MascotError } from '../../../src/errors.ts'
import { loadPersona } from '../../../src/persona/load/load.ts'
import { watchPersona } from '../../../src/persona/load/watch.ts'
import type { Persona } from '../../../src/persona/persona.ts'
import { personaFolder, smallest } from './folder.ts'

/** What the watcher tells, one after the other; each call waits for the next. */
async function watching(folder: string, known?: Persona) {
  const told: (Persona | MascotError)[] = []
  const waiting: ((result: Persona | MascotError) => void)[] = []
  const abort = new AbortController()
  onTestFinished(() => abort.abort())
  await watchPersona(
    folder,
    (result) => {
      const next = waiting.shift()
      if (next === undefined) told.push(result)
      else next(result)
    },
    abort.signal,
    known,
  )
  const next = (): Promise<Persona | MascotError> => {
    const first = told.shift()
    return first === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(first)
  }
  return { next, told, abort }
}

test('a saved edit is told as the new persona', async () => {
  const folder = await personaFolder({ 'persona.yaml': smallest })
  const { next } = await watching(folder)
  await writeFile(join(folder, 'persona.yaml'), smallest.replace('Pip', 'Pop'))
  expect(await next()).toMatchObject({ name: 'Pop' })
})

test('what was saved between reading and watching is told, and an untouched persona is not read again', async () => {
  const folder = await personaFolder({ 'persona.yaml': smallest })
  const touched = await personaFolder({ 'persona.yaml': smallest })
  const { told: ofUntouched } = await watching(folder, await loadPersona(folder))
  const known = await loadPersona(touched)
  await writeFile(join(touched, 'persona.yaml'), smallest.replace('Pip', 'Pop'))
  const { next } = await watching(touched, known)
  expect(await next()).toMatchObject({ name: 'Pop' })
  expect(ofUntouched).toEqual([])
})

test('a broken edit is told as the error, and the repaired one as the persona', async () => {
  const folder = await personaFolder({ 'persona.yaml': smallest })
  const { next } = await watching(folder)
  await writeFile(join(folder, 'persona.yaml'), 'name: 5\n')
  const error = await next()
  expect(error).toBeInstanceOf(MascotError)
  expect(error).toMatchObject({ code: 'persona-invalid', message: expect.stringContaining('persona.yaml:1:7 name:') })
  await writeFile(join(folder, 'persona.yaml'), smallest)
  expect(await next()).toMatchObject({ name: 'Pip' })
})

test('write-then-rename, and two files saved together, are one call each', async () => {
  const folder = await personaFolder({ 'persona.yaml': smallest })
  const { next, told } = await watching(folder)
  await writeFile(join(folder, 'persona.yaml~'), smallest.replace('Pip', 'Pop'))
  await rename(join(folder, 'persona.yaml~'), join(folder, 'persona.yaml'))
  expect(await next()).toMatchObject({ name: 'Pop', answers: [] })
  await writeFile(join(folder, 'answers.yaml'), 'answers:\n  - {id: a, asks: [x], answer: y}\n')
  await writeFile(join(folder, 'persona.yaml'), smallest.replace('Pip', 'Pup'))
  expect(await next()).toMatchObject({ name: 'Pup', answers: [{ id: 'a' }] })
  expect(told).toEqual([])
})

test('a file that was there and is gone keeps the old persona, until it is back', async () => {
  const answers = 'answers:\n  - {id: a, asks: [x], answer: y}\n'
  const folder = await personaFolder({ 'persona.yaml': smallest, 'answers.yaml': answers })
  const { next } = await watching(folder)
  await rename(join(folder, 'answers.yaml'), join(folder, 'x'))
  expect(await next()).toMatchObject({
    code: 'persona-invalid',
    message: expect.stringMatching(/answers\.yaml: was there and is gone: put it back/),
  })
  await writeFile(join(folder, 'persona.yaml'), smallest.replace('Pip', 'Pop'))
  await writeFile(join(folder, 'answers.yaml'), answers)
  expect(await next()).toMatchObject({ name: 'Pop', answers: [{ id: 'a' }] })
})

test('other files, and a save without a change, tell nothing', async () => {
  const folder = await personaFolder({ 'persona.yaml': smallest })
  const { next, told } = await watching(folder)
  await writeFile(join(folder, 'notes.txt'), 'x')
  await writeFile(join(folder, 'persona.yaml'), `${smallest}# a comment\n`)
  await writeFile(join(folder, 'persona.yaml'), smallest.replace('Pip', 'Pop'))
  expect(await next()).toMatchObject({ name: 'Pop' })
  expect(told).toEqual([])
})

test('an aborted signal watches nothing', async () => {
  const folder = await personaFolder({ 'persona.yaml': smallest })
  const calls: unknown[] = []
  await watchPersona(folder, (result) => calls.push(result), AbortSignal.abort())
  expect(calls).toEqual([])
})

test('a signal aborted while the folder is still being read leaves nothing open', async () => {
  const folder = await personaFolder({ 'persona.yaml': smallest })
  const before = process.getActiveResourcesInfo().filter((resource) => /FSEvent|FSWatcher/i.test(resource)).length
  const abort = new AbortController()
  const watching = watchPersona(folder, () => {}, abort.signal)
  abort.abort()
  await watching
  const after = process.getActiveResourcesInfo().filter((resource) => /FSEvent|FSWatcher/i.test(resource)).length
  expect(after).toBe(before)
})

test('what was saved while the start was still on its way is told too', async () => {
  const folder = await personaFolder({ 'persona.yaml': smallest })
  const read = await loadPersona(folder)
  await writeFile(join(folder, 'persona.yaml'), smallest.replace('Pip', 'Pop'))
  const abort = new AbortController()
  onTestFinished(() => abort.abort())
  const told = Promise.withResolvers<Persona | MascotError>()
  await watchPersona(folder, told.resolve, abort.signal, read)
  expect(await told.promise).toMatchObject({ name: 'Pop' })
})
