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

it('words that are neither a yes nor a no bring the question once more, and then the buttons alone', async () => {
  for (const unclear of ['it depends', 'if you must', 'what for?']) {
    const ana = fan()
    await ana.says('my name is Zebediah')
    const before = await ana.buttonOf('Yes')
    expect((await ana.says(unclear)).join(), unclear).toMatch(/\?/)
    expect(await ana.buttonOf('Yes'), unclear).not.toBe(before)
    await ana.says('yes')
    expect((await chat.mascot.store.memory.exportFan(ana.accountId))['facts'], unclear).toHaveLength(1)
  }
  const wei = fan()
  await wei.says('my name is Zebediah')
  expect((await wei.says('可能吧')).join()).toMatch(/？.*\/forget/)
  const bo = fan()
  await bo.says('my name is Zebediah')
  await bo.says('it depends')
  const again = await bo.buttonOf('Yes')
  const twice = await bo.says('it depends')
  expect(twice.join()).not.toMatch(/remember|keep/i)
  await bo.says('', { button: again })
  expect((await chat.mascot.store.memory.exportFan(bo.accountId))['facts']).toHaveLength(1)
})

it('what is told or asked meanwhile is heard as that', async () => {
  const ana = fan()
  await ana.says('my name is Zebediah')
  expect((await ana.says('do you have wifi?')).join()).not.toMatch(/remember/i)
  const bo = fan()
  await bo.says('/work The rain roast carried me through a whole winter.')
  const said = await bo.says('how many moons has Jupiter')
  expect(said).toHaveLength(2)
  expect(said[1]).toContain('The rain roast')
})

it('unclear words under the question about joining bring it once more', async () => {
  const ana = fan()
  const there = chat.fan('beta', `Ana${tests}`)
  const [, code = ''] = /\/link ([0-9A-Z]{4}-[0-9A-Z]{4})/.exec((await ana.says('/link')).join('\n')) ?? []
  const asked = await there.says(`/link ${code}`)
  expect(await there.says('it depends')).toEqual(asked)
  expect(await there.says('it depends')).not.toEqual(asked)
  await there.says(`/link ${code}`)
  expect((await there.says('if you must')).length).toBeGreaterThan(0)
})
