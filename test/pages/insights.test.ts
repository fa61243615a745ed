/** The page of insights in a real browser: its figures lead to their lists, its chart says the same in numbers, in light and dark. */
import { setImmediate } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { violations } from '../support/axe.ts'
import { createChatClock } from '../support/chat-clock.ts'
import { type DeskHost, startDeskHost } from '../support/desk-host.ts'
import { describePages, smallPhone } from '../support/staff-page.ts'

describePages('insights', (at) => {
  let host: DeskHost
  const script = '<img src=x onerror=alert(1)>'

  beforeAll(async () => {
    const clock = createChatClock('2026-11-18T10:30Z')
    host = await startDeskHost({ clock })
    const { chat, mascot } = host
    for (const [name, text] of [
      ['Ana', 'How long do I have to return my beans?'],
      [`Mallory ${script}`, `Do you sell blue pianos ${script}?`],
      ['Ben', 'can I talk to a human please?'],
    ] as const) {
      await chat.fan(name).says(text)
      await mascot.settled()
    }
    // An errand of each minute counts them.
    for (let counted = 0; counted < 3; ) {
      clock.advance(61_000)
      await setImmediate()
      const { listing } = await mascot.store.insights
        .asked({ from: 0, to: clock.now() + 1 }, {}, { limit: 1, offset: 0 }, clock.now())
        .then((listing) => ({ listing }))
      counted = listing.total
    }
  })
  afterAll(() => host[Symbol.asyncDispose]())
  const address = (path = '') => `${host.url}/desk/lead/insights${path}`

  it.each(['light', 'dark'] as const)('break no rule of accessibility, %s', async (colorScheme) => {
    const { page } = await at(host, 'Dana', { colorScheme })
    for (const path of ['', '?range=quarter', '/list/unanswered', '/list/nothing']) {
      await page.goto(address(path))
      await page.getByRole('heading', { level: 1 }).waitFor()
      expect(await violations(page)).toEqual([])
    }
  })

  it('say a figure with its base, and lead to what it counts', async () => {
    const { page } = await at(host, 'Dana')
    await page.goto(address())
    const unanswered = page.locator('.figure').filter({ has: page.getByText('Unanswered', { exact: true }) })
    expect(await unanswered.innerText()).toContain('1 of 3 questions')
    await unanswered.getByRole('link').click()
    await page.getByRole('heading', { level: 1, name: 'Questions unanswered' }).waitFor()
    await page.getByText(`Do you sell blue pianos ${script}?`).waitFor()
    expect(await page.locator('img').count()).toBe(0)
    await page.getByRole('link', { name: 'Back to insights' }).click()
    await page.getByRole('heading', { level: 1, name: 'Insights' }).waitFor()
  })

  it('draw the days, and say the same in a table', async () => {
    const { page } = await at(host, 'Dana')
    await page.goto(address())
    await page.getByRole('img', { name: /How questions ended, day by day/ }).waitFor()
    expect(await page.locator('svg rect').count()).toBe(3)
    await page.getByText('The same in numbers').click()
    const today = page.getByRole('row', { name: /^18 Nov/ })
    expect((await today.innerText()).split('\t').map((cell) => cell.trim())).toEqual(['18 Nov', '1', '0', '1', '1'])
    await page.getByRole('link', { name: 'Quarter' }).click()
    await page.getByRole('img', { name: /week by week/ }).waitFor()
  })

  it('are taken along as files, and fit a phone of 320 px', async () => {
    const { page } = await at(host, 'Dana', smallPhone)
    await page.goto(address())
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'As CSV' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('insights.csv')
  })
})
