import { describe, expect, it } from 'vitest'
import { createKnowledge } from '../../src/knowledge/create-knowledge.ts'
import { readPassages } from '../../src/knowledge/passages.ts'
import { answer, bikes } from './brands.ts'

describe('the passages of a message', () => {
  it('leave greetings and thanks out of what is asked, in any language', () => {
    expect(readPassages('Hi there, quick question: do you ship to Spain? Thanks so much!').bare).toBe(
      'do you ship to spain',
    )
    expect(readPassages('bonjour, je voudrais savoir si vous livrez en Suisse, merci d’avance').bare).toBe(
      'si vous livrez en suisse',
    )
    expect(readPassages('你好，请问一下几点关门？谢谢').bare).toBe('几点关门')
  })

  it('are none where nothing but a greeting was said', () => {
    expect(readPassages('hello there, thanks')).toEqual({ bare: '', parts: [] })
  })

  it('are not cut in a short clause, however many commas it has', () => {
    expect(readPassages('do ducks eat meat, vegetables, or both').parts).toEqual([])
  })

  it('are sentences, and the clauses of a long one that stand beside each other', () => {
    const { parts } = readPassages(
      'We moved house. i bought the kettle last month and my sister loves it but now there is white stuff inside it',
    )
    expect(parts).toContain('we moved house')
    expect(parts).toContain('but now there is white stuff inside it')
  })

  it('do not take a figure for the end of a sentence', () => {
    expect(readPassages('is the bed 6.5 feet').bare).toBe('is the bed 6 5 feet')
  })

  it('stay few, however long the message', () => {
    expect(readPassages('one more line here. '.repeat(5_000)).parts.length).toBeLessThan(13)
  })
})

describe('a question among other words', async () => {
  const knowledge = await createKnowledge([
    ...bikes,
    answer('hours', [
      'when do you open',
      'opening hours',
      'what time do you close',
      'are you open on sunday',
      '几点开门',
    ]),
  ])
  const found = (text: string) => {
    const { outcome, hits } = knowledge.search({ text })
    return outcome === 'answer' ? hits[0]?.answer.id : outcome
  }

  it('is still a phrasing word for word between courtesies', () => {
    expect(knowledge.search({ text: 'Good morning! When do you open? Many thanks' }).hits[0]?.score).toBe(0.99)
    expect(found('你好 请问几点开门 谢谢')).toBe('hours')
  })

  it('is found behind a story', () => {
    const story =
      'So my sister and her whole family come over from Norway next week and we thought of a ride along the coast'
    expect(found(`${story}. what time do you close? She has never been here before`)).toBe('hours')
  })

  it('is not made up from a story without one', () => {
    expect(found('My sister came over from Norway. We rode along the coast, and it rained, but nobody minded')).toBe(
      'unknown',
    )
  })
})
