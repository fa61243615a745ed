/** What is neither a yes nor a no to an open question of ours is answered by the question, and the question stays open. */
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import type { Persona } from '../../src/persona/persona.ts'
import { startTwoPlatforms, type TwoPlatforms } from '../support/two-platforms.ts'

const tune = (persona: Persona): Persona => ({
  ...persona,
  community: {
    ...persona.community,
    works: { licence: { en: 'We may show it.' }, months: 12, asks: true, gallery: false },
    circle: { kinds: ['helper'], from: 2, groups: {} },
  },
})

let chat: TwoPlatforms
beforeAll(async () => {
  chat = await startTwoPlatforms({ tune })
})
afterAll(() => chat[Symbol.asyncDispose]())
afterEach(() => expect(chat.errors).toEqual([]))

let tests = 0
const fan = () => chat.fan('alpha', `Ana${++tests}`)

it('a nod under /forget is asked once in words, and the yes after it is heard', async () => {
  const ana = fan()
  await ana.says('my name is Zebediah')
  await ana.says('yes')
  await ana.says('/forget')
  expect((await ana.says('👍')).join()).toMatch(/yes/i)
  await ana.says('👍')
  const factsOf = async () => (await chat.mascot.store.memory.exportFan(ana.accountId))['facts'] ?? []
  expect(await factsOf()).toHaveLength(1)
  await ana.says('yes')
  expect(await factsOf()).toEqual([])
})

it('a nod under /work is asked with the words that would be shown', async () => {
  const ana = fan()
  await ana.says('/work The rain roast carried me through a whole winter.')
  expect((await ana.says('👍')).join()).toContain('The rain roast')
  await ana.says('absolutely')
  expect((await chat.mascot.store.works.ofFan(ana.accountId)).map(({ state }) => state)).toEqual(['offered'])
})

it.each(['of course not', 'ok no', 'certainly not'])('a no under /work gives nothing: %s', async (said) => {
  const ana = fan()
  await ana.says('/work The rain roast carried me through a whole winter.')
  await ana.says(said)
  expect(await chat.mascot.store.works.ofFan(ana.accountId)).toEqual([])
})
