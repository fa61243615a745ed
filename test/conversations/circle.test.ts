/** What a fan answers to the circle, in private. */
import { expect, it } from 'vitest'
import { accountId } from '../../src/domain/ids.ts'
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
