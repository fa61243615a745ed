/** What goes wrong in an answer of the HTTP server is the operator's to read, and nobody's who asked. */
import { expect, test } from 'vitest'
import { nothing } from '../../src/domain/spent.ts'
import { serve } from '../../src/http/serve.ts'
import { createLog } from '../../src/log.ts'
import type { Route } from '../../src/ports/adapter.ts'
import { createManualClock } from '../support/manual-clock.ts'
import { sqliteTestDatabase, useStore } from '../support/store-harness.ts'

const under = useStore(sqliteTestDatabase)

test('a route that fails answers 500 without the reason, which is logged without what may be secret in its path', async () => {
  const lines: string[] = []
  const log = createLog({ level: 'info', destination: { write: (line) => void lines.push(line) } })
  const failing: Route = {
    method: 'POST',
    path: '/telegram/:secret',
    handle: () => Promise.reject(new Error('the table is gone')),
  }
  const clock = createManualClock()
  const options = { host: '127.0.0.1', port: 0, routes: [failing], store: under.store, clock, log }
  await using server = await serve({ ...options, spent: () => nothing })
  const answer = await fetch(`${server.url}/telegram/hush-hush`, { method: 'POST' })
  expect(answer.status).toBe(500)
  expect(await answer.text()).not.toContain('table')
  expect(lines).toHaveLength(1)
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ route: '/telegram', err: { message: 'the table is gone' } })
  expect(lines.join('')).not.toContain('hush-hush')
})
