/** The inbox with more cases than one page of it holds. */
import { expect, it } from 'vitest'
import { startDeskHost } from '../support/desk-host.ts'
import { fill } from '../support/fill-database.ts'
import { describePages } from '../support/staff-page.ts'
import { sqliteTestDatabase } from '../support/store-harness.ts'

const OPEN = 260

describePages('an inbox of many cases', (at) => {
  it('draws those in sight, reads on while one scrolls, and puts what changes where it belongs', async () => {
    await using database = await sqliteTestDatabase()
    const size = { conversations: OPEN, messages: 2, open: OPEN, closed: 0 }
    await fill(database.url, { ...size, brand: 'tidewater', at: Date.now() })
    await using host = await startDeskHost({ databaseUrl: database.url })
    const { page } = await at(host, 'Dana')
    const rows = page.locator('a.case-item')
    const counted = (open: number) => page.getByRole('button', { name: new RegExp(`^Open\\s*${open}$`) }).waitFor()
    const items = page.locator('.cases [aria-posinset]')
    await rows.first().waitFor()
    await counted(OPEN)
    expect(await rows.count()).toBeLessThan(60)
    expect(await items.first().getAttribute('aria-setsize')).toBe('-1')

    await page.locator('.cases').hover()
    const last = page.locator(`.cases [aria-posinset="${OPEN}"]`)
    await expect
      .poll(async () => {
        await page.mouse.wheel(0, 3_000)
        return await last.count()
      })
      .toBe(1)
    expect(await last.getAttribute('aria-setsize')).toBe(String(OPEN))
    expect(await rows.count()).toBeLessThan(60)

    const inSight = `document.elementFromPoint(100, 400).closest('[data-case]').dataset.case`
    const before = await page.evaluate<string>(inSight)
    await host.chat.fan('Mo').says('I want to kill myself')
    await counted(OPEN + 1)
    expect(await page.evaluate(inSight)).toBe(before)
    await page.locator(`.cases [aria-posinset="${OPEN + 1}"]`).waitFor()
    await page.evaluate("document.querySelector('.cases').scrollTop = 0")
    await rows.first().filter({ hasText: 'Mo' }).waitFor()

    const focused = () => page.evaluate("document.activeElement.closest('[aria-posinset]')?.ariaPosInSet")
    await rows.first().focus()
    // As quick as a held key on a page that is busy: no row is drawn between one and the next.
    await page.evaluate(`for (let step = 0; step < 30; step++)
      document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true }))`)
    await expect.poll(focused).toBe('31')
    await page.evaluate("document.querySelector('.cases').scrollTop = 0")
    await expect.poll(focused).toBe(undefined)
    await page.keyboard.press('k')
    await expect.poll(focused).toBe('30')
    await page.getByRole('button', { name: /^Mine/ }).click()
    await page
      .locator(`.cases [aria-setsize="${OPEN / 4}"]`)
      .first()
      .waitFor()
  })
})

describePages('the talks beside it', (at) => {
  it('are read on, the older ones behind the latest, and found by name', async () => {
    await using database = await sqliteTestDatabase()
    const size = { conversations: 70, messages: 2, open: 0, closed: 0 }
    await fill(database.url, { ...size, brand: 'tidewater', at: Date.now() })
    await using host = await startDeskHost({ databaseUrl: database.url })
    const { page } = await at(host, 'Dana')
    await page.getByRole('link', { name: 'Talks' }).click()
    const talks = page.locator('.rows > li')
    await expect.poll(() => talks.count()).toBe(50)
    await page.getByRole('button', { name: 'Older talks' }).click()
    await expect.poll(() => talks.count()).toBe(70)
    // Of all there are, and not of those read so far.
    const [oldest] = (await host.mascot.desk.recent(100)).slice(-1)
    await page.reload()
    await expect.poll(() => talks.count()).toBe(50)
    await page.getByPlaceholder('Find by name').fill((oldest?.fanName ?? '').toUpperCase())
    await expect.poll(() => talks.count()).toBe(1)
    expect(await talks.first().textContent()).toContain(oldest?.fanName)
    await page.getByPlaceholder('Find by name').fill('nobody of this name')
    await page.getByText('Nobody of that name has written.').waitFor()
  })
})
