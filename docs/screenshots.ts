/** Takes the pictures of the desk that the documents show: `npm run screenshots`. */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { createChatClock } from '../test/support/chat-clock.ts'
import { findChromium, launchFlags, whyNoChromium } from '../test/support/chromium.ts'
import { type DeskDemo, startDeskDemo } from '../test/support/desk-demo.ts'
import { startDeskHost } from '../test/support/desk-host.ts'
import { startInsightsDemo } from '../test/support/insights-demo.ts'
import { startMockModel } from '../test/support/mock-model.ts'

const folder = fileURLToPath(new URL('./', import.meta.url))

const desktop = { viewport: { width: 1360, height: 860 } }
const phone = { viewport: { width: 390, height: 800 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true }

/** What the fan sends: a bag of coffee with a split seam, drawn. */
const bag = `<body style="margin:0;background:#d8cbb8"><svg viewBox="0 0 720 480" width="720" height="480">
  <rect width="720" height="480" fill="#cdbca4"/><path d="M0 330h720v150H0z" fill="#b79f80"/>
  <path d="M250 70h220l22 300q-132 22-264 0z" fill="#2f3b40"/><path d="M250 70h220l3 40H247z" fill="#242e32"/>
  <rect x="292" y="150" width="136" height="92" rx="6" fill="#e9dfcd"/>
  <text x="360" y="190" font-family="sans-serif" font-size="24" font-weight="700" fill="#2f3b40" text-anchor="middle">Fogbell</text>
  <text x="360" y="218" font-family="sans-serif" font-size="15" fill="#2f3b40" text-anchor="middle">dark · 80 g</text>
  <path d="m236 268 34 14-14 20 30 12-18 24 22 14-58 18z" fill="#cdbca4"/>
  ${Array.from({ length: 60 }, (_, n) => `<ellipse cx="${120 + ((n * 67) % 210)}" cy="${352 + ((n * 41) % 84)}" rx="9" ry="6" transform="rotate(${(n * 53) % 180} ${120 + ((n * 67) % 210)} ${352 + ((n * 41) % 84)})" fill="${n % 3 ? '#4a2f1d' : '#5f3d26'}"/>`).join('')}
</svg></body>`

async function picture(browser: Browser): Promise<Uint8Array<ArrayBuffer>> {
  const page = await browser.newPage({ viewport: { width: 720, height: 480 } })
  await page.setContent(bag)
  const bytes = new Uint8Array(await page.screenshot())
  await page.close()
  return bytes
}

async function open(
  browser: Browser,
  demo: Pick<DeskDemo, 'signInLink'>,
  staff: string,
  options: BrowserContextOptions,
): Promise<Page> {
  const context = await browser.newContext({ timezoneId: 'Europe/London', reducedMotion: 'reduce', ...options })
  const page = await context.newPage()
  await page.goto(await demo.signInLink(staff, staff === 'Dana' ? 'operator' : 'staff'))
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('navigation', { name: 'Views' }).waitFor()
  return page
}

async function openLongest(page: Page, demo: DeskDemo): Promise<void> {
  await page.locator(`a.case-item[data-case="${demo.longest.id}"]`).click()
  await page.getByRole('img', { name: /photo|seam/i }).waitFor()
  await page.evaluate('Promise.all([...document.images].map((image) => image.decode()))')
}

async function shoot(page: Page, name: string): Promise<void> {
  const bytes = await page.screenshot()
  writeFileSync(`${folder}${name}.png`, bytes)
  process.stdout.write(`docs/${name}.png ${Math.round(bytes.length / 1024)} kB\n`)
}

/** Two fans' words, and a dial turned, or why the last reply was what it was. */
async function play(page: Page, part: 'Dials' | 'Why'): Promise<void> {
  await page.goto(`${new URL(page.url()).origin}/desk/#/play`)
  const begin = page.getByRole('button', { name: 'Begin anew' })
  await page.locator('#play-text').waitFor()
  if (await begin.isEnabled()) await begin.click()
  for (const [text, reply] of [
    ['how long do I have to return beans?', /Thirty|thirty/],
    ['what does rain sound like to you?', /small change/],
  ] as const) {
    await page.locator('#play-text').fill(text)
    await page.keyboard.press('Enter')
    await page.locator('.play-said').filter({ hasText: reply }).first().waitFor()
  }
  await page.getByRole('button', { name: part, exact: true }).click()
  if (part === 'Why') return
  await page.getByRole('radio', { name: 'calm' }).check()
  await page.locator('.play-before').first().waitFor()
  await page.getByText('energy: calm').waitFor()
}

const reason = whyNoChromium()
if (reason) {
  process.stderr.write(`${reason}\n`)
  process.exit(1)
}
const { executablePath, env } = await findChromium()
const browser = await chromium.launch({ executablePath, env: { ...env }, args: [...launchFlags] })
await using demo = await startDeskDemo(await picture(browser))

const other = await open(browser, demo, 'Wen', desktop)
await openLongest(other, demo)
for (const [name, options] of [
  ['desk-desktop', desktop],
  ['desk-dark', { ...desktop, colorScheme: 'dark' }],
  ['desk-phone', phone],
] as const) {
  const page = await open(browser, demo, 'Dana', options)
  await openLongest(page, demo)
  const box = page.getByRole('textbox')
  await box.fill('It leaves at four, so yes: ')
  await page.getByText('Wen is here too').waitFor()
  await page.locator('h2').focus()
  await shoot(page, name)
  await page.context().close()
}
await using speaking = await startMockModel()
speaking.says('rain', { bubbles: ['Like small change in a tin! My favourite tin! I keep it by the window!'] })
await using playground = await startDeskHost({ modelUrl: speaking.url, env: { OPENAI_PRICE_INPUT: '0.4' } })
for (const [name, part, options] of [
  ['playground-dark', 'Why', { ...desktop, colorScheme: 'dark' }],
  ['playground-phone', 'Why', phone],
  ['playground', 'Dials', desktop],
] as const) {
  const page = await open(browser, playground, 'Dana', options)
  await play(page, part)
  await shoot(page, name)
  await page.context().close()
}
await using insights = await startInsightsDemo()
for (const [name, options] of [
  ['insights-desktop', desktop],
  ['insights-dark', { ...desktop, colorScheme: 'dark' }],
] as const) {
  const page = await open(browser, insights, 'Dana', options)
  await page.goto(`${insights.url}/desk/lead/insights?range=month`)
  await page.getByRole('heading', { level: 1, name: 'Insights' }).waitFor()
  await shoot(page, name)
  await page.context().close()
}

await using host = await startDeskHost({ clock: createChatClock('2026-11-18T10:02Z') })
const { mascot, chat } = host
for (const [fan, text] of [
  ['Ida', 'the lid of my new cup leaks, I am really annoyed'],
  ['Jon', 'coffee leaks from the lid of the new cup, I am really annoyed'],
  ['Kim', 'my new lid leaks, I am really annoyed'],
] as const)
  await chat.fan(fan).says(text)
await mascot.settled()
const reports = (await mascot.store.issues.heardSince(0, 50)).map(({ id }) => id)
const lead = { id: 'desk:dana', name: 'Dana' }
const number = 1
const words = 'Some lids of this week do not close. We send you a new one.'
await mascot.leads.wish({ kind: 'new', title: 'Lids that leak', reports }, lead, 'picture 1')
await mascot.leads.wish({ kind: 'answer', number, words }, lead, 'picture 2')
await mascot.leads.wish({ kind: 'state', number, state: 'working' }, lead, 'picture 3')
for (const [name, options] of [
  ['lead-issue', desktop],
  ['lead-issue-phone', { ...phone, colorScheme: 'dark' }],
] as const) {
  const context = await browser.newContext({ timezoneId: 'Europe/London', reducedMotion: 'reduce', ...options })
  const page = await context.newPage()
  await page.goto(await host.signInLink('Dana', 'operator'))
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('navigation', { name: 'Views' }).waitFor()
  await page.goto(`${host.url}/desk/lead/issues/${number}`)
  await shoot(page, name)
  await context.close()
}
await browser.close()
