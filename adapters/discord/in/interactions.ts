/** Slash commands, buttons and selects: acknowledged within Discord's three seconds whatever happens, and heard as messages. */
import {
  ApplicationCommandType,
  ComponentType,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
} from 'discord.js'
import type { AdapterLog, Clock, InboundMessage } from '#mascot'
import type { Api } from '../wire/api.ts'
import { buttonValue } from '../wire/button-value.ts'
import { failureOf } from '../wire/errors.ts'
import type { InteractionTokens } from '../wire/interaction-tokens.ts'
import { payloadOf } from '../wire/link.ts'
import { type Interaction, isInteraction, isRecord, records } from '../wire/payload.ts'
import { mayManage } from '../wire/permissions.ts'
import type { Place, Places } from '../wire/places.ts'
import { isSnowflake } from '../wire/snowflake.ts'
import { accountOf, threadOf } from '../wire/thread.ts'
import type { ChannelQueues } from './channel-queues.ts'
import { placed, type Reader } from './inbound.ts'
import { pressedLabel } from './pressed-label.ts'
import { throughDoor } from './private-door.ts'

/** Durable first, acknowledged second; but Discord gives up after 3 s, the way there and back included. */
const ACKNOWLEDGE_WITHIN_MS = 1_500
/** It came twice, and the first has seen to it. */
const ALREADY_ACKNOWLEDGED = 40060
const PLACEHOLDER_RETRY_MS = [1_000, 5_000, 30_000] as const

export interface InteractionDeps {
  readonly api: Api
  readonly interactions: InteractionTokens
  readonly queues: ChannelQueues
  readonly places: Places
  readonly reader: Reader
  readonly applicationId: string
  readonly clock: Clock
  readonly log: AdapterLog
  readonly signal: AbortSignal
}

export async function hearInteraction(data: unknown, deps: InteractionDeps): Promise<void> {
  if (!isInteraction(data)) return
  const place = placeOf(data, deps.places)
  if (!place) return
  const message = interactionMessage(data, place, deps.reader, deps.clock.now())
  if (!message) return
  // Kept before anybody can answer: what answers it waits until Discord knows that we have it.
  const ready = Promise.withResolvers<boolean>()
  const { token } = data
  if (!place.isDirect)
    deps.interactions.keep(
      message.id,
      { token, applicationId: deps.applicationId, isReady: ready.promise },
      deps.clock.now(),
    )
  const kept = new AbortController()
  const durable = hear(message, place, data, deps).then(() => kept.abort())
  await Promise.race([durable, deps.clock.sleep(ACKNOWLEDGE_WITHIN_MS, kept.signal)])
  const isCommand = message.command !== undefined
  const isAcknowledged = await acknowledge(data, isCommand, deps)
  await durable
  // The answer comes as an ordinary message, so the "thinking…" that only the fan sees goes away.
  if (isCommand && isAcknowledged) await removePlaceholder(token, deps)
  ready.resolve(isAcknowledged)
}

/** Resolves when it is durable. Never rejects. */
async function hear(message: InboundMessage, place: Place, data: Interaction, deps: InteractionDeps): Promise<void> {
  const { queues, log } = deps
  const payload = payloadOf(message)
  const keep = (channelId: string, heard: InboundMessage) =>
    queues.queue(channelId, async () => void (await queues.keep({ messages: [heard] })))
  if (payload === undefined) return await keep(place.id, message)
  try {
    const inside = await throughDoor(message, payload, userOf(data), deps)
    await keep(inside.place.id, inside.message)
  } catch (error) {
    log.warn({ reason: failureOf(error).reason }, 'a private channel could not be opened for a fan')
  }
}

function placeOf({ channel, channel_id, guild_id }: Interaction, places: Places): Place | undefined {
  const id = isRecord(channel) ? channel.id : channel_id
  const guild = isSnowflake(guild_id) ? guild_id : undefined
  return (isSnowflake(id) ? places.of(id) : undefined) ?? places.learn(channel, guild)
}

