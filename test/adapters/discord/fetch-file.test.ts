/** Files of fans on Discord: brought once, from Discord's servers alone. */
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createFetchFile } from '../../../adapters/discord/in/fetch-file.ts'

let server: Server
let apiRoot: string
const asked: string[] = []
beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? '')
    if (request.url === '/files/bag.png') response.end('a picture')
    else if (request.url === '/files/long.bin') response.end(Buffer.alloc(25 * 1024 * 1024 + 1))
    else if (request.url === '/files/away') response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end()
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  apiRoot = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`
})
afterAll(() => server.close())

describe('a file of Discord’s', () => {
  const file = (name: string, ref = `${apiRoot} ${name}`) => ({
    ...{ kind: 'photo' as const, ref, name, url: new URL(`/files/${name}`, apiRoot).href },
  })

  it('is brought once', async () => {
    const fetchFile = createFetchFile({ apiRoot })
    const path = await fetchFile(file('bag.png'))
    expect([path.endsWith('.png'), readFileSync(path, 'utf8')]).toEqual([true, 'a picture'])
    expect(await fetchFile(file('bag.png'))).toBe(path)
    expect(asked.filter((url) => url === '/files/bag.png')).toHaveLength(1)
  })

  it('that is gone, or leads elsewhere, is not', async () => {
    const fetchFile = createFetchFile({ apiRoot })
    await expect(fetchFile(file('gone.png'))).rejects.toMatchObject({ isPermanent: true })
    await expect(fetchFile(file('away'))).rejects.toMatchObject({ code: 'send-failed' })
  })

  it('that is said to be larger than 25 MB is not asked for; one that turns out to be is not kept', async () => {
    const fetchFile = createFetchFile({ apiRoot })
    const large = { isPermanent: true, message: expect.stringContaining('25 MB') }
    await expect(fetchFile({ ...file('film.mp4'), size: 25 * 1024 * 1024 + 1 })).rejects.toMatchObject(large)
    expect(asked).not.toContain('/files/film.mp4')
    await expect(fetchFile(file('long.bin'))).rejects.toMatchObject(large)
  })

  it.each([
    'http://127.0.0.1:9/latest/meta-data',
    'file:///etc/passwd',
    'https://cdn.discordapp.com.evil.example/x',
    'x',
  ])('is not looked for at %s', async (url) => {
    await expect(createFetchFile({})({ kind: 'photo', ref: '1', url })).rejects.toMatchObject({ isPermanent: true })
  })
})
