/** Look-ups of the running program: the shop, the counters of this brand, and whoever sends its codes. */
import { randomUUID } from 'node:crypto'
import type { Config } from '../config.ts'
import type { LookUp } from '../domain/look-up.ts'
import type { Log } from '../log.ts'
import { sign } from '../outbox/webhooks/sign.ts'
import { isReserved, recordedLookUps } from '../persona/look-ups/recorded.ts'
import type { Persona } from '../persona/persona.ts'
import type { Clock } from '../ports/clock.ts'
import type { LookUps } from '../ports/look-ups.ts'
import type { Counts } from '../ports/short-term.ts'
import { createSmtpMail, createWebhookMail } from '../shop/code-mail.ts'
import { createLookUps, type SendMail } from '../shop/create-look-ups.ts'

export function openLookUps(options: {
  readonly config: Pick<Config, 'shop' | 'codes'>
  readonly persona: () => Persona
  readonly counts: Counts
  readonly clock: Clock
  readonly log: Log
  readonly signal: AbortSignal
}): LookUps {
  const { config, persona, counts, clock, log } = options
  const mail = mailOf(options)
  const recorded = recordedLookUps(persona().manners.timeZone)
  const real = createLookUps({
    ...{ counts, clock, log },
    env: (name) => config.shop[name],
    timeZone: () => persona().manners.timeZone,
    ...(mail ? { mail } : {}),
  })
  const of = (lookUp: LookUp): LookUps => (isReserved(lookUp.request.url) ? recorded : real)
  return {
    ...real,
    ask: async (lookUp, given, more) => await of(lookUp).ask(lookUp, given, more),
    // A made-up shop has made-up addresses: nothing is sent there, and the code is the one of rehearsals.
    sendsCodes: (lookUp) => of(lookUp).sendsCodes(lookUp),
    newCode: (lookUp) => of(lookUp).newCode(lookUp),
    sendCode: async (code, abort) => await of(code.lookUp).sendCode(code, abort),
    async act(action, given, abort) {
      return await (isReserved(action.request.url) ? recorded : real).act(action, given, abort)
    },
  }
}

function mailOf({ config: { codes }, clock, signal }: Parameters<typeof openLookUps>[0]): SendMail | undefined {
  if (!codes) return undefined
  if ('smtp' in codes) return createSmtpMail({ url: codes.smtp, from: codes.from })
  const { url, secrets, mayBePrivate } = codes
  return createWebhookMail({
    ...{ url, mayBePrivate, clock, signal },
    sign: (body) => ({ ...sign(secrets, { id: randomUUID(), body }, clock.now()) }),
  })
}
