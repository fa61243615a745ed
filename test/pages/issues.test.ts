/** The pages of issues and promises in a real browser: what leads see and do there, without a script, light and dark, on a small phone. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import type { Persona } from '../../src/persona/persona.ts'
import { violations } from '../support/axe.ts'
import { createChatClock } from '../support/chat-clock.ts'
import { type DeskHost, startDeskHost } from '../support/desk-host.ts'
import { describePages, smallPhone } from '../support/staff-page.ts'

const lead = (name: string) => ({ name, accounts: [`desk:${name.toLowerCase()}`], role: 'lead' as const })
const markup = '<img src=x onerror=alert(1)>'

describePages('the pages of issues and promises', (at) => {
  let host: DeskHost
  const clock = createChatClock('2026-11-18T10:30Z')

  beforeAll(async () => {
    const staff = [lead('Mira'), lead('Noor'), { name: 'Dana', accounts: ['desk:dana'], role: 'staff' as const }]
    host = await startDeskHost({
      clock,
      tune: (persona: Persona): Persona => ({ ...persona, handoff: { ...persona.handoff, staff } }),
    })
    const { chat, mascot } = host
    for (const fan of ['Ana', 'Ben', 'Cy']) await chat.fan(fan).says(`${markup} my new lid leaks, I am really annoyed`)
    await chat.fan('Long').says(`my new lid leaks, I am really annoyed ${'x'.repeat(900)}`)
    await mascot.settled()
    const reports = (await mascot.store.issues.heardSince(0, 10)).map(({ id }) => id)
    const mira = { id: 'desk:mira', name: 'Mira' }
    await mascot.leads.wish({ kind: 'new', title: 'Grey lids', reports }, mira, 'made')
    const [waiting] = await mascot.desk.list()
    if (!waiting) throw new Error('a case was opened')
    await mascot.desk.act(waiting.id, mira, { kind: 'claim' })
    const promise = { kind: 'promise', ms: 3_600_000, text: 'I call you back' } as const
    expect(await mascot.desk.act(waiting.id, mira, promise)).toMatchObject({ isDone: true })
  })
  afterAll(() => host[Symbol.asyncDispose]())

  const goes = async (page: Page, address: string) => {
    await page.goto(`${host.url}/desk/lead/${address}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
  }
  const says = async (page: Page, words: RegExp) => await page.getByRole('status').getByText(words).waitFor()
  /** The form of this button, by its heading where several look alike. */
  const formOf = (page: Page, button: string) =>
    page.locator('form', { has: page.getByRole('button', { name: button, exact: true }) })
  const sends = (page: Page, button: string) => page.getByRole('button', { name: button, exact: true }).click()

  it('leads see issues by people and state, set state and owner, name and answer them, and undo it', async () => {
    const { page } = await at(host, 'Mira', { role: 'lead' })
    await goes(page, 'issues')
    await page.getByRole('link', { name: '#1 Grey lids' }).click()
    await page.getByText('4 reports on test').waitFor()
    expect(await page.locator('img').count()).toBe(0)
    await formOf(page, 'Set the state').getByLabel('State').selectOption('working')
    await sends(page, 'Set the state')
    await says(page, /#1: it is working now/)
    await formOf(page, 'Set the owner').getByLabel('Owner').selectOption('Noor')
    await sends(page, 'Set the owner')
    await says(page, /Noor has it now/)
    await formOf(page, 'Rename').getByLabel('Title').fill('Lids that leak')
    await sends(page, 'Rename')
    await page.getByRole('heading', { level: 1, name: '#1 Lids that leak' }).waitFor()
    await formOf(page, 'Approve these words').getByLabel('Words').fill('We send you a new lid.')
    await sends(page, 'Approve these words')
    await says(page, /it says in en: We send you a new lid/)
    await page.getByRole('definition').getByText('We send you a new lid.').waitFor()
    await formOf(page, 'Approve these words').getByLabel('Language').selectOption('zh')
    await formOf(page, 'Approve these words').getByLabel('Words').fill('我们寄一个新盖子给您。')
    await sends(page, 'Approve these words')
    await says(page, /it says in zh: 我们寄一个新盖子给您。/)
    const chinese = page.getByRole('definition').getByText('我们寄一个新盖子给您。')
    expect(await chinese.getAttribute('lang')).toBe('zh')
    await sends(page, 'Undo the last')
    await says(page, /Undone: it says in zh/)
    await sends(page, 'Undo the last')
    await says(page, /Undone: it says in en/)
    await page.getByText('No words yet.').waitFor()
    expect(await host.mascot.leads.issue(1)).toMatchObject({ issue: { state: 'working', owner: 'Noor' } })
  })

  it('reports are detached, made an issue of their own, brought back and merged', async () => {
    const { page } = await at(host, 'Mira', { role: 'lead' })
    await goes(page, 'issues/1')
    const [, second, third] = (await host.mascot.leads.issue(1))?.reports.map(({ id }) => `r${id}`) ?? []
    await page.getByRole('button', { name: `Detach ${second}` }).click()
    await says(page, /#1: r\d+ is of it no more/)
    await formOf(page, 'Bring them here').getByLabel('Reports of other issues').fill(`${second}`)
    await sends(page, 'Bring them here')
    await formOf(page, 'Make a new issue of them').getByLabel('Reports').fill(`${third}`)
    await formOf(page, 'Make a new issue of them').getByLabel('Title of the new issue').fill('Loose lids')
    await sends(page, 'Make a new issue of them')
    await says(page, /#2: it is a new issue/)
    await goes(page, 'issues/2')
    await formOf(page, 'Go on in it')
      .getByLabel(/Number of the issue/)
      .fill('1')
    await sends(page, 'Go on in it')
    await page.getByText(/✋ Nothing is changed yet\. #2 Loose lids \(1 person\) would go on in #1/).waitFor()
    expect((await host.mascot.leads.issue(2))?.issue.title).toBe('Loose lids')
    await sends(page, 'Yes, merge #2 into #1')
    await page.getByRole('heading', { level: 1, name: /#1/ }).waitFor()
    await page.getByText('4 reports on test').waitFor()
    await formOf(page, 'Bring them here').getByLabel('Reports of other issues').fill('all of them')
    await sends(page, 'Bring them here')
    await page.getByText(/Name the reports as the table does/).waitFor()
  })

  it('a form that is sent twice is done once', async () => {
    const { page } = await at(host, 'Mira', { role: 'lead' })
    await goes(page, 'issues/1')
    const hidden = (name: string) => formOf(page, 'Rename').locator(`[name=${name}]`).inputValue()
    const form = { csrf: await hidden('csrf'), once: await hidden('once'), title: 'Lids' }
    const send = () =>
      page.request.post(`${host.url}/desk/lead/issues/1/title`, { form, headers: { origin: host.url } })
    const before = (await host.mascot.leads.issue(1))?.history.length ?? 0
    expect((await send()).ok()).toBe(true)
    expect((await send()).ok()).toBe(true)
    expect((await host.mascot.leads.issue(1))?.history).toHaveLength(before + 1)
  })

  it('red: one lead writes the words, another approves them, and the list says what is red', async () => {
    const { page } = await at(host, 'Mira', { role: 'lead' })
    await goes(page, 'issues/1')
    await formOf(page, 'Set it').getByLabel('How grave').selectOption('red')
    await sends(page, 'Set it')
    await says(page, /🔴 Red: #1/)
    await formOf(page, 'Put these words forward')
      .getByLabel(/^Words/)
      .fill('Nothing is wrong.')
    await sends(page, 'Put these words forward')
    await says(page, /✋ Mira proposes in en/)
    await page.getByRole('button', { name: 'Approve what is proposed in en' }).click()
    await says(page, /⛔ Who wrote the words does not approve them/)
    const noor = (await at(host, 'Noor', { role: 'lead' })).page
    await goes(noor, 'issues')
    await noor.getByText(/words wait for another lead’s yes/).waitFor()
    await noor.getByRole('main').getByRole('link', { name: /#1/ }).first().click()
    await goes(page, 'issues/1')
    await formOf(page, 'Put these words forward')
      .getByLabel(/^Words/)
      .fill('Stop using the lid.')
    await sends(page, 'Put these words forward')
    await says(page, /✋ Mira proposes in en/)
    await noor.getByRole('button', { name: 'Approve what is proposed in en' }).click()
    await says(noor, /⛔ These are other words now[\s\S]*Stop using the lid/)
    await goes(noor, 'issues/1')
    await noor.getByRole('button', { name: 'Approve what is proposed in en' }).click()
    await says(noor, /Said \(en; Noor\): Stop using the lid/)
    for (const colorScheme of ['light', 'dark'] as const) {
      await noor.emulateMedia({ colorScheme })
      expect(await violations(noor)).toEqual([])
    }
    await sends(noor, 'Set it green')
    await noor.getByRole('heading', { level: 1, name: 'Are you sure?' }).waitFor()
    await noor.getByText(/Nothing is changed yet\. #1 .* is red, set by Mira/).waitFor()
    expect(await violations(noor)).toEqual([])
    await noor.getByRole('link', { name: 'Leave it as it is' }).click()
    await noor.getByRole('heading', { level: 2, name: '🔴 Red' }).waitFor()
    await sends(noor, 'Set it green')
    await sends(noor, 'Yes, green: #1')
    await says(noor, /🟢 Green/)
  })

  it('a report without a space takes no column out of sight', async () => {
    for (const [device, isWhole] of [
      [{}, true],
      [smallPhone, false],
    ] as const) {
      const { page } = await at(host, 'Mira', { role: 'lead', ...device })
      await goes(page, 'issues/1')
      const place = page.getByRole('region', { name: 'Reports, the latest first' })
      const { most, inside, room } = await place.evaluate((region) => ({
        most: Math.max(...[...region.querySelectorAll('td, th')].map((cell) => cell.getBoundingClientRect().width)),
        inside: region.scrollWidth,
        room: region.clientWidth,
      }))
      if (isWhole) expect(inside).toBeLessThanOrEqual(room)
      expect(most).toBeLessThan(isWhole ? room : 320)
      await page.close()
    }
  })

  it('what fans were promised is listed by who gave their word', async () => {
    const { page } = await at(host, 'Mira', { role: 'lead' })
    await goes(page, 'promises')
    const row = page.getByRole('row').filter({ hasText: 'I call you back' })
    await row.getByRole('link', { name: /\(Mira\)/ }).waitFor()
    await page.getByRole('navigation', { name: 'Whose' }).getByRole('link', { name: 'Mira' }).click()
    expect(await page.getByRole('row').filter({ hasText: 'a person' }).count()).toBe(1)
    // Once its time is over, whoever watches says so and counts it.
    await vi.waitFor(async () => {
      clock.advance(3_600_000)
      expect(await host.mascot.leads.promisesSince(0)).toEqual({ kept: 0, broken: 1 })
    }, 60_000)
    const later = (await at(host, 'Mira', { role: 'lead' })).page
    await goes(later, 'promises')
    await later.getByText('1 of 1 that ended').waitFor()
  })

  it.each(['light', 'dark'] as const)(
    'break no rule of accessibility, and fit a phone of 320 px, %s',
    async (colorScheme) => {
      const { page } = await at(host, 'Mira', { role: 'lead', ...smallPhone, colorScheme })
      for (const address of ['issues', 'issues?show=fixed', 'issues/1', 'promises', 'issues/99']) {
        await goes(page, address)
        expect(await violations(page), address).toEqual([])
        expect(await page.evaluate<number>('document.documentElement.scrollWidth'), address).toBeLessThanOrEqual(320)
      }
    },
  )
})
