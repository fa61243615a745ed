/** What staff see when a fan is in danger: the title of the thread says so, 🚨 says so at once, and what was said before stands before. */
import { describe, expect, it } from 'vitest'
import { withDesk } from '../support/desk-threads.ts'

describe.each(['telegram', 'discord'] as const)('with the desk on %s', (desk) => {
  it('danger while a draft waits is told with 🚨, and the title of its thread follows', async () => {
    const opened = await withDesk(desk, (persona) => ({
      ...persona,
      manners: { ...persona.manners, drafts: 'all' },
    }))
    await using _ = opened.both
    const ana = opened.telegram.fan('Ana')
    await ana.says('do you have wifi?')
    await opened.isShown(/^✍️ Draft for Ana/)
    expect(opened.titles()).toEqual(['Ana: draft'])
    await ana.says('I want to kill myself')
    await opened.isShown(/^🚨 Danger \(self-harm\)/)
    await expect.poll(opened.titles, { timeout: 60_000 }).toEqual(['Ana: self-harm'])
    await opened.isShown(/^Ana: I want to kill myself/)
    expect(opened.errors).toEqual([])
  })

  it('who told of it before, and whom staff have, is heard at what is only likely', async () => {
    const opened = await withDesk(desk)
    await using _ = opened.both
    const ana = opened.telegram.fan('Ana')
    await ana.says('I want to kill myself')
    await opened.isShown(/Waiting.*I want to kill myself/s)
    await opened.mascot.settled()
    const [one] = await opened.mascot.desk.list()
    if (!one) throw new Error('a case is open')
    await opened.mascot.desk.act(one.id, { id: 'desk:dana', name: 'Dana' }, { kind: 'claim' })
    await opened.mascot.settled()
    const told = opened.telegram.sent(ana).length
    await ana.says('what time do you open?')
    await opened.isShown(/what time do you open/)
    await opened.mascot.settled()
    expect(opened.telegram.sent(ana)).toHaveLength(told)
    await ana.says('Pip, I will jump now')
    await opened.isShown(/^🚨 Danger \(self-harm\)/)
    await opened.telegram.until(() => opened.telegram.sent(ana).length > told)
    await opened.mascot.settled()
    expect(opened.errors).toEqual([])
  })

  it('what the fan asked before stands above the card, marked, with what was answered', async () => {
    const opened = await withDesk(desk)
    await using _ = opened.both
    const ana = opened.telegram.fan('Ana')
    const asked = ['do you have wifi?', 'can i bring my dog', 'what time do you open?', 'do you have oat milk']
    for (const [nth, text] of asked.entries()) {
      await ana.says(text)
      await opened.telegram.until(() => opened.telegram.sent(ana).length > nth)
      await opened.mascot.settled()
    }
    await ana.says('I want to kill myself')
    await opened.isShown(/Waiting.*I want to kill myself/s)
    await opened.mascot.settled()
    const shown = opened.atDesk()
    const card = shown.findIndex((text) => text.includes('Waiting'))
    expect(shown.slice(0, card)[0]).toBe('Ana, earlier: do you have wifi?')
    expect(shown.slice(0, card)).toContainEqual(expect.stringMatching(/^🤖 Pip, earlier: /))
    expect(shown.slice(card + 1)).toEqual([])
    for (const text of asked) expect(shown.slice(0, card + 1).join('\n')).toContain(text)
    expect(opened.errors).toEqual([])
  })
})
