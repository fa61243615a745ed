/** The pages for leads in a real browser: without any script, by keyboard, light and dark, on a small phone. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createDeskPage } from '../../adapters/desk/index.ts'
import { violations } from '../support/axe.ts'
import { createChatClock } from '../support/chat-clock.ts'
import { type DeskHost, startDeskHost } from '../support/desk-host.ts'
import { sampleLeadPage } from '../support/sample-lead-page.ts'
import { describePages, smallPhone } from '../support/staff-page.ts'

const script = '<img src=x onerror=alert(1)>'

describePages('a page for leads', (at) => {
  let host: DeskHost
  const names = Array.from({ length: 23 }, (_, nth) => `sample ${nth + 1}`)

  beforeAll(async () => {
    const pages = [createDeskPage([sampleLeadPage(names)])]
    host = await startDeskHost({ clock: createChatClock('2026-11-18T10:30Z'), pages })
  })
  afterAll(() => host[Symbol.asyncDispose]())

  it.each(['light', 'dark'] as const)('breaks no rule of accessibility, %s', async (colorScheme) => {
    const { page } = await at(host, 'Dana', { colorScheme })
    for (const address of ['', 'samples', 'samples?page=3', 'samples?page=99', 'nowhere']) {
      await page.goto(`${host.url}/desk/lead/${address}`)
      await page.getByRole('heading', { level: 1 }).waitFor()
      expect(await violations(page)).toEqual([])
    }
  })

  it('is reached from the desk, and leads back', async () => {
    const { page, button } = await at(host, 'Dana')
    await button(/Dana/).click()
    await page.getByRole('link', { name: 'Pages for leads' }).click()
    await page.getByRole('heading', { level: 1, name: 'Start' }).waitFor()
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Samples' }).click()
    await page.getByText('1–10 of 23').waitFor()
    await page.getByRole('link', { name: 'After' }).click()
    await page.getByRole('link', { name: 'sample 11', exact: true }).waitFor()
    await page.getByRole('link', { name: 'To the desk' }).click()
    await page.getByRole('navigation', { name: 'Views' }).waitFor()
  })

  it('takes a form by keyboard, says once what came of it, and shows markup as its characters', async () => {
    const { page } = await at(host, 'Dana')
    await page.goto(`${host.url}/desk/lead/samples`)
    const add = async (name: string) => {
      await page.getByLabel('Name').fill(name)
      await page.keyboard.press('Enter')
    }
    await add(script)
    await page.getByRole('status').getByText(`${script} was added.`).waitFor()
    await add(script)
    await page.getByRole('status').getByText(`${script} is there already.`).waitFor()
    await page.reload()
    expect(await page.getByRole('status').count()).toBe(0)
    expect(await page.locator('img').count()).toBe(0)
    const [entry] = await host.mascot.access.audit({ limit: 1 })
    expect(entry).toMatchObject({ what: 'samples/add', about: script, who: { name: 'Dana' } })
  })

  it('fits a phone of 320 px', async () => {
    const { page } = await at(host, 'Dana', smallPhone)
    for (const address of ['', 'samples']) {
      await page.goto(`${host.url}/desk/lead/${address}`)
      await page.getByRole('heading', { level: 1 }).waitFor()
      expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
    }
  })
})
