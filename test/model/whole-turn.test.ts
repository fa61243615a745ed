/** A compiled persona and turn, through the model and back: what the engine does with both, on the wire. */
import { expect, test } from 'vitest'
import { normalise } from '../../src/persona/load/normalise.ts'
import { compilePrompt, compileRewrite, compileTurn } from '../../src/persona/prompt/prompt.ts'
import { personaSchema } from '../../src/persona/schema/schema.ts'
import { startMockModel } from '../support/mock-model.ts'
import { forAna, setUp } from './support.ts'

test('turns of different fans share one prefix, and a rewrite shares it too', async () => {
  await using mock = await startMockModel()
  mock.says('it\'s "late"', { bubbles: ['Order number?'], used: ['late-parcel'] })
  mock.says('你好', '你好，小安')
  mock.writes('found_wrong', 'Number, please.')
  const persona = normalise(personaSchema.parse({ name: 'Pip', brand: { name: 'Tidewater' } }), { answers: [] }, '/p')
  const { prefix } = compilePrompt(persona)
  const { model } = setUp(mock)
  const turnOf = (name: string, text: string) =>
    compileTurn({
      persona,
      hits: [],
      facts: [],
      transcript: [{ row: 1, at: 0, from: 'fan', name: 'Ben', text: '你好' }],
      messages: [{ name, text }],
      lang: 'en',
      surface: 'direct',
      notes: [],
      budgetTokens: 500,
    })
  const late = await model.reply({ prefix, turn: turnOf('Ana', 'it\'s "late" <again>') }, forAna)
  expect(late).toMatchObject({ bubbles: ['Order number?'], used: ['late-parcel'] })
  expect(await model.reply({ prefix, turn: turnOf('小安', '你好') }, forAna)).toMatchObject({ bubbles: ['你好，小安'] })
  const findings = [{ code: 'too-long', detail: '' }]
  const task = compileRewrite({ persona, text: 'Order number?', findings, lang: 'en', surface: 'direct' })
  expect(await model.write({ prefix, turn: task }, forAna)).toBe('Number, please.')
  expect(new Set(mock.requests().map(({ system }) => system))).toEqual(new Set([prefix]))
  expect(mock.requests().map(({ wants }) => wants)).toEqual(['reply', 'reply', 'text'])
})
