/** Files that staff mean to send: kept for some days, closed to others, found by their id alone. */
import { mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createUploads } from '../../../src/desk/threads/uploads.ts'
import { caseId } from '../../../src/domain/ids.ts'
import { createManualClock } from '../../support/manual-clock.ts'

const DAY_MS = 86_400_000
let root: string
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'mascot-uploads-'))
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

describe('an upload', () => {
  test('is kept under a name nobody can guess, for this user alone', async () => {
    const folder = join(root, 'deep/uploads')
    const uploads = createUploads(folder, createManualClock())
    const id = await uploads.keep({ name: 'the bag.png', bytes: Buffer.from('bytes') })
    expect(id).toMatch(/^[\w-]{32}$/)
    expect(await uploads.find(id)).toEqual({ kind: 'photo', ref: id, name: 'the bag.png' })
    const path = await uploads.fetchFile({ kind: 'photo', ref: id })
    expect(path).toBe(join(folder, id, 'the bag.png'))
    expect(readFileSync(path, 'utf8')).toBe('bytes')
    expect(statSync(path).mode & 0o077).toBe(0)
    expect(statSync(join(folder, id)).mode & 0o077).toBe(0)
  })

  test.each([
    ['menu.pdf', 'document'],
    ['bag.JPG', 'photo'],
    ['run.mp4', 'video'],
    ['drawing.svg', 'document'],
    ['noextension', 'document'],
  ])('%s goes out as a %s', async (name, kind) => {
    const uploads = createUploads(join(root, 'kinds'), createManualClock())
    expect(await uploads.find(await uploads.keep({ name, bytes: Buffer.from('x') }))).toMatchObject({ kind, name })
  })

  test.each(['', '.', '..', '../..', 'x', '../uploads', 'a/b', 'a'.repeat(31), `${'a'.repeat(31)}/`])(
    'is not found by %j',
    async (id) => {
      writeFileSync(join(root, 'outside.txt'), 'a secret')
      const uploads = createUploads(join(root, 'none'), createManualClock())
      expect(await uploads.find(id)).toBeUndefined()
      await expect(uploads.fetchFile({ kind: 'document', ref: id })).rejects.toThrow('not kept any more')
    },
  )

  test('is deleted after three days, and nothing else is', async () => {
    const folder = join(root, 'old')
    const clock = createManualClock({ startsAt: Date.now() })
    const uploads = createUploads(folder, clock)
    expect(await uploads.expire()).toBe(0)
    const [old, young] = [
      await uploads.keep({ name: 'old.txt', bytes: Buffer.from('x') }),
      await uploads.keep({ name: 'young.txt', bytes: Buffer.from('x') }),
    ]
    writeFileSync(join(folder, 'not-ours.txt'), 'x')
    utimesSync(join(folder, old), new Date(clock.now() - 3 * DAY_MS - 1), new Date(clock.now() - 3 * DAY_MS - 1))
    expect(await uploads.expire()).toBe(1)
    expect(await uploads.find(old)).toBeUndefined()
    expect(await uploads.find(young)).toBeDefined()
    expect(statSync(join(folder, 'not-ours.txt')).isFile()).toBe(true)
  })

  test('that was put on a case and never sent goes with its fan, and no other does', async () => {
    const uploads = createUploads(join(root, 'cases'), createManualClock())
    const file = { name: 'for ana.pdf', bytes: Buffer.from('x') }
    const [hers, his] = [await uploads.keep(file, caseId('hers')), await uploads.keep(file, caseId('his'))]
    const loose = await uploads.keep(file)
    expect(await uploads.find(hers)).toMatchObject({ name: 'for ana.pdf' })
    await uploads.forget([], [caseId('hers')])
    expect(await uploads.find(hers)).toBeUndefined()
    for (const id of [his, loose]) expect(await uploads.find(id)).toMatchObject({ name: 'for ana.pdf' })
  })
})
