/** How the desk page looks and is used: by keyboard alone, by a screen reader, on a small phone, in light and dark; and text is always text. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { violations } from '../support/axe.ts'
import { createChatClock } from '../support/chat-clock.ts'
import { type DeskHost, startDeskHost } from '../support/desk-host.ts'
import { type AtDesk, describePages, smallPhone } from '../support/staff-page.ts'

/** Each view in turn, with its name. */
async function throughViews({ page, opens, box, button }: AtDesk, look: (view: string) => Promise<void>) {
  await page.locator('a.case-item').first().waitFor()
  await look('inbox')
  await opens('Ana')
  await page.locator('.bubble').first().waitFor()
  await look('case')
  await box.fill('return beans')
  await page.locator('.offer').first().waitFor()
  await look('offers')
  await box.fill('')
  await button('Note').click()
  await look('note')
  await button('As Pip').click()
  await look('as the brand')
  await button('More').click()
  await look('menu')
  await page.getByRole('button', { name: /^Pass to a team/ }).click()
  await look('question')
  await page.keyboard.press('Escape')
  for (const view of ['talks', 'proposals', 'sessions', 'audit']) {
    await page.evaluate(`location.hash = '#/${view}'`)
    await page.locator('main.view').locator('.rows, .proposals, table').first().waitFor()
    await look(view)
  }
}

