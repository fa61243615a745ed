/** Drafts on the desk page in a real browser, with fans on the other end. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createChatClock } from '../support/chat-clock.ts'
import { type DeskHost, startDeskHost } from '../support/desk-host.ts'
import { type AtDesk, describePages } from '../support/staff-page.ts'

const workday = '2026-11-18T10:30Z'

describePages('a draft on the page', (at) => {
  let host: DeskHost
  beforeAll(async () => {
    host = await startDeskHost({
      clock: createChatClock(workday),
      env: { CONTEXT_LINK_SECRET: 'a-secret-that-is-long-enough-to-be-one' },
      tune: (persona) => ({
        ...persona,
        manners: { ...persona.manners, drafts: 'all' },
        handoff: { ...persona.handoff, contextUrl: 'https://shop.example/crm?fan={fan}' },
      }),
    })
  })
  afterAll(() => host[Symbol.asyncDispose]())

  async function asks(name: string) {
    const fan = host.chat.fan(name)
    await fan.says('how long do I have to return beans?')
    await host.mascot.settled()
    return fan
  }
  const draftOf = ({ page }: AtDesk, fan: string) => page.getByRole('region', { name: `Draft for ${fan}` })

  it('stands with its reasons, and leaves at a press as the bot’s words, with who sent them', async () => {
    const dana = await at(host, 'Dana')
    const ana = await asks('Ana')
    await dana.opens('Ana')
    await draftOf(dana, 'Ana')
      .getByText(/thirty days/i)
      .waitFor()
    await draftOf(dana, 'Ana')
      .getByText(/approved-answer · answer [\w-]+ · \d+ % sure/)
      .waitFor()
    await dana.button('Send the draft').click()
    expect(await ana.hears(/thirty days/i)).toMatchObject({ speaker: { kind: 'approved', sentBy: { name: 'Dana' } } })
    await dana.sees(/thirty days/i, /approved answer: [\w-]+, sent by Dana[\s\S]*sent ✓/)
    await draftOf(dana, 'Ana').waitFor({ state: 'detached' })
  })

  it('leaves in other words, unless the brand does not say them', async () => {
    const dana = await at(host, 'Dana')
    const ben = await asks('Ben')
    await dana.opens('Ben')
    await dana.button('Edit the draft').click()
    const box = draftOf(dana, 'Ben').getByRole('textbox')
    await expect.poll(() => box.inputValue()).toMatch(/thirty days/i)
    await box.fill('I am not a bot.')
    await dana.button('Send these words as Pip').click()
    await draftOf(dana, 'Ben')
      .getByRole('alert')
      .getByText(/the brand does not say/)
      .waitFor()
    await box.fill('Thirty days, Ben, opened bags too.')
    await dana.button('Send these words as Pip').click()
    expect(await ben.hears('Thirty days, Ben, opened bags too.')).toMatchObject({
      speaker: { kind: 'person-as-brand', name: 'Dana' },
    })
  })

  it('leaves with files that were added to it, as the brand’s', async () => {
    const dana = await at(host, 'Dana')
    const fay = await asks('Fay')
    await dana.opens('Fay')
    const draft = draftOf(dana, 'Fay')
    await draft.locator('input[type="file"]').setInputFiles([
      { name: 'label.txt', mimeType: 'text/plain', buffer: Buffer.from('twelve letters') },
      { name: 'nothing.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) },
    ])
    await draft.getByText('The file is empty.').waitFor()
    expect(await dana.button('Send the draft').isDisabled()).toBe(true)
    await dana.button('Remove nothing.txt').click()
    await draft.locator('li', { hasText: 'label.txt' }).filter({ hasNotText: 'bringing' }).waitFor()
    await dana.button('Send the draft').click()
    expect(await fay.hears(/thirty days/i)).toMatchObject({
      speaker: { kind: 'person-as-brand', name: 'Dana' },
      media: { kind: 'document' },
    })
  })

  it('goes out of date under one’s eyes when the fan writes, and another takes its place', async () => {
    const dana = await at(host, 'Dana')
    const cleo = await asks('Cleo')
    await dana.opens('Cleo')
    const why = await draftOf(dana, 'Cleo').locator('.words').innerText()
    await cleo.says('and what time do you open?')
    await expect.poll(() => draftOf(dana, 'Cleo').locator('.words').innerText()).not.toBe(why)
    await dana.button('Drop the draft').click()
    await draftOf(dana, 'Cleo').waitFor({ state: 'detached' })
    await cleo.hearsNothing()
  })

  it('of two who press, one sends, and the other reads who did', async () => {
    const [dana, lee] = await Promise.all([at(host, 'Dana'), at(host, 'Lee')])
    const dora = await asks('Dora')
    await Promise.all([dana.opens('Dora'), lee.opens('Dora')])
    await Promise.all([dana.button('Send the draft').waitFor(), lee.button('Send the draft').waitFor()])
    // What both see no longer changes under the one who is slower.
    await lee.page.route('**/desk/api/cases/**', (route) =>
      route.request().method() === 'GET' ? route.abort() : route.continue(),
    )
    await dana.button('Send the draft').click()
    await dora.hears(/thirty days/i)
    await lee.button('Send the draft').click()
    await lee.page.getByText('Dana has sent this draft already.').waitFor()
    await dora.hearsNothing()
  })

  it('drafts are switched off for one conversation, and the card leads to what the shop knows', async () => {
    const dana = await at(host, 'Dana')
    const eve = await asks('Eve')
    await dana.opens('Eve')
    const link = dana.page.getByRole('link', { name: 'What we know of them' })
    expect(await link.getAttribute('href')).toMatch(/^https:\/\/shop\.example\/crm\?fan=Eve&exp=\d+&sig=[0-9a-f]{64}$/)
    expect(await link.getAttribute('rel')).toContain('noreferrer')
    await dana.chooses(/^Drafts on/)
    await dana.chooses(/^Drafts off/)
    await dana.button('Drop the draft').click()
    await host.mascot.settled()
    await eve.says('what time do you open?')
    await eve.hears()
  })
})

describePages('a case that began in a group', (at) => {
  let host: DeskHost
  beforeAll(async () => {
    host = await startDeskHost({ clock: createChatClock(workday) })
  })
  afterAll(() => host[Symbol.asyncDispose]())

  it('shows what its fan had said there, and nothing of other members', async () => {
    const inGroup = (name: string) => host.chat.fan(name, { group: 'quay' })
    await inGroup('Bo').says('Pip, my mug arrived chipped, this is unacceptable, I want to complain')
    await inGroup('Ana').says('Pip, my parcel arrived smashed, this is a disgrace, I want to complain')
    await host.mascot.settled()
    const ana = host.chat.fan('Ana')
    await ana.says('/start case')
    await ana.says('nobody answers, I want to complain about your service, it is a disgrace')
    await host.mascot.settled()
    const dana = await at(host, 'Dana')
    await dana.opens('Ana')
    const before = dana.page.getByRole('heading', { name: 'Before, in a group' }).locator('..')
    await before.getByText(/my parcel arrived smashed/).waitFor()
    expect(await before.innerText()).not.toMatch(/chipped/)
  })
})

describePages('a wrong reply on the page', (at) => {
  let host: DeskHost
  beforeAll(async () => {
    host = await startDeskHost({ clock: createChatClock(workday) })
  })
  afterAll(() => host[Symbol.asyncDispose]())

  it('is flagged beside the bot’s words, becomes a scene, and is listed among the proposals', async () => {
    const olga = await at(host, 'Olga', { role: 'operator' })
    const ana = host.chat.fan('Ana')
    await ana.says('can I speak to a person please')
    await ana.hears()
    await ana.says('how long do I have to return beans?')
    await ana.hears(/thirty days/i)
    await host.mascot.settled()
    await olga.opens('Ana')
    await olga.bubble(/thirty days/i).hover()
    await olga
      .bubble(/thirty days/i)
      .getByRole('button', { name: 'Report this reply as wrong' })
      .click()
    const question = olga.page.getByRole('dialog', { name: 'What was wrong?' })
    await question.getByLabel('A person was needed').check()
    expect(await question.getByRole('textbox').count()).toBe(0)
    await question.getByLabel('It states a wrong fact').check()
    await question.getByRole('textbox').fill('sixty days')
    await question.getByRole('button', { name: 'Report it' }).click()
    await olga.page.getByRole('link', { name: 'See proposals' }).click()
    const proposal = olga.page.locator('.proposal').filter({ hasText: 'A scene, for scenes.yaml: Wrong fact' })
    await proposal.getByText('The fan says: how long do I have to return beans?').waitFor()
    await proposal.getByText('Says: sixty days', { exact: true }).waitFor()
    await proposal.getByRole('button', { name: 'No' }).click()
    await proposal.waitFor({ state: 'detached' })
    expect(await host.mascot.desk.proposals('refused')).toHaveLength(1)
  })

  it('is asked back about where it would take phrasings from another answer, and nothing is written at a no', async () => {
    const olga = await at(host, 'Olga', { role: 'operator' })
    const [{ id = '', asks = [] } = {}] = host.chat.persona.answers
    const answer = { id: 'taking', asks: [...asks], answer: { en: 'It depends.' } }
    await host.mascot.store.proposals.propose({ id: 'p-taking', by: 'Olga', answer, at: 0 })
    await olga.page.getByRole('link', { name: 'Proposals' }).click()
    const proposal = olga.page.locator('.proposal').filter({ hasText: 'It depends.' })
    await proposal.getByRole('button', { name: 'Approve' }).click()
    await proposal.getByRole('alert').getByText(`(${id})`).waitFor()
    await proposal.getByRole('button', { name: 'Yes, write them all' }).waitFor()
    expect(await host.mascot.desk.proposals()).toHaveLength(1)
    await proposal.getByRole('button', { name: 'No', exact: true }).click()
    await proposal.waitFor({ state: 'detached' })
    expect(await host.mascot.desk.proposals('approved')).toEqual([])
  })
})
