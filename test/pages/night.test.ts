/** A fan who calls at night, as the page shows it to whoever comes in the morning: what was promised, and that it was kept. */
import { it } from 'vitest'
import { createChatClock } from '../support/chat-clock.ts'
import { startDeskHost } from '../support/desk-host.ts'
import { describePages } from '../support/staff-page.ts'

const HOUR_MS = 3_600_000

describePages('at night', (at) => {
  it('nobody is offered; the promise made instead stands on the card, and is kept in the morning', async () => {
    const clock = createChatClock('2026-11-18T02:00Z')
    await using host = await startDeskHost({ clock })
    const ana = host.chat.fan('Ana')
    await ana.says('can I speak to a person please')
    await ana.hears(/Wed 10:00/)
    await host.mascot.settled()
    clock.advance(7.5 * HOUR_MS)
    await host.mascot.settled()
    const dana = await at(host, 'Dana')
    await dana.opens('Ana')
    const promise = dana.page.locator('.promise', { hasText: 'A first answer' })
    await promise.filter({ hasText: 'by 10:00' }).waitFor()
    await dana.says('Good morning, Ana.')
    await ana.hears(/Good morning, Ana/)
    await promise.filter({ hasText: 'kept' }).waitFor()
  })
})
