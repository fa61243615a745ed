/** The terminal: one person at a keyboard, who may play several fans. */
import type { Adapter } from '#mascot'
import { abilities } from './abilities.ts'
import { createConnection } from './connection.ts'
import { createScreen } from './format.ts'
import { createInbound } from './inbound.ts'
import type { TerminalOptions } from './options.ts'
import { createOutbound } from './outbound.ts'

export interface TerminalAdapter extends Adapter {
  /** Resolves when piped input has ended and every line of it is durable; never on a terminal. */
  readonly inputEnded: Promise<void>
  /** Words of the program to who sits there, not of the persona; into a pipe only what was asked for. */
  showNotice(text: string, isAsked?: boolean): void
  /** `/why on` was typed. */
  showsWhy(): boolean
}

export function createTerminalAdapter(options: TerminalOptions): TerminalAdapter {
  const screen = createScreen(options)
  const inbound = createInbound(options)
  const outbound = createOutbound(screen, inbound)
  const connection = createConnection(options, screen, inbound)
  return {
    platform: 'terminal',
    abilities,
    inputEnded: connection.inputEnded,
    start: (context) => connection.start(context),
    send: (message) => outbound.send(message),
    stop: () => connection.stop(),
    showNotice: (text, isAsked) => screen.showNotice(text, isAsked),
    showsWhy: () => inbound.showsWhy(),
    showTyping: async () => screen.showTyping(),
  }
}
