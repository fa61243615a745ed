/** The playground in a real browser: a talk, why, dials and files, by keyboard, in light and dark, and on a small phone. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { surfaces } from '../../adapters/surfaces.ts'
import { violations } from '../support/axe.ts'
import { type DeskHost, startDeskHost } from '../support/desk-host.ts'
import { describePages, smallPhone } from '../support/staff-page.ts'

const persona = `name: Pip
brand: { name: Tidewater }
voice:
  energy: lively
places:
  - { id: lounge, in: "telegram:-100", lines: { greeting: Good evening. } }
`
const answers = `answers:
  - id: hours
    asks: [when do you open, opening hours, are you open, until when are you open, what time do you close]
    answer: "Seven to three! Every day!"   # ours
`

describePages('the playground', (_, open) => {
  let folder: string
  let host: DeskHost
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mascot-play-page-'))
    host = await startDeskHost({ brand: folder, isWatching: true, ...(await written()) })
  })
  afterAll(async () => {
    await host[Symbol.asyncDispose]()
    await rm(folder, { recursive: true, force: true })
  })
  async function written(): Promise<object> {
    await writeFile(join(folder, 'persona.yaml'), persona)
    await writeFile(join(folder, 'answers.yaml'), answers)
    return {}
  }

  async function atTable(who: string, options: BrowserContextOptions = {}): Promise<Page> {
    const page = await open(options)
    await page.goto(`${await host.signInLink(who, 'operator')}&to=play`)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('heading', { name: 'Playground' }).waitFor()
    await page.locator('#play-text').waitFor()
    return page
  }
  async function say(page: Page, text: string, reply: RegExp): Promise<void> {
    await page.locator('#play-text').fill(text)
    await page.keyboard.press('Enter')
    await page.locator('.play-said').filter({ hasText: reply }).last().waitFor()
  }
  const side = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

  /** Each part of it in turn. */
  async function through(page: Page, look: (part: string) => Promise<void>): Promise<void> {
    await look('empty')
    await say(page, 'when do you open?', /Seven to three/)
    await page.getByRole('heading', { name: 'Answers that came near' }).waitFor()
    await look('why')
    await side(page, 'Dials')
    await page.getByRole('radio', { name: 'calm' }).check()
    await page.getByText('energy: calm').waitFor()
    await page.locator('.play-before').waitFor()
    await look('dials')
    await page.getByRole('button', { name: 'Take back' }).click()
    await page.getByText('energy: calm').waitFor({ state: 'detached' })
    await side(page, 'Why')
    await page.getByRole('button', { name: 'Edit hours' }).click()
    await page.getByText('answers.yaml:2 answers[hours]').waitFor()
    await look('files')
  }

  it.each(['light', 'dark'] as const)('breaks no rule of accessibility in any part, %s', async (colorScheme) => {
    const page = await atTable(`Dana ${colorScheme}`, { colorScheme })
    const found: string[] = []
    await through(page, async (part) => {
      found.push(...(await violations(page)).map((each) => `${part}: ${each}`))
    })
    expect(found).toEqual([])
  })

  it('fits a phone of 320 px in every part, and breaks no rule there', async () => {
    const page = await atTable('Ida', smallPhone)
    const wrong: string[] = []
    await through(page, async (part) => {
      const width = await page.evaluate<number>('document.documentElement.scrollWidth')
      if (width > 320) wrong.push(`${part}: ${width} px`)
      wrong.push(...(await violations(page)).map((each) => `${part}: ${each}`))
    })
    expect(wrong).toEqual([])
  })

  it('an answer is edited where it stands, a slip is told at its line, and what is saved is the next reply', async () => {
    const page = await atTable('Wen')
    await say(page, 'when do you open?', /Seven to three/)
    await page.getByRole('button', { name: 'Edit hours' }).click()
    const area = page.locator('#play-file')
    await page.getByText('answers.yaml:2 answers[hours]').waitFor()
    await page.getByText('Stable; used in records').waitFor()
    await area.fill(answers.replace('Seven to three!', 'Seven to four!').replace('answer:', 'anser:'))
    await page.getByText(/line 4.*did you mean answer/).waitFor()
    expect(await page.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true)
    await area.fill(answers.replace('Seven to three!', 'Seven to four!'))
    await page.getByRole('button', { name: 'Save' }).click()
    // What was said is answered anew, with what it was before beside it.
    await page.locator('.play-said').filter({ hasText: 'Seven to four!' }).waitFor()
    await page.locator('.play-before').filter({ hasText: 'Seven to three!' }).waitFor()
    expect(await readFile(join(folder, 'answers.yaml'), 'utf8')).toBe(
      answers.replace('Seven to three!', 'Seven to four!'),
    )
    await writeFile(join(folder, 'persona.yaml'), persona.replace('lively', 'frantic'))
    await page.locator('.play-broken').getByText('persona.yaml:4').waitFor()
    await say(page, 'are you open', /Seven to four!/)
    await writeFile(join(folder, 'persona.yaml'), persona)
    await page.locator('.play-broken').waitFor({ state: 'detached' })
  })

  it('what is said while a reply is under way waits for its turn, and no text is lost', async () => {
    const page = await atTable('Kim')
    const box = page.locator('#play-text')
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    await page.route('**/play/say*', async (route) => {
      await held
      await route.continue()
    })
    for (const text of ['when do you open?', 'are you open']) {
      await box.fill(text)
      await page.keyboard.press('Enter')
    }
    await box.fill('and a third')
    expect(await page.locator('.play-line.waiting').allInnerTexts()).toHaveLength(2)
    release()
    await page.locator('.play-line.waiting').first().waitFor({ state: 'detached' })
    await page.locator('.play-line.fan .words').getByText('are you open', { exact: true }).waitFor()
    expect(await page.locator('.play-line.fan .words').allInnerTexts()).toEqual(['when do you open?', 'are you open'])
    expect(await box.inputValue()).toBe('and a third')
    expect(await page.getByLabel('Platform').locator('option').allInnerTexts()).toEqual(Object.keys(surfaces))
  })

  it('a dial that is turned in one window stays turned when another window saves', async () => {
    const [one, other] = [await atTable('Zoe'), await atTable('Zoe')]
    for (const page of [one, other]) await side(page, 'Dials')
    const turn = async (page: Page, path: string, choice: string) => {
      await page
        .locator(`input[name="${path}"]`)
        .and(page.getByLabel(choice, { exact: true }))
        .check()
      await page.locator('fieldset.turned').first().waitFor()
    }
    await turn(one, 'voice.humour', 'dry')
    await turn(other, 'voice.emoji', 'none')
    await other.getByRole('button', { name: 'Save' }).click()
    await other.getByText('Written into persona.yaml.').waitFor()
    const written = await readFile(join(folder, 'persona.yaml'), 'utf8')
    expect(written).toContain('emoji: none')
    expect(written).not.toContain('humour: dry')
    await expect.poll(() => one.locator('fieldset.turned').count()).toBe(1)
    await one.getByRole('button', { name: 'Save' }).click()
    await one.getByText('Written into persona.yaml.').waitFor()
    const both = await readFile(join(folder, 'persona.yaml'), 'utf8')
    expect(both).toContain('emoji: none')
    expect(both).toContain('humour: dry')
  })

  it('several fans talk in a group and in a place of the persona, at an hour of one’s choice', async () => {
    const page = await atTable('Max')
    await page.getByLabel('Where').selectOption('group')
    await page.getByLabel('Place').selectOption('lounge')
    await page.getByLabel('Hour').fill('tue 14:00')
    await say(page, 'hello Pip', /Good evening\./)
    await page.getByLabel('Fan').fill('Bo')
    await page.locator('#play-text').fill('anyone up for lunch?')
    await page.keyboard.press('Enter')
    await page.getByText('it kept quiet: nobody turned to it').first().waitFor()
    await page.getByRole('button', { name: 'Begin anew' }).click()
    await page.locator('.play-line').first().waitFor({ state: 'detached' })
  })
})
