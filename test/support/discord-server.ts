/**
 * A Discord of our own, over real HTTP and WebSocket: REST v10 with Discord's limits and errors, and a gateway. A test moves
 * its people: `await ana.says(general, 'hi pip')`. On its own (`node test/support/discord-server.ts [port]`) it is a
 * server to chat with a started Mascot in: what is typed is said in private, what the bot sends is printed.
 */
import { randomBytes } from 'node:crypto'
import { createInterface } from 'node:readline'
import { objects } from './discord/checks.ts'
import { type FakeGateway, startGateway } from './discord/gateway.ts'
import { cast } from './discord/polls.ts'
import { type Call, type FakeRest, startRest, type Trouble } from './discord/rest.ts'
import type { Pending } from './discord/routes.ts'
import {
  type Channel,
  channelJson,
  createWorld,
  type Guild,
  guildJson,
  type Message,
  memberJson,
  messageJson,
  type Payload,
  permissionsIn,
  type User,
  userJson,
  type World,
} from './discord/world.ts'

export interface DiscordFan {
  readonly user: User
  /** The private channel with the bot. */
  readonly direct: Channel
  says(channel: Channel, content: string, more?: Payload & { readonly replyTo?: string }): Message
  /** `attachments`: its files from now on. If absent, they stay. */
  edits(message: Message, content: string, attachments?: readonly Payload[]): void
  deletes(...messages: readonly Message[]): void
  reacts(message: Message, emoji: string, isTakenBack?: boolean): void
  /** In the poll that the message is; without an answer the vote is taken back. */
  votes(message: Message, answer: string | undefined): void
  /** Presses the button with this label under a message of the bot's. */
  presses(message: Message, label: string): Pending
  runs(channel: Channel, command: string, text?: string, locale?: string): Pending
}

export interface DiscordServer extends AsyncDisposable {
  readonly apiRoot: string
  readonly token: string
  readonly world: World
  readonly gateway: FakeGateway
  readonly rest: FakeRest
  readonly calls: readonly Call[]
  /** Type 0 text, 2 voice, 5 announcements, 15 forum. */
  channel(guild: Guild, name: string, type?: number): Channel
  /** Also a forum post. Type 11 public, 12 private. */
  thread(parent: Channel, name: string, type?: number): Channel
  guild(name: string): Guild
  /** Another bot, in every server; what is said in private is the first one's. */
  bot(name: string): { readonly token: string; readonly user: User }
  /** Gives the fan a role that may manage the server. */
  promotes(guild: Guild, fan: DiscordFan): void
  fan(name: string): DiscordFan
  /** What the bot has said, everywhere or in one channel, oldest first. */
  sent(channel?: Channel): readonly Message[]
  /** Answers the next matching calls with trouble. */
  trouble(trouble: Omit<Trouble, 'times'> & { readonly times?: number }): void
  /** The gateway goes quiet about what happens meanwhile, as during an outage. */
  silently<T>(happens: () => T): T
  /** The gateway sends a message once more, as it may after a resume. */
  redeliver(message: Message): void
  update(channel: Channel, event: 'CHANNEL_UPDATE' | 'CHANNEL_DELETE' | 'THREAD_UPDATE' | 'THREAD_DELETE'): void
  kick(guild: Guild): void
  join(guild: Guild): void
  /** Resolves when `holds`, looked at after every change; the test's own timeout is the limit. */
  until(holds: () => boolean): Promise<void>
}

