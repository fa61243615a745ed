/** What the desk page shows of a talk, and stepping into one while the bot thinks. */
import { Buffer } from 'node:buffer'
import { setImmediate } from 'node:timers/promises'
import { expect, it, onTestFinished } from 'vitest'
import { createChatClock } from '../support/chat-clock.ts'
import { startDeskDemo } from '../support/desk-demo.ts'
import { startDeskHost } from '../support/desk-host.ts'
import { startMockModel } from '../support/mock-model.ts'
import { describePages } from '../support/staff-page.ts'

/** A Wednesday morning: everybody is at work. */
const workday = '2026-11-18T10:30Z'
/** A PNG of one pixel. */
const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

describePages('a case', (at) => {
  it('is marked until the fan’s words are read here, and shows pictures in their place', async () => {
    const demo = await startDeskDemo(Buffer.from(pixel, 'base64'))
    onTestFinished(() => demo[Symbol.asyncDispose]())
    const dana = await at(demo, 'Dana')
    const marta = dana.page.locator('a.case-item').filter({ hasText: 'Marta Kowalska' })
    await marta.and(dana.page.locator('.unread')).waitFor()
    await dana.opens('Marta Kowalska')
    await marta.and(dana.page.locator(':not(.unread)')).waitFor()
    const widths = () => dana.page.evaluate<number[]>('[...document.images].map((image) => image.naturalWidth)')
    await expect.poll(widths).toSatisfy((all: number[]) => all.length > 0 && all.every((width) => width > 0))
    await dana.page.locator('.line.approved').getByText('approved answer: returns-beans').waitFor()
  })
})

describePages('stepping in', (at) => {
  it('while the bot is thinking drops its reply: nothing of the bot’s stands after the person', async () => {
    const model = await startMockModel()
    onTestFinished(() => model.close())
    const thinking = Promise.withResolvers<void>()
    const thought = Promise.withResolvers<void>()
    model.says(/skylight/, async () => {
      thinking.resolve()
      await thought.promise
      return { bubbles: ['Like small change in a tin.'] }
    })
    await using host = await startDeskHost({ clock: createChatClock(workday), modelUrl: model.url })
    const dana = await at(host, 'Dana')
    const ana = host.chat.fan('Ana')
    await ana.says('what does rain on the skylight sound like?')
    await thinking.promise
    await dana.page.getByRole('link', { name: 'Talks' }).click()
    await dana.button('Step in with Ana').click()
    await dana.page.getByText('You have it').waitFor()
    await dana.says('Dana here, a person.')
    await ana.hears(/Dana/)
    thought.resolve()
    await setImmediate()
    await dana.sees('Dana here, a person.', /sent ✓/)
    await host.mascot.settled()
    const shown = host.chat.shown(ana.threadId)
    expect(shown.join('\n')).not.toMatch(/small change/)
    expect(shown.at(-1)).toMatch(/Dana here/)
  })
})
