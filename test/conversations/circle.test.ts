/** What a fan answers to the circle, in private. */
import { expect, it } from 'vitest'
import { accountId, threadId } from '../../src/domain/ids.ts'
import { wordsOfOutgoing } from '../../src/domain/message.ts'
import type { Persona } from '../../src/persona/persona.ts'
import { startChat } from '../support/chat.ts'

const tune = (persona: Persona): Persona => ({
  ...persona,
  community: { ...persona.community, circle: { groups: { test: 'circle' }, kinds: ['helper'], from: 3 } },
})

it('a no to the circle is kept before anybody asked, and no later yes undoes it', async () => {
  await using chat = await startChat('coffee', { tune })
  const ana = chat.fan('Ana')
  const chosen = async () => (await chat.mascot.store.standings.of(accountId('test', 'Ana'))).choices.circle
  await ana.says('/circle no')
  await ana.hears()
  await chat.mascot.settled()
  expect(await chosen()).toBe('no')
  await ana.says('/circle yes')
  await ana.hears()
  await chat.mascot.settled()
  expect(await chosen()).toBe('no')
})

it('staff ask no question twice while it is open, offer no choice twice or unseen, and read one account as one', async () => {
  await using chat = await startChat('coffee', {
    hasStaffChat: true,
    tune: (persona) => ({ ...tune(persona), handoff: { ...persona.handoff, staff: [] } }),
  })
  const ana = chat.fan('Ana')
  await ana.says('hello there')
  await chat.mascot.settled()
  const account = accountId('test', 'Ana')
  await chat.mascot.store.portables.take([{ kind: 'standing', account, circle: 'yes', circleAt: 1 }], Date.now())
  const dana = chat.staff('Dana')
  dana.goesTo(threadId('test', 'staff', 'desk'))
  await dana.says('/circle ask Which cup?')
  await dana.hears(/Round 1 is asked/)
  await dana.says('/circle ask which  cup?')
  await dana.hears(/Round 1 asks just that and is open/)
  for (const [choices, says] of [
    ['Blue | Blue', /look alike: Blue/],
    ['Blue | Green | blue\u200b', /look alike: blue/],
    ['Blue | \u200b\u2060', /two to 8 choices/],
  ] as const) {
    await dana.says(`/circle poll Which one? | ${choices}`)
    await dana.hears(says)
  }
  await dana.says('/circle')
  const seen = await dana.hears(/has 1 account that said yes/)
  expect(wordsOfOutgoing(seen).split('\n')).toHaveLength(2)
})
