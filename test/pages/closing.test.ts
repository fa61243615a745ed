/** The end of a case on the desk page: resolved, rated, and learnt from. */
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it, onTestFinished } from 'vitest'
import { createChatClock } from '../support/chat-clock.ts'
import { startDeskHost } from '../support/desk-host.ts'
import { describePages } from '../support/staff-page.ts'

const coffee = fileURLToPath(new URL('../../personas/coffee', import.meta.url))
const MINUTE_MS = 60_000

describePages('closing', (at) => {
  it('resolves silently or with a word; asked how it was, the fan’s stars stand on the closed case', async () => {
    const clock = createChatClock('2026-11-18T10:30Z')
    await using host = await startDeskHost({ clock })
    const dana = await at(host, 'Dana')
    const [ana, bo] = [host.chat.fan('Ana'), host.chat.fan('Bo')]
    for (const fan of [ana, bo]) {
      await fan.says('can I speak to a person please')
      await fan.hears()
    }
    await dana.opens('Bo')
    await dana.says('All is well.')
    await bo.hears(/All is well/)
    await dana.sees('All is well.', /sent ✓/)
    await dana.chooses(/^Resolve silently/)
    await dana.page.locator('.state', { hasText: 'Closed' }).waitFor()
    await bo.hearsNothing()
    await dana.opens('Ana')
    await dana.says('A new lid leaves today.')
    await ana.hears(/A new lid/)
    await dana.sees('A new lid leaves today.', /sent ✓/)
    await dana.button('Resolve').click()
    await dana.page.locator('.state', { hasText: 'Closed' }).waitFor()
    await ana.hears(/Dana/)
    await host.mascot.settled()
    clock.advance(3 * MINUTE_MS)
    await ana.hears(/1 is poor/)
    await ana.presses(/^5$/)
    await ana.hears()
    await dana.button('Closed').click()
    await dana.page.locator('a.case-item').filter({ hasText: 'Ana' }).filter({ hasText: 'rated 5 of 5' }).waitFor()
    await bo.hearsNothing()
  })

  it('closes with a word in the group where it began', async () => {
    await using host = await startDeskHost({ clock: createChatClock('2026-11-18T10:30Z'), hasStaffChat: true })
    const dana = await at(host, 'Dana')
    const ana = host.chat.fan('Ana', { group: 'Regulars' })
    await ana.says('Pip, I want to speak to a person', { isMention: true })
    await ana.hears()
    await dana.opens('Ana')
    await dana.page.getByText('Public: everybody in the group reads it.').waitFor()
    const direct = host.chat.fan('Ana')
    await direct.says('/start case')
    await direct.hears(/order desk/)
    await dana.says('Between us now.')
    await direct.hears(/Between us now/)
    await dana.chooses(/^Resolve publicly/)
    await ana.hears(/private/)
    await dana.page.locator('.state', { hasText: 'Closed' }).waitFor()
  })

  it('shows a promise that was broken, and that the next team has the case', async () => {
    const clock = createChatClock('2026-11-18T10:30Z')
    await using host = await startDeskHost({
      clock,
      tune({ handoff, ...persona }) {
        const teams = Object.entries(handoff.teams).map(([id, team]) => [id, { ...team, next: 'duty' }])
        return { ...persona, handoff: { ...handoff, teams: Object.fromEntries(teams) } }
      },
    })
    const dana = await at(host, 'Dana')
    const ana = host.chat.fan('Ana')
    await ana.says('can I speak to a person please')
    await ana.hears()
    await host.mascot.settled()
    const row = dana.page.locator('a.case-item').filter({ hasText: 'Ana' })
    await row.filter({ hasText: /waits for the order desk[\s\S]*first answer in/ }).waitFor()
    clock.advance(31 * MINUTE_MS)
    // Half an hour later Dana is still there: a session where nothing happens for an hour ends.
    const read = dana.page.waitForResponse((response) => response.url().includes('status=waiting'))
    await dana.button(/^Waiting/).click()
    await read
    await row.filter({ hasText: 'first answer in 2' }).waitFor()
    clock.advance(30 * MINUTE_MS)
    await host.mascot.settled()
    // Until the desk looks again for what changed.
    clock.advance(MINUTE_MS)
    await row.filter({ hasText: /waits for the duty manager[\s\S]*was late, first answer in/ }).waitFor()
    await ana.hears(/longer than/)
    await dana.page.getByRole('combobox', { name: 'Of a team' }).selectOption({ value: 'team:care' })
    await dana.page.getByText('This team has no open case.').waitFor()
    await dana.page.getByRole('combobox', { name: 'Of a team' }).selectOption({ value: 'team:duty' })
    await row.waitFor()
  })

  it('learns: what staff answered is proposed, an operator approves, and the bot answers by itself next time', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'mascot-page-'))
    onTestFinished(() => rm(folder, { recursive: true, force: true }))
    await cp(coffee, folder, { recursive: true })
    const before = await readFile(join(folder, 'answers.yaml'), 'utf8')
    await using host = await startDeskHost({
      brand: folder,
      clock: createChatClock('2026-11-18T10:30Z'),
      tune: (persona) => ({
        ...persona,
        handoff: {
          ...persona.handoff,
          staff: [
            { name: 'Dana', accounts: ['desk:dana'], role: 'staff' },
            { name: 'Olga', accounts: ['desk:olga'], role: 'operator' },
          ],
        },
      }),
    })
    const dana = await at(host, 'Dana')
    const olga = await at(host, 'Olga', { role: 'operator' })
    const ana = host.chat.fan('Ana')
    await ana.says('can I speak to a person please')
    await ana.hears()
    await ana.says('Do you engrave names on the dripper stand?')
    await dana.opens('Ana')
    await dana.sees('engrave names')
    await dana.says('Yes, up to twelve letters on the walnut stand, ready in a week.')
    await dana.sees('twelve letters', /sent ✓/)
    await dana.bubble('twelve letters').hover()
    await dana.button('Learn from this answer').click()
    await dana.page.getByLabel('Notices').getByRole('link', { name: 'See proposals' }).click()
    await dana.page.getByText('An operator decides.').waitFor()
    await olga.page.getByRole('link', { name: 'Proposals' }).click()
    await olga.page.locator('ins', { hasText: 'Do you engrave names on the dripper stand?' }).waitFor()
    await olga.button('Approve').click()
    await olga.page.getByText('No proposal waits.').waitFor()
    await expect.poll(() => readFile(join(folder, 'answers.yaml'), 'utf8')).toMatch(/twelve letters/)
    expect((await readFile(join(folder, 'answers.yaml'), 'utf8')).startsWith(before)).toBe(true)
    await host.mascot.settled()
    const bo = host.chat.fan('Bo')
    await bo.says('do you engrave names on the dripper stand')
    await bo.hears(/twelve letters/)
  })
})
