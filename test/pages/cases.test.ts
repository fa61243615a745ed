/** Cases worked on the desk page in a real browser, with fans on the other end. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { SendError } from '../../src/errors.ts'
import { createChatClock } from '../support/chat-clock.ts'
import { type DeskHost, startDeskHost } from '../support/desk-host.ts'
import { describePages } from '../support/staff-page.ts'

/** A Wednesday morning: everybody is at work. */
const workday = '2026-11-18T10:30Z'
/** On the page: what a person does with the clipboard and the mouse. */
const pasteAndDrop = `for (const [name, kind, Kind, key] of [
    ['pasted.txt', 'paste', ClipboardEvent, 'clipboardData'], ['dropped.txt', 'drop', DragEvent, 'dataTransfer']]) {
  const data = new DataTransfer()
  data.items.add(new File(['words'], name, { type: 'text/plain' }))
  document.getElementById('box').dispatchEvent(new Kind(kind, { [key]: data, bubbles: true, cancelable: true }))
}`

describePages('a case on the page', (at) => {
  let host: DeskHost
  beforeAll(async () => {
    host = await startDeskHost({
      clock: createChatClock(workday),
      tune: (persona) => ({ ...persona, voice: { ...persona.voice, neverSay: ['cheap'] } }),
      beforeSend(message) {
        if (message.kind === 'text' && message.text.includes('gasket'))
          throw new SendError('the fan blocked the bot', { isPermanent: true })
      },
    })
  })
  afterAll(() => host[Symbol.asyncDispose]())

  async function calls(name: string) {
    const fan = host.chat.fan(name)
    await fan.says('can I speak to a person please')
    await fan.hears()
    return fan
  }

  it('comes in live, is taken, answered as oneself, and the tick stands when the fan has it', async () => {
    const dana = await at(host, 'Dana')
    const ana = await calls('Ana')
    await dana.page.locator('a.case-item').filter({ hasText: 'Ana' }).filter({ hasText: 'first answer in' }).waitFor()
    await expect.poll(() => dana.page.title()).toMatch(/^\(1\) Inbox · Pip/)
    await dana.opens('Ana')
    await dana.button('Take').click()
    await dana.page.getByText('You have it').waitFor()
    await ana.hears(/Dana/)
    await ana.says('my grinder arrived without its lid')
    await dana.sees('arrived without its lid')
    await dana.says('A new lid leaves today.')
    expect(await ana.hears('A new lid leaves today.')).toMatchObject({ speaker: { kind: 'person', name: 'Dana' } })
    await dana.sees('A new lid leaves today.', /Dana\s*person[\s\S]*sent ✓/)
    expect(await dana.box.inputValue()).toBe('')
  })

  it('is answered as the brand, and a note stays among staff', async () => {
    const dana = await at(host, 'Dana')
    const bea = await calls('Bea')
    await dana.opens('Bea')
    await dana.says('Beans are on their way.', 'brand')
    expect(await bea.hears('Beans are on their way.')).toMatchObject({
      speaker: { kind: 'person-as-brand', name: 'Dana' },
    })
    await dana.sees('Beans are on their way.', /Dana as Pip[\s\S]*sent ✓/)
    await dana.says('she wrote last week too', 'note')
    await dana.page.locator('.staff-note', { hasText: 'she wrote last week too' }).waitFor()
    await bea.hearsNothing()
    // Oneself or the brand is remembered; a note is not taken for a reply.
    await dana.page.reload()
    await dana.button('Note').and(dana.page.locator('[aria-pressed="true"]')).waitFor()
  })

  it('is edited and deleted, and both reach the fan', async () => {
    const dana = await at(host, 'Dana')
    const cem = await calls('Cem')
    await dana.opens('Cem')
    await dana.says('It costs nine pounds.')
    await dana.sees('It costs nine pounds.', /sent ✓/)
    await dana.bubble('It costs nine pounds.').hover()
    await dana.button('Edit this message').click()
    const words = dana.page.getByRole('textbox', { name: 'New words' })
    await words.fill((await words.inputValue()).replace('nine', 'ten'))
    await dana.button('Change for the fan').click()
    await dana.sees('It costs ten pounds.', /edited/)
    await expect.poll(() => host.chat.shown(cem.threadId).join('\n')).toMatch(/ten pounds/)
    await dana.bubble('It costs ten pounds.').hover()
    await dana.button('Delete this message').click()
    await dana.button('Delete for everybody').click()
    await dana.sees('A message was here.', /Dana\s*person[\s\S]*deleted/)
    await expect.poll(() => host.chat.shown(cem.threadId).join('\n')).not.toMatch(/pounds/)
  })

  it('is reached for by two at once: exactly one has it, the other is told and loses no word', async () => {
    const [dana, wen] = await Promise.all([at(host, 'Dana'), at(host, 'Wen')])
    await calls('Dov')
    await Promise.all([dana.opens('Dov'), wen.opens('Dov')])
    await Promise.all([
      dana.page.getByText('Wen is here too').waitFor(),
      wen.page.getByText('Dana is here too').waitFor(),
    ])
    const take = (who: typeof dana) => who.button('Take').dispatchEvent('click')
    await Promise.all([take(dana), take(wen)])
    const has = (who: typeof dana, words: string) => who.page.locator('.state', { hasText: words }).waitFor()
    const winner = await Promise.any([
      has(dana, 'You have it').then(() => dana),
      has(wen, 'You have it').then(() => wen),
    ])
    const [loser, name] = winner === dana ? ([wen, 'Dana'] as const) : ([dana, 'Wen'] as const)
    await has(loser, `${name} has it`)
    await loser.page.getByText(`${name} has this case. You can leave a note.`).waitFor()
    await loser.page.getByLabel('Notices').getByText(`${name} has this case.`).waitFor()
  })

  it('is taken over by a lead after a question, and whoever had it sees so', async () => {
    const dana = await at(host, 'Dana')
    const lee = await at(host, 'Lee', { role: 'lead' })
    await calls('Eva')
    await dana.opens('Eva')
    await dana.button('Take').click()
    await lee.opens('Eva')
    await lee.button('Take over…').click()
    await lee.button('Leave it').click()
    await lee.page.locator('.state', { hasText: 'Dana has it' }).waitFor()
    await lee.button('Take over…').click()
    await lee.button('Take over from Dana').click()
    await lee.page.getByText('You have it').waitFor()
    await dana.page.locator('.state', { hasText: 'Lee has it' }).waitFor()
    expect(await dana.button('Take over…').count()).toBe(0)
  })

  it('keeps the words and says why beside them, when they may not go out', async () => {
    const dana = await at(host, 'Dana')
    const fay = await calls('Fay')
    await dana.opens('Fay')
    await dana.says('That one is cheap.')
    await dana.page.locator('.composer [role="alert"]', { hasText: /Not sent: .*cheap/ }).waitFor()
    expect(await dana.box.inputValue()).toBe('That one is cheap.')
    await fay.hearsNothing()
  })

  it('is passed on with words, put to sleep, let go and handed back, each by its button', async () => {
    const dana = await at(host, 'Dana')
    const gil = await calls('Gil')
    await dana.opens('Gil')
    await dana.chooses(/^Pass to a team/)
    const asked = dana.page.getByRole('dialog', { name: 'Pass to a team' })
    await asked.getByRole('combobox', { name: 'Team' }).selectOption('roastery')
    await asked.getByRole('textbox').fill('a bag smells odd')
    await asked.getByRole('button', { name: 'Pass on' }).click()
    await dana.page.locator('.staff-note', { hasText: 'a bag smells odd' }).waitFor()
    await gil.hears(/roasting floor/)
    await dana.button('Take').click()
    await gil.hears(/Dana/)
    await dana.chooses(/^Snooze/)
    await dana.button('2 hours').click()
    await dana.page.locator('.case-head').getByText('snoozed until 12:30').waitFor()
    await dana.chooses(/^Let it go/)
    await dana.page.locator('.state', { hasText: 'Waiting' }).waitFor()
    await dana.chooses(/^Hand back/)
    await dana.page.locator('.state', { hasText: 'Closed' }).waitFor()
  })

  it('is answered by the bot too while it is let, and goes silent again', async () => {
    const dana = await at(host, 'Dana')
    const mia = await calls('Mia')
    await dana.opens('Mia')
    await dana.button('Take').click()
    await mia.hears(/Dana/)
    await dana.chooses(/^Bot on/)
    await dana.page.getByText('You have it, the bot answers too').waitFor()
    await mia.says('how long do I have to return beans?')
    await mia.hears(/thirty days/i)
    await dana.chooses(/^Bot off/)
    await dana.page.getByText('You have it', { exact: true }).waitFor()
    await mia.says('what time do you open?')
    await mia.hearsNothing()
  })

  it('takes files with the reply, by button, pasted and dropped, and says which cannot go', async () => {
    const dana = await at(host, 'Dana')
    const hal = await calls('Hal')
    await dana.opens('Hal')
    await dana.page
      .locator('input[type="file"]')
      .setInputFiles({ name: 'lid.txt', mimeType: 'text/plain', buffer: Buffer.from('twelve letters') })
    await dana.page.getByRole('list', { name: 'Files' }).getByText('lid.txt').waitFor()
    await dana.page
      .locator('input[type="file"]')
      .setInputFiles({ name: 'nothing.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) })
    await dana.page.getByRole('list', { name: 'Files' }).getByText('The file is empty.').waitFor()
    expect(await dana.button(/^Send as/).isDisabled()).toBe(true)
    await dana.button('Remove nothing.txt').click()
    await dana.page.evaluate(pasteAndDrop)
    for (const name of ['pasted.txt', 'dropped.txt'])
      await dana.page.locator('.attachments li', { hasText: name }).filter({ hasNotText: 'bringing' }).waitFor()
    await dana.button('Remove pasted.txt').click()
    await dana.button('Remove dropped.txt').click()
    await dana.says('See the file.')
    expect(await hal.hears(/See the file/)).toMatchObject({ media: { kind: 'document' } })
    await dana.sees('See the file.', /sent ✓/)
  })

  it('says why words did not arrive', async () => {
    const dana = await at(host, 'Dana')
    await calls('Ida')
    await dana.opens('Ida')
    await dana.says('The gasket leaves today.')
    await dana.sees('The gasket leaves today.', /not delivered: the fan blocked the bot/)
  })

  it('comes in once the line that was lost is back', async () => {
    const dana = await at(host, 'Dana')
    const events = '**/desk/api/events'
    await dana.page.route(events, (route) => route.abort())
    await dana.page.reload()
    await dana.page.getByText('Not connected.').waitFor()
    await calls('Jan')
    await dana.page.unroute(events)
    await dana.page.locator('a.case-item').filter({ hasText: 'Jan' }).waitFor()
    await dana.page.getByText('Not connected.').waitFor({ state: 'detached' })
  })

  it('goes on in another of the same trouble: one answer reaches both fans', async () => {
    const dana = await at(host, 'Dana')
    const [kai, lou] = [await calls('Kai'), await calls('Lou')]
    await dana.opens('Lou')
    await dana.chooses(/^Join another case/)
    await dana.page.getByRole('dialog').getByRole('button', { name: 'Kai' }).click()
    await dana.opens('Kai')
    await dana.page.getByRole('heading', { name: 'The same trouble' }).waitFor()
    await dana.page.getByText('Goes to 2 fans.').waitFor()
    await dana.says('The parcels are a day late.', 'brand')
    await Promise.all([kai.hears(/a day late/), lou.hears(/a day late/)])
  })
})
