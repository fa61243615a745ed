/**
 * The desk page with many open cases, in a real Chromium, against the whole program on a SQLite file.
 *
 * node bench/desk-size.ts [--open 5000] [--conversations 10000]
 *
 * Milliseconds from where a person would begin to count: the click, the turn of the wheel, the fan's message.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium, type Page } from 'playwright-core'
import { findChromium, launchFlags } from '../test/support/chromium.ts'
import { startDeskHost } from '../test/support/desk-host.ts'
import { fill } from '../test/support/fill-database.ts'

const { values } = parseArgs({
  options: {
    open: { type: 'string', default: '5000' },
    conversations: { type: 'string', default: '10000' },
  },
})
const open = Number(values.open)
const ITEM = 'a.case-item'
const PATIENCE_MS = 120_000

const firstPaint = `performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0`
const watchFrames = `(() => { const gaps = (globalThis.gaps = []); let last = performance.now()
  const look = (now) => { gaps.push(now - last); last = now; requestAnimationFrame(look) }
  requestAnimationFrame(look) })()`

const folder = mkdtempSync(join(tmpdir(), 'mascot-desk-size-'))
try {
  const databaseUrl = `sqlite:${join(folder, 'mascot.db')}`
  const conversations = Number(values.conversations)
  await fill(databaseUrl, { conversations, messages: 10, open, closed: 1000, brand: 'tidewater', at: Date.now() })
  await using host = await startDeskHost({ databaseUrl })
  const { executablePath, env } = await findChromium()
  const browser = await chromium.launch({ executablePath, env: definedIn(env), args: [...launchFlags] })
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
    page.setDefaultTimeout(PATIENCE_MS)
    await measure(page, await host.signInLink('Dana', 'lead'), host.chat.fan('Mo'))
  } finally {
    await browser.close()
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function measure(page: Page, link: string, fan: { says(text: string): Promise<void> }): Promise<void> {
  await page.goto(link)
  console.log(`| ${open} open cases | |\n|---|---:|`)
  const signedIn = await timed(async () => {
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.locator(ITEM).first().waitFor()
  })
  row('signed in, the first cases seen', signedIn)
  await page.reload()
  const paint = await timed(() => page.locator(ITEM).first().waitFor())
  row('opened again: first paint', await page.evaluate<number>(firstPaint))
  row('opened again: the first cases seen after the page was there', paint)
  row('rows drawn', await page.locator(ITEM).count(), '')
  await page.evaluate(watchFrames)
  row('scrolled to the end of the list', await timed(() => scrollToEnd(page)))
  const frames: readonly number[] = await page.evaluate('globalThis.gaps')
  row('meanwhile between two frames, 95 of 100 below', at(frames, 0.95))
  row('meanwhile between two frames, at worst', at(frames, 1))
  row('rows drawn at the end', await page.locator(ITEM).count(), '')
  row('memory of the page’s script', (await page.evaluate<number>('performance.memory.usedJSHeapSize')) / 1e6, 'MB')
  for (const filter of ['Waiting', 'Mine', 'Closed', 'Open'])
    row(`filtered: ${filter}`, await timed(() => choose(page, filter)))
  const first = page.locator(ITEM).first().filter({ hasText: 'Mo' })
  await fan.says('I want to kill myself')
  row('a fan in danger wrote: on top of the list', await timed(() => first.waitFor()))
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

async function choose(page: Page, filter: string): Promise<void> {
  const chosen = page.waitForResponse((response) => response.url().includes('/desk/api/cases?'))
  await page.getByRole('button', { name: new RegExp(`^${filter}`) }).click()
  await chosen
  await page.locator(ITEM).first().waitFor()
}

/** By the wheel, as a hand would, until nothing more follows. */
async function scrollToEnd(page: Page): Promise<void> {
  await page.locator('.cases').hover()
  const isAtEnd = `(() => { const list = document.querySelector('.cases')
    return !list.querySelector('.more') && list.scrollTop + list.clientHeight >= list.scrollHeight - 2
      && Number([...document.querySelectorAll('.cases [aria-posinset]')].at(-1).getAttribute('aria-setsize')) > 0 })()`
  while (!(await page.evaluate<boolean>(isAtEnd))) await page.mouse.wheel(0, 4_000)
}

function at(sorted: readonly number[], share: number): number {
  const all = [...sorted].sort((a, b) => a - b)
  return all[Math.min(all.length - 1, Math.floor(all.length * share))] ?? 0
}

function row(what: string, figure: number, unit = 'ms'): void {
  console.log(`| ${what} | ${Math.round(figure)}${unit === '' ? '' : ` ${unit}`} |`)
}

function definedIn(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(env).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])))
}
