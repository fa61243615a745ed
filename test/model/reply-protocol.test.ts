/** The reply in whatever came back: fields read one by one, and nothing unusable let through. */
import { describe, expect, test } from 'vitest'
import { parseReply, parseText } from '../../src/model/reply-protocol.ts'

const called = (fields: unknown) => parseReply({ text: '', toolArguments: JSON.stringify(fields) })
const texted = (text: string, finish = 'stop') => parseReply({ text, finish })

describe('a reply from a tool call', () => {
  test('with everything in it', () => {
    const fields = {
      action: { kind: 'handoff', reason: 'complaint', summary: 'Late parcel.' },
      bubbles: [' One. ', ''],
      mood: 'Calm',
      used: ['refund-window'],
      remember: [{ key: 'name', value: 'Ana' }],
    }
    expect(called(fields)).toEqual({
      action: { kind: 'handoff', reason: 'complaint', summary: 'Late parcel.' },
      bubbles: ['One.'],
      mood: 'calm',
      used: ['refund-window'],
      remember: [{ key: 'name', value: 'Ana' }],
      flags: [],
    })
  })

  test('a text where a list belongs is wrapped', () => {
    expect(called({ bubbles: 'Hi', used: 'hours' })).toMatchObject({ bubbles: ['Hi'], used: ['hours'] })
  })

  test('an unknown action is a reply, an unknown reason is not-understood, our own reasons are nobody else’s', () => {
    expect(called({ action: 'dance', bubbles: ['Hi'] }).action).toEqual({ kind: 'reply' })
    expect(called({ action: { kind: 'handoff', reason: 'bored' } }).action).toMatchObject({ reason: 'not-understood' })
    expect(called({ action: { kind: 'handoff', reason: 'model-out' } }).action).toMatchObject({
      reason: 'not-understood',
    })
  })

  test.each([
    [
      { action: 'handoff', reason: 'Asked_For_Person', summary: 's' },
      { kind: 'handoff', reason: 'asked-for-person', summary: 's' },
    ],
    [{ action: { handoff: { reason: 'press', summary: 's' } } }, { kind: 'handoff', reason: 'press', summary: 's' }],
    [{ action: { type: 'react', emoji: '❤' } }, { kind: 'react', emoji: '❤' }],
    [{ action: { react: { emoji: '👍' } } }, { kind: 'react', emoji: '👍' }],
    [{ action: { kind: 'react' }, bubbles: ['Ha!'] }, { kind: 'reply' }],
    [{ action: { kind: 'silent' }, bubbles: [] }, { kind: 'silent' }],
  ])('%j asks for %j', (fields, action) => {
    expect(called(fields).action).toEqual(action)
  })

  test('facts come as a list or a map; what is no fact is left out', () => {
    const facts = [{ key: 'size', value: '42' }]
    expect(called({ bubbles: ['Ok'], remember: { size: 42 } }).remember).toEqual(facts)
    expect(called({ bubbles: ['Ok'], remember: [{ key: 'size', value: 42 }, 'junk', { key: '' }] }).remember).toEqual(
      facts,
    )
    expect(called({ bubbles: ['Ok'], remember: null }).remember).toEqual([])
  })

  test('bubbles may be objects with a text', () => {
    expect(called({ bubbles: [{ text: 'Hi' }, 7, 'there'] }).bubbles).toEqual(['Hi', 'there'])
  })

  test('without words it is empty, unreadable it is malformed', () => {
    expect(() => called({ action: { kind: 'reply' }, bubbles: [] })).toThrow(
      expect.objectContaining({ code: 'model-empty' }),
    )
    expect(() => parseReply({ text: '', toolArguments: '{{{{' })).toThrow(
      expect.objectContaining({ code: 'model-malformed' }),
    )
  })
})

