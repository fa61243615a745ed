/** Who may read metrics: figures of a business, and none of its visitors'. */
import { createHash, timingSafeEqual } from 'node:crypto'

/** Whoever shows the token; whoever reaches the server; who asks from this machine; nobody. */
export type MetricsReaders = { readonly token: string } | 'all' | 'this machine' | 'nobody'

const LOOPBACK = /^(?:127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/
/** Also of a name that a page made to lead here: a browser sends it as it stands in the address. */
const OWN_NAME = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?::\d+)?$/i
/** A proxy on this machine asks for somebody elsewhere. */
const FORWARDING = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via']

export function mayRead(whom: MetricsReaders, headers: Headers, peer: string | undefined): boolean {
  if (whom === 'all' || whom === 'nobody') return whom === 'all'
  if (whom !== 'this machine') return shows(headers, whom.token)
  return (
    peer !== undefined &&
    LOOPBACK.test(peer) &&
    OWN_NAME.test(headers.get('host') ?? '') &&
    !FORWARDING.some((name) => headers.has(name))
  )
}

/** `Authorization: Bearer TOKEN`; the scheme in any case, as RFC 9110 has it. */
export function shows(headers: Headers, token: string): boolean {
  return isSame(/^bearer +(.*)$/is.exec(headers.get('authorization') ?? '')?.[1] ?? '', token)
}

/** In the same time, however much of it is right. */
function isSame(given: string, right: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(given), hash(right))
}
