/** The whole program with a webhook: what happens in a talk is told to another program, and a target that hangs keeps no fan waiting. */
import { setImmediate } from 'node:timers/promises'
import { expect, it, onTestFinished, vi } from 'vitest'
import { startChat } from '../support/chat.ts'
import { createChatClock } from '../support/chat-clock.ts'
import { signatureOf, startWebhookReceiver } from '../support/webhook-receiver.ts'

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'

it('is told of a case, signed, without a fan’s words; while it hangs fans are answered', async () => {
  await using receiver = await startWebhookReceiver()
  receiver.answers(() => undefined)
  const clock = createChatClock('2026-11-18T10:30Z')
  const env = { WEBHOOKS_URL: receiver.url, WEBHOOKS_SECRET: secret, WEBHOOKS_PRIVATE: 'yes' }
  const chat = await startChat('coffee', { clock, env })
  onTestFinished(() => chat.mascot.stop())
  const until = (holds: () => void) =>
    vi.waitFor(async () => {
      clock.advance(3_000)
      await setImmediate()
      holds()
    }, 60_000)
  await chat.fan('Ana').says('can I talk to a person please? my grinder exploded')
  await chat.mascot.settled()
  await until(() => expect(receiver.received).toHaveLength(1))
  const ben = chat.fan('Ben')
  await ben.says('what time do you open?')
  await chat.mascot.settled()
  expect(chat.shown(ben.threadId).length).toBeGreaterThan(0)
  receiver.answers((response) => response.writeHead(200).end())
  await until(() => expect(receiver.received.length).toBeGreaterThan(1))
  const [first, again] = receiver.received
  if (!first || !again) throw new Error('it was told twice')
  expect(again.id).toBe(first.id)
  expect(again.signatures).toEqual([signatureOf(secret, again)])
  expect(JSON.parse(again.body)).toMatchObject({ type: 'case.opened', data: { reason: expect.any(String) } })
  expect(again.body).not.toMatch(/grinder|Ana/)
})

it('a target on this machine that is not meant is told at the start', async () => {
  const env = { WEBHOOKS_URL: 'https://127.0.0.1/hook', WEBHOOKS_SECRET: secret }
  await expect(startChat('coffee', { env })).rejects.toThrow('WEBHOOKS_URL leads to an address that is not public')
})
