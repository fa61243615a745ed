/** Over the wires of Telegram and Discord: asked in a group, proved in private by a code, told there, and taken over by a person. */
import { expect, it, vi } from 'vitest'
import { startBoth } from '../support/both-wires.ts'
import { testPersona } from '../support/persona.ts'
import { codeSecret, openShop, shopToken } from '../support/shop.ts'

it('a question in a group goes on in private, where a code proves it, the answer is told, and a person reads that the fan is verified', async () => {
  await using shop = await openShop([{ number: 'TW-204711', email: 'ana@example.com', status: 'packed' }])
  const { lookUps } = testPersona({
    lookups: [
      {
        id: 'order',
        about: 'where an order is',
        answers: ['order-status'],
        needs: [{ id: 'number', shape: 'TW-######', ask: 'Which order? It begins with TW.' }],
        request: {
          url: `${shop.url}/orders/{number}`,
          headers: { authorization: 'Bearer {env:SHOP_TOKEN}' },
          private: true,
        },
        proof: 'code',
        address: 'order.email',
        state: 'order.status',
        says: { packed: 'It is packed.', codeSent: 'A code is on its way, if we know it.' },
      },
    ],
  })
  let staffChat = 0
  await using both = await startBoth(
    (telegram) => {
      staffChat = telegram.group('Staff', { isForum: true }).chatId
      return {
        SHOP_TOKEN: shopToken,
        CODES_WEBHOOK_URL: `${shop.url}/codes`,
        CODES_WEBHOOK_SECRET: codeSecret,
        CODES_WEBHOOK_PRIVATE: 'yes',
        TELEGRAM_STAFF_CHAT: String(staffChat),
      }
    },
    undefined,
    (persona) => ({ ...persona, lookUps }),
  )
  const { telegram, discord, mascot } = both
  const told = (pattern: RegExp) => telegram.sent().some(({ text }) => pattern.test(text ?? ''))

  const here = telegram.fan('Ana')
  const harbour = telegram.group('Harbour')
  await here.says('Pip, where is my order TW-204711?', { in: harbour })
  await telegram.until(() => JSON.stringify(telegram.calls()).includes('start=lookup-order'))
  expect(told(/packed/)).toBe(false)
  expect(shop.asked).toEqual([])
  await here.follows(/private/i, { in: harbour })
  await telegram.until(() => told(/Which order\?/))
  await here.says('tw 204711')
  await telegram.until(() => told(/A code is on its way/))
  await vi.waitFor(() => expect(shop.codes).toHaveLength(1))
  await here.says(shop.codes[0]?.code ?? '')
  await telegram.until(() => told(/It is packed\./))
  await here.says('can I talk to a person please')
  await vi.waitFor(async () => {
    const [open] = await mascot.desk.list()
    expect(open?.summary).toMatch(/verified by a code until/)
  })

  const there = discord.fan('bo')
  const toldThere = (pattern: RegExp) => discord.sent(there.direct).some(({ content }) => pattern.test(content))
  there.says(there.direct, 'where is my order TW-204711')
  await discord.until(() => toldThere(/A code is on its way/))
  await vi.waitFor(() => expect(shop.codes).toHaveLength(2))
  there.says(there.direct, shop.codes[1]?.code ?? '')
  await discord.until(() => toldThere(/It is packed\./))
  expect(both.errors).toEqual([])
})
