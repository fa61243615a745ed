/** Slack: an app of the brand's in a workspace, by the Web API and pushes to one address. */
import { type Adapter, type AdapterContext, idOnPlatform, MascotError, SendError } from '#mascot'
import { abilities } from './abilities.ts'
import { catchUp, readSince } from './in/catch-up.ts'
import { fetchFile } from './in/fetch-file.ts'
import { createHeads } from './in/heads.ts'
import type { Own, Reader } from './in/inbound.ts'
import { createPeople } from './in/people.ts'
import { createWebhook, type Listening } from './in/webhook.ts'
import type { SlackOptions } from './options.ts'
import { createButtons } from './out/buttons.ts'
import { editWhole } from './out/edit-whole.ts'
import { MOST_BYTES } from './out/files.ts'
import { openThread, reopenThread, sendTo } from './out/outbound.ts'
import { createSaidBefore } from './out/said-before.ts'
import { type AloneDeps, createPresence, openPrivate } from './out/send-alone.ts'
import { createApi, type Data } from './wire/api.ts'
import { list, text } from './wire/data.ts'
import { isOperators } from './wire/errors.ts'
import { examine } from './wire/examine.ts'
import { PLATFORM, threadOf, tsIn } from './wire/names.ts'

export type { SlackOptions } from './options.ts'

export function createSlackAdapter(options: SlackOptions): Adapter {
  const { staffChannel } = options
  let context: AdapterContext | undefined
  let listening: Listening | undefined
  let own: Own = {}
  let reading: Promise<void> = Promise.resolve()
  const api = createApi(options)
  const buttons = createButtons(() => context)
  const now = () => context?.clock.now() ?? 0
  const presence = createPresence(now)
  const deps: AloneDeps = {
    ...{ api, buttons, presence, saidBefore: createSaidBefore(api, now), filesAhead: new Map() },
    sleep: async (ms) => await context?.clock.sleep(ms),
  }
  const webhook = createWebhook(options, api, () => listening)

  /** @throws {MascotError} `config-invalid` where waiting does not help */
  async function connect(given: AdapterContext): Promise<void> {
    try {
      const { said } = await api.whoWeAre()
      own = { user: text(said.user_id), bot: text(said.bot_id), team: text(said.team_id) }
      given.connected?.(true)
      given.log.info({ team: text(said.team) }, 'connected to Slack')
    } catch (error) {
      const why = error instanceof Error ? error.message : 'it cannot be asked'
      if (isOperators(error)) throw new MascotError('config-invalid', `Slack refuses to start: ${why}.`)
      given.log.error({}, `Slack does not answer yet: ${why}`)
      given.connected?.(false)
    }
  }

  function readerOf({ face }: AdapterContext, people: Listening['people'], heads: Listening['heads']): Reader {
    return {
      get own() {
        return own
      },
      ...{ name: face.name, commands: new Set(face.commands.map(({ name }) => name)) },
      ...(staffChannel !== undefined && { staffChannel }),
      member: (user) => people.of(user),
      head: (channel, ts) => heads.of(channel, ts),
    }
  }

  /** Until Slack answers, the first push tells who we are there. */
  function meets(push: Data): void {
    if (own.user !== undefined) return
    const ours = list(push.authorizations).find(({ is_bot: isBot }) => isBot === true)
    if (ours) own = { user: text(ours.user_id), team: text(ours.team_id) }
  }

  /** @throws {SendError} */
  async function attempt<T>(thread: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      if (error instanceof SendError && error.isThreadGone && context) {
        const threadId = thread as ReturnType<typeof threadOf>
        const closed = { kind: 'closed', threadId, reason: error.message, at: context.clock.now() } as const
        await context
          .receive({ messages: [], events: [closed] })
          .catch((err: unknown) => context?.log.warn({ err }, 'that a talk is over was not saved'))
      }
      throw error
    }
  }

  return {
    platform: PLATFORM,
    abilities,
    async start(given, signal) {
      context = given
      await connect(given)
      const [people, heads] = [createPeople(api, () => given.clock.now()), createHeads(api)]
      const reader = readerOf(given, people, heads)
      const read = () => {
        reading = reading.then(() => catchUp({ api, context: given, reader, people, heads, signal }))
      }
      listening = {
        ...{ context: given, people, heads, reader, meets },
        meantBy: (name) => buttons.meantBy(name),
        saw: (channel, user) => presence.saw(channel, user),
        lost(what) {
          if (what === 'events') {
            given.log.warn({}, 'Slack has held back what was said, since it was too much: it is read now')
            read()
          } else {
            given.log.error({}, 'the app was taken out of the workspace, or its token back: install it again')
            given.connected?.(false)
          }
        },
      }
      read()
      const hush = () => {
        listening = undefined
      }
      signal.addEventListener('abort', hush, { once: true })
    },
    send: (message) => attempt(message.threadId, () => sendTo(deps, message)),
    async stop() {
      listening = undefined
      await Promise.all([webhook.idle(), reading])
    },
    async editMessage(thread, messageId, message) {
      await attempt(thread, () => editWhole(deps, thread, [messageId], message))
    },
    editWhole: (thread, parts, message) => attempt(thread, () => editWhole(deps, thread, parts, message)),
    tellsAlone: ({ surface }) => surface === 'group',
    openPrivate: (account) => openPrivate(deps, idOnPlatform(account)),
    ...(staffChannel !== undefined && {
      openThread: (title: string) => openThread(deps, staffChannel, title),
      reopenThread: (thread) => reopenThread(deps, thread),
      staffRoom: () => threadOf(staffChannel),
    }),
    async fetchSince(thread, messageId) {
      const oldest = tsIn(messageId)
      return listening && oldest !== undefined ? await readSince(thread, oldest, { ...listening, api }) : []
    },
    mostBytes: async () => MOST_BYTES,
    fetchFile: (attachment) => fetchFile(api, attachment, context?.fileFor),
    examine: () => examine(options),
    routes: () => webhook.routes,
  }
}
