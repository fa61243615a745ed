/** What models and their servers put around the words, over real HTTP: a fan reads the words alone. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type MockModel, startMockModel } from '../support/mock-model.ts'
import { forAna, prompt, setUp } from './support.ts'

let mock: MockModel
beforeEach(async () => {
  mock = await startMockModel()
})
afterEach(() => mock.close())

async function saidFor(content: string, finish = 'stop'): Promise<readonly string[]> {
  mock.writes(/./, content, { finish })
  return (await setUp(mock).model.reply(prompt, forAna)).bubbles
}

describe('thinking never reaches a fan', () => {
  const wrappers = [
    ...[
      'think',
      'thinking',
      'thought',
      'thoughts',
      'reasoning',
      'seed:think',
      'THINK',
      'inner_monologue',
      'thought_process',
    ].map((name) => [`<${name}>`, `</${name}>`] as const),
    ['[THINK]', '[/THINK]'],
    ['◁think▷', '◁/think▷'],
    ['<|thinking|>', '<|/thinking|>'],
    ['【thinking】', '【/thinking】'],
    ['<thinking type="long">', '</thinking>'],
    ['<|startthink|>', '<|endthink|>'],
    ['<|begin_of_thought|>', '<|end_of_thought|>'],
    ['‹思考›', '‹/思考›'],
  ] as const
  test.each(wrappers)('%s … %s', async (open, close) => {
    expect(await saidFor(`${open}The fan is silly.${close}Good.`)).toEqual(['Good.'])
    expect(await saidFor(`The fan is silly.${close}Good.`)).toEqual(['Good.'])
    expect(await saidFor(JSON.stringify({ bubbles: [`${open}Silly.${close}Good.`] }))).toEqual(['Good.'])
    await expect(saidFor(`${open}The fan is silly.`)).rejects.toMatchObject({ code: 'model-empty' })
  })

  test.each([
    '<|channel|>analysis<|message|>Silly.<|end|><|start|>assistant<|channel|>final<|message|>Good.<|return|>',
    'analysisThe user is silly.assistantfinalGood.',
    'Okay, the user is asking about beans. I should be kind.\n\nI need to keep it short.\n\nGood.',
    '<think>Silly.</think><answer>Good.</answer>',
    '<|begin_of_thought|>Silly.<|end_of_thought|>\n\n<|begin_of_solution|>Good.<|end_of_solution|>',
    '<details type="reasoning" done="true">\n<summary>Thought for 4 seconds</summary>\n> Silly.\n</details>\nGood.',
    '<internal>Silly.</internal>\nGood.',
    '<plan>Say <b>little</b>.</plan>Good.',
    'Thinking: the fan is silly.\n\nAnswer: Good.',
    '**Reasoning:** silly.\n\nReally silly.\n\n**Final answer:** Good.',
    '思考：这位粉丝很傻。\n\n回答：Good.',
    'Thinking: silly.\n\nGood.',
    'Thought for 4 seconds\n\nGood.',
    '> The fan is silly.\n> Be kind.\n\nGood.',
    '<unused94>thought\nSilly.<unused95>Good.',
    '<|im_start|>assistant\nGood.<|im_end|>\n<|im_start|>user\nAnd beans?',
    'Good.<|user|>And beans?<|assistant|>None.',
    '<|start_header_id|>assistant<|end_header_id|>\n\nGood.<|eot_id|>',
    'Good.<end_of_turn>\n<start_of_turn>user\nAnd beans?',
    'Good.\n\nUser: And beans?\nAssistant: None.',
    '```thinking\nSilly.\n```\nGood.',
    '<!-- thinking: silly -->Good.',
    '<|channel>thought\nSilly.<channel|>Good.',
    '<|START_THINKING|>Silly.<|END_THINKING|><|START_RESPONSE|>Good.<|END_RESPONSE|>',
    'User asks about beans. Be brief.\n\nGood.',
    'We need to respond to the user kindly.\n\nGood.',
    'El usuario pregunta por el café.\n\nGood.',
    'L’utilisateur demande du café. Je dois être bref.\n\nGood.',
    'Der Nutzer fragt nach Kaffee.\n\nGood.',
    '### Thinking\nSilly.\n\n### Answer\nGood.',
    '**Thinking**\n\nSilly.\n\n---\n\nGood.',
    'Thought: silly\nAnswer: Good.',
    '{"thinking": "Silly.", "bubbles": ["Good."]}',
    '{"thought": "Silly.", "reply": "Good."}',
    '{"bubbles": [{"type": "thinking", "text": "Silly."}, {"type": "text", "text": "Good."}]}',
    '{"bubbles": ["<think>Silly.", "Really.</think>Good."]}',
    '&lt;think&gt;Silly.&lt;/think&gt;Good.',
    '\\u003cthink\\u003eSilly.\\u003c/think\\u003eGood.',
    '＜think＞Silly.＜/think＞Good.',
    'Good.<think>Silly.',
    '<|channel|>analysis<|message|>Silly.<|end|>' +
      '<|channel|>commentary to=functions.respond <|constrain|>json<|message|>{"bubbles": ["Good."]}<|call|>',
    '<think>{"bubbles": ["Silly."]}</think>{"bubbles": ["Good."]}',
    '*Okay, the user is asking about beans.*\n\nGood.',
    '(The fan wants a joke. Let me be kind.)\n\nGood.',
    '这位粉丝在问咖啡豆，语气要轻松。\n\nGood.',
    '好的，用户想要一个笑话。\n\n我应该简短。\n\nGood.',
  ])('%s', async (content) => {
    expect(await saidFor(content)).toEqual(['Good.'])
  })

  test.each([
    '<|channel|>analysis<|message|>Silly.',
    'Okay, the user is asking about beans. I should be kind.',
    '<internal>Silly.</internal>',
    '> The fan is silly.',
    'Thinking: the fan is silly.',
    '{}',
    '[]',
    'null',
    '""',
    '{"bubbles": ["null"]}',
  ])('and %s is no answer', async (content) => {
    await expect(saidFor(content)).rejects.toMatchObject({ code: 'model-empty' })
  })
})

describe('a plain reply is said as it is', () => {
  test.each([
    '[smiles] Rain is lovely with a cup of something warm.',
    '{hm} Let me look.',
    '(waves) Hello!',
    '【wink】Hello!',
    '[thinks] Rain, then.',
    'I think so. Okay, see you then!\n\nFirst come, first served.',
    'I love <3 and [brackets] & all.',
    'An answer: no. My thinking: rain.',
    'It is <b>bold</b> of you.',
    'if a < b and c > d, then rain',
    'The rain said "hello" and "goodbye".',
    'Okay, see you on the quay!\n\nThe user guide is in the box.',
    '好的，明天见！\n\n粉丝群在这里。',
    'D’accord.\n\nÀ demain sur le quai.',
    'Well, the customer is always wet here.\n\nIt rains.',
  ])('%s', async (content) => {
    expect(await saidFor(content)).toEqual([content])
  })
})

test.each([
  'good<|im_end|>',
  'good</s>',
  'good【4:0†x】',
  'good<empty_content>',
  'good (INSERT_MEMORY_ACTION)',
  '{"bubbles": ["good", "good"]}',
  '{"bubbles": "[\\"good\\"]"}',
  '"good"',
  '“good”',
  'Answer: good',
  '<answer>good</answer>',
])('%s says good alone', async (content) => {
  expect(await saidFor(content)).toEqual(['good'])
})

test.each([
  ['Tom &amp; Jerry\\nand Spike', 'Tom & Jerry\nand Spike'],
  ['Tom&#8217;s &hellip; &#x2019;', 'Tom’s … ’'],
  ['AT&T; R&D;', 'AT&T; R&D;'],
])('entities and escapes are read: %s', async (given, read) => {
  expect(await saidFor(given)).toEqual([read])
})

test('of a content in parts, what was thought is left out', async () => {
  const content = [
    { type: 'thinking', thinking: [{ type: 'text', text: 'Silly.' }] },
    { type: 'reasoning', text: 'Silly.' },
    { type: 'text', text: 'Good.' },
  ]
  mock.answersRaw({ body: JSON.stringify({ choices: [{ message: { content, reasoning_content: 'Silly.' } }] }) })
  expect((await setUp(mock).model.reply(prompt, forAna)).bubbles).toEqual(['Good.'])
})

describe('a reply that did not end by itself', () => {
  test.each(['error', 'network_error', 'insufficient_system_resource', 'something_new'])(
    'with %s is asked for again, and never said',
    async (finish) => {
      mock.writes(/./, 'Whole.')
      mock.writes(/./, 'Half. And th', { finish, times: 1 })
      expect((await setUp(mock).model.reply(prompt, forAna)).bubbles).toEqual(['Whole.'])
    },
  )
  test.each(['length', 'max_tokens', 'model_context_window_exceeded'])(
    'with %s keeps its sentences',
    async (finish) => {
      expect(await saidFor('One. And th', finish)).toEqual(['One.'])
    },
  )
  test.each(['sensitive', 'content_filter'])('with %s is a refusal, asked once', async (finish) => {
    await expect(saidFor('Half', finish)).rejects.toMatchObject({ code: 'model-refusal' })
    expect(mock.requests()).toHaveLength(1)
  })
  test.each(['stop', 'end_turn', 'eos', 'tool_calls', 'function_call'])('with %s is whole', async (finish) => {
    expect(await saidFor('Whole, with no full stop', finish)).toEqual(['Whole, with no full stop'])
  })
  test('with an error beside the choices is asked for again', async () => {
    mock.writes(/./, 'Whole.')
    const choices = [{ message: { content: 'Half. And th' }, finish_reason: 'stop' }]
    mock.answersRaw({ body: JSON.stringify({ choices, error: { message: 'overloaded' } }) })
    expect((await setUp(mock).model.reply(prompt, forAna)).bubbles).toEqual(['Whole.'])
  })
})

test.each([': hello', 'id: 1', 'retry: 100'])('an event stream may begin with "%s"', async (line) => {
  const event = { choices: [{ delta: { content: 'Good.' }, finish_reason: 'stop' }] }
  mock.answersRaw({ body: `${line}\ndata: ${JSON.stringify(event)}\n\ndata: [DONE]\n\n`, type: 'text/event-stream' })
  expect((await setUp(mock).model.reply(prompt, forAna)).bubbles).toEqual(['Good.'])
})

test('a body of JSON is read although a stream was asked for', async () => {
  mock.answersRaw({ status: 400, body: JSON.stringify({ error: { message: 'stream must be true' } }) })
  mock.answersRaw({ body: JSON.stringify({ choices: [{ message: { content: 'Good.' }, finish_reason: 'stop' }] }) })
  const said = await setUp(mock).model.reply(prompt, forAna)
  expect(said).toMatchObject({ bubbles: ['Good.'], flags: ['streamed', 'plain-text'] })
  expect(mock.requests().map(({ streams }) => streams)).toEqual([false, true])
})
