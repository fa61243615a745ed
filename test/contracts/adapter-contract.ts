/**
 * What every adapter must do, whatever platform it connects. Called as `describeAdapter('telegram', open)`.
 *
 * `open` starts the platform's wire fake and resolves to an `AdapterHarness`. Everything the suite does goes through it:
 * the fan's side (`says`, `presses`), the wire's side (`sent`, `redeliver`, `failNext`) and `create`, which makes a fresh
 * adapter against the same fake, as a restarted program would. An optional member that is absent leaves out the tests that
 * need it: a terminal cannot be redelivered from, and has no limits to run into. A fan has one thread, private, and speaks
 * there; the fake must have taken the words in when `says` resolves. Nothing here waits by time: the suite looks again
 * whenever something is handed over or logged.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ThreadId } from '../../src/domain/ids.ts'
import { SendError } from '../../src/errors.ts'
import type { Adapter } from '../../src/ports/adapter.ts'
import type { Clock } from '../../src/ports/clock.ts'
import { type AdapterHost, createAdapterHost } from '../support/adapter-host.ts'
import { words } from '../support/outbound-message.ts'
import { wholesContract } from './adapter/wholes.ts'
import { windowsContract } from './adapter/windows.ts'

export type WireFailure =
  /** The platform's rate limit, with this wait. */
  | { readonly kind: 'wait'; readonly ms: number }
  /** The server has a fault, or the connection drops. */
  | { readonly kind: 'fault' }
  /** The fan blocked us, or there is no such place any more. */
  | { readonly kind: 'gone' }

export interface AdapterHarness extends AsyncDisposable {
  /** Where the fan speaks, in private. */
  readonly threadId: ThreadId
  /** A fresh adapter for the same account of ours. */
  create(): Adapter
  /** The fan says something; resolves when the platform has it. */
  says(text: string): Promise<void>
  /** The fan presses the button with this label under our last message. */
  presses?(label: string): Promise<void>
  /** Texts of ours the platform has taken in the fan's thread, oldest first. */
  sent(): readonly { readonly id: string; readonly text: string }[]
  /** The platform delivers what it delivered last once more. Absent: it never does. */
  redeliver?(): Promise<void>
  /** The next call that sends meets this. Absent: sending never fails. */
  failNext?(failure: WireFailure): void
  /** Texts of ours that stand in the fan's thread now, oldest first: edited as they are, without those taken down. Absent: what was sent stays. */
  stands?(): readonly string[]
  /** The fan answers the message with this id. Absent: the platform has no replies. */
  replies?(text: string, to: string): Promise<void>
  /** The fan sends documents of these names at once, with words; each holds `bytes of NAME`. Absent: it carries no files. */
  sendsFiles?(text: string, names: readonly string[]): Promise<void>
  /** The fan sends what nobody can read. Absent: there is no such thing. */
  sendsUnreadable?(): Promise<void>
  /** Names of the files the platform has taken from us, oldest first. Absent: it takes none. */
  files?(): readonly string[]
  /** So much time passes on the platform. Absent: its clock cannot be moved. */
  passes?(ms: number): void
  /** Values no error may show. */
  readonly secrets: readonly string[]
  /** Absent: a clock on which every wait passes at once. */
  readonly clock?: Clock
  /** False: what is not durable when the program is killed is lost with it (a pipe). */
  readonly keepsUnacknowledged: boolean
}

const QUICK = 15_000

