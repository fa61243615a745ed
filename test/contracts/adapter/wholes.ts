/** What is one message to people and several to a platform, or holds more than words: it stays one, both ways. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import type { Adapter } from '../../../src/ports/adapter.ts'
import type { AdapterHost } from '../../support/adapter-host.ts'
import { deletion, words } from '../../support/outbound-message.ts'
import type { AdapterHarness } from '../adapter-contract.ts'

export interface AdapterUnderTest {
  readonly harness: AdapterHarness
  readonly host: AdapterHost
  start(): Promise<{ readonly adapter: Adapter }>
  /** On what the fan said last, where that is needed. */
  say(adapter: Adapter, text: string, more?: Parameters<typeof words>[2]): ReturnType<Adapter['send']>
}

const QUICK = 15_000

/** Words that fill so many messages of the platform. */
function filling(messages: number, { abilities }: Adapter): string {
  const line = 'Beans like it cool, dark and dry, and so do we.'
  return Array.from({ length: Math.ceil(((messages - 0.5) * abilities.maxLength) / line.length) }, () => line).join(
    '\n',
  )
}

export function wholesContract(under: AdapterUnderTest): void {
  it('what is too long for one message is known by all of its parts, and is changed and taken down as a whole', {
    timeout: QUICK,
  }, async ({ skip }) => {
    const { harness } = under
    const { adapter } = await under.start()
    if (!harness.stands || !adapter.editWhole) return skip()
    const { threadId } = harness
    const sent = await adapter.send(words(threadId, filling(3, adapter)))
    expect(sent.parts).toHaveLength(3)
    expect(sent.messageId).toBe(sent.parts?.at(-1))
    expect(harness.stands()).toHaveLength(3)
    const short = await adapter.editWhole(threadId, sent.parts ?? [], words(threadId, 'Cool, dark and dry.'))
    expect(harness.stands()).toEqual(['Cool, dark and dry.'])
    expect(short).toEqual({ messageId: sent.parts?.[0] })
    const long = await adapter.editWhole(threadId, [short.messageId], words(threadId, filling(2, adapter)))
    expect(long.parts?.[0]).toBe(short.messageId)
    expect(harness.stands()).toHaveLength(2)
    for (const part of long.parts ?? []) await adapter.send(deletion(threadId, part))
    expect(harness.stands()).toEqual([])
  })

  it('a reply to any part of what we said names that part, as ours', { timeout: QUICK }, async ({ skip }) => {
    const { harness, host } = under
    const { adapter } = await under.start()
    if (!harness.replies) return skip()
    const { parts = [] } = await adapter.send(words(harness.threadId, filling(3, adapter)))
    for (const [nth, part] of parts.entries()) await harness.replies(`about ${nth}`, part)
    // Some platforms let us hear ourselves.
    const answers = () => host.messages.filter(({ isOwn }) => !isOwn)
    await host.until(() => answers().length === 3)
    expect(answers()).toMatchObject(
      parts.map((part, nth) => ({ text: `about ${nth}`, replyTo: { messageId: part, isToBot: true } })),
    )
  })

  it('a reply to what another said tells whose words it answers, and which', { timeout: QUICK }, async ({ skip }) => {
    const { harness, host } = under
    await under.start()
    if (!harness.replies) return skip()
    await harness.says('is the big one in?')
    await host.until(() => host.messages.length === 1)
    const [first] = host.messages
    await harness.replies('I mean this', first?.id ?? '')
    await host.until(() => host.messages.length === 2)
    expect(host.messages[1]?.replyTo).toMatchObject({
      messageId: first?.id,
      isToBot: false,
      accountId: first?.author.accountId,
      text: 'is the big one in?',
    })
  })

  it('files that a fan sends at once all arrive in their order, with their words, and each can be fetched', {
    timeout: QUICK,
  }, async ({ skip }) => {
    const { harness, host } = under
    const { adapter } = await under.start()
    if (!harness.sendsFiles) return skip()
    const names = ['lid.pdf', 'cup.pdf', 'box.pdf']
    await harness.sendsFiles('all three came broken', names)
    const heard = () => host.messages.flatMap(({ attachments = [] }) => attachments)
    await host.until(() => heard().length === names.length)
    expect(heard().map(({ kind, name }) => [kind, name])).toEqual(names.map((name) => ['document', name]))
    const said = host.messages.map(({ text }) => text).filter((text) => text !== '')
    expect(said).toEqual(['all three came broken'])
    expect(host.messages.some(({ unreadable }) => unreadable !== undefined)).toBe(false)
    for (const [nth, attachment] of heard().entries()) {
      const file = await adapter.fetchFile?.(attachment)
      expect(await readFile(file ?? '', 'utf8')).toBe(`bytes of ${names[nth]}`)
      await rm(path.dirname(file ?? ''), { recursive: true, force: true })
    }
  })

  it('several files of ours go out together with their words', { timeout: QUICK }, async ({ skip }) => {
    const { harness } = under
    const { adapter } = await under.start()
    if (!harness.files) return skip()
    const folder = await mkdtemp(path.join(tmpdir(), 'mascot-contract-'))
    const names = ['one.pdf', 'two.pdf', 'three.pdf']
    const media = names.map((name) => ({ kind: 'document' as const, path: path.join(folder, name) }))
    for (const { path: file } of media) await writeFile(file, 'paper')
    const [first, ...moreMedia] = media
    const sent = await under.say(adapter, 'The three of them.', first && { media: first, moreMedia })
    expect(harness.files()).toEqual(names)
    expect(harness.sent().map(({ text }) => text)).toContain('The three of them.')
    expect(harness.sent().map(({ id }) => id)).toEqual(sent.parts ?? [sent.messageId])
    await rm(folder, { recursive: true })
  })

  it('what nobody can read is handed over all the same, with a word for what it is', { timeout: QUICK }, async ({
    skip,
  }) => {
    const { harness, host } = under
    await under.start()
    if (!harness.sendsUnreadable) return skip()
    await harness.sendsUnreadable()
    await host.until(() => host.messages.length === 1)
    expect(host.messages[0]).toMatchObject({ text: '', unreadable: expect.stringMatching(/^\w+$/) })
    expect(host.messages[0]?.author.accountId).toMatch(/^\w+:./)
  })
}
