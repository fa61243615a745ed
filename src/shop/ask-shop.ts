/** One look-up at the shop: the request made of what the fan told, tried again where it could not be reached, and what came back. */
import { SECOND_MS } from '../domain/durations.ts'
import type { Given, LookUpRequest } from '../domain/look-up.ts'
import type { ShopAnswer } from '../persona/look-ups/read-outcome.ts'
import type { Clock } from '../ports/clock.ts'
import { exchange } from '../reach/exchange.ts'

/** A JSON answer about one thing is small. */
const MOST_BYTES = 256 * 1024
const PAUSE_MS = 300

export interface AskDeps {
  /** A variable of the environment. */
  readonly env: (name: string) => string | undefined
  readonly clock: Clock
}

/** @throws {Error} whose message tells why there was no answer; it holds neither what the fan told nor a secret */
export async function askShop(
  request: LookUpRequest,
  given: Given,
  { env, clock }: AskDeps,
  signal: AbortSignal,
): Promise<ShopAnswer> {
  const wire = wireOf(request, given, env)
  for (let tried = 0; ; tried += 1) {
    const isLast = tried >= request.retries
    try {
      const { status, type, body } = await exchange({
        ...wire,
        method: request.method,
        limitMs: request.seconds * SECOND_MS,
        mostBytes: MOST_BYTES,
        mayBePrivate: request.mayBePrivate,
        clock,
        signal,
      })
      if (isLast || !(status === 429 || status >= 500)) return { status, json: jsonIn(type, body) }
    } catch (error) {
      if (isLast || signal.aborted) throw error
    }
    await clock.sleep(PAUSE_MS * (tried + 1), signal)
  }
}

function jsonIn(type: string, body: string): unknown {
  if (!/^application\/(?:[\w.+-]+\+)?json$/.test(type)) return undefined
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

/** What a fan told stands behind the host only, and each as one part that cannot become several. @throws {Error} for a variable that is not there */
function wireOf(request: LookUpRequest, given: Given, env: AskDeps['env']) {
  const [, origin = '', rest = ''] = /^(https?:\/\/[^/?#]*)(.*)$/s.exec(request.url) ?? []
  const url = new URL(origin + filled(rest, given, asPart))
  for (const [name, value] of Object.entries(request.query)) url.searchParams.append(name, filled(value, given, asIs))
  if (url.origin !== new URL(origin).origin) throw new Error('the address would lead to another host')
  const headers: Record<string, string> = { accept: 'application/json', 'user-agent': 'mascot-lookups/1' }
  for (const [name, value] of Object.entries(request.headers))
    headers[name.toLowerCase()] = value.replaceAll(/\{env:([A-Z0-9_]+)\}/g, (_, variable: string) => {
      const found = env(variable)
      if (found === undefined || found === '') throw new Error(`${variable} is not in the environment`)
      return found
    })
  if (request.body === undefined) return { url, headers }
  headers['content-type'] = 'application/json'
  const body = Object.fromEntries(
    Object.entries(request.body).map(([name, value]) => [name, filled(value, given, asIs)]),
  )
  return { url, headers, body: JSON.stringify(body) }
}

const asIs = (value: string): string => value

/** A part that is nothing but dots would climb in the path. */
function asPart(value: string): string {
  return /^\.+$/.test(value) ? '-' : encodeURIComponent(value)
}

function filled(template: string, given: Given, as: (value: string) => string): string {
  return template.replaceAll(/\{([^}]*)\}/g, (_, need: string) => as(given[need] ?? ''))
}