describePages('the page', (at, open) => {
  let host: DeskHost
  const script = '<img src=x onerror=alert(1)><script>alert(2)</script>'

  beforeAll(async () => {
    host = await startDeskHost({ clock: createChatClock('2026-11-18T10:30Z') })
    const { desk } = host.mascot
    const dana = { id: 'desk:dana', name: 'Dana' }
    const ana = host.chat.fan('Ana')
    await ana.says('can I speak to a person please')
    await ana.hears()
    await ana.says('Do you engrave names on the dripper stand?')
    const mallory = host.chat.fan(`Mallory ${script}`)
    await mallory.says(`can I speak to a person please ${script} javascript:alert(3)`)
    await host.mascot.settled()
    const cases = await desk.list()
    const one = cases.find(({ fanName }) => fanName === 'Ana')
    if (one === undefined) throw new Error('Ana has a case')
    await desk.act(one.id, dana, { kind: 'reply', text: 'Yes, up to twelve letters.' })
    await desk.act(one.id, dana, { kind: 'note', text: `asked twice ${script}` })
    await desk.act(one.id, dana, { kind: 'learn' })
    await host.mascot.settled()
  })
  afterAll(() => host[Symbol.asyncDispose]())

  it.each(['light', 'dark'] as const)('breaks no rule of accessibility in any view, %s', async (colorScheme) => {
    const door = await open({ colorScheme })
    await door.goto(await host.signInLink('Dana'))
    await door.getByRole('button', { name: 'Sign in' }).waitFor()
    expect(await violations(door)).toEqual([])
    const dana = await at(host, 'Dana', { role: 'operator', colorScheme })
    const found: string[] = []
    await throughViews(dana, async (view) => {
      found.push(...(await violations(dana.page)).map((each) => `${view}: ${each}`))
    })
    expect(found).toEqual([])
  })

  it('fits a phone of 320 px in every view, list and case one after the other', async () => {
    const dana = await at(host, 'Dana', { role: 'operator', ...smallPhone })
    const wide: string[] = []
    await throughViews(dana, async (view) => {
      if (view === 'case') await dana.button('Back to the list').waitFor()
      const width = await dana.page.evaluate<number>('document.documentElement.scrollWidth')
      if (width > 320) wide.push(`${view}: ${width} px`)
    })
    expect(wide).toEqual([])
    await dana.page.getByRole('link', { name: /Inbox/ }).click()
    await dana.opens('Ana')
    await dana.button('Back to the list').click()
    await dana.page.locator('a.case-item').first().waitFor()
  })

  it('shows a script in a name, a message or a note as its characters, and makes nothing of it', async () => {
    const dana = await at(host, 'Dana')
    await dana.opens('Mallory')
    await dana.sees(`${script} javascript:alert(3)`)
    await dana.page.getByRole('heading', { name: `Mallory ${script}`, level: 2 }).waitFor()
    await dana.opens('Ana')
    await dana.page.locator('.staff-note', { hasText: `asked twice ${script}` }).waitFor()
    expect(await dana.page.locator('#page script, #page img[src="x"], a[href^="javascript:"]').count()).toBe(0)
  })

  it('takes single keys for no command where somebody switched them off, nor while they type', async () => {
    const dana = await at(host, 'Dana')
    await dana.opens('Mallory')
    await dana.box.fill('')
    await dana.box.pressSequentially('take')
    expect(await dana.box.inputValue()).toBe('take')
    await dana.box.fill('')
    await dana.button(/Keys/).click()
    await dana.page.getByRole('checkbox', { name: /Single keys/ }).uncheck()
    await dana.page.keyboard.press('Escape')
    await dana.page.getByRole('heading', { level: 2 }).focus()
    await dana.page.keyboard.press('t')
    await dana.page.keyboard.press('n')
    await dana.page.locator('.state', { hasText: 'Waiting' }).waitFor()
    expect(await dana.button('Note').getAttribute('aria-pressed')).toBe('false')
  })

  it('puts one into the box at a key while an act is under way at the desk', async () => {
    const lou = host.chat.fan('Lou')
    await lou.says('can I speak to a person please')
    await lou.hears()
    const dana = await at(host, 'Dana')
    await dana.opens('Lou')
    let answer = () => {}
    const isHeld = new Promise<void>((resolve) => {
      answer = resolve
    })
    await dana.page.route('**/act', async (route) => {
      await isHeld
      await route.continue()
    })
    await dana.page.getByRole('heading', { name: 'Lou', level: 2 }).focus()
    const asked = dana.page.waitForRequest('**/act')
    await dana.page.keyboard.press('t')
    await asked
    await dana.page.locator('.case-head button[disabled]').first().waitFor()
    await dana.page.keyboard.press('r')
    await dana.page.locator('#box:focus').waitFor()
    answer()
    await dana.page.getByText('You have it').waitFor()
    expect(await dana.page.locator('#box:focus').count()).toBe(1)
  })

  it('is worked from the link to the close by keyboard alone', async () => {
    const kim = host.chat.fan('Kim')
    await kim.says('can I speak to a person please')
    await kim.hears()
    const page = await open()
    const { keyboard } = page
    const isFocused = (selector: string) => page.locator(`${selector}:focus`).waitFor()
    await page.goto(await host.signInLink('Dana'))
    await isFocused('h1')
    await keyboard.press('Tab')
    await keyboard.press('Enter')
    await page.locator('a.case-item').filter({ hasText: 'Kim' }).waitFor()
    const mine = page.locator('a.case-item:focus').filter({ hasText: 'Kim' })
    for (let steps = 0; steps < 5 && (await mine.count()) === 0; steps++) await keyboard.press('j')
    await keyboard.press('k')
    await keyboard.press('j')
    await keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Kim', level: 2 }).waitFor()
    await isFocused('h2')
    await keyboard.press('?')
    await page.getByRole('dialog', { name: 'Keys' }).waitFor()
    await keyboard.press('Escape')
    await keyboard.press('t')
    await page.getByText('You have it').waitFor()
    await keyboard.press('r')
    await isFocused('#box')
    await keyboard.type('the jet key types a j here')
    await keyboard.press('Control+Enter')
    await page.locator('li.line', { hasText: 'the jet key types a j here' }).filter({ hasText: 'sent ✓' }).waitFor()
    await kim.hears(/Dana/)
    await kim.hears(/the jet key/)
    await isFocused('#box')
    await keyboard.press('Escape')
    await keyboard.press('n')
    await keyboard.type('done')
    await keyboard.press('Control+Enter')
    await page.locator('.staff-note', { hasText: 'done' }).waitFor()
    await keyboard.press('Escape')
    await keyboard.press('e')
    await page.locator('.state', { hasText: 'Closed' }).waitFor()
    await keyboard.press('u')
    await page.getByText('Choose a case to read it.').waitFor()
  })
})
