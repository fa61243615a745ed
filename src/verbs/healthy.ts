/** `mascot doctor --healthy`: whether the running program is well. Asked every half minute, it loads no more than that needs. */
import { type Config, loadEnvFile, parseConfig } from '../config.ts'
import { SECOND_MS } from '../domain/durations.ts'
import { MascotError } from '../errors.ts'
import type { RunVerb } from './verb.ts'

const PATIENCE_MS = 5 * SECOND_MS

export const doctorOrHealthy: RunVerb = async (input) => {
  if (input.values.healthy === true) return await healthy()
  return await (await import('./doctor.ts')).doctor(input)
}

/** Asks the running program. A model that is out is no reason to end it: fans are answered without. */
async function healthy(): Promise<number> {
  loadEnvFile()
  const { http, metrics } = parseConfig(process.env)
  const url = `${baseOf(metrics.address ?? http)}/readyz`
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) })
    const words = (await answer.text()).trim()
    ;(answer.ok ? process.stdout : process.stderr).write(`${words}\n`)
    return answer.ok ? 0 : 1
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
    process.stderr.write(`Nothing answers at ${url} (${cause instanceof Error ? cause.message : String(cause)}).\n`)
    return 1
  }
}

function baseOf({ host, port }: Config['http']): string {
  if (port === 0) throw new MascotError('usage', 'HTTP_PORT is 0, any free port: set one, so that it can be asked.')
  const own = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '[::1]' : host.includes(':') ? `[${host}]` : host
  return `http://${own}:${port}`
}
