/** What only the shop knows beside a case on the desk page: asked by a person, noted, acted on with one press, with the products that are spoken of. */
import { mkdirSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { violations } from '../support/axe.ts'
import { createChatClock } from '../support/chat-clock.ts'
import { type DeskHost, startDeskHost } from '../support/desk-host.ts'
import { codeSecret, openShop, type Shop, shopToken } from '../support/shop.ts'
import { lookUpsAt } from '../support/shop-look-ups.ts'
import { describePages, smallPhone } from '../support/staff-page.ts'

/** Where the pictures of a look go, if anybody wants to see. */
const folder = process.env['LOOKS']

describePages('the shop beside a case', (at) => {
  let host: DeskHost
  let shop: Shop
  beforeAll(async () => {
    shop = await openShop([
      {
        ...{ number: 'TW-204711', email: 'ana@example.com', status: 'shipped', points: 1240 },
        ...{ shipped_at: '2026-11-16T15:20Z', carrier: 'Blue Van' },
      },
    ])
    host = await startDeskHost({
      clock: createChatClock('2026-11-18T10:30Z'),
      tune: (persona) => ({ ...persona, lookUps: lookUpsAt(shop.url) }),
      env: {
        SHOP_TOKEN: shopToken,
        CODES_WEBHOOK_URL: `${shop.url}/codes`,
        CODES_WEBHOOK_SECRET: codeSecret,
        CODES_WEBHOOK_PRIVATE: 'yes',
      },
    })
    if (folder) mkdirSync(folder, { recursive: true })
  })
  afterAll(async () => {
    await host[Symbol.asyncDispose]()
    await shop[Symbol.asyncDispose]()
  })

  async function calls(name: string, ...words: readonly string[]) {
    const fan = host.chat.fan(name)
    await fan.says('can I speak to a person please')
    await fan.hears()
    for (const text of words) {
      await fan.says(text)
      await fan.hears()
    }
    return fan
  }

  it('is asked with what the fan has told, noted, and a return is started by one press, which the fan hears of', async () => {
    const ana = await calls('Ana', 'it is about my Fogbell, order tw 204 711, ana@example.com')
    const dana = await at(host, 'Dana')
    await dana.opens('Ana')
    const card = dana.page.getByRole('complementary', { name: 'Case card' })
    await card.getByRole('article', { name: 'Fogbell' }).getByText('£9 for 250 g').waitFor()
    const drawn = 'document.querySelector(".product img").naturalWidth'
    await expect.poll(() => dana.page.evaluate(drawn), { timeout: 60_000 }).toBe(480)

    await dana.chooses('Ask the shop')
    const asking = dana.page.getByRole('dialog', { name: 'Ask the shop' })
    expect(await asking.getByLabel('Number (TW-######)').inputValue()).toBe('TW-204711')
    expect(await asking.getByLabel('Email').inputValue()).toBe('ana@example.com')
    await asking.getByLabel('Number (TW-######)').fill('none that I know')
    await asking.getByRole('button', { name: 'Ask' }).click()
    await asking.getByRole('alert').getByText('It needs number (TW-######)').waitFor()
    expect(await violations(dana.page)).toEqual([])
    await asking.getByLabel('Number (TW-######)').fill('TW204711')
    await asking.getByRole('button', { name: 'Ask' }).click()

    const found = card.getByRole('article', { name: 'where an order is: shipped' })
    await found.getByText('It left on Monday 16 November with Blue Van.').waitFor()
    await dana.page.locator('.staff-note', { hasText: '🔎 where an order is: shipped.' }).waitFor()
    await ana.hearsNothing()
    await found.getByRole('button', { name: 'Start a return' }).click()
    expect(await ana.hears(/Your return is started/)).toMatchObject({ speaker: { kind: 'person-as-brand' } })
    await found.getByText('Start a return: done by Dana').waitFor()

    // What is known of it is known to whoever looks next.
    const lee = await at(host, 'Lee', { colorScheme: 'dark' })
    await lee.opens('Ana')
    await lee.page.getByRole('article', { name: 'where an order is: shipped' }).getByText('done by Dana').waitFor()
    expect(await violations(lee.page)).toEqual([])
    for (const [name, one] of [
      ['light', dana],
      ['dark', lee],
    ] as const)
      if (folder) await one.page.screenshot({ path: `${folder}/shop-${name}.png` })
  })

  it('says that it knows nothing of what is none, and shows who has proved whose orders these are', async () => {
    const bo = host.chat.fan('Bo')
    await bo.says('how many points do i have? TW-204711')
    await bo.hears(/code/i)
    await expect.poll(() => shop.codes.length).toBe(1)
    await bo.says(shop.codes[0]?.code ?? '')
    await bo.hears(/1,240/)
    await calls('Bo')
    const wen = await at(host, 'Wen', smallPhone)
    await wen.opens('Bo')
    await wen.button('Case card').click()
    const card = wen.page.getByRole('complementary', { name: 'Case card' })
    await card.getByText('by a code, until').waitFor()
    await card.getByRole('button', { name: 'Ask the shop…' }).click()
    const asking = wen.page.getByRole('dialog', { name: 'Ask the shop' })
    await asking.getByLabel('Number (TW-######)').fill('TW-999999')
    await asking.getByLabel('Email').fill('nobody@example.com')
    if (folder) await wen.page.screenshot({ path: `${folder}/shop-asking-phone.png` })
    await asking.getByRole('button', { name: 'Ask' }).click()
    await card.getByRole('article', { name: 'where an order is: unknown' }).getByText('knows nothing of it').waitFor()
    expect(await violations(wen.page)).toEqual([])
    expect(await wen.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
    if (folder) await wen.page.screenshot({ path: `${folder}/shop-phone.png` })
  })
})
