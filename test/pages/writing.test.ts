/** Writing on the desk page: what is offered as one types, drafts, and words that survive what goes wrong. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createChatClock } from '../support/chat-clock.ts'
import { type DeskHost, startDeskHost } from '../support/desk-host.ts'
import { describePages } from '../support/staff-page.ts'

const start = () =>
  startDeskHost({
    clock: createChatClock('2026-11-18T10:30Z'),
    tune: (persona) => ({
      ...persona,
      handoff: {
        ...persona.handoff,
        canned: { photo: { en: ['Could you send a picture, {fan}?'] }, delay: { en: ['We are a day behind.'] } },
      },
    }),
  })

async function calls(host: DeskHost, name: string) {
  const fan = host.chat.fan(name)
  await fan.says('can I speak to a person please')
  await fan.hears()
  return fan
}

describePages('writing', (at) => {
  let host: DeskHost
  beforeAll(async () => {
    host = await start()
  })
  afterAll(() => host[Symbol.asyncDispose]())

  it('offers canned responses after a slash and approved answers for words, by keyboard', async () => {
    const dana = await at(host, 'Dana')
    const ana = await calls(host, 'Ana')
    await dana.opens('Ana')
    await dana.box.press('/')
    const offers = dana.page.locator('.offer')
    await offers.filter({ hasText: '/delay' }).waitFor()
    await dana.box.pressSequentially('pho')
    await expect.poll(() => offers.count()).toBe(1)
    await dana.box.press('Enter')
    await expect.poll(() => dana.box.inputValue()).toBe('Could you send a picture, Ana?')
    await dana.box.fill('how long to return beans')
    await offers.filter({ hasText: 'Returning beans' }).waitFor()
    await dana.box.press('ArrowDown')
    await dana.page.locator('[role="option"][aria-selected="true"]').waitFor()
    await dana.box.press('Enter')
    await expect.poll(() => dana.box.inputValue()).toMatch(/thirty days/i)
    await dana.box.press('Control+Enter')
    await ana.hears(/thirty days/i)
  })

  it('keeps a draft over a reload and on another machine, and a note apart from it', async () => {
    const dana = await at(host, 'Dana')
    const bo = await calls(host, 'Bo')
    await dana.opens('Bo')
    const kept = dana.page.waitForResponse((response) => response.url().endsWith('/draft') && response.ok())
    await dana.box.fill('I will ask the roaster and')
    await kept
    await dana.button('Note').click()
    await dana.box.fill('he is a regular')
    await dana.page.reload()
    await dana.button('Note').and(dana.page.locator('[aria-pressed="true"]')).waitFor()
    expect(await dana.box.inputValue()).toBe('he is a regular')
    await dana.button('As Dana').click()
    expect(await dana.box.inputValue()).toBe('I will ask the roaster and')
    const elsewhere = await at(host, 'Dana')
    await elsewhere.opens('Bo')
    await expect.poll(() => elsewhere.box.inputValue()).toBe('I will ask the roaster and')
    await bo.hearsNothing()
  })

  it('shows who signs in next in the same tab nothing of what was being written', async () => {
    const dana = await at(host, 'Dana')
    await calls(host, 'Dov')
    await dana.opens('Dov')
    await dana.button('Note').click()
    await dana.box.fill('not for Wen to read')
    await dana.page.goto(await host.signInLink('Wen'))
    await dana.button('Sign in').click()
    await dana.button('Wen').waitFor()
    await dana.opens('Dov')
    await dana.button('Note').click()
    expect(await dana.box.inputValue()).toBe('')
  })

  it('suggests, lets the draft be used as the brand, and sends it as it is', async () => {
    const dana = await at(host, 'Dana')
    const cem = await calls(host, 'Cem')
    await cem.says('how long do I have to return beans?')
    await cem.hears(/thirty days/i)
    await dana.opens('Cem')
    await dana.sees('how long do I have to return beans?')
    await dana.button('Suggest').click()
    const draft = dana.page.getByRole('region', { name: 'Draft' })
    await draft.getByText(/thirty days/i).waitFor()
    await draft.getByRole('button', { name: 'Use it' }).click()
    await dana.button('Send as Pip').click()
    expect(await cem.hears(/thirty days/i)).toMatchObject({ speaker: { kind: 'person-as-brand' } })
  })

  it('says so when the server is gone, and loses no word', async () => {
    const gone = await start()
    const dana = await at(gone, 'Dana')
    await calls(gone, 'Ana')
    await dana.opens('Ana')
    await gone[Symbol.asyncDispose]()
    await dana.page.getByText('Not connected.').waitFor()
    await dana.says('A new lid leaves today.')
    await dana.page.locator('.composer [role="alert"]', { hasText: 'cannot be reached' }).waitFor()
    expect(await dana.box.inputValue()).toBe('A new lid leaves today.')
  })
})
