/** Over the wires of Telegram, Discord and the web: asked in a group, proved in private by a code, told there, and taken over by a person. */
import { randomUUID } from 'node:crypto'
import { expect, it, vi } from 'vitest'
import type { Line } from '../../adapters/web/wire.ts'
import { startBoth } from '../support/both-wires.ts'
import type { Channel, Message } from '../support/discord/world.ts'
import { testPersona } from '../support/persona.ts'
import { codeSecret, openShop, type Shop, shopToken } from '../support/shop.ts'
import { startWebChat } from '../support/web-chat.ts'

/** The look-up of orders at a shop of ours; a code proves whose they are. */
function orderAt(shop: Shop) {
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
  return lookUps
}

it('a question in a group goes on in private, where a code proves it, the answer is told, and a person reads that the fan is verified', async () => {
  await using shop = await openShop([{ number: 'TW-204711', email: 'ana@example.com', status: 'packed' }])
  const lookUps = orderAt(shop)
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

it('so it does on Discord, and a member of staff takes over where it was told', async () => {
  await using shop = await openShop([{ number: 'TW-204711', email: 'bo@example.com', status: 'packed' }])
  let desk: Channel | undefined
  await using both = await startBoth(
    (_, server) => {
      desk = server.channel(server.guild('House'), 'desk')
      return {
        SHOP_TOKEN: shopToken,
        CODES_WEBHOOK_URL: `${shop.url}/codes`,
        CODES_WEBHOOK_SECRET: codeSecret,
        CODES_WEBHOOK_PRIVATE: 'yes',
        DISCORD_STAFF_CHANNEL: desk.id,
      }
    },
    undefined,
    (persona) => ({ ...persona, lookUps: orderAt(shop) }),
  )
  const { discord, mascot } = both
  const general = discord.channel(discord.guild('Fans'), 'general')
  const bo = discord.fan('bo')
  const hears = (pattern: RegExp) =>
    discord.until(() => discord.sent(bo.direct).some(({ content }) => pattern.test(content)))

  bo.says(general, `<@${discord.world.bot.id}> where is my order TW-204711?`)
  const door = () => discord.sent(general).find(({ more }) => JSON.stringify(more.components).includes('rivate'))
  await discord.until(() => door() !== undefined)
  expect(shop.asked).toEqual([])
  const shown = door()
  if (shown) bo.presses(shown, labelOf(shown))
  await hears(/Which order\?/)
  bo.says(bo.direct, 'tw 204711')
  await hears(/A code is on its way/)
  await vi.waitFor(() => expect(shop.codes).toHaveLength(1))
  bo.says(bo.direct, shop.codes[0]?.code ?? '')
  await hears(/It is packed\./)
  expect(discord.sent(general).some(({ content }) => /packed|code/.test(content))).toBe(false)

  bo.says(bo.direct, 'can I talk to a person please')
  const thread = () => [...discord.world.channels.values()].find(({ parentId }) => parentId === desk?.id)
  await discord.until(
    () => discord.sent(thread()).some(({ content }) => /Waiting/.test(content)) && thread() !== undefined,
  )
  await vi.waitFor(async () => expect((await mascot.desk.list())[0]?.summary).toMatch(/verified by a code until/))
  const place = thread()
  if (!place) throw new Error('a thread was opened')
  await mascot.settled()
  discord.fan('Dana').says(place, '!r It leaves at noon.')
  await hears(/It leaves at noon\./)
  expect(both.errors).toEqual([])
})

it('and on the web, where a visitor proves it and a person of the desk on Telegram goes on', async () => {
  await using shop = await openShop([{ number: 'TW-204711', email: 'cy@example.com', status: 'packed' }])
  await using chat = await startWebChat(
    {
      SHOP_TOKEN: shopToken,
      CODES_WEBHOOK_URL: `${shop.url}/codes`,
      CODES_WEBHOOK_SECRET: codeSecret,
      CODES_WEBHOOK_PRIVATE: 'yes',
    },
    (persona) => ({ ...persona, lookUps: orderAt(shop) }),
  )
  const { telegram, staffChat, mascot } = chat
  const ask = async (path: string, body: object | undefined, token = '') => {
    const answer = await fetch(new URL(`api/${path}`, chat.url), {
      method: body ? 'POST' : 'GET',
      headers: { authorization: `Bearer ${token}` },
      ...(body && { body: JSON.stringify(body) }),
    })
    expect(answer.status).toBe(200)
    return (await answer.json()) as { readonly token: string; readonly lines: readonly Line[] }
  }
  const { token } = await ask('visit', {})
  const says = (text: string) => ask('say', { id: randomUUID(), text, lang: 'en' }, token)
  const hears = (pattern: RegExp) =>
    vi.waitFor(async () => {
      const { lines } = await ask('lines', undefined, token)
      expect(lines.filter(({ from }) => from !== 'fan').map(({ text }) => text)).toContainEqual(
        expect.stringMatching(pattern),
      )
    })
  await says('where is my order?')
  await hears(/Which order\?/)
  await says('tw 2O4 711')
  await hears(/A code is on its way/)
  await vi.waitFor(() => expect(shop.codes).toHaveLength(1))
  expect(shop.codes[0]?.to).toBe('cy@example.com')
  await says(shop.codes[0]?.code ?? '')
  await hears(/It is packed\./)
  await says('can I talk to a person please')
  await vi.waitFor(async () => expect((await mascot.desk.list())[0]?.summary).toMatch(/verified by a code until/))
  await telegram.until(() => telegram.sent().some(({ text }) => /Waiting[\s\S]*· web/.test(text ?? '')))
  const topicId = [...staffChat.chat.topics.keys()].at(-1) ?? 0
  await telegram.fan('Dana').says('/r It leaves at noon.', { in: { chatId: staffChat.chatId, topicId } })
  await hears(/It leaves at noon\./)
  expect(chat.errors).toEqual([])
})

function labelOf(message: Message): string {
  const [label = ''] = /"label":"([^"]*)"/.exec(JSON.stringify(message.more.components))?.slice(1) ?? []
  return label
}
