/** What is known only once connected, shared by the adapter's parts: who we are, where staff work, the face we show. */
import type { Chat } from 'grammy/types'
import { type AdapterContext, type AmongProcesses, type Clock, type Face, SendError } from '#mascot'

/** Who we are on Telegram. */
export interface Self {
  readonly id: number
  readonly username: string
}

/** Of the bot's read position, of the hold on it, and of its pace. */
export const botName = (id: number) => `telegram:${id}`

/** What translating needs to know around an update. */
export interface Surroundings {
  readonly self: Self
  readonly personaName: string
  readonly commands: ReadonlySet<string>
  readonly isStaffChat: (chat: Chat) => boolean
}

export interface Presence {
  self: Self | undefined
  /** Known once asked for; until then the configured id or name has to do. */
  staffChatId: number | undefined
  face: Face | undefined
  context: AdapterContext | undefined
  /** The server can show words to one member of a group alone. */
  canTellAlone: boolean
  surroundings(): Surroundings
  /** @throws {SendError} temporary, before the adapter was started */
  started(): AdapterContext
  clock(): Clock
  /** Undefined where this is the only process, or who we are is not known yet. */
  among(): { readonly processes: AmongProcesses; readonly bot: string } | undefined
}

/** @param staffChat id or @name, as configured */
export function createPresence(staffChat: string | undefined): Presence {
  const isConfigured = ({ id, username }: Chat) =>
    staffChat !== undefined && (staffChat === String(id) || staffChat.toLowerCase() === `@${username?.toLowerCase()}`)
  const presence: Presence = {
    self: undefined,
    staffChatId: staffChat !== undefined && /^-?\d+$/.test(staffChat) ? Number(staffChat) : undefined,
    face: undefined,
    context: undefined,
    canTellAlone: false,
    surroundings() {
      const { face, staffChatId } = presence
      return {
        self: presence.self ?? { id: 0, username: '' },
        personaName: face?.name ?? '',
        commands: new Set(['start', ...(face?.commands ?? []).map(({ name }) => name)]),
        isStaffChat: (chat) => chat.id === staffChatId || isConfigured(chat),
      }
    },
    started() {
      if (presence.context) return presence.context
      throw new SendError('Telegram is not connected yet', { isPermanent: false })
    },
    clock: () => presence.started().clock,
    among() {
      const processes = presence.context?.among
      return processes && presence.self ? { processes, bot: botName(presence.self.id) } : undefined
    },
  }
  return presence
}