export async function startDiscord(
  options: { readonly now?: () => number; readonly port?: number; readonly isLean?: boolean } = {},
): Promise<DiscordServer> {
  const token = `fake.${randomBytes(24).toString('base64url')}`
  const world = createWorld(options.now ?? Date.now, options.isLean)
  const gateway = await startGateway(world, token)
  const rest = await startRest(world, gateway, options.port ?? 0)
  let isSilent = false
  const tell = (event: string, data: unknown, guild?: Guild) => {
    if (!isSilent) gateway.dispatch(event, data, guild?.id)
  }
  const server: DiscordServer = {
    apiRoot: rest.apiRoot,
    token,
    world,
    gateway,
    rest,
    calls: rest.calls,
    guild: (name) => world.addGuild(name),
    bot(name) {
      const [user, other] = [world.addUser(name, true), `fake.${randomBytes(24).toString('base64url')}`]
      world.otherBots.set(other, user)
      return { token: other, user }
    },
    promotes(guild, { user }) {
      const role = guild.roles.find((one) => one.name === 'Moderators')
      guild.rolesOf.set(user.id, [String(role?.id)])
    },
    channel(guild, name, type = 0) {
      const channel = world.addChannel({ type, name, guild })
      tell('CHANNEL_CREATE', channelJson(channel), guild)
      return channel
    },
    thread(parent, name, type = 11) {
      const thread = world.addChannel({
        type,
        name,
        parentId: parent.id,
        ...(parent.guild ? { guild: parent.guild } : {}),
      })
      tell('THREAD_CREATE', { ...channelJson(thread), newly_created: true }, parent.guild)
      return thread
    },
    fan: (name) => createFan(world.addUser(name), world, rest, tell),
    sent: (channel) =>
      [...world.channels.values()]
        .flatMap(({ messages }) => messages)
        .filter((message) => message.author === world.bot && (!channel || message.channel === channel))
        .sort((one, other) => (BigInt(one.id) < BigInt(other.id) ? -1 : 1)),
    trouble: (trouble) => void rest.troubles.push({ times: 1, ...trouble }),
    silently(happens) {
      isSilent = true
      try {
        return happens()
      } finally {
        isSilent = false
      }
    },
    redeliver: (message) => tell('MESSAGE_CREATE', messageJson(message, world, true), message.channel.guild),
    update(channel, event) {
      if (event.endsWith('DELETE')) remove(channel, world)
      tell(event, channelJson(channel), channel.guild)
    },
    kick(guild) {
      guild.isMember = false
      tell('GUILD_DELETE', { id: guild.id }, guild)
    },
    join(guild) {
      guild.isMember = true
      guild.joinedAt = new Date((options.now ?? Date.now)()).toISOString()
      tell('GUILD_CREATE', guildJson(guild), guild)
    },
    until: (holds) =>
      new Promise((resolve) => {
        const look = () => {
          if (!holds()) return
          world.changed.off('change', look)
          resolve()
        }
        world.changed.on('change', look)
        look()
      }),
    async [Symbol.asyncDispose]() {
      await Promise.all([gateway.close(), rest.close()])
    },
  }
  return server
}

/** A channel goes with its threads. */
function remove(channel: Channel, world: World): void {
  for (const one of world.channels.values()) {
    if (one !== channel && one.parentId !== channel.id) continue
    world.channels.delete(one.id)
    one.guild?.channels.delete(one)
  }
}

type Tell = (event: string, data: unknown, guild?: Guild) => void

