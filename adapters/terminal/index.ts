/** The terminal: one person at a keyboard, who may play several fans. */
import type { Readable, Writable } from 'node:stream'
import type { Adapter } from '#mascot'
import { createConnection } from './connection.ts'
import { createScreen } from './format.ts'
import { createInbound } from './inbound.ts'
import { createOutbound } from './outbound.ts'

export interface TerminalOptions {
  readonly persona: {
    readonly name: string
    readonly brand: string
    /** `#rrggbb` */
    readonly colour: string
    readonly symbol: string
  }
  /** The persona's name and nicknames: `@name` in a group is a mention. */
  readonly names: readonly string[]
  /** Who types; `/as NAME` changes it. */
  readonly fan: string
  readonly isGroup: boolean
  readonly hasModel: boolean
  readonly input: Readable & { readonly isTTY?: boolean }
  readonly output: Writable & { readonly isTTY?: boolean; readonly columns?: number }
  /** Ctrl-C, Ctrl-D or /leave. */
  readonly onLeave: () => void
}

export interface TerminalAdapter extends Adapter {
  /** Resolves when piped input has ended and every line of it is durable; never on a terminal. */
  readonly inputEnded: Promise<void>
}

export function createTerminalAdapter(options: TerminalOptions): TerminalAdapter {
  const screen = createScreen(options)
  const inbound = createInbound(options)
  const outbound = createOutbound(screen, inbound)
  const connection = createConnection(options, screen, inbound)
  return {
    platform: 'terminal',
    abilities: { maxLength: 4000, markdown: 'none', buttons: true },
    inputEnded: connection.inputEnded,
    start: ({ receive }) => connection.start(receive),
    send: (message) => outbound.send(message),
    stop: () => connection.stop(),
    showTyping: async () => screen.showTyping(),
  }
}
