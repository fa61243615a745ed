/** Getting in and out of the desk page: one-time links, sessions that end, and who sees whose. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createChatClock } from '../support/chat-clock.ts'
import { type DeskHost, startDeskHost } from '../support/desk-host.ts'
import { describePages, type OpenPage } from '../support/staff-page.ts'

describePages('the door of the desk', (at, open: OpenPage) => {
  let host: DeskHost
  beforeAll(async () => {
    host = await startDeskHost({ clock: createChatClock('2026-11-18T10:30Z') })
  })
  afterAll(() => host[Symbol.asyncDispose]())

  it('opens by a press on a one-time link, whose secret is gone from the address at once, and only once', async () => {
    const link = await host.signInLink('Dana')
    const page = await open()
    await page.goto(link)
    await page.getByRole('heading', { name: 'Sign in to the desk' }).waitFor()
    expect(page.url()).toBe(`${host.url}/desk/`)
    // Nothing is used up by looking: the link still works after a preview.
    await page.goto(link)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('navigation', { name: 'Views' }).waitFor()
    const other = await open()
    await other.goto(link)
    await other.getByRole('button', { name: 'Sign in' }).click()
    await other.getByRole('heading', { name: 'This link opens nothing any more' }).waitFor()
    await other.getByText('/desk').waitFor()
    await other.getByText('mascot desk').waitFor()
  })

  it('tells who comes without a link where to get one', async () => {
    const page = await open()
    await page.goto(`${host.url}/desk/`)
    await page.getByText('Ask for a new link').waitFor()
  })

  it('throws a revoked session out to sign-in, while its page is open and after a reload', async () => {
    const dana = await at(host, 'Dana')
    const lee = await at(host, 'Lee', { role: 'lead' })
    await lee.button('Lee').click()
    await lee.page.getByRole('link', { name: 'Sessions' }).click()
    await lee.button('End the session of Dana').first().waitFor()
    for (const { id, staff } of await host.mascot.access.sessions())
      if (staff.name === 'Dana') await host.mascot.access.endSession(id)
    await dana.page.getByRole('heading', { name: 'Your session has ended' }).waitFor()
    await dana.page.reload()
    await dana.page.getByText('Ask for a new link').waitFor()
  })

  it('shows a lead everybody’s sessions and the record, and staff only their own', async () => {
    const eve = await at(host, 'Eve')
    const lee = await at(host, 'Lee', { role: 'lead' })
    await eve.button('Eve').click()
    expect(await eve.page.getByRole('link', { name: 'Record of actions' }).count()).toBe(0)
    await eve.page.getByRole('link', { name: 'Sessions' }).click()
    await eve.page.getByText('Eve, staff', { exact: true }).waitFor()
    expect(await eve.page.getByText('Lee, lead', { exact: true }).count()).toBe(0)
    await lee.button('Lee').click()
    await lee.page.getByRole('link', { name: 'Sessions' }).click()
    await lee.button('End the session of Eve').click()
    await eve.page.getByRole('heading', { name: 'Your session has ended' }).waitFor()
    await lee.button('Lee').click()
    await lee.page.getByRole('link', { name: 'Record of actions' }).click()
    await lee.page
      .getByRole('cell', { name: /session-ended/ })
      .first()
      .waitFor()
  })

  it('lets one go on and off duty, and out', async () => {
    const dana = await at(host, 'Dana')
    const duty = dana.page.getByRole('switch', { name: 'On duty' })
    await duty.click()
    await dana.page.locator('.duty[aria-checked="true"]').waitFor()
    expect((await host.mascot.desk.onDuty()).map(({ name }) => name)).toEqual(['Dana'])
    await duty.click()
    await dana.page.locator('.duty[aria-checked="false"]').waitFor()
    await dana.button('Dana').click()
    await dana.button('Sign out').click()
    await dana.page.getByRole('heading', { name: 'You are signed out' }).waitFor()
  })
})
