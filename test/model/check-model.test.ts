/** What `mascot doctor` says of each model. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkModel } from '../../src/model/check-model.ts'
import { createManualClock } from '../support/manual-clock.ts'
import { type MockModel, startMockModel } from '../support/mock-model.ts'
import { apiKey } from './support.ts'

let mock: MockModel
beforeEach(async () => {
  mock = await startMockModel()
})
afterEach(() => mock.close())

const check = (fallbackModels: string[] = []) =>
  checkModel({ apiKey, baseUrl: mock.url, model: 'main', fallbackModels, clock: createManualClock() })

test('each model gets its sentence, without retries', async () => {
  mock.says(/./, 'ready', { model: 'main' })
  mock.failsWith(401, { model: 'second', message: `key ${apiKey} is wrong` })
  mock.failsWith(500, { model: 'third' })
  const checks = await check(['second', 'third'])
  expect(checks).toMatchObject([
    { model: 'main', isUsable: true, says: expect.stringMatching(/^main answers in \d+ ms, with tools\.$/) },
    { model: 'second', isUsable: false, says: expect.stringContaining('OPENAI_API_KEY') },
    { model: 'third', isUsable: false, says: expect.stringContaining('in trouble') },
  ])
  expect(JSON.stringify(checks)).not.toContain(apiKey)
  expect(mock.requests()).toHaveLength(3)
})

test('how it answers is part of it', async () => {
  mock.failsWith(400, { message: 'no tools here', when: ({ hasTools }) => hasTools })
  mock.says(({ hasTools }) => !hasTools, 'ready')
  expect(await check()).toMatchObject([{ isUsable: true, says: expect.stringContaining('without tools') }])
  mock.forgets()
  mock.writes(/./, 'ready')
  expect(await check()).toMatchObject([{ isUsable: true, says: expect.stringContaining('plain text only') }])
})

test('an address at which nothing listens is said', async () => {
  await mock.close()
  const [only] = await check()
  expect(only).toMatchObject({ isUsable: false, says: expect.stringContaining('nothing listens there') })
})
