/** The page of questions without an answer, in a real browser: from what fans asked to an answer the bot gives, as a clean diff. */
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Persona } from '../../src/persona/persona.ts'
import { violations } from '../support/axe.ts'
import { createChatClock } from '../support/chat-clock.ts'
import { type DeskHost, startDeskHost } from '../support/desk-host.ts'
import { describePages, smallPhone } from '../support/staff-page.ts'

const coffee = fileURLToPath(new URL('../../personas/coffee', import.meta.url))
const operator = (name: string) => ({ name, accounts: [`desk:${name.toLowerCase()}`], role: 'operator' as const })

describePages('the page of questions without an answer', (at) => {
  let host: DeskHost
  let folder = ''

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mascot-answers-'))
    await cp(coffee, folder, { recursive: true })
    const staff = [operator('Mira'), operator('Noor'), { name: 'Lee', accounts: ['desk:lee'], role: 'lead' as const }]
    host = await startDeskHost({
      brand: folder,
      clock: createChatClock('2026-11-18T10:30Z'),
      tune: (persona: Persona): Persona => ({ ...persona, handoff: { ...persona.handoff, staff } }),
    })
    for (const [fan, text] of [
      ['Ana', 'I am Ana, ana@example.com. Do you engrave names on the walnut stand?'],
      ['Ben', 'can you engrave a name on the walnut stand'],
      ['Cy', 'do you engrave names on that walnut stand'],
      ['Eve', 'which opera singers visit the roastery in spring?'],
      ['Gil', 'where may penguins sleep on wednesdays?'],
      ['Flo', 'is there a chess club for submarine captains?'],
      ['Mei', '企鹅星期三在哪里睡觉？'],
    ] as const)
      await host.chat.fan(fan).says(text)
    await host.mascot.settled()
  })
  afterAll(async () => {
    await host[Symbol.asyncDispose]()
    await rm(folder, { recursive: true, force: true })
  })

  const arrives = async (name: string, role: 'operator' | 'lead' = 'operator') => {
    const { page } = await at(host, name, { role })
    await goes(page)
    return page
  }
  const goes = async (page: Page) => {
    await page.goto(`${host.url}/desk/lead/answers`)
    await page.getByRole('heading', { level: 1 }).waitFor()
  }
  const part = (page: Page, name: RegExp) => page.getByRole('region', { name })
  const says = async (page: Page, words: RegExp) => await page.getByRole('status').getByText(words).waitFor()
  const answersFile = () => readFile(join(folder, 'answers.yaml'), 'utf8')

  it('groups what was asked with how many and with what comes closest, and shows nobody’s name or address', async () => {
    const page = await arrives('Mira')
    const engraving = part(page, /engrave/)
    await engraving.getByText(/3 questions by 3 people/).waitFor()
    await engraving.getByText(/Closest|Nearly answered by|No answer comes close/).waitFor()
    expect(await page.getByRole('main').innerText()).not.toMatch(/ana@example|I am Ana/)
    expect(await violations(page)).toEqual([])
  })

  it('an accepted answer stands in answers.yaml behind what was there, and the bot gives it; of two operators the later is told', async () => {
    const [mira, noor] = [await arrives('Mira'), await arrives('Noor')]
    const before = await answersFile()
    await part(mira, /engrave/)
      .getByLabel('Answer', { exact: true })
      .first()
      .fill('Yes: up to twelve letters, ready in a week.')
    await part(mira, /engrave/)
      .getByRole('button', { name: /Write it into answers\.yaml/ })
      .click()
    await says(mira, /stands in answers\.yaml/)
    const after = await answersFile()
    expect(after.startsWith(before)).toBe(true)
    expect(after.slice(before.length)).toMatch(/^ {2}- id: [\w-]+\n {4}asks:\n[\s\S]*twelve letters/)
    await part(noor, /engrave/)
      .getByLabel('Answer', { exact: true })
      .first()
      .fill('No.')
    await part(noor, /engrave/)
      .getByRole('button', { name: /Write it into answers\.yaml/ })
      .click()
    await says(noor, /Somebody has dealt with some of these questions meanwhile/)
    expect(await answersFile()).toBe(after)
    expect(await part(noor, /engrave/).count()).toBe(0)
    const gus = host.chat.fan('Gus')
    await gus.says('do you engrave names on the walnut stand?')
    await host.mascot.settled()
    expect(host.chat.shown(gus.threadId).join()).toMatch(/twelve letters/)
  })

  it('phrasings that another answer is given for are asked back about, and written at a yes alone', async () => {
    const page = await arrives('Mira')
    const before = await answersFile()
    const penguin = part(page, /penguin/)
    await penguin.getByText('It belongs to an answer that there is').click()
    await penguin.getByRole('combobox', { name: /^Answer/ }).selectOption('opening-hours')
    await penguin
      .getByLabel('Asked for by')
      .last()
      .fill('is there a penguin room?\nhow long do I have to return beans?')
    await penguin.getByRole('button', { name: /Add the phrasings/ }).click()
    await says(page, /Nothing is written yet\. .*“how long do I have to return beans\?” \([\w-]+\)/)
    expect(await page.getByRole('status').first().innerText()).not.toMatch(/penguin/)
    expect(await answersFile()).toBe(before)
    expect(await violations(page)).toEqual([])
    expect(await page.getByRole('link', { name: 'Leave it as it is' }).getAttribute('href')).toMatch(/answers$/)
    await page.getByRole('button', { name: 'Yes, write them all' }).click()
    await says(page, /“opening-hours” is asked for by these too/)
    expect(await answersFile()).toMatch(/penguin room\?"[\s\S]*how long do I have to return beans\?"/)
  })

  it('phrasings go to an answer that there is, and what needs none is left', async () => {
    const page = await arrives('Mira')
    const before = await answersFile()
    await part(page, /opera/).getByText('It belongs to an answer that there is').click()
    await part(page, /opera/)
      .getByRole('combobox', { name: /^Answer/ })
      .selectOption('opening-hours')
    await part(page, /opera/)
      .getByRole('button', { name: /Add the phrasings/ })
      .click()
    await says(page, /“opening-hours” is asked for by these too/)
    const after = await answersFile()
    expect(after).toMatch(/which opera singers visit the roastery/i)
    expect(after.split('\n').length - before.split('\n').length).toBeLessThanOrEqual(1)
    await part(page, /chess/)
      .getByRole('button', { name: /Leave it/ })
      .click()
    await says(page, /They are not shown any more/)
    expect(await part(page, /chess|opera/).count()).toBe(0)
  })

  it('a question in Chinese is answered in Chinese, with the same in the home language, and the bot gives it', async () => {
    const page = await arrives('Mira')
    const chinese = () => part(page, /企鹅/)
    expect(await chinese().getByRole('heading').getAttribute('lang')).toBe('zh')
    expect(await chinese().getByLabel('Language of the answer').inputValue()).toBe('zh')
    const sends = () =>
      chinese()
        .getByRole('button', { name: /Write it into answers\.yaml/ })
        .click()
    await chinese().getByLabel('Answer', { exact: true }).first().fill('企鹅在动物园里睡觉。')
    await sends()
    await says(page, /Every answer needs words in en: write them beside those in zh/)
    await chinese().getByLabel('Answer', { exact: true }).first().fill('企鹅在动物园里睡觉。')
    await chinese().getByLabel('The same in en').fill('Penguins sleep at the zoo.')
    await sends()
    await says(page, /stands in answers\.yaml/)
    expect(await answersFile()).toMatch(
      /企鹅星期三在哪里睡觉[\s\S]*Penguins sleep at the zoo\.[\s\S]*企鹅在动物园里睡觉。/,
    )
    const wei = host.chat.fan('Wei')
    await wei.says('企鹅星期三在哪里睡觉？')
    await host.mascot.settled()
    expect(host.chat.shown(wei.threadId).join()).toMatch(/企鹅在动物园里睡觉/)
  })

  it('a lead who is no operator sees the questions and cannot decide; it fits a small phone', async () => {
    await host.chat.fan('Hal').says('does the lighthouse sell umbrellas to giraffes?')
    await host.mascot.settled()
    const { page } = await at(host, 'Lee', { role: 'lead', ...smallPhone, colorScheme: 'dark' })
    await goes(page)
    await page.getByText('An operator decides about answers.').waitFor()
    expect(await page.getByRole('main').getByRole('button').count()).toBe(0)
    const { page: mine } = await at(host, 'Mira', { role: 'operator', ...smallPhone })
    for (const shown of [page, mine]) {
      await goes(shown)
      expect(await violations(shown)).toEqual([])
      expect(await shown.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
    }
  })
})
