/** A typed line → an inbound message; the few commands of the terminal itself stay here. */
import { randomUUID } from 'node:crypto'
import {
  type AccountId,
  accountId,
  type Button,
  type Command,
  type InboundMessage,
  readCommand,
  type ThreadId,
  threadId,
} from '#mascot'

export interface InboundOptions {
  readonly names: readonly string[]
  readonly fan: string
  readonly isGroup: boolean
}

export type Typed =
  | { readonly kind: 'message'; readonly message: InboundMessage }
  | { readonly kind: 'leave' }
  /** Words of the terminal to its person, not of the persona. */
  | { readonly kind: 'notice'; readonly text: string; readonly message?: InboundMessage }
  /** How the last reply came about is asked, once all before it is answered. */
  | { readonly kind: 'why' }
  | { readonly kind: 'nothing' }

export interface Inbound {
  /** `now`: when it was typed, epoch ms. */
  read(text: string, now: number): Typed
  /** Who types now. */
  fan(): string
  /** Whose message that was, for showing to whom a reply goes. */
  nameOf(messageId: string): string | undefined
  /** The last message of ours offered these; their numbers press them. */
  offer(buttons: readonly Button[]): void
  /** `/why on` was typed, and no `/why off` since. */
  showsWhy(): boolean
}

const KEYS = [
  '/as NAME      be another fan',
  '/why          how it came to its last reply; /why on: before every reply',
  '/leave        leave (or Ctrl-C)',
  '\\ at the end  go on in the next line',
  'a number      press that button',
].join('\n')

export function createInbound({ names, fan: first, isGroup }: InboundOptions): Inbound {
  let fan = first
  let offered: readonly Button[] = []
  let isWhyShown = false
  const authors = new Map<string, string>()
  const mention = new RegExp(`@(?:${names.map(RegExp.escape).join('|')})(?![\\p{L}\\p{N}_])`, 'iu')

  function message(text: string, sentAt: number, more: Partial<InboundMessage> = {}): InboundMessage {
    const id = randomUUID()
    authors.set(id, fan)
    return {
      threadId: threadOf(fan, isGroup),
      id,
      sentAt,
      author: { accountId: accountOf(fan), name: fan === 'you' ? '' : fan, isBot: false },
      surface: isGroup ? 'group' : 'direct',
      text,
      isMention: mention.test(text),
      ...more,
    }
  }

  function command({ name, args }: Command, text: string, now: number): Typed {
    if (name === 'leave' || name === 'quit' || name === 'exit') return { kind: 'leave' }
    if (name === 'as') {
      if (args === '') return { kind: 'notice', text: `You are ${fan}. /as NAME makes you another fan.` }
      fan = args
      return { kind: 'notice', text: `You are ${fan} now.` }
    }
    if (name === 'why') {
      const isSwitch = args === 'on' || args === 'off'
      if (isSwitch) isWhyShown = args === 'on'
      const switched = isWhyShown ? 'Why is shown before every reply; /why off ends it.' : 'Why is no longer shown.'
      return isSwitch ? { kind: 'notice', text: switched } : { kind: 'why' }
    }
    const asked = message(text, now, { isMention: true, command: { name, args } })
    return name === 'help' ? { kind: 'notice', text: KEYS, message: asked } : { kind: 'message', message: asked }
  }

  return {
    fan: () => fan,
    showsWhy: () => isWhyShown,
    nameOf: (messageId) => authors.get(messageId),
    offer(buttons) {
      offered = buttons
    },
    read(text, now) {
      if (text.trim() === '') return { kind: 'nothing' }
      const typed = readCommand(text)
      if (typed) return command(typed, text.trim(), now)
      const pressed = /^[1-9]$/.test(text.trim()) ? offered[Number(text.trim()) - 1] : undefined
      if (pressed?.url !== undefined) return { kind: 'notice', text: pressed.url }
      if (pressed)
        return { kind: 'message', message: message(pressed.label, now, { isMention: true, button: pressed.value }) }
      return { kind: 'message', message: message(text, now) }
    },
  }
}

/** In private each fan has a thread of their own; a group is one. */
function threadOf(fan: string, isGroup: boolean): ThreadId {
  return isGroup ? threadId('terminal', 'group') : threadId('terminal', 'direct', fan)
}

function accountOf(fan: string): AccountId {
  return accountId('terminal', fan)
}
