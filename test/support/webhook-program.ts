/**
 * The whole program on a QQ, a WhatsApp and a WeChat of ours, as a process that can be killed: `node webhook-program.ts PORT`, all else in the
 * environment. Every message is a turn of its own. It says `listening` once its addresses are served.
 */
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { createAdaptorServer } from '@hono/node-server'
import { catalog } from '../../adapters/catalog.ts'
import { systemClock } from '../../src/clock.ts'
import { parseConfig } from '../../src/config.ts'
import { createLog } from '../../src/log.ts'
import { loadPersona } from '../../src/persona/load/load.ts'
import { startMascot } from '../../src/program/mascot.ts'
import { adaptersOf } from '../../src/verbs/adapters-of.ts'
import { keepCompiled } from './keep-compiled.ts'

const config = parseConfig(process.env)
const loaded = await loadPersona(fileURLToPath(new URL('../../personas/coffee', import.meta.url)))
const adapters = await adaptersOf(config, catalog)
await startMascot({
  ...{ config, adapters, clock: systemClock, log: createLog({ level: 'error' }), leaseMs: 600 },
  persona: { ...loaded, manners: { ...loaded.manners, burst: 'each', limits: 'off' } },
})
const routes = adapters.flatMap((adapter) => adapter.routes?.() ?? [])
const server = createAdaptorServer({
  fetch: async (request: Request) => {
    const { pathname } = new URL(request.url)
    const route = routes.find(({ method, path }) => method === request.method && path === pathname)
    return route ? await route.handle(request) : new Response('not found', { status: 404 })
  },
})
keepCompiled()
server.listen(Number(process.argv[2]), '127.0.0.1')
await once(server, 'listening')
process.stdout.write('listening\n')
