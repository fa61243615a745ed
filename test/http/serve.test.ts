/** What goes wrong in an answer of the HTTP server is the operator's to read, and nobody's who asked. */
import { expect, test } from 'vitest'
import { serve } from '../../src/http/serve.ts'
import { createLog } from '../../src/log.ts'
import type { Route } from '../../src/ports/adapter.ts'
import type { Watched } from '../../src/ports/watch.ts'

const watched: Watched = { metrics: async () => '', ready: () => Promise.reject(new Error('nobody asks')) }

test('a route that fails answers 500 without the reason, which is logged without what may be secret in its path', async () => {
  const lines: string[] = []
  const log = createLog({ level: 'info', destination: { write: (line) => void lines.push(line) } })
  const failing: Route = {
    method: 'POST',
    path: '/telegram/:secret',
    handle: () => Promise.reject(new Error('the table is gone')),
  }
  await using server = await serve({ host: '127.0.0.1', port: 0, routes: [failing], watched, log })
  const answer = await fetch(`${server.url}/telegram/hush-hush`, { method: 'POST' })
  expect(answer.status).toBe(500)
  expect(await answer.text()).not.toContain('table')
  expect(lines).toHaveLength(1)
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ route: '/telegram', err: { message: 'the table is gone' } })
  expect(lines.join('')).not.toContain('hush-hush')
})
