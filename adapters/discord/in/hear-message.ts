/** A live message on its way in: in the order of its channel, behind what was missed there, held until it is durable. */
import { ChannelType } from 'discord.js'
import type { Clock } from '#mascot'
import { failureOf } from '../wire/errors.ts'
import type { WireMessage } from '../wire/payload.ts'
import type { Place, Places } from '../wire/places.ts'
import { before } from '../wire/snowflake.ts'
import type { Absence } from './absence.ts'
import { type AdministratorDeps, withRank } from './administrators.ts'
import type { CatchUp } from './catch-up.ts'
import type { ChannelQueues } from './channel-queues.ts'
import type { InSight } from './in-sight.ts'
import { inboundMessage, type Reader } from './inbound.ts'
import type { Awaited, Progress } from './progress.ts'

const FIND_RETRY_MS = 2_000

export interface HearMessageDeps extends AdministratorDeps {
  readonly progress: Progress
  readonly queues: ChannelQueues
  readonly places: Places
  readonly catchUp: CatchUp
  readonly absence: Pick<Absence, 'missedSince' | 'leftSince'>
  readonly inSight: InSight
  readonly reader: Reader
  /** The last message heard in each channel that has a conversation. */
  readonly heard: Map<string, string>
  readonly clock: Clock
  readonly signal: AbortSignal
}

/** Resolves when the message is durable, says nothing, or was given up because the adapter stops. `event`: the one it came with. */
export async function hearMessage(
  message: WireMessage,
  event: Awaited | undefined,
  deps: HearMessageDeps,
): Promise<void> {
  const { progress, queues, places, catchUp, inSight, reader, heard, signal } = deps
  const { id, channel_id: channelId, guild_id: guildId } = message
  if (guildId === undefined && !places.of(channelId)) places.learn({ id: channelId, type: ChannelType.DM })
  // As it stood when this was said: by the time its turn has come the thread may be gone, and what it was with it.
  const known = places.of(channelId)
  const hold = progress.hold(before(id))
  const leftSince = deps.absence.leftSince(channelId)
  const isStranger = places.of(channelId)?.isDirect && !heard.has(channelId) && !queues.isBusy(channelId)
  const missedSince = leftSince ?? (isStranger ? deps.absence.missedSince() : undefined)
  if (missedSince !== undefined) void catchUp.read(channelId, missedSince)
  if (queues.isBusy(channelId)) catchUp.hurry(channelId)
  await queues.queue(channelId, async () => {
    const place = (await findPlace(channelId, deps)) ?? known
    const said = inboundMessage(message, place, reader)
    if (!said) return
    const messages = [await withRank(said, message, deps)]
    const tells = inSight.tells(place, id)
    const events = heard.has(channelId) ? tells : []
    if (await queues.keep({ messages, events }, { id, hold, ...(event ? { event } : {}) })) heard.set(channelId, id)
  })
  // What was given up because the adapter stops is read again by the next run.
  if (!signal.aborted) hold.release()
}

/** A thread that is unknown may be a staff thread, so its channel is asked for, until Discord answers. */
async function findPlace(channelId: string, { places, clock, signal }: HearMessageDeps): Promise<Place | undefined> {
  while (!signal.aborted) {
    try {
      return await places.find(channelId)
    } catch (error) {
      await clock.sleep(failureOf(error).retryAfterMs ?? FIND_RETRY_MS, signal)
    }
  }
  return undefined
}
