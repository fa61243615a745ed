/** What models write when they mean JSON. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readLenient } from '../../src/model/lenient-json.ts'

const any = (value: unknown) => typeof value === 'object' && value !== null
const read = (text: string) => readLenient(text, any)?.value

describe('reading what a model meant as JSON', () => {
  test.each([
    ['plain', '{"a": 1}', { a: 1 }],
    ['in a fence', 'Sure:\n```json\n{"a": [1, 2]}\n```\nDone.', { a: [1, 2] }],
    ['in prose', 'Here you go {"a": "b"} hope it helps', { a: 'b' }],
    ['after braces that are no JSON', 'Dear {name}, {"a": true}', { a: true }],
    ['with trailing commas', '{"a": [1, 2,], "b": {"c": null,},}', { a: [1, 2], b: { c: null } }],
    ['with single quotes', "{'a': 'it's fine', 'b': ['x']}", { a: "it's fine", b: ['x'] }],
    ['with bare keys and Python words', '{a: True, b: None, c: -1.5e2}', { a: true, b: null, c: -150 }],
    ['with line breaks in a string', '{"a": "one\ntwo"}', { a: 'one\ntwo' }],
    ['with unescaped quotes in a string', '{"a": "say "hi" to Pip"}', { a: 'say "hi" to Pip' }],
    ['with escapes', String.raw`{'a': "\u00e9\n\"q\" \/"}`, { a: 'é\n"q" /' }],
    ['encoded twice', JSON.stringify('{"a": 1}'), { a: 1 }],
  ])('%s', (_, text, value) => {
    expect(read(text)).toEqual(value)
  })

  test('of a text that was cut, what was complete', () => {
    const text = '{"action": {"kind": "reply"}, "bubbles": ["One.", "Two.", "Thr'
    expect(readLenient(text, any)).toEqual({
      value: { action: { kind: 'reply' }, bubbles: ['One.', 'Two.'] },
      isComplete: false,
    })
  })

  test('nothing where there is none', () => {
    for (const text of ['', 'Hello!', '{ not json at all', 'a } b { c', ':-{ ok }']) {
      expect(readLenient(text, (value) => any(value) && 'a' in Object(value))).toBeUndefined()
    }
  })

  test('a key named like an object’s innards stays a key', () => {
    expect(Object.getPrototypeOf(read("{'__proto__': {'polluted': 1}}"))).toBe(Object.prototype)
    expect(Object('x').polluted).toBeUndefined()
  })

  test('any JSON, also cut anywhere, is read without throwing', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(), (value, at) => {
        const text = JSON.stringify({ held: value })
        expect(read(text)).toEqual(JSON.parse(text))
        readLenient(text.slice(0, at % (text.length + 1)), any)
      }),
    )
  })

  test('deep and hostile nesting ends quickly', () => {
    expect(read('{"a":'.repeat(100_000))).toBeUndefined()
    expect(read('{'.repeat(100_000))).toBeUndefined()
  })
})
