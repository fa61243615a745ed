/** Discord: fans in servers (channels, threads, forum posts) and in private, staff in the threads of a channel of their own. */
import { type Adapter, type AdapterContext, type Face, MascotError, SendError } from '#mascot'
import { createConnection } from './connection.ts'
import { createFetchFile } from './in/fetch-file.ts'
import type { DiscordOptions } from './options.ts'
import { inviteLink, takeBackInvite } from './out/invite-link.ts'
import { setTitle } from './out/member-role.ts'
import { createOutbound } from './out/outbound.ts'
import { MAX_TEXT } from './out/plan.ts'
import { setProfile } from './out/profile.ts'
import { mostBytesIn } from './out/upload-limit.ts'
import { createApi } from './wire/api.ts'
import { failureOf, sendErrorOf } from './wire/errors.ts'
import { examine } from './wire/examine.ts'
import { createInteractionTokens } from './wire/interaction-tokens.ts'
import { doorLink } from './wire/link.ts'
import { channelOf, threadOf } from './wire/thread.ts'

export function createDiscordAdapter(options: DiscordOptions): Adapter {
  const api = createApi(options)
  let context: AdapterContext | undefined
  let face: Face | undefined
  const interactions = createInteractionTokens()
  const now = () => context?.clock.now() ?? 0
  const connection = createConnection(options, api, interactions, () => face ?? { name: '', commands: [] })
  const outbound = createOutbound({
    api,
    interactions,
    now,
    onGone: connection.gone,
  })
  const { staffChannel } = options
  return {
    platform: 'discord',
    abilities: { maxLength: MAX_TEXT, markdown: 'light', buttons: true, cards: true },
    async start(given, signal) {
      context = given
      face = given.face
      await connection.start(given, signal)
    },
    send: outbound.send,
    async stop() {
      await connection.stop()
      // The outbox may still send; only the timers go.
      api[Symbol.dispose]()
    },
    examine: () => examine(api, staffChannel),
    tellsAlone: ({ id }) => interactions.of(id, now()) !== undefined,
    editMessage: outbound.edit,
    editWhole: outbound.editWhole,
    openPrivate: outbound.openPrivate,
    reopenThread: outbound.reopenThread,
    fetchFile: createFetchFile({ ...options, fileFor: (ref) => context?.fileFor?.(ref) }),
    mostBytes: (_, threadId) => mostBytesIn(api, channelOf(threadId) ?? ''),
    showTyping: outbound.showTyping,
    inviteLink: (thread) => inviteLink(api, thread),
    takeBackInvite: (_, link) => takeBackInvite(api, link),
    setTitle: (thread, account, title) => setTitle(api, thread, account, title),
    privateLink(payload) {
      const botId = connection.botId()
      return botId === undefined ? undefined : doorLink(botId, payload)
    },
    async fetchSince(threadId, messageId) {
      const live = connection.live()
      const channelId = channelOf(threadId)
      if (!live || channelId === undefined) throw new SendError('not connected to Discord', { isPermanent: false })
      try {
        return await live.since(channelId, messageId)
      } catch (error) {
        throw sendErrorOf(failureOf(error))
      }
    },
    async setProfile(next) {
      if (!context) throw new MascotError('usage', 'the Discord adapter sets a profile only once it was started')
      face = next
      await setProfile(next, api, context)
    },
    ...(staffChannel === undefined
      ? {}
      : {
          openThread: (title: string) => outbound.openThread(staffChannel, title),
          staffRoom: () => threadOf(staffChannel),
        }),
  }
}