function createFan(user: User, world: World, rest: FakeRest, tell: Tell): DiscordFan {
  const direct = world.addChannel({ type: 1, name: '', recipient: user })
  const reaction = (message: Message, emoji: string): Payload => ({
    user_id: user.id,
    channel_id: message.channel.id,
    message_id: message.id,
    emoji: { id: null, name: emoji },
    ...(message.channel.guild ? { guild_id: message.channel.guild.id } : {}),
  })
  function interact(channel: Channel, data: Payload): Pending {
    const pending: Pending = {
      id: world.nextId(),
      token: randomBytes(24).toString('base64url'),
      acknowledged: undefined,
      isEphemeral: false,
      placeholder: 'none',
      channelId: channel.id,
      answers: [],
    }
    rest.pending.set(pending.id, pending)
    const who = channel.guild
      ? {
          guild_id: channel.guild.id,
          member: {
            user: userJson(user),
            ...memberJson(channel.guild, user),
            permissions: permissionsIn(channel.guild, user),
          },
        }
      : { user: userJson(user) }
    tell(
      'INTERACTION_CREATE',
      {
        id: pending.id,
        token: pending.token,
        application_id: world.applicationId,
        version: 1,
        channel_id: channel.id,
        channel: channelJson(channel),
        ...who,
        ...data,
      },
      channel.guild,
    )
    return pending
  }
  return {
    user,
    direct,
    says(channel, content, { replyTo, ...more } = {}) {
      const referenced = replyTo === undefined ? undefined : channel.messages.find((one) => one.id === replyTo)
      const reply: Payload =
        replyTo === undefined
          ? {}
          : {
              type: 19,
              message_reference: { message_id: replyTo, channel_id: channel.id },
              referenced_message: referenced ? messageJson(referenced, world, false) : null,
            }
      const message = world.addMessage(channel, user, content, { ...reply, ...more })
      tell('MESSAGE_CREATE', messageJson(message, world, true), channel.guild)
      return message
    },
    edits(message, content, attachments) {
      message.content = content
      if (attachments) message.more = { ...message.more, attachments }
      message.editedAt = new Date(world.now()).toISOString()
      tell('MESSAGE_UPDATE', messageJson(message, world, true), message.channel.guild)
    },
    deletes(...messages) {
      const [first] = messages
      if (!first) return
      const { channel } = first
      const ids = messages.map(({ id }) => id)
      channel.messages.splice(0, Number.POSITIVE_INFINITY, ...channel.messages.filter(({ id }) => !ids.includes(id)))
      const where = { channel_id: channel.id, ...(channel.guild ? { guild_id: channel.guild.id } : {}) }
      if (messages.length === 1) tell('MESSAGE_DELETE', { id: first.id, ...where }, channel.guild)
      else tell('MESSAGE_DELETE_BULK', { ids, ...where }, channel.guild)
    },
    reacts(message, emoji, isTakenBack = false) {
      const event = isTakenBack ? 'MESSAGE_REACTION_REMOVE' : 'MESSAGE_REACTION_ADD'
      tell(event, reaction(message, emoji), message.channel.guild)
    },
    votes: (message, answer) => cast(message, user.id, answer),
    presses(message, label) {
      const buttons = objects(message.more.components).flatMap((row) => objects(row.components))
      const button = buttons.find((one) => one.label === label)
      if (!button?.custom_id) throw new Error(`no button ${label} among ${buttons.map((one) => one.label).join(', ')}`)
      return interact(message.channel, {
        type: 3,
        locale: 'en-US',
        message: messageJson(message, world, false),
        data: { component_type: 2, custom_id: button.custom_id },
      })
    },
    runs: (channel, command, text, locale = 'en-US') =>
      interact(channel, {
        type: 2,
        locale,
        data: {
          id: world.nextId(),
          type: 1,
          name: command,
          options: text === undefined ? [] : [{ name: 'text', type: 3, value: text }],
        },
      }),
  }
}

if (import.meta.main) {
  const server = await startDiscord({ port: Number(process.argv[2] ?? 0) })
  const general = server.channel(server.guild('Fans'), 'general')
  const fan = server.fan('Ana')
  let shown = 0
  process.stdout.write(`DISCORD_API_ROOT=${server.apiRoot}\nDISCORD_BOT_TOKEN=${server.token}\n`)
  process.stdout.write('Type to say something in private; "# text" says it in a channel, "/help" runs a command.\n')
  server.world.changed.on('change', () => {
    for (const message of server.sent().slice(shown))
      process.stdout.write(`${message.channel.name || 'private'}: ${message.content}\n`)
    shown = server.sent().length
  })
  createInterface({ input: process.stdin }).on('line', (line) => {
    const [, command, text] = /^\/(\w+)\s*(.*)$/.exec(line) ?? []
    if (command) fan.runs(fan.direct, command, text || undefined)
    else if (line.startsWith('# ')) fan.says(general, line.slice(2))
    else fan.says(fan.direct, line)
  })
}
