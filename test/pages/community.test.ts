/** The pages of a community in a real browser: the gallery, a fan's own page by a one-time link, and what leads see. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { deskPage } from '../../adapters/desk/index.ts'
import { fansPage } from '../../adapters/fans/index.ts'
import { accountId } from '../../src/domain/ids.ts'
import { wordsOfOutgoing } from '../../src/domain/message.ts'
import { violations } from '../support/axe.ts'
import type { FanVoice } from '../support/chat.ts'
import { type DeskHost, startDeskHost } from '../support/desk-host.ts'
import { describePages, smallPhone } from '../support/staff-page.ts'

const script = '<img src=x onerror=alert(1)>'
const words = `The rain roast carried me through winter ${script}`
const PUBLIC = 'http://pip.example'

describePages('a community', (at, open) => {
  let host: DeskHost
  beforeAll(async () => {
    host = await startDeskHost({
      pages: [deskPage, fansPage],
      env: { PUBLIC_URL: PUBLIC },
      tune: (persona) => ({
        ...persona,
        community: {
          ...persona.community,
          works: { licence: { en: 'You may show it.' }, months: 12, asks: true, gallery: true },
        },
      }),
    })
  })
  afterAll(() => host[Symbol.asyncDispose]())

  /** The link in the next words heard, at the address that is served here. */
  const linkIn = async (fan: FanVoice): Promise<string> => {
    for (;;) {
      const [link] = /http:\/\/pip\.example\S+/.exec(wordsOfOutgoing(await fan.hears())) ?? []
      if (link) return link.replace(PUBLIC, host.url)
    }
  }
  const gives = async (fan: FanVoice, text = words): Promise<string> => {
    await fan.says(`/work ${text}`)
    await fan.hears()
    await fan.presses(/yes/i)
    return await linkIn(fan)
  }
  const status = async (address: string, method = 'GET') => (await fetch(address, { method })).status
  const fits = (page: Page) => page.evaluate<number>('document.documentElement.scrollWidth')

  it('a lead accepts a work, which then stands on the gallery to the letter; its fan’s link takes it back, once', async () => {
    const link = await gives(host.chat.fan('Ana'))
    const { page } = await at(host, 'Dana')
    await page.goto(`${host.url}/desk/lead/works`)
    await page.getByRole('link', { name: '#1' }).click()
    await page.getByLabel('Quoted beside these answers').fill('no-such-answer')
    await page.keyboard.press('Enter')
    await page.getByRole('status').getByText('There is no answer no-such-answer').waitFor()
    await page.getByRole('button', { name: 'Accept' }).click()
    await page.getByRole('status').getByText('#1 is accepted.').waitFor()
    const gallery = await open()
    await gallery.goto(`${host.url}/works/`)
    await gallery.getByText(words).waitFor()
    await gallery.getByText('— Ana').waitFor()
    expect(await gallery.locator('img, script').count()).toBe(0)
    await gallery.goto(link)
    await gallery.getByRole('button', { name: 'Take it back' }).click()
    await gallery.getByRole('heading', { name: 'taken back' }).waitFor()
    await gallery.goto(`${host.url}/works/`)
    await gallery.getByText('Nothing is shown here yet.').waitFor()
    expect([await status(link), await status(link, 'POST')]).toEqual([404, 404])
    expect(await gallery.context().cookies()).toEqual([])
  })

  it('a fan’s own page opens once by its link, shows what is held, and undoes it by buttons', async () => {
    const cy = host.chat.fan('Cy')
    await gives(cy, 'The mild roast is as kind as a Sunday.')
    await cy.says('/mydata')
    const link = await linkIn(cy)
    expect([await status(link), await status(link)]).toEqual([200, 200])
    const page = await open()
    await page.goto(link)
    await page.getByRole('button', { name: 'Open my page' }).click()
    await page.getByText('as kind as a Sunday').waitFor()
    await page.getByText('Nobody writes to you first').waitFor()
    expect(await status(link, 'POST')).toBe(404)
    await page.getByRole('button', { name: /Take it back/ }).click()
    await page.getByText('taken back').first().waitFor()
    await page.getByRole('button', { name: 'Delete everything' }).click()
    await page.getByRole('button', { name: 'No', exact: true }).click()
    await page.getByRole('button', { name: 'Delete everything' }).click()
    await page.getByRole('button', { name: 'Yes – Delete everything' }).click()
    await page.getByRole('heading', { name: 'is deleted' }).waitFor()
    expect(await page.context().cookies()).toEqual([])
    const found = await host.mascot.store.fanViews.held(accountId('test', 'Cy'))
    expect(found).toBeUndefined()
  })

  it('nobody gets in by a guess, and without the persona’s word there is no gallery', async () => {
    const guess = `${host.url}/mine/${'x'.repeat(43)}`
    for (const page of ['9e99', '-1', '1.5', 'x', '99999999999999999999'])
      expect(await status(`${host.url}/works/?page=${page}`), page).toBe(200)
    expect([await status(guess, 'POST'), await status(`${host.url}/mine/short`)]).toEqual([404, 404])
    const sent = await fetch(`${host.url}/mine/`, {
      method: 'POST',
      body: new URLSearchParams({ page: 'x'.repeat(43), do: 'erase' }),
    })
    expect(sent.status).toBe(404)
    await using other = await startDeskHost({ pages: [fansPage] })
    expect(await status(`${other.url}/works/`)).toBe(404)
  })

  it.each([
    ['light', {}],
    ['dark', {}],
    ['light', smallPhone],
  ] as const)('every page breaks no rule of accessibility and fits, %s %o', async (colorScheme, size) => {
    const dee = host.chat.fan(`Dee ${colorScheme}${Object.keys(size).length}`)
    const withdraw = await gives(dee)
    const [newest] = (await host.mascot.store.works.list({ state: 'offered', limit: 1 })).works
    await host.mascot.store.works.decide(newest?.number ?? 0, 'accepted', { who: 'Mia', answers: [], now: Date.now() })
    await dee.says('/mydata')
    const mine = await linkIn(dee)
    const page = await open({ colorScheme, ...size })
    const look = async () => {
      await page.getByRole('heading', { level: 1 }).waitFor()
      expect(await violations(page)).toEqual([])
      expect(await fits(page)).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0)
    }
    for (const address of [`${host.url}/works/`, withdraw, mine, `${host.url}/mine/none`]) {
      await page.goto(address)
      await look()
    }
    await page.goto(mine)
    await page.getByRole('button', { name: 'Open my page' }).click()
    await look()
    await page.getByRole('button', { name: 'Delete everything' }).click()
    await look()
    const lead = await at(host, 'Dana', { colorScheme, ...size })
    await lead.page.goto(`${host.url}/desk/lead/health`)
    const counted = () => host.mascot.store.keyValues.get('community::health')
    await vi.waitFor(async () => expect(await counted()).toBeDefined(), { timeout: 60_000 })
    for (const address of [
      'fans',
      'fans?search=dee',
      'works?all',
      `works/${newest?.number}`,
      'health',
      `fans/${newest?.account}`,
    ]) {
      await lead.page.goto(`${host.url}/desk/lead/${address}`)
      await lead.page.getByRole('heading', { level: 1 }).waitFor()
      expect(await violations(lead.page)).toEqual([])
      expect(await fits(lead.page)).toBeLessThanOrEqual(lead.page.viewportSize()?.width ?? 0)
    }
  })

  it('a lead finds a fan by a part of the name, and sees what is held of them', async () => {
    await host.chat.fan('Édith Piaf').says('hello there')
    await host.mascot.settled()
    const { page } = await at(host, 'Dana')
    await page.goto(`${host.url}/desk/lead/fans`)
    await page.getByLabel('Name or account').fill('piaf')
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: 'Édith Piaf' }).click()
    await page.getByRole('heading', { level: 1, name: 'Édith Piaf' }).waitFor()
    await page.getByText('Nothing is remembered.').waitFor()
  })
})