describe('a reply from a text', () => {
  test('JSON in a fence', () => {
    expect(texted('```json\n{"bubbles": ["Hi"]}\n```')).toMatchObject({ bubbles: ['Hi'], flags: [] })
  })
  test('a tool call that the server did not recognise', () => {
    const text = '<tool_call>{"name": "respond", "arguments": {"bubbles": ["Hi"]}}</tool_call>'
    expect(texted(text).bubbles).toEqual(['Hi'])
  })
  test('plain words are one bubble', () => {
    expect(texted(' Just words. ')).toMatchObject({ bubbles: ['Just words.'], flags: ['plain-text'] })
  })
  test('a list of words in prose is prose', () => {
    expect(texted('Sizes are ["S", "M"], pick one.').bubbles).toEqual(['Sizes are ["S", "M"], pick one.'])
  })
  test('thoughts never reach the fan', () => {
    expect(texted('<think>The fan is silly.</think>Hello').bubbles).toEqual(['Hello'])
    expect(texted('The fan is silly.</think>Hello').bubbles).toEqual(['Hello'])
    expect(() => texted('<think>The fan is')).toThrow(expect.objectContaining({ code: 'model-empty' }))
  })
  test('broken JSON is never said', () => {
    for (const text of ['{"bubbles": [oops]}', '```json\n{"bubbles" "x"}\n```', 'Ok: "bubbles": ["x"]']) {
      expect(() => texted(text)).toThrow(expect.objectContaining({ code: 'model-malformed' }))
    }
  })
})

describe('a reply that was cut off', () => {
  test('keeps its complete bubbles', () => {
    expect(texted('{"bubbles": ["One.", "Two.", "Thr', 'length')).toMatchObject({
      bubbles: ['One.', 'Two.'],
      flags: ['cut-rescued'],
    })
  })
  test('keeps its complete sentences', () => {
    expect(texted('One. Two! And th', 'length')).toMatchObject({ bubbles: ['One. Two!'] })
    expect(texted('第一句。第二', 'length')).toMatchObject({ bubbles: ['第一句。'] })
  })
  test('is model-cut without any', () => {
    for (const text of ['', '{"bubbles": ["On', 'And th']) {
      expect(() => texted(text, 'length')).toThrow(expect.objectContaining({ code: 'model-cut' }))
    }
  })
})

test('a refusal is told apart, whether said or filtered', () => {
  for (const completion of [
    { text: '', refusal: 'I cannot' },
    { text: 'Half', finish: 'content_filter' },
  ]) {
    expect(() => parseReply(completion)).toThrow(expect.objectContaining({ code: 'model-refusal' }))
    expect(() => parseText(completion)).toThrow(expect.objectContaining({ code: 'model-refusal' }))
  }
})

test('a plain text loses its fence and its thoughts', () => {
  expect(parseText({ text: '<think>hm</think>```\nHello\n```' })).toBe('Hello')
  expect(() => parseText({ text: '  ' })).toThrow(expect.objectContaining({ code: 'model-empty' }))
})

describe('what the messages are', () => {
  const read = (fields: object) => {
    const { kind, heat, action } = called({ action: { kind: 'reply' }, bubbles: ['Hi'], ...fields })
    return { kind, heat, action: action.kind }
  }

  test.each([
    [{ kind: 'complaint', heat: 0.8 }, 'complaint', 0.8],
    [{ kind: ' Order_Trouble ', heat: '0.4' }, 'order-trouble', 0.4],
    [{ kind: 'crisis', heat: 1 }, 'crisis', 1],
    [{ kind: 'grumble', heat: 8 }, undefined, undefined],
    [{ kind: ['legal'], heat: 'high' }, undefined, undefined],
    [{ kind: null, heat: null }, undefined, undefined],
    [{ heat: '' }, undefined, undefined],
    [{ heat: -0.1 }, undefined, undefined],
    [{}, undefined, undefined],
  ])('%j', (fields, kind, heat) => {
    expect(read(fields)).toEqual({ kind, heat, action: 'reply' })
  })

  test('is not taken for what to do', () => {
    expect(called({ kind: 'spam', bubbles: ['Hi'] })).toMatchObject({ action: { kind: 'reply' }, kind: 'spam' })
  })
})
