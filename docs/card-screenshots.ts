/** Takes the pictures of cards that docs/shop.md shows: on the web, and beside a case. Part of `npm run screenshots`. */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium, type Page } from 'playwright-core'
import { createChatClock } from '../test/support/chat-clock.ts'
import { findChromium, launchFlags, whyNoChromium } from '../test/support/chromium.ts'
import { startDeskHost } from '../test/support/desk-host.ts'
import { startWebChat } from '../test/support/web-chat.ts'

const folder = fileURLToPath(new URL('./', import.meta.url))
const drawing = (id: string) => fileURLToPath(new URL(`../personas/coffee/assets/${id}.png`, import.meta.url))
const gear = [
  ['slipway', 'Slipway Dripper', 'Packs flat for a camping trip.', '£18'],
  ['pips-kettle', 'Pip’s Kettle', 'Sits on any stove of a camping trip.', '£42'],
  ['winch', 'Winch Hand Grinder', 'Goes on a camping trip without a plug.', '£58'],
] as const

async function shoot(page: Page, name: string): Promise<void> {
  await page.evaluate('Promise.all([...document.images].map((image) => image.decode().catch(() => {})))')
  const bytes = await page.screenshot()
  writeFileSync(`${folder}${name}.png`, bytes)
  process.stdout.write(`docs/${name}.png ${Math.round(bytes.length / 1024)} kB\n`)
}

const reason = whyNoChromium()
if (reason) {
  process.stderr.write(`${reason}\n`)
  process.exit(1)
}
const { executablePath, env } = await findChromium()
const browser = await chromium.launch({ executablePath, env: { ...env }, args: [...launchFlags] })
const settings = { timezoneId: 'Europe/London', reducedMotion: 'reduce' } as const

await using chat = await startWebChat({ WEB_CHAT_PROOF: '8' }, (persona) => ({
  ...persona,
  commitments: {},
  catalogue: gear.map(([id, name, about, price]) => ({
    ...{ id, name: { en: name }, about: { en: about }, price, image: drawing(id) },
    url: `https://tidewater.example/${id}`,
  })),
}))
const visitor = await browser.newContext({ ...settings, viewport: { width: 900, height: 620 } })
const talk = await visitor.newPage()
await talk.goto(chat.url)
await talk.locator('textarea').fill('anything for a camping trip?')
await talk.keyboard.press('Enter')
await talk.locator('.cards .card').nth(2).waitFor()
await shoot(talk, 'cards-web')

await using host = await startDeskHost({ clock: createChatClock('2026-11-18T10:30Z') })
const ana = host.chat.fan('Ana')
for (const text of ['can I speak to a person please', 'it is about my Fogbell, order TW-204711, ana@example.com']) {
  await ana.says(text)
  await ana.hears()
}
const staff = await browser.newContext({ ...settings, viewport: { width: 1360, height: 860 } })
const desk = await staff.newPage()
await desk.goto(await host.signInLink('Dana'))
await desk.getByRole('button', { name: 'Sign in' }).click()
await desk.locator('a.case-item').first().click()
await desk.getByRole('button', { name: 'Ask the shop…' }).click()
await desk.getByRole('dialog').getByRole('button', { name: 'Ask', exact: true }).click()
await desk.getByRole('button', { name: 'Start a return' }).waitFor()
for (const close of await desk.locator('.notice button').all()) await close.click()
await shoot(desk, 'cards-desk')
await browser.close()
