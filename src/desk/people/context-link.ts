/** A signed link to what the shop or the CRM knows of a case's fan: shown to staff alone, good for a while. */
import { createHmac } from 'node:crypto'
import type { Case } from '../../domain/case.ts'
import { HOUR_MS } from '../../domain/durations.ts'
import { idOnPlatform, platformOf } from '../../domain/ids.ts'
import type { Clock } from '../../ports/clock.ts'

/** A card in a staff thread may have stood there since yesterday; the page shows a fresh one each time. */
const GOOD_MS = 24 * HOUR_MS

export type ContextLink = (one: Pick<Case, 'id' | 'accountId'>) => string | undefined

/**
 * `template`: `handoff.contextUrl`; `{fan}` is the account on its platform. Signed is the whole address up to `&sig=`, with
 * HMAC-SHA256 in hexadecimal; `exp` is in seconds since 1970. Undefined without a secret, or where no account is known.
 */
export function createContextLink(options: {
  readonly template: () => string | undefined
  readonly secret: string | undefined
  readonly clock: Pick<Clock, 'now'>
}): ContextLink {
  const { secret, clock } = options
  return ({ id, accountId }) => {
    const template = options.template()
    if (template === undefined || secret === undefined || accountId === undefined) return undefined
    const values = { fan: idOnPlatform(accountId), platform: platformOf(accountId), case: id }
    const url = new URL(
      template.replaceAll(/\{(fan|platform|case)\}/g, (_, name: keyof typeof values) =>
        encodeURIComponent(values[name]),
      ),
    )
    const exp = `exp=${Math.floor((clock.now() + GOOD_MS) / 1000)}`
    const whole = `${url.href}${url.search === '' ? (url.href.endsWith('?') ? '' : '?') : '&'}${exp}`
    return `${whole}&sig=${createHmac('sha256', secret).update(whole).digest('hex')}`
  }
}