export function describeAdapter(name: string, openHarness: () => Promise<AdapterHarness>): void {
  describe(`the ${name} adapter`, () => {
    let harness: AdapterHarness
    let host: AdapterHost
    let running: AsyncDisposableStack

    beforeEach(async () => {
      running = new AsyncDisposableStack()
      harness = running.use(await openHarness())
      host = createAdapterHost(harness.clock ? { clock: harness.clock } : {})
    })
    afterEach(async () => {
      host.release()
      await running.disposeAsync()
    })

    async function start(): Promise<{ adapter: Adapter; stop(): Promise<void> }> {
      const adapter = harness.create()
      const listening = new AbortController()
      const stop = async () => {
        listening.abort()
        await adapter.stop()
      }
      running.defer(stop)
      await adapter.start(host.context(), listening.signal)
      return { adapter, stop }
    }

    /** Where the platform lets us speak only after the fan, the fan has spoken, and it hangs on what was said last. */
    async function open(adapter: Adapter): Promise<void> {
      if (adapter.replyWindow?.('direct') === undefined || host.messages.length > 0) return
      await harness.says('are you there?')
      await hasHeard('are you there?')
    }
    async function say(adapter: Adapter, text: string, more: Parameters<typeof words>[2] = {}) {
      await open(adapter)
      const isHung = adapter.replyWindow?.('direct')?.hangsOn === 'message'
      const on = host.messages.at(-1)?.id
      return await adapter.send(
        words(harness.threadId, text, { ...(isHung && on !== undefined && { replyTo: on }), ...more }),
      )
    }

    const heard = () => host.messages.map(({ text }) => text)
    const hasHeard = (text: string) => host.until(() => heard().includes(text))
    const failure = (sending: Promise<unknown>): Promise<unknown> =>
      sending.then(
        () => undefined,
        (error: unknown) => error,
      )

    it('what a fan says is handed over with its thread, author and time', { timeout: QUICK }, async () => {
      await start()
      await harness.says('hello there')
      await hasHeard('hello there')
      const [message] = host.messages
      expect(message).toMatchObject({ threadId: harness.threadId, surface: 'direct', author: { isBot: false } })
      expect(message?.author.accountId).toMatch(/^\w+:./)
      expect(message?.sentAt).toBeGreaterThan(Date.UTC(2020))
    })

    it('keeps the order in which it was said', { timeout: QUICK }, async () => {
      await start()
      const said = ['one', 'two', 'three', 'four', 'five']
      for (const text of said) await harness.says(text)
      await hasHeard('five')
      expect(heard()).toEqual(said)
    })

    it('what could not be saved is offered again, in its place', { timeout: QUICK }, async ({ skip }) => {
      if (!harness.keepsUnacknowledged) skip()
      await start()
      host.failNext(2)
      await harness.says('first')
      await hasHeard('first')
      await harness.says('second')
      await hasHeard('second')
      expect(heard()).toEqual(['first', 'second'])
      expect(host.offered.filter(({ text }) => text === 'first').length).toBeGreaterThan(1)
    })

    it('what was not durable when the program was killed comes again', { timeout: QUICK }, async ({ skip }) => {
      if (!harness.keepsUnacknowledged) skip()
      await start()
      host.hang()
      await harness.says('do not lose me')
      await host.until(() => host.offered.length > 0)
      expect(host.messages).toEqual([])
      host.recover()
      await start()
      await hasHeard('do not lose me')
      const ids = host.offered.map(({ threadId, id }) => `${threadId} ${id}`)
      expect(new Set(ids).size).toBe(1)
    })

    it('what is delivered twice has the same thread and id', { timeout: QUICK }, async ({ skip }) => {
      if (!harness.redeliver) return skip()
      await start()
      await harness.says('once')
      await hasHeard('once')
      await harness.redeliver()
      await harness.says('after')
      await hasHeard('after')
      expect(heard()).toEqual(['once', 'after'])
    })

    it('sends, and gives back the id the platform knows it by', { timeout: QUICK }, async () => {
      const { adapter } = await start()
      const { messageId } = await say(adapter, 'Morning. Coffee is on.')
      expect(messageId).not.toBe('')
      expect(harness.sent().map(({ text }) => text)).toEqual(['Morning. Coffee is on.'])
    })

    it('a pressed button comes back with its value, however long that is', { timeout: QUICK }, async ({ skip }) => {
      if (!harness.presses) return skip()
      const { adapter } = await start()
      const long = `answer:${'a-long-name-'.repeat(12)}`
      const buttons = [
        { label: 'Yes', value: 'yes' },
        { label: 'The long one', value: long },
      ]
      await say(adapter, 'Which one?', { buttons })
      await harness.presses('The long one')
      await host.until(() => host.messages.some(({ button }) => button === long))
      await harness.presses('Yes')
      await host.until(() => host.messages.some(({ button }) => button === 'yes'))
      const pressed = host.messages.find(({ button }) => button === 'yes')
      expect(pressed).toMatchObject({ threadId: harness.threadId, isMention: true, text: 'Yes' })
    })

    it('a limit of the platform is a temporary failure with the wait it asked for', { timeout: QUICK }, async ({
      skip,
    }) => {
      if (!harness.failNext) return skip()
      const { adapter } = await start()
      await open(adapter)
      harness.failNext({ kind: 'wait', ms: 7_000 })
      const error = await failure(say(adapter, 'hello'))
      expect(error).toBeInstanceOf(SendError)
      expect(error).toMatchObject({ isPermanent: false, retryAfterMs: expect.closeTo(7_000, -3) })
      expectNoSecret(error)
    })

    it('a fault of the platform is a temporary failure', { timeout: QUICK }, async ({ skip }) => {
      if (!harness.failNext) return skip()
      const { adapter } = await start()
      harness.failNext({ kind: 'fault' })
      await open(adapter)
      const error = await failure(say(adapter, 'hello'))
      expect(error).toMatchObject({ isPermanent: false })
      expectNoSecret(error)
      await say(adapter, 'hello again')
      expect(harness.sent().map(({ text }) => text)).toContain('hello again')
    })

    it('a place that is gone is a permanent failure with a reason, and its thread is closed', {
      timeout: QUICK,
    }, async ({ skip }) => {
      if (!harness.failNext) return skip()
      const { adapter } = await start()
      harness.failNext({ kind: 'gone' })
      await open(adapter)
      const error = await failure(say(adapter, 'hello'))
      expect(error).toMatchObject({ isPermanent: true, message: expect.stringMatching(/\w+ \w+/) })
      expectNoSecret(error)
      // The outbox closes the thread of such an error; what is gone beyond the one thread is told by the adapter.
      if (error instanceof SendError && error.isThreadGone) return
      await host.until(() => host.events.some(({ kind }) => kind === 'closed'))
      expect(host.events).toContainEqual(expect.objectContaining({ kind: 'closed', threadId: harness.threadId }))
    })

    it('stops at once, and nothing arrives afterwards', { timeout: QUICK }, async () => {
      const { stop } = await start()
      await harness.says('before')
      await hasHeard('before')
      await stop()
      await harness.says('after').catch(() => {})
      expect(host.offered.map(({ text }) => text)).not.toContain('after')
      if (!harness.keepsUnacknowledged) return
      await start()
      await hasHeard('after')
    })

    it('still sends after it stopped listening: what was decided is said', { timeout: QUICK }, async () => {
      const { adapter, stop } = await start()
      await open(adapter)
      await stop()
      await say(adapter, 'bye for now')
      expect(harness.sent().map(({ text }) => text)).toEqual(['bye for now'])
    })

    const under = {
      get harness() {
        return harness
      },
      get host() {
        return host
      },
      start,
      say,
    }
    wholesContract(under)
    windowsContract(under)

    function expectNoSecret(error: unknown): void {
      const causes = [error, error instanceof Error ? error.cause : undefined]
      const shown = causes.map((one) =>
        one instanceof Error ? `${one.message} ${one.stack} ${JSON.stringify(one)}` : '',
      )
      for (const secret of [...harness.secrets, ...harness.secrets.map(encodeURIComponent)])
        expect(shown.join(' ')).not.toContain(secret)
    }
  })
}
