/** Pictures on other sites, fetched for fans: each once, none too large, none from this machine. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { systemClock } from '../../src/clock.ts'
import { MINUTE_MS } from '../../src/domain/durations.ts'
import { createPictures } from '../../src/shop/pictures.ts'
import { createManualClock } from '../support/manual-clock.ts'

async function openSite() {
  const asked: string[] = []
  const server = createServer((request, answer) => {
    asked.push(request.url ?? '')
    if (request.url === '/gone.png') answer.statusCode = 404
    if (request.url === '/moved.png') answer.writeHead(302, { location: '/tamper.png' })
    answer.end(request.url === '/large.png' ? Buffer.alloc(4 * 1024 * 1024) : Buffer.from([0x89, 0x50, 0xff, 0x00]))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    asked,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

it('comes byte by byte, and is asked for once', async () => {
  await using site = await openSite()
  const pictures = createPictures({ clock: systemClock, signal: new AbortController().signal, mayBePrivate: true })
  const [first, second] = await Promise.all([pictures(`${site.url}/tamper.png`), pictures(`${site.url}/tamper.png`)])
  expect([...(first ?? [])]).toEqual([0x89, 0x50, 0xff, 0x00])
  expect(second).toBe(first)
  expect(site.asked).toEqual(['/tamper.png'])
})

it('one that is gone, moved or too large is none, and is tried again a minute later', async () => {
  await using site = await openSite()
  const clock = createManualClock()
  const pictures = createPictures({ clock, signal: new AbortController().signal, mayBePrivate: true })
  for (const name of ['gone', 'moved', 'large']) expect(await pictures(`${site.url}/${name}.png`)).toBeUndefined()
  expect(await pictures(`${site.url}/gone.png`)).toBeUndefined()
  expect(site.asked).toEqual(['/gone.png', '/moved.png', '/large.png'])
  clock.advance(2 * MINUTE_MS)
  await pictures(`${site.url}/gone.png`)
  expect(site.asked).toHaveLength(4)
})

it('nothing of this machine is fetched, whatever a feed names', async () => {
  await using site = await openSite()
  const pictures = createPictures({ clock: systemClock, signal: new AbortController().signal })
  for (const address of [`${site.url}/tamper.png`, 'https://127.0.0.1/a.png', 'file:///etc/passwd', 'no address'])
    expect(await pictures(address)).toBeUndefined()
  expect(site.asked).toEqual([])
})
