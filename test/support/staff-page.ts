/** Staff at the desk page, each in a browser context of their own, as a test can read it: `const dana = await at(host, 'Dana')`. */
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, onTestFinished } from 'vitest'
import type { Role } from '../../src/ports/access.ts'
import { whyNoChromium } from './chromium.ts'
import type { DeskHost } from './desk-host.ts'

/** A condition that has not come true by then never will; slow machines are slow. */
const PATIENCE_MS = 60_000
/** A phone of the smallest kind that is still held. */
export const smallPhone: BrowserContextOptions = {
  viewport: { width: 320, height: 640 },
  hasTouch: true,
  isMobile: true,
}

export interface AtDesk {
  readonly page: Page
  /** What is written in. */
  readonly box: Locator
  /** The bubble that holds these words. */
  bubble(words: string | RegExp): Locator
  button(name: string | RegExp): Locator
  /** Opens the case of this fan from the list. */
  opens(fan: string): Promise<void>
  /** Waits for the bubble and what became of it. */
  sees(words: string | RegExp, delivery?: RegExp): Promise<void>
  /** Chooses from the menu of verbs. */
  chooses(verb: string | RegExp): Promise<void>
  says(words: string, as?: 'self' | 'brand' | 'note'): Promise<void>
}

export interface ArriveOptions extends BrowserContextOptions {
  readonly role?: Role
}

const why = whyNoChromium()

/** A group of tests in a real browser; where there is none, skipped with the reason. */
export function describePages(name: string, tests: (at: Arrive, open: OpenPage) => void): void {
  describe.skipIf(why !== undefined)(why === undefined ? name : `${name} (skipped: ${why})`, () => {
    let browser: Browser | undefined
    beforeAll(async () => {
      const answer = await fetch(inject('browserDoor'))
      const text = await answer.text()
      if (!answer.ok) throw new Error(text)
      browser = await chromium.connect(text)
    })
    afterAll(() => browser?.close())
    const open: OpenPage = (options) => {
      if (browser === undefined) throw new Error('there is no browser')
      return newPage(browser, options)
    }
    tests((host, staff, options) => arrive(open, host, staff, options), open)
  })
}

/** A page of a browser context of its own, nobody signed in. */
export type OpenPage = (options?: BrowserContextOptions) => Promise<Page>
export type Arrive = (host: Pick<DeskHost, 'signInLink'>, staff: string, options?: ArriveOptions) => Promise<AtDesk>

/** Signed in and at the inbox. */
async function arrive(
  open: OpenPage,
  host: Pick<DeskHost, 'signInLink'>,
  staff: string,
  { role = 'staff', ...options }: ArriveOptions = {},
): Promise<AtDesk> {
  const page = await open(options)
  await page.goto(await host.signInLink(staff, role))
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('navigation', { name: 'Views' }).waitFor()
  return atDesk(page)
}

/** Closed with its test; by then nothing on it may have gone wrong, asked, or been stopped by the content policy. */
async function newPage(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ reducedMotion: 'reduce', timezoneId: 'Europe/London', ...options })
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE_MS)
  const wrong: string[] = []
  page.on('pageerror', (error) => wrong.push(String(error)))
  page.on('dialog', (dialog) => {
    wrong.push(`a dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) wrong.push(message.text())
  })
  onTestFinished(async () => {
    await context.close()
    expect(wrong).toEqual([])
  })
  return page
}

function atDesk(page: Page): AtDesk {
  const box = page.locator('#box')
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })
  const bubble = (words: string | RegExp) => page.locator('li.line').filter({ hasText: words })
  const voices = { self: /^As (?!Pip)/, brand: 'As Pip', note: 'Note' } as const
  return {
    page,
    box,
    bubble,
    button,
    async opens(fan) {
      await page.locator('a.case-item').filter({ hasText: fan }).click()
      await page.getByRole('heading', { name: fan, level: 2 }).waitFor()
    },
    async sees(words, delivery) {
      const found = bubble(words)
      await (delivery ? found.filter({ hasText: delivery }) : found).last().waitFor()
    },
    async chooses(verb) {
      await button('More').click()
      await page.locator('.menu-panel').getByRole('button', { name: verb }).click()
    },
    async says(words, as = 'self') {
      await page.getByRole('group', { name: 'Who speaks' }).getByRole('button', { name: voices[as] }).click()
      await box.fill(words)
      await page
        .locator('.composer')
        .getByRole('button', { name: /^(Send as|Keep note)/ })
        .click()
    },
  }
}
