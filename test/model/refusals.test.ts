/** What servers mean by a refusal, in the forms they use: of the content, of money, of a manner of asking. Over real HTTP. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type MockModel, startMockModel } from '../support/mock-model.ts'
import { forAna, prompt, setUp } from './support.ts'

let mock: MockModel
beforeEach(async () => {
  mock = await startMockModel()
  mock.says(/./, 'Hi Ana')
})
afterEach(() => mock.close())

const refuses = (status: number, body: unknown) => mock.answersRaw({ status, body: JSON.stringify(body) })

describe('the content is refused: asked once, with tools alone, and no other model', () => {
  test.each([
    [400, { error: { code: 'content_filter', message: 'The response was filtered' } }],
    [400, { error: { type: 'content_filter', message: 'The request was rejected' } }],
    [400, { error: { code: '400', message: 'x', innererror: { code: 'ResponsibleAIPolicyViolation' } } }],
    [400, { error: { code: 'data_inspection_failed', message: 'Input data may contain it' } }],
    [400, { code: 'DataInspectionFailed', message: 'Input data may contain it', request_id: '1' }],
    [400, { error: { code: '1301', message: '系统检测到输入或生成内容可能包含不安全或敏感内容' } }],
    [400, { error: { code: 1301, message: 'x' } }],
    [400, { error: { message: 'Content Exists Risk', type: 'invalid_request_error', code: 'invalid_request_error' } }],
    [403, { error: { message: 'Your input was flagged', code: 403 } }],
    [451, { error: { message: 'blocked', type: 'censorship_blocked' } }],
    [500, { error: { code: 'content_filter', message: 'x' } }],
    [200, { error: { code: '1301', message: 'x' } }],
    [200, { base_resp: { status_code: 1026, status_msg: 'input new_sensitive' }, choices: null }],
    [200, { choices: [{ message: { content: 'Half' }, finish_reason: 'sensitive' }] }],
    [200, { choices: [{ message: { content: 'Half' } }], error: { code: 'content_filter', message: 'x' } }],
    [200, { choices: [{ message: { content: 'Half' } }], base_resp: { status_code: 1027, status_msg: 'output' } }],
  ])('%i %j', async (status, body) => {
    refuses(status, body)
    const { model } = setUp(mock, { fallbackModels: ['spare'] })
    await expect(model.reply(prompt, forAna)).rejects.toMatchObject({ code: 'model-refusal', isRetryable: false })
    expect(mock.requests().map(({ hasTools }) => hasTools)).toEqual([true])
  })
})

describe('there is no money: the endpoint rests, whatever its models, and the operator is told once', () => {
  test.each([
    [429, { error: { code: '1113', message: '您的账户已欠费，请充值后重试' } }],
    [429, { error: { code: 1113, message: 'x' } }],
    [429, { error: { type: 'exceeded_current_quota_error', message: 'check your account balance' } }],
    [429, { error: { code: 'insufficient_quota', message: 'You exceeded your current quota' } }],
    [402, { error: { message: 'Insufficient Balance', type: 'unknown_error' } }],
    [400, { code: 'Arrearage', message: 'Access denied, please make sure your account is in good standing' }],
    [403, { code: 30001, message: 'Sorry, your account balance is insufficient', data: null }],
    [403, { error: { code: 'AccountOverdueError', message: 'x' } }],
    [200, { base_resp: { status_code: 1008, status_msg: 'insufficient balance' } }],
  ])('%i %j', async (status, body) => {
    refuses(status, body)
    const { model, clock, events } = setUp(mock, { fallbackModels: ['spare'] })
    for (let time = 0; time < 3; time++)
      await expect(model.reply(prompt, forAna)).rejects.toMatchObject({ code: 'model-no-credit', isRetryable: false })
    expect(mock.requests()).toHaveLength(1)
    clock.advance(600_001)
    refuses(status, body)
    await expect(model.reply(prompt, forAna)).rejects.toMatchObject({ code: 'model-no-credit' })
    expect(events.filter(({ kind }) => kind === 'no-credit')).toHaveLength(1)
    clock.advance(1_200_001)
    expect(await model.reply(prompt, forAna)).toMatchObject({ bubbles: ['Hi Ana'], model: 'main' })
    refuses(status, body)
    await expect(model.reply(prompt, forAna)).rejects.toMatchObject({ code: 'model-no-credit' })
    expect(events.filter(({ kind }) => kind === 'no-credit')).toHaveLength(2)
  })

  test('a mere limit of requests is none of it', async () => {
    refuses(429, { error: { code: 'rate_limit_exceeded', message: 'Rate limit reached for tokens per min' } })
    expect(await setUp(mock).model.reply(prompt, forAna)).toMatchObject({ bubbles: ['Hi Ana'], flags: ['model-429'] })
  })
})

describe('what a server cannot do is asked of it again later', () => {
  const askThrice = async (minutes: readonly number[]) => {
    const { model, clock } = setUp(mock)
    for (const rest of minutes) {
      await model.reply(prompt, forAna)
      clock.advance(rest * 60_000)
    }
    return mock.requests().map(({ hasTools }) => hasTools)
  }

  test('tools refused', async () => {
    mock.failsWith(400, { message: 'tools are not supported', when: ({ hasTools }) => hasTools, times: 1 })
    expect(await askThrice([1, 20, 0])).toEqual([true, false, false, true])
  })

  test('tools refused again rest longer', async () => {
    mock.failsWith(400, { message: 'tools are not supported', when: ({ hasTools }) => hasTools })
    expect(await askThrice([11, 11, 11, 0])).toEqual([true, false, true, false, false, true, false])
  })

  test('tools ignored twice', async () => {
    mock.writes(({ hasTools }) => hasTools, 'Plain words', { times: 2 })
    expect(await askThrice([0, 0, 20, 0])).toEqual([true, true, false, true])
  })
})
