/** How long, and how much, an adapter says that we may speak after a fan: its platform has to hold to exactly that. */
import { expect, it } from 'vitest'
import type { ReplyWindow } from '../../../src/domain/reply-window.ts'
import { SendError } from '../../../src/errors.ts'
import type { Adapter } from '../../../src/ports/adapter.ts'
import type { AdapterUnderTest } from './wholes.ts'

const QUICK = 15_000
const YEAR_MS = 365 * 24 * 3_600_000

export function windowsContract(under: AdapterUnderTest): void {
  const { say } = under
  const heard = async (text: string) => {
    await under.harness.says(text)
    await under.host.until(() => under.host.messages.some((one) => one.text === text))
  }
  const refusedAs = async (sending: Promise<unknown>) =>
    await sending.then(
      () => undefined,
      (error: unknown) => error,
    )
  const ruleOf = (adapter: Adapter): ReplyWindow | undefined => adapter.replyWindow?.('direct')

  it('where it names no window, it may speak as often as it likes, whenever it likes', { timeout: QUICK }, async ({
    skip,
  }) => {
    const { adapter } = await under.start()
    if (ruleOf(adapter) !== undefined) return skip()
    await heard('hello there')
    under.harness.passes?.(YEAR_MS)
    for (let nth = 0; nth < 12; nth += 1) await say(adapter, `line ${nth}`)
    expect(under.harness.sent().filter(({ text }) => text.startsWith('line '))).toHaveLength(12)
  })

  it('takes as many messages as it says, and calls the next one a closed window', { timeout: QUICK }, async ({
    skip,
  }) => {
    const { adapter } = await under.start()
    const most = ruleOf(adapter)?.opens.message?.messages
    if (most === undefined) return skip()
    await heard('hello there')
    for (let nth = 0; nth < most; nth += 1) await say(adapter, `line ${nth}`)
    const error = await refusedAs(say(adapter, 'one too many'))
    expect(error).toBeInstanceOf(SendError)
    expect(error).toMatchObject({ isWindowClosed: true, isPermanent: false, isThreadGone: false })
    await heard('and again')
    await say(adapter, 'heard you')
    expect(under.harness.sent().map(({ text }) => text)).not.toContain('one too many')
    expect(under.harness.sent().at(-1)?.text).toBe('heard you')
  })

  it('takes a message for as long as it says, and not longer', { timeout: QUICK }, async ({ skip }) => {
    const { adapter } = await under.start()
    const { harness } = under
    const forMs = ruleOf(adapter)?.opens.message?.forMs
    if (forMs === undefined || !harness.passes) return skip()
    await heard('hello there')
    harness.passes(forMs - 1)
    await say(adapter, 'just in time')
    harness.passes(2)
    expect(await refusedAs(say(adapter, 'too late'))).toMatchObject({ isWindowClosed: true, isPermanent: false })
    expect(harness.sent().map(({ text }) => text)).toEqual(['just in time'])
  })

  it('a person may write as long as it says that a person may', { timeout: QUICK }, async ({ skip }) => {
    const { adapter } = await under.start()
    const { harness } = under
    const rule = ruleOf(adapter)
    const forMs = rule?.opens.message?.forMs
    if (rule?.personForMs === undefined || forMs === undefined || !harness.passes) return skip()
    await heard('hello there')
    harness.passes(forMs + 1)
    const speaker = { kind: 'person', name: 'Mia' } as const
    expect(await refusedAs(say(adapter, 'a bot says'))).toMatchObject({ isWindowClosed: true })
    await say(adapter, 'Mia says', { speaker })
    harness.passes(rule.personForMs - forMs)
    expect(await refusedAs(say(adapter, 'Mia says more', { speaker }))).toMatchObject({ isWindowClosed: true })
  })

  it('words that fit are one message of the platform, whatever the letters', { timeout: QUICK }, async ({ skip }) => {
    const { adapter } = await under.start()
    const { abilities } = adapter
    if (ruleOf(adapter) === undefined) return skip()
    await heard('hello there')
    const { maxLength, maxBytes = Number.POSITIVE_INFINITY } = abilities
    const before = under.harness.sent().length
    const sent = await say(adapter, '啊'.repeat(Math.min(maxLength, Math.floor(maxBytes / 3))))
    expect(sent.parts ?? [sent.messageId]).toHaveLength(1)
    expect(under.harness.sent()).toHaveLength(before + 1)
  })
}
