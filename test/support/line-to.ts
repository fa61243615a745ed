/** A cable between us and a server: cut, what is said on it goes nowhere and nobody is told; mended, it serves new connections. */
import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

export async function lineTo(url: string) {
  const server = new URL(url)
  const cable = { isCut: false }
  const sockets = new Set<Socket>()
  const door = createServer((near) => {
    const far = connect(Number(server.port), server.hostname)
    let isDead = false
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from)
      from.on('data', (chunk) => {
        isDead ||= cable.isCut
        if (!isDead) to.write(chunk)
      })
      from.on('error', () => to.destroy())
      from.on('close', () => to.destroy())
    }
  })
  await once(door.listen(0, '127.0.0.1'), 'listening')
  const address = door.address()
  const here = new URL(url)
  here.hostname = '127.0.0.1'
  here.port = String(typeof address === 'object' && address ? address.port : 0)
  return {
    url: here.href,
    cut() {
      cable.isCut = true
    },
    mend() {
      cable.isCut = false
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      await new Promise<void>((resolve) => door.close(() => resolve()))
    },
  }
}
