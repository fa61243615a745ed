/**
 * A platform of which nobody has heard, and an adapter for it: it lets a bot speak only for a while after the fan, counts its messages, and
 * refuses to the letter what is late, one too many, hung on a wrong message, too long, or has buttons it does not show. Its wire is one call.
 */

import type { ThreadEvent } from '../../src/domain/event.ts'
import { isOfPerson } from '../../src/domain/held-words.ts'
import { accountId, threadId } from '../../src/domain/ids.ts'
import type { Button, InboundMessage } from '../../src/domain/message.ts'
import type { Opening, ReplyWindow } from '../../src/domain/reply-window.ts'
import { SendError } from '../../src/errors.ts'
import type { Adapter, AdapterContext, ButtonLimits } from '../../src/ports/adapter.ts'
import type { AdapterHarness } from '../contracts/adapter-contract.ts'
import { createManualClock, type ManualClock } from './manual-clock.ts'

const PLATFORM = 'windowed'

const limits = {
  maxLength: 600,
  maxBytes: 900,
  buttonLimits: { most: 3, labelLength: 20, valueLength: 40 } satisfies ButtonLimits,
} as const

export interface Call {
  readonly fan: string
  readonly text: string
  readonly buttons: readonly { readonly label: string; readonly value?: string }[]
  /** The message of the fan that it answers. */
  readonly to?: string
  readonly asPerson: boolean
}

interface Open {
  readonly on: string
  readonly at: number
  readonly forMs: number
  left: number
}

/** The server. Its errors are `{code}`: `late`, `too-many`, `no-such-message`, `invalid`, `busy`, `fault`, `gone`. */
export function createWindowedPlatform(rule: ReplyWindow, clock: ManualClock) {
  const sent: (Call & { readonly id: string })[] = []
  const inbox: { readonly message: InboundMessage; isTaken: boolean }[] = []
  const open = new Map<string, Open[]>()
  const failures: { readonly code: string; readonly ms?: number }[] = []
  let hear: (() => void) | undefined
  let nth = 0

  function opens(fan: string, by: Opening, on: string): void {
    const allowance = rule.opens[by]
    if (!allowance) return
    const fresh = { on, at: clock.now(), forMs: allowance.forMs, left: allowance.messages ?? Number.POSITIVE_INFINITY }
    const before = open.get(fan) ?? []
    if (rule.hangsOn === 'message') open.set(fan, [...before, fresh])
    else {
      const [old] = before
      const isOpen = old && old.at + old.forMs > clock.now()
      const end = isOpen ? Math.max(old.at + old.forMs, fresh.at + fresh.forMs) : fresh.at + fresh.forMs
      open.set(fan, [{ ...fresh, forMs: end - fresh.at, left: isOpen ? Math.max(old.left, fresh.left) : fresh.left }])
    }
  }

  function refusal({ fan, text, buttons, to, asPerson }: Call): string | undefined {
    if (text === '' || text.length > limits.maxLength || Buffer.byteLength(text) > limits.maxBytes) return 'invalid'
    const { most, labelLength, valueLength } = limits.buttonLimits
    if (buttons.length > most) return 'invalid'
    if (buttons.some(({ label, value = '' }) => label.length > labelLength || Buffer.byteLength(value) > valueLength))
      return 'invalid'
    const theirs = open.get(fan) ?? []
    const place = rule.hangsOn === 'message' ? theirs.find(({ on }) => on === to) : theirs[0]
    if (place === undefined) return rule.hangsOn === 'message' ? 'no-such-message' : 'late'
    const forMs = asPerson ? Math.max(place.forMs, rule.personForMs ?? 0) : place.forMs
    if (clock.now() >= place.at + forMs) return 'late'
    if (place.left <= 0) return 'too-many'
    place.left -= 1
    return undefined
  }

  return {
    rule,
    clock,
    sent,
    inbox,
    says(fan: string, text: string, more: Partial<InboundMessage> = {}): string {
      nth += 1
      const id = `in-${nth}`
      const account = accountId(PLATFORM, fan)
      const message: InboundMessage = {
        ...{ id, threadId: threadId(PLATFORM, fan), sentAt: clock.now(), surface: 'direct', text, isMention: false },
        author: { accountId: account, name: fan, isBot: false },
        ...more,
      }
      opens(fan, message.opens ?? (message.button === undefined ? 'message' : 'press'), id)
      inbox.push({ message, isTaken: false })
      hear?.()
      return id
    },
    /** As when somebody at the platform decides it so: whatever stood open does no longer. */
    shuts: (fan: string) => void open.delete(fan),
    /** What is not a message, and opens. */
    follows(fan: string): ThreadEvent {
      opens(fan, 'follow', 'follow-1')
      return {
        kind: 'reopened',
        threadId: threadId(PLATFORM, fan),
        by: 'follow',
        messageId: 'follow-1',
        at: clock.now(),
      }
    },
    call(call: Call): { readonly id: string } | { readonly code: string; readonly ms?: number } {
      const failure = failures.shift()
      if (failure) return failure
      const code = refusal(call)
      if (code !== undefined) return { code }
      nth += 1
      const id = `out-${nth}`
      sent.push({ ...call, id })
      return { id }
    },
    fails: (code: string, ms?: number) => void failures.push({ code, ...(ms !== undefined && { ms }) }),
    onHeard(listener: (() => void) | undefined) {
      hear = listener
      listener?.()
    },
  }
}
export type WindowedPlatform = ReturnType<typeof createWindowedPlatform>

