/** Endpoints and models that have only the Responses API. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type MockModel, startMockModel } from '../support/mock-model.ts'
import { forAna, prompt, setUp } from './support.ts'

let mock: MockModel
beforeEach(async () => {
  mock = await startMockModel()
})
afterEach(() => mock.close())

const paths = () => mock.requests().map(({ path }) => path)

describe('an endpoint without chat completions', () => {
  test.each([
    [404, 'Not Found'],
    [405, 'Method Not Allowed'],
    [404, '{"detail":"Not Found"}'],
    [400, '{"error":{"message":"This model is only supported in v1/responses and not in v1/chat/completions."}}'],
  ])('answers %i %s: it is asked the other way, from then on at once', async (status, body) => {
    mock.says('hello', { bubbles: ['Hi Ana', 'Coffee?'], mood: 'bright' })
    mock.lacks('/chat/completions', { status, body })
    const { model } = setUp(mock)
    for (let time = 0; time < 2; time++)
      expect(await model.reply(prompt, forAna)).toMatchObject({
        bubbles: ['Hi Ana', 'Coffee?'],
        mood: 'bright',
        flags: ['responses-api'],
      })
    expect(paths()).toEqual(['/chat/completions', '/responses', '/responses'])
    expect(mock.requests().at(-1)).toMatchObject({ system: prompt.prefix, turn: prompt.turn, hasTools: true })
  })

  test('may be told by configuration', async () => {
    mock.says('hello', 'Hi Ana')
    const { model } = setUp(mock, { api: 'responses' })
    expect(await model.reply(prompt, forAna)).toMatchObject({ bubbles: ['Hi Ana'] })
    expect(paths()).toEqual(['/responses'])
  })

  test('answers texts too, and is asked without tools where it has none', async () => {
    mock.says('hello', 'Hi Ana')
    mock.failsWith(400, { message: 'tools are not supported', when: ({ hasTools }) => hasTools })
    const { model } = setUp(mock, { api: 'responses' })
    expect(await model.reply(prompt, forAna)).toMatchObject({
      bubbles: ['Hi Ana'],
      flags: ['no-tools', 'responses-api'],
    })
    mock.writes('hello', 'Said better.')
    expect(await model.write(prompt, forAna)).toBe('Said better.')
  })

  test('is shown pictures, and read as a stream where it only streams', async () => {
    mock.says('hello', 'Nice cup')
    mock.failsWith(400, { message: 'stream must be true', when: ({ streams }) => !streams })
    const { model } = setUp(mock, { api: 'responses' })
    const seen = await model.reply({ ...prompt, images: ['data:image/png;base64,AA=='] }, forAna)
    expect(seen).toMatchObject({ bubbles: ['Nice cup'], flags: ['streamed', 'responses-api'] })
  })

  test('that has neither is told by what was said first', async () => {
    mock.lacks('/chat/completions', { body: 'no such path' })
    mock.lacks('/responses', { body: 'nor this one' })
    await expect(setUp(mock).model.reply(prompt, forAna)).rejects.toMatchObject({
      code: 'model-refused-request',
      message: expect.stringContaining('no such path'),
    })
  })

  test('a model that is not there is no missing path', async () => {
    mock.failsWith(404, { message: 'The model `main` does not exist', code: 'model_not_found' })
    await expect(setUp(mock).model.reply(prompt, forAna)).rejects.toMatchObject({ code: 'model-refused-request' })
    expect(paths()).toEqual(['/chat/completions'])
  })
})

describe('what comes back', () => {
  const answers = async (body: object) => {
    mock.says('hello', 'Asked again')
    mock.answersRaw({ body: JSON.stringify({ object: 'response', output: [], ...body }) })
    return await setUp(mock, { api: 'responses' }).model.reply(prompt, forAna)
  }
  const message = (...content: readonly object[]) => ({ type: 'message', role: 'assistant', content })

  test('its reasoning is no part of the reply, and its cached tokens are counted', async () => {
    const output = [
      { type: 'reasoning', summary: [{ type: 'summary_text', text: 'Silly.' }] },
      message({ type: 'output_text', text: 'Good.' }),
    ]
    const usage = { input_tokens: 100, input_tokens_details: { cached_tokens: 60 }, output_tokens: 10 }
    mock.answersRaw({ body: JSON.stringify({ status: 'completed', error: null, output, usage }) })
    const { model, events } = setUp(mock, { api: 'responses' })
    expect(await model.reply(prompt, forAna)).toMatchObject({ bubbles: ['Good.'] })
    expect(events).toMatchObject([{ spent: { inputTokens: 100, cachedTokens: 60, outputTokens: 10 } }])
  })

  test.each([
    [{ status: 'completed', output: [message({ type: 'refusal', refusal: 'No.' })] }],
    [{ status: 'incomplete', incomplete_details: { reason: 'content_filter' }, output: [] }],
    [{ status: 'failed', error: { code: 'content_filter', message: 'x' } }],
  ])('a refusal is one: %j', async (body) => {
    await expect(answers(body)).rejects.toMatchObject({ code: 'model-refusal' })
  })

  test.each([
    [{ status: 'failed', error: { code: 'server_error', message: 'x' } }],
    [{ status: 'cancelled', output: [message({ type: 'output_text', text: 'Half. And th' })] }],
    [{ status: 'completed', output: [] }],
  ])('what is no whole answer is asked for again: %j', async (body) => {
    expect(await answers(body)).toMatchObject({ bubbles: ['Asked again'] })
  })

  test('of what was cut by its length, the sentences are kept', async () => {
    const output = [message({ type: 'output_text', text: 'One. And th' })]
    const cut = { status: 'incomplete', incomplete_details: { reason: 'max_output_tokens' }, output }
    expect(await answers(cut)).toMatchObject({ bubbles: ['One.'], flags: expect.arrayContaining(['cut-rescued']) })
  })

  test('a chat completion is read as one', async () => {
    const choices = [{ message: { content: 'Good.' }, finish_reason: 'stop' }]
    mock.answersRaw({ body: JSON.stringify({ choices }) })
    expect(await setUp(mock, { api: 'responses' }).model.reply(prompt, forAna)).toMatchObject({ bubbles: ['Good.'] })
  })
})
