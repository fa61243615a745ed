import { expect, it } from 'vitest'
import { createPushRoute, plainAnswer } from '../../src/http/pushes.ts'

it('a body that stops coming is let go, and holds up nobody who waits for the pushes in hand', async () => {
  let answered = 0
  const { route, idle } = createPushRoute(
    '/push',
    10,
    async (_, body) => {
      answered += 1
      return plainAnswer(200, String(body?.length))
    },
    5,
  )
  const push = (body: string | ReadableStream) =>
    new Request('http://mascot/push', { method: 'POST', body, duplex: 'half' } as RequestInit)
  const stalled = route.handle(push(new ReadableStream({ pull: () => new Promise(() => {}) })))
  await idle()
  expect((await stalled).status).toBe(408)
  expect(answered).toBe(0)
  expect(await (await route.handle(push('hello'))).text()).toBe('5')
  expect(await (await route.handle(push('hello and more'))).text()).toBe('undefined')
})
