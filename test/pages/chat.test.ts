/** The chat on the web in a real browser: talked with, left and come back to, framed by a shop, read by a screen reader, on a phone, from the right. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { violations } from '../support/axe.ts'
import { describePages, smallPhone } from '../support/staff-page.ts'
import { startWebChat, type WebChat } from '../support/web-chat.ts'

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** The answer has variants. */
const OPEN = /7:30|half seven/i

describePages('the chat on the web', (_, open) => {
  let chat: WebChat
  let shop: { readonly url: string; close(): Promise<void> }
  let stranger: typeof shop

  /** A site of the brand's, of which all we know is that one tag. */
  async function site(): Promise<typeof shop> {
    const server = createServer((__, answer) => {
      answer.setHeader('content-type', 'text/html')
      answer.end(
        `<!doctype html><html lang="en"><title>Shop</title><main><h1>Beans</h1></main><script src="${chat.url}embed.js" data-label="Ask Pip" async></script>`,
      )
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return {
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
      close: () => new Promise((resolve) => server.close(() => resolve())),
    }
  }

  beforeAll(async () => {
    // Which chat it loads is asked when it is opened.
    shop = await site()
    chat = await startWebChat({ WEB_CHAT_ORIGINS: new URL(shop.url).origin, WEB_CHAT_PROOF: '8' }, (persona) => ({
      ...persona,
      commitments: {},
      catalogue: ['Tamper', 'Gauge', 'Brush'].map((name, nth) => ({
        id: name,
        name: { en: `Skipper ${name}`, ar: `Skipper ${name}` },
        about: { en: 'For any espresso machine, and fit to be shown. Made of oak.' },
        url: `https://tidewater.example/${name}`,
        image: fileURLToPath(new URL('../../docs/desk-phone.png', import.meta.url)),
        price: `£${18 + nth}`,
      })),
    }))
    stranger = await site()
  })
  afterAll(async () => {
    await shop.close()
    await stranger.close()
    expect(chat.errors).toEqual([])
    await chat[Symbol.asyncDispose]()
  })

  const arrive = async (options?: BrowserContextOptions): Promise<Page> => {
    const page = await open(options)
    await page.goto(chat.url)
    await page.locator('.composer').waitFor()
    return page
  }
  const says = async (page: Page, text: string) => {
    await page.locator('textarea').fill(text)
    await page.keyboard.press('Enter')
  }
  const bubble = (page: Page, text: RegExp | string) => page.locator('.bubble').filter({ hasText: text })

  it('answers who writes, and is there again when they come back, on this browser and no other', async () => {
    const page = await arrive()
    await says(page, 'when do you open?')
    await bubble(page, OPEN).waitFor()
    await bubble(page, /bot/).first().waitFor()
    await page.reload()
    await bubble(page, OPEN).waitFor()
    await bubble(page, 'when do you open?').waitFor()
    const other = await arrive()
    await other.locator('.empty').waitFor()
    expect(await page.context().cookies()).toEqual([])
  })

  it('hands over to a person in Telegram’s topics, whose words, pictures and name arrive while the page is open, and after', async () => {
    const { telegram, staffChat, mascot } = chat
    const page = await arrive()
    await says(page, 'can I speak to a person please')
    await page.locator('.bubble.bot').first().waitFor()
    await telegram.until(() => telegram.sent().some(({ text }) => /Waiting[\s\S]*· web/.test(text ?? '')))
    const topicId = [...staffChat.chat.topics.keys()].at(-1) ?? 0
    const topic = { chatId: staffChat.chatId, topicId }
    const dana = telegram.fan('Dana')
    await mascot.settled()
    await dana.presses('Take', { in: topic })
    await says(page, 'my grinder came without its lid')
    await telegram.until(() => telegram.sent(topic).some(({ text }) => text?.includes('without its lid')))
    await page.locator('input[type=file]').setInputFiles({ name: 'lid.png', mimeType: 'image/png', buffer: PNG })
    await page.locator('.bubble.fan img.picture').waitFor()
    await telegram.until(() => telegram.sent(topic).some(({ method }) => method === 'sendPhoto'))
    telegram.world.files.set('lid-photo', { bytes: PNG, name: 'lid.png' })
    const photo = [{ file_id: 'lid-photo', file_unique_id: 'lid', width: 1, height: 1 }]
    await dana.sends({ photo, caption: '/r Like this one?' }, { in: topic })
    await bubble(page, 'Like this one?').waitFor()
    await page.locator('.bubble.person img.picture').waitFor()
    expect(await page.locator('.bubble.person').last().textContent()).toMatch(/Dana.*person/)
    await page.goto('about:blank')
    await dana.says('/r It leaves today.', { in: topic })
    await mascot.settled()
    await page.goto(chat.url)
    await bubble(page, 'It leaves today.').waitFor()
    await dana.says('/edit It leaves on Monday.', { in: topic })
    await bubble(page, 'It leaves on Monday.').waitFor()
    await dana.says('/resolve silently', { in: topic })
    await mascot.settled()
  })

  it.each([
    ['wide', {}],
    ['dark', { colorScheme: 'dark' }],
    ['on a small phone', smallPhone],
    ['from the right', { locale: 'ar-EG' }],
  ] as const)('products are cards beside each other, with picture, price and a link, %s', async (name, options) => {
    const page = await arrive(options)
    await says(page, 'something for an espresso machine under £30?')
    const cards = page.locator('.cards .card')
    await expect.poll(() => cards.count()).toBe(3)
    await expect.poll(() => page.locator('.card img').count()).toBe(3)
    expect(await cards.first().getByRole('heading').textContent()).toMatch(/^Skipper (?:Brush|Gauge|Tamper) · £\d\d$/)
    expect(await cards.first().locator('.words').textContent()).toBe('For any espresso machine, and fit to be shown.')
    expect(await cards.first().getByRole('link').getAttribute('href')).toMatch(/^https:\/\/tidewater\.example\//)
    const places = await cards.evaluateAll((all) =>
      all.map((one) => one.getBoundingClientRect()).map(({ x, y }) => [x, y]),
    )
    expect(new Set(places.map(([, y]) => y)).size).toBe(1)
    const xs = places.map(([x = 0]) => x)
    expect(xs).toEqual(xs.toSorted((a, b) => (name === 'from the right' ? b - a : a - b)))
    expect(await violations(page)).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth > innerWidth')).toBe(false)
    if (process.env.CARDS_TO) await page.screenshot({ path: `${process.env.CARDS_TO}/${name}.png` })
    await page.reload()
    await expect.poll(() => cards.count()).toBe(3)
  })

  it('shows choices as buttons, which are pressed once', async () => {
    const page = await arrive()
    await says(page, '/forget')
    await page.getByRole('button', { name: 'No', exact: true }).click()
    await page.locator('.bubble.fan').filter({ hasText: 'No' }).waitFor()
    await expect.poll(() => page.locator('.choices button').count()).toBe(0)
  })

  it('opens in a frame of the site that is named, and stays shut in another’s', async () => {
    const page = await open()
    await page.goto(shop.url)
    const button = page.getByRole('button', { name: 'Ask Pip' })
    await button.click()
    const frame = page.frameLocator('iframe')
    await frame.locator('textarea').fill('when do you open?')
    await frame.getByRole('button', { name: 'Send' }).click()
    await frame.locator('.bubble').filter({ hasText: OPEN }).waitFor()
    expect(await page.context().cookies()).toEqual([])
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')
    // What its console says of that is what we want.
    const foreign = await page.context().newPage()
    await foreign.goto(stranger.url)
    const refused = foreign.waitForEvent('console', (message) => /frame-ancestors|framing/i.test(message.text()))
    await foreign.getByRole('button', { name: 'Ask Pip' }).click()
    await refused
    expect(await foreign.frameLocator('iframe').locator('textarea').count()).toBe(0)
    await foreign.close()
  })

  it.each([
    ['light', {}],
    ['dark', { colorScheme: 'dark' }],
    ['from the right', { locale: 'ar-EG' }],
    ['on a small phone', smallPhone],
  ] as const)('breaks no rule of accessibility, %s', async (_name, options) => {
    const page = await arrive(options)
    expect(await violations(page)).toEqual([])
    await says(page, 'when do you open?')
    await page.locator('.bubble.bot').first().waitFor()
    await says(page, '/forget')
    await page.locator('.choices button').first().waitFor()
    expect(await violations(page)).toEqual([])
    const wide = await page.evaluate('document.documentElement.scrollWidth > innerWidth')
    expect(wide).toBe(false)
    expect(await page.evaluate('document.documentElement.dir')).toBe('locale' in options ? 'rtl' : 'ltr')
  })

  it('keeps what could not be sent, says so, and sends it when asked', async () => {
    const page = await arrive()
    await page.route('**/chat/api/say', (route) => route.abort())
    await says(page, 'when do you open?')
    await page.getByRole('alert').filter({ hasText: 'Not sent.' }).waitFor()
    await page.unroute('**/chat/api/say')
    await page.getByRole('button', { name: 'Try again' }).click()
    await bubble(page, OPEN).waitFor()
    expect(await bubble(page, 'when do you open?').count()).toBe(1)
  })

  it('text is always text: of the fan, of a file’s name, of a person', async () => {
    const page = await arrive()
    const script = '<img src=x onerror=alert(1)> [x](javascript:alert(2)) **bold**'
    await says(page, script)
    await bubble(page, script).waitFor()
    await page.locator('input[type=file]').setInputFiles({
      name: '<img src=x onerror=alert(3)>.html',
      mimeType: 'text/html',
      buffer: Buffer.from('<script>alert(4)</script>'),
    })
    await page.locator('button.file').waitFor()
    expect(await page.locator('.bubble img').count()).toBe(0)
  })
})
