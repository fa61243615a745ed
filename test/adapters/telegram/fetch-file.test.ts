/** Files of fans on Telegram: brought once, and never one that is larger than bots may fetch. */
import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type RunningTelegram, runTelegram } from '../../support/telegram-adapter.ts'

const MB = 1024 * 1024

describe('a file of Telegram’s', () => {
  let running: RunningTelegram
  beforeEach(async () => {
    running = await runTelegram()
  })
  afterEach(() => running[Symbol.asyncDispose]())

  it('is brought once', async () => {
    const { server, adapter } = running
    const ref = `once-${Math.random()}`
    server.world.files.set(ref, { name: 'bag.jpg', bytes: Buffer.from('a picture') })
    const path = await adapter.fetchFile?.({ kind: 'photo', ref })
    expect(readFileSync(path ?? '', 'utf8')).toBe('a picture')
    expect(await adapter.fetchFile?.({ kind: 'photo', ref })).toBe(path)
  })

  it('that is said to be larger than 20 MB is not even asked about', async () => {
    const { server, adapter } = running
    const large = { isPermanent: true, message: expect.stringContaining('20 MB') }
    await expect(adapter.fetchFile?.({ kind: 'video', ref: 'film', size: 20 * MB + 1 })).rejects.toMatchObject(large)
    expect(server.calls('getFile')).toEqual([])
  })

  it('that the server calls too big is a permanent failure, and nothing is downloaded', async () => {
    const { server, adapter } = running
    server.world.files.set('film', { name: 'film.mp4', bytes: Buffer.from('x'), size: 21 * MB })
    await expect(adapter.fetchFile?.({ kind: 'video', ref: 'film' })).rejects.toMatchObject({ isPermanent: true })
    expect(server.calls('getFile')).toHaveLength(1)
  })
})
