/** The answers index with vectors: found by meaning, and without them as if they had never been. */
import { describe, expect, it } from 'vitest'
import { createKnowledge, type Knowledge } from '../../src/knowledge/create-knowledge.ts'
import { vectorOf } from '../support/mock-embeddings.ts'
import { answer, bikes } from './brands.ts'

const dogs = answer('dogs', [
  'Is my dog allowed in the shop?',
  'dog friendly?',
  'may dogs come in',
  'can I bring my dog',
  'dog allowed',
])
const brand = [...bikes, dogs]
const meaning = (text: string, dimension = 48) => Float32Array.from(vectorOf(text, dimension))
const vectors = new Map(brand.flatMap(({ asks }) => asks.map((text) => [text, meaning(text)] as const)))
const texts = ['my money back', 'openning hours', 'who won the match', 'how long', 'test ride', 'dog', 'thanks']
const found = (knowledge: Knowledge, more: { vector?: Float32Array } = {}) =>
  texts.map((text) => {
    const { outcome, hits } = knowledge.search({ text, ...more })
    return [outcome, ...hits.map((hit) => [hit.answer.id, hit.score, hit.phrasing])]
  })

describe('with the vectors of its phrasings', () => {
  it('finds what shares no word with any phrasing', async () => {
    const knowledge = await createKnowledge(brand, { vectors })
    const text = 'mutt permitted'
    expect(knowledge.search({ text }).outcome).toBe('unknown')
    const { outcome, hits } = knowledge.search({ text, vector: meaning(text) })
    expect([outcome, hits[0]?.answer.id]).toEqual(['answer', 'dogs'])
    expect(hits[0]?.phrasing).toMatch(/dog/i)
  })

  it('still says that nothing is known where neither word nor meaning fits', async () => {
    const knowledge = await createKnowledge(brand, { vectors })
    for (const text of ['who won the match', 'write a poem about autumn', 'tell me about volcanoes', '🎉🎉'])
      expect([text, knowledge.search({ text, vector: meaning(text) }).outcome]).toEqual([text, 'unknown'])
  })

  it('still finds what it finds by words', async () => {
    const knowledge = await createKnowledge(brand, { vectors })
    for (const [text, id] of [
      ['could I get my money back for this helmet', 'refund'],
      ['how much is shiping', 'delivery'],
      ['how long does the reapir take', 'repair-time'],
    ] as const)
      expect([text, knowledge.search({ text, vector: meaning(text) }).hits[0]?.answer.id]).toEqual([text, id])
  })
})

describe('without the vector of a question', () => {
  it('ranks to the last digit as if there were none at all', async () => {
    const plain = found(await createKnowledge(brand))
    const knowledge = await createKnowledge(brand, { vectors })
    expect(found(knowledge)).toEqual(plain)
    expect(found(knowledge, { vector: meaning('dog', 32) })).toEqual(plain)
  })

  it('and a question’s vector is left aside where the phrasings have none, or not all, or not alike', async () => {
    const plain = found(await createKnowledge(brand))
    const vector = meaning('dog')
    const missing = new Map([...vectors].slice(1))
    const uneven = new Map([...missing, [bikes[0]?.asks[0] ?? '', meaning('x', 32)]])
    for (const given of [undefined, new Map(), missing, uneven]) {
      const knowledge = await createKnowledge(brand, given ? { vectors: given } : {})
      expect(found(knowledge, { vector })).toEqual(plain)
    }
  })
})

it('what is learned with vectors is kept apart from what is learned without', async () => {
  const kept = new Map<string, string>()
  const cache = {
    get: async (key: string) => kept.get(key),
    set: async (key: string, value: string) => kept.set(key, value),
  }
  const vector = meaning('mutt permitted')
  const first = found(await createKnowledge(brand, { cache, vectors }), { vector })
  await createKnowledge(brand, { cache })
  expect(kept.size).toBe(2)
  expect(found(await createKnowledge(brand, { cache, vectors }), { vector })).toEqual(first)
})