/** Null for interactions that say nothing (autocomplete, menus of other kinds). `now`: they carry no time, and live three seconds. */
function interactionMessage(
  interaction: Interaction,
  place: Place,
  reader: Reader,
  now: number,
): InboundMessage | null {
  const { id, type, data: given, message, locale } = interaction
  const said = isRecord(given) && saidBy(type, given, message)
  const member = isRecord(interaction.member) ? interaction.member : undefined
  const user = whoIn(interaction)
  if (!said || !isRecord(user)) return null
  const [lang] = typeof locale === 'string' ? locale.toLowerCase().split('-') : []
  return {
    threadId: threadOf(place.id),
    id,
    sentAt: now,
    author: {
      accountId: accountOf(String(user.id)),
      name: [member?.nick, user.global_name, user.username].find((name) => typeof name === 'string') ?? '',
      isBot: user.bot === true,
      ...(typeof member?.permissions === 'string' ? { isAdmin: mayManage(member.permissions) } : {}),
      ...(lang ? { lang } : {}),
    },
    surface: place.isDirect ? 'direct' : 'group',
    isMention: true,
    ...said,
    ...placed(place, reader),
  }
}

function whoIn({ member, user }: Interaction): unknown {
  return isRecord(member) ? member.user : user
}

function userOf(interaction: Interaction): string {
  const user = whoIn(interaction)
  return isRecord(user) ? String(user.id) : ''
}

function saidBy(
  type: number,
  data: Readonly<Record<string, unknown>>,
  message: unknown,
): Pick<InboundMessage, 'text' | 'command' | 'button'> | undefined {
  if (type === InteractionType.ApplicationCommand) {
    const isSlash = data.type === undefined || data.type === ApplicationCommandType.ChatInput
    if (!isSlash || typeof data.name !== 'string') return undefined
    const name = data.name.toLowerCase()
    const args = records(data.options)
      .map(({ value }) => String(value ?? ''))
      .join(' ')
      .trim()
    return { text: `/${name} ${args}`.trim(), command: { name, args } }
  }
  if (type !== InteractionType.MessageComponent || typeof data.custom_id !== 'string') return undefined
  const isSelect = data.component_type !== ComponentType.Button
  const chosen = isSelect && Array.isArray(data.values) ? String(data.values[0] ?? '') : undefined
  const value = buttonValue(chosen ?? data.custom_id)
  const text = pressedLabel(message, data.custom_id, chosen) ?? value ?? ''
  return value ? { text, button: value } : { text }
}

/** False when it was too late, or somebody already had. */
async function acknowledge(
  { id, token }: Interaction,
  isCommand: boolean,
  { api, log }: InteractionDeps,
): Promise<boolean> {
  const body = isCommand
    ? { type: InteractionResponseType.DeferredChannelMessageWithSource, data: { flags: MessageFlags.Ephemeral } }
    : { type: InteractionResponseType.DeferredMessageUpdate }
  try {
    await api('POST', `/interactions/${id}/${token}/callback`, { body, isAuthorised: false })
    return true
  } catch (error) {
    const { code, reason } = failureOf(error)
    if (code !== ALREADY_ACKNOWLEDGED) log.warn({ reason }, 'an interaction could not be acknowledged')
    return false
  }
}

async function removePlaceholder(
  token: string,
  { api, applicationId, clock, log, signal }: InteractionDeps,
): Promise<void> {
  for (const waitMs of [...PLACEHOLDER_RETRY_MS, undefined]) {
    try {
      await api('DELETE', `/webhooks/${applicationId}/${token}/messages/@original`, { isAuthorised: false })
      return
    } catch (error) {
      const failure = failureOf(error)
      log.debug({ reason: failure.reason }, 'the placeholder of a command could not be removed')
      if (failure.isPermanent || waitMs === undefined || signal.aborted) return
      await clock.sleep(failure.retryAfterMs ?? waitMs, signal)
    }
  }
}
