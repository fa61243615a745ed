/**
 * A way into private. Discord has no link that carries anything along, so under our messages the link is a button: pressed,
 * it opens the fan's private channel, and `/start payload` is heard there. Anywhere else it leads to the bot's profile,
 * where a message can be written.
 */
import type { Clock, InboundMessage } from '#mascot'
import type { Api } from '../wire/api.ts'
import { failureOf } from '../wire/errors.ts'
import type { Place, Places } from '../wire/places.ts'
import { threadOf } from '../wire/thread.ts'

const RETRY_MS = [1_000, 5_000, 15_000] as const

export interface DoorDeps {
  readonly api: Api
  readonly places: Places
  readonly clock: Clock
  readonly signal: AbortSignal
}

/** The press as heard in private, and where that is. @throws what the API throws when the channel cannot be opened */
export async function throughDoor(
  press: InboundMessage,
  payload: string,
  userId: string,
  { api, places, clock, signal }: DoorDeps,
): Promise<{ readonly place: Place; readonly message: InboundMessage }> {
  const open = async () => places.learn(await api('POST', '/users/@me/channels', { body: { recipient_id: userId } }))
  let place: Place | undefined
  for (const waitMs of [...RETRY_MS, undefined]) {
    try {
      place = await open()
      break
    } catch (error) {
      const { isPermanent, retryAfterMs } = failureOf(error)
      if (isPermanent || waitMs === undefined || signal.aborted) throw error
      await clock.sleep(retryAfterMs ?? waitMs, signal)
    }
  }
  if (!place?.isDirect) throw new TypeError('no private channel')
  const { button: _, threadTitle: __, isStaffThread: ___, ...kept } = press
  const command = { name: 'start', args: payload }
  const text = `/start ${payload}`.trim()
  return { place, message: { ...kept, threadId: threadOf(place.id), surface: 'direct', text, command } }
}
