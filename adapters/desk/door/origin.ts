/** Whether a request was meant for us: asked under a name of ours, and sent by our own page. */
import { hostname, networkInterfaces } from 'node:os'
import type { PageContext } from '#mascot'
import { Refusal } from '../refusal.ts'

export interface OriginCheck {
  /**
   * A foreign name that was made to point at this machine is no name of ours (DNS rebinding).
   * @throws {Refusal} 403
   */
  host(request: Request): void
  /** What changes something comes from our own page. @throws {Refusal} 403 */
  sender(request: Request): void
}

export function createOriginCheck({ host, publicUrl }: Pick<PageContext, 'host' | 'publicUrl'>): OriginCheck {
  const own = publicUrl === undefined ? undefined : new URL(publicUrl)
  const names = new Set(['localhost', '127.0.0.1', '[::1]', bracketed(host), ...(own ? [own.hostname] : [])])
  if (host === '0.0.0.0' || host === '::') for (const name of machineNames()) names.add(name)

  return {
    host({ url }) {
      if (!names.has(new URL(url).hostname))
        throw new Refusal(403, 'foreign-host', 'The desk is not served under this name. PUBLIC_URL names it.')
    },
    sender({ url, headers }) {
      const site = headers.get('sec-fetch-site')
      const origin = headers.get('origin')
      const isOurs =
        origin === null ? site === 'same-origin' : origin === own?.origin || hostOf(origin) === new URL(url).host
      if (!isOurs || (site !== null && site !== 'same-origin'))
        throw new Refusal(403, 'foreign-origin', 'This was sent from another page; nothing was done.')
    },
  }
}

/** Read as a browser writes it; undefined for `null` and for what is no origin. */
function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}

function machineNames(): string[] {
  const addresses = Object.values(networkInterfaces()).flatMap((found = []) => found.map(({ address }) => address))
  return [hostname().toLowerCase(), ...addresses.map(bracketed)]
}

function bracketed(host: string): string {
  return host.includes(':') ? `[${host}]` : host.toLowerCase()
}
