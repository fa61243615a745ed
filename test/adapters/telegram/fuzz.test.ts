/** Updates that Telegram would never send: through the webhook, the converters and the inbox, which take them or pass them over. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { called } from '../../../src/domain/weight.ts'
import { createAccept } from '../../../src/inbox/accept.ts'
import { loadPersona } from '../../../src/persona/load/load.ts'
import { faultsOf, oddText, runs, spoilt } from '../../support/fuzz.ts'
import { createManualClock } from '../../support/manual-clock.ts'
import { sqliteTestDatabase, useStore } from '../../support/store-harness.ts'
import { ana, heardAs, inGroup, privately, skipped } from '../../support/telegram/payloads.ts'
import { runTelegram } from '../../support/telegram-adapter.ts'

const secret = 'a-secret-of-16-or-more'
const url = 'https://bot.example/hooks/telegram'
const under = useStore(sqliteTestDatabase)

const heard = heardAs.map(([, message], nth) => ({ message_id: nth + 1, ...message }))
const updates = [
  ...heard.map((message) => ({ update_id: 7, message })),
  ...heard.slice(0, 12).map((message) => ({ update_id: 8, edited_message: { ...message, edit_date: 5 } })),
  ...skipped.map(([, update]) => ({ update_id: 9, ...update })),
  {
    update_id: 10,
    callback_query: { id: '1', from: ana, data: 'answer:x', message: { message_id: 3, ...privately, text: 'x' } },
  },
  {
    update_id: 11,
    message_reaction: {
      ...inGroup,
      message_id: 3,
      user: ana,
      date: 5,
      old_reaction: [],
      new_reaction: [{ type: 'emoji', emoji: '👍' }],
    },
  },
  {
    update_id: 12,
    my_chat_member: {
      ...privately,
      date: 5,
      old_chat_member: { status: 'member', user: ana },
      new_chat_member: { status: 'kicked', user: ana },
    },
  },
]

it('a spoilt update is answered with 200 or refused, and whatever of it is heard is sound enough to be kept', async () => {
  await using telegram = await runTelegram({ adapter: { webhook: { url, secret } } })
  const { host, adapter } = telegram
  const [route] = adapter.routes?.() ?? []
  if (!route) throw new Error('the webhook is served')
  const persona = await loadPersona(new URL('../../../personas/coffee', import.meta.url).pathname)
  const accept = createAccept(
    under.store.inbox,
    () => persona,
    createManualClock(),
    () => called,
  )
  let taken = 0
  await fc.assert(
    fc.asyncProperty(spoilt(updates), async (update) => {
      const [before, events] = [host.offered.length, host.events.length]
      const headers = { 'x-telegram-bot-api-secret-token': secret }
      const answer = await route.handle(new Request(url, { method: 'POST', headers, body: JSON.stringify(update) }))
      expect([200, 400]).toContain(answer.status)
      const messages = host.offered.slice(before)
      taken += messages.length
      expect(messages.flatMap(faultsOf)).toEqual([])
      await accept({ messages, events: host.events.slice(events) })
    }),
    runs(800),
  )
  expect(taken).toBeGreaterThan(200)
  expect(host.logged.filter(({ level }) => level === 'error')).toEqual([])
})

it('whatever else is posted to the webhook is refused in words', async () => {
  await using telegram = await runTelegram({ adapter: { webhook: { url, secret } } })
  const [route] = telegram.adapter.routes?.() ?? []
  await fc.assert(
    fc.asyncProperty(oddText, oddText, fc.boolean(), async (body, token, isRight) => {
      const headers = { 'x-telegram-bot-api-secret-token': isRight ? secret : encodeURIComponent(token.toWellFormed()) }
      const answer = await route?.handle(new Request(url, { method: 'POST', headers, body }))
      expect(isRight ? [200, 400] : [401]).toContain(answer?.status)
      expect(await answer?.text()).toMatch(/^(?:ok|not JSON|wrong secret)$/)
    }),
    runs(300),
  )
})
