/** Further bots on the same server, each with a queue of its own; they share the chats, and hear what is said in groups, each other's words included. */
import { isJson } from './checks.ts'
import { createMethods, type Method } from './methods.ts'
import { createUpdates, type Updates } from './updates.ts'
import type { Json, Person, World } from './world.ts'

export interface GuestBot {
  readonly token: string
  readonly person: Person
  readonly world: World
  readonly methods: Readonly<Record<string, Method>>
  readonly updates: Updates
}

export interface GuestBots {
  add(name: string, username: string): GuestBot
  byToken(token: string): GuestBot | undefined
  /** The host's updates, which the guests hear too where they belong to a group. */
  readonly everyone: Updates
  /** What a bot has sent (`from` its token) reaches the others in the group; the host under its own queue. */
  heard(result: unknown, from: string): void
  close(): void
}

export function createGuestBots(world: World, host: Updates): GuestBots {
  const guests = new Map<string, GuestBot>()
  const isOfGroup = (message: unknown) =>
    isJson(message) && isJson(message.chat) && message.chat.type !== 'private' && message.chat.type !== 'channel'
  const tell = (content: Json, except?: string) => {
    for (const { token, updates } of guests.values()) if (token !== except) updates.push(content)
  }
  return {
    add(name, username) {
      const token = `${world.nextId()}:AAF-test_token_of_a_guest_bot_000000`
      const person = { id: Number(token.split(':')[0]), is_bot: true, first_name: name, username }
      const own = { ...world, token, bot: person, calls: [], sent: [], profile: new Map() }
      const updates = createUpdates()
      const guest = { token, person, world: own, methods: createMethods(own, updates), updates }
      guests.set(token, guest)
      return guest
    },
    byToken: (token) => guests.get(token),
    everyone: {
      ...host,
      get last() {
        return host.last
      },
      push(content) {
        if (isOfGroup(content.message)) tell(content)
        return host.push(content)
      },
    },
    heard(result, from) {
      // Nobody else hears what one member alone is shown.
      if (isJson(result) && result.ephemeral_message_id !== undefined) return
      if (guests.size === 0 || !isJson(result) || !isOfGroup(result) || !isJson(result.from)) return
      tell({ message: result }, from)
      if (from !== world.token) host.push({ message: result })
    },
    close() {
      for (const { updates } of guests.values()) updates.close()
    },
  }
}
