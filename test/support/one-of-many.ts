/**
 * One of several processes of a brand, with the adapters of its environment: `node one-of-many.ts SKEW_MS [PERSONA_MANNERS]`. Its clock differs
 * by so many ms from the machine's; its log is written to standard output, a JSON line each.
 */
import { catalog } from '../../adapters/catalog.ts'
import { systemClock } from '../../src/clock.ts'
import { parseConfig } from '../../src/config.ts'
import { createLog } from '../../src/log.ts'
import { loadPersona } from '../../src/persona/load/load.ts'
import { startMascot } from '../../src/program/mascot.ts'
import { adaptersOf } from '../../src/verbs/adapters-of.ts'
import { keepCompiled } from './keep-compiled.ts'

const [skewMs = '0'] = process.argv.slice(2)
const config = parseConfig(process.env)
const loaded = await loadPersona(config.persona)
keepCompiled()
const mascot = await startMascot({
  config,
  persona: { ...loaded, manners: { ...loaded.manners, burst: 'each', limits: 'off' } },
  adapters: await adaptersOf(config, catalog),
  clock: { ...systemClock, now: () => Date.now() + Number(skewMs) },
  isOneOfMany: true,
  log: createLog({ level: 'info', destination: process.stdout }),
})
process.stdout.write(`${JSON.stringify({ msg: 'ready' })}\n`)
process.on('SIGTERM', () => void mascot.stop().then(() => process.exit(0)))
