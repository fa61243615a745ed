/** Words of a person wait since the window is closed: the fan is asked once to write again, where the platform lets us do so. */
import { createHash } from 'node:crypto'
import { DAY_MS } from '../domain/durations.ts'
import { isOfPerson } from '../domain/held-words.ts'
import type { Adapter } from '../ports/adapter.ts'
import type { Clock } from '../ports/clock.ts'
import type { KeyValues } from '../ports/key-values.ts'
import type { Parcel } from '../ports/outbox.ts'

/** As long as words of a person are waited for. */
const KEPT_MS = 30 * DAY_MS

export interface KnockDeps {
  readonly clock: Clock
  /** Where it is kept that a fan was asked. If absent, nobody is. */
  readonly asked?: Pick<KeyValues, 'add'>
}

/**
 * True when the fan was asked now. Once for each silence of theirs, whatever else comes to wait; what only the bot had to say asks nobody.
 * Its key tells nothing of the talk.
 * @throws {SendError} of the platform; it is not tried again, since the fan may have been asked
 */
export async function knock(
  { message, windows }: Parcel,
  adapter: Pick<Adapter, 'knock'>,
  { clock, asked }: KnockDeps,
): Promise<boolean> {
  if (!adapter.knock || !asked || message.kind !== 'text' || !isOfPerson(message)) return false
  const since = Math.max(0, ...windows.map((one) => one.since))
  const silence = createHash('sha256').update(`${message.threadId} ${since}`).digest('base64url')
  if ((await asked.add(`knock ${silence}`, 1, clock.now() + KEPT_MS)) > 1) return false
  return await adapter.knock(message.threadId, message.lang)
}
