/** Words for one member of a server alone: as the unseen answer to what that member did, else in private, else as what everybody may read. */
import { MessageFlags } from 'discord.js'
import { SendError, type Sent } from '#mascot'
import type { Api } from '../wire/api.ts'
import { failureOf } from '../wire/errors.ts'
import type { InteractionTokens } from '../wire/interaction-tokens.ts'
import { idOf } from '../wire/payload.ts'
import { channelOf } from '../wire/thread.ts'
import { openPrivate } from './open-private.ts'
import { bodyOf, NO_MENTIONS, type OutboundText, partsOf } from './plan.ts'
import { sendText } from './send-text.ts'

export interface AloneDeps {
  readonly api: Api
  readonly interactions: InteractionTokens
  /** Epoch ms. */
  readonly now: () => number
}

/** Takes every message; one that is for everybody goes straight on. */
export async function sendForOne(deps: AloneDeps, channelId: string, message: OutboundText): Promise<Sent> {
  const { api } = deps
  const { onlyFor, openly, ...rest } = message
  if (onlyFor === undefined) return await sendText(api, channelId, message)
  const unseen = await unlessRefused(() => asAnswer(deps, message))
  if (unseen) return unseen
  const { replyTo: _, ...bare } = rest
  // A button that is pressed elsewhere answers nothing that was asked here.
  if (!message.onlyHere && !rest.buttons?.some(({ value }) => value !== undefined)) {
    const inPrivate = await unlessRefused(async () => {
      const there = channelOf(await openPrivate(api, onlyFor)) ?? ''
      return await sendText(api, there, { ...bare, id: `${message.id}-private` })
    })
    if (inPrivate) return { messageId: `private-${inPrivate.messageId}` }
  }
  if (!openly) throw new SendError('it is for one member alone, who cannot be reached alone', { isPermanent: true })
  const { buttons: __, ...plain } = rest
  return await sendText(api, channelId, { ...plain, ...openly, id: `${message.id}-openly` })
}

/** Undefined where what was done is unknown, or too long ago. */
async function asAnswer({ api, interactions, now }: AloneDeps, message: OutboundText): Promise<Sent | undefined> {
  const known = message.replyTo === undefined ? undefined : interactions.of(message.replyTo, now())
  if (!known || !(await known.isReady)) return undefined
  const { components, flags } = bodyOf(message)
  const parts = partsOf(message)
  let id: string | undefined
  for (const [nth, content] of parts.entries()) {
    const isLast = nth === parts.length - 1
    const body = {
      content,
      allowed_mentions: NO_MENTIONS,
      flags: flags | MessageFlags.Ephemeral,
      ...(isLast ? { components } : {}),
    }
    const route = `/webhooks/${known.applicationId}/${known.token}` as const
    id = idOf(await api('POST', route, { body, query: { wait: 'true' }, isAuthorised: false }))
  }
  return { messageId: `alone-${id ?? message.id}` }
}

/** Undefined where Discord refuses it for good. @throws what may pass */
async function unlessRefused(work: () => Promise<Sent | undefined>): Promise<Sent | undefined> {
  try {
    return await work()
  } catch (error) {
    const isPermanent = error instanceof SendError ? error.isPermanent : failureOf(error).isPermanent
    if (!isPermanent) throw error
    return undefined
  }
}