export function createWindowedAdapter(platform: WindowedPlatform): Adapter {
  /** Values too long for the platform, under a short name. */
  const long = new Map<string, string>()
  let context: AdapterContext | undefined
  let hearing: Promise<void> = Promise.resolve()

  function shortOf(value: string): string {
    if (Buffer.byteLength(value) <= limits.buttonLimits.valueLength) return value
    const name = `long-${long.size}`
    long.set(name, value)
    return name
  }
  async function hearAll(to: AdapterContext): Promise<void> {
    for (const one of platform.inbox) {
      while (!one.isTaken && context === to) {
        const { button } = one.message
        const message = button === undefined ? one.message : { ...one.message, button: long.get(button) ?? button }
        await to.receive({ messages: [message] }).then(
          () => {
            one.isTaken = true
          },
          () => to.log.warn({}, 'not taken, offered again'),
        )
      }
    }
  }
  return {
    platform: PLATFORM,
    abilities: { ...limits, markdown: 'none', buttons: true },
    replyWindow: (surface) => (surface === 'direct' ? platform.rule : undefined),
    async start(given) {
      context = given
      platform.onHeard(() => {
        hearing = hearing.then(() => hearAll(given))
      })
    },
    async stop() {
      context = undefined
      platform.onHeard(undefined)
    },
    async send(message) {
      if (message.kind !== 'text') throw new SendError('there is no such thing there', { isPermanent: true })
      const [, fan = ''] = message.threadId.split(':')
      const buttons = (message.buttons ?? []).map(({ label, value }: Button) => ({
        label,
        ...(value !== undefined && { value: shortOf(value) }),
      }))
      const answer = platform.call({
        ...{ fan, text: message.text, buttons, asPerson: isOfPerson(message) },
        ...(message.replyTo !== undefined && { to: message.replyTo }),
      })
      if ('id' in answer) return { messageId: answer.id }
      if (answer.code === 'gone')
        await context?.receive({
          messages: [],
          events: [{ kind: 'closed', threadId: message.threadId, reason: 'they blocked us', at: platform.clock.now() }],
        })
      throw new SendError(`The platform refused it: ${answer.code}.`, {
        isPermanent: answer.code === 'gone' || answer.code === 'invalid',
        isThreadGone: answer.code === 'gone',
        isWindowClosed: ['late', 'too-many', 'no-such-message'].includes(answer.code),
        ...(answer.ms !== undefined && { retryAfterMs: answer.ms }),
      })
    },
  }
}

export async function openWindowed(rule: ReplyWindow): Promise<AdapterHarness> {
  const clock = createManualClock()
  const platform = createWindowedPlatform(rule, clock)
  const lastWith = (label: string) =>
    platform.sent
      .findLast(({ buttons }) => buttons.some((one) => one.label === label))
      ?.buttons.find((one) => one.label === label)
  return {
    threadId: threadId(PLATFORM, 'ana'),
    create: () => createWindowedAdapter(platform),
    says: async (text) => void platform.says('ana', text),
    async presses(label) {
      const button = lastWith(label)
      if (button?.value === undefined) throw new Error(`no button ${label}`)
      platform.says('ana', label, { button: button.value, isMention: true })
    },
    sent: () => platform.sent,
    failNext: ({ kind, ...more }) =>
      platform.fails({ wait: 'busy', fault: 'fault', gone: 'gone' }[kind], 'ms' in more ? more.ms : undefined),
    secrets: [],
    clock,
    passes: (ms) => clock.advance(ms),
    keepsUnacknowledged: true,
    async [Symbol.asyncDispose]() {
      platform.onHeard(undefined)
    },
  }
}
