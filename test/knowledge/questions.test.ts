import { describe, expect, it } from 'vitest'
import { createKnowledge } from '../../src/knowledge/create-knowledge.ts'
import { guessesAmong } from '../../src/knowledge/decide.ts'
import { answeredOf } from '../../src/knowledge/questions.ts'
import { bikes, tea } from './brands.ts'

describe('a message that puts two questions', () => {
  it.each([
    'When do you open? Can I rent a bike?',
    'are you open on sunday and do you rent e-bikes',
    'Opening hours?\nbike hire prices',
  ])('finds an answer for each, in their order: %j', async (text) => {
    const { outcome, questions = [] } = (await createKnowledge(bikes)).search({ text })
    expect(outcome).toBe('answer')
    expect(answeredOf(questions).map(({ answer }) => answer.id)).toEqual(['opening', 'rental'])
  })

  it('finds them in a script without spaces', async () => {
    const knowledge = await createKnowledge(tea)
    const { questions = [] } = knowledge.search({ text: '可以退货吗？运费多少钱' })
    expect(answeredOf(questions).map(({ answer }) => answer.id)).toEqual(['returns', 'shipping'])
  })

  it.each([['运费多少钱，可以退货吗'], ['運費多少錢，可以退貨嗎']])('finds them behind a comma: %s', async (text) => {
    const { questions = [] } = (await createKnowledge(tea)).search({ text, lang: 'zh' })
    expect(answeredOf(questions).map(({ answer }) => answer.id)).toEqual(['shipping', 'returns'])
  })

  it('may be two words, where nothing else can be meant by either', async () => {
    const { questions = [] } = (await createKnowledge(bikes)).search({ text: 'refund and delivery?' })
    expect(answeredOf(questions).map(({ answer }) => answer.id)).toEqual(['refund', 'delivery'])
  })

  it('is one where only one clause asks', async () => {
    const { questions } = (await createKnowledge(bikes)).search({ text: 'I rode a test ride, when do you open' })
    expect(questions).toBeUndefined()
  })

  it('tells which of them it is not sure of', async () => {
    const { questions = [] } = (await createKnowledge(bikes)).search({
      text: 'When do you open? Who painted the ceiling of your chapel?',
    })
    expect(questions.map(({ isSure }) => isSure)).toEqual([true, false])
  })

  it('is one question where the halves mean the same answer, or say nothing by themselves', async () => {
    const knowledge = await createKnowledge(bikes)
    for (const text of ['can I get a refund and my money back', 'do you ship lamps and helmets'])
      expect([text, answeredOf(knowledge.search({ text }).questions ?? []).length]).toEqual([text, 0])
  })
})

describe('what was faintly meant', () => {
  const [first, second, third] = bikes
  const hits = (...scores: readonly number[]) =>
    [first, second, third].flatMap((found, at) =>
      found ? [{ answer: found, score: scores[at] ?? 0, phrasing: found.asks[0] ?? '', likeness: 1, covered: 1 }] : [],
    )
  const balanced = { caution: 'balanced', topics: {} } as const

  it('is guessed with what comes near it, from some likelihood on', () => {
    expect(guessesAmong(hits(0.35, 0.2, 0.05), balanced).map(({ score }) => score)).toEqual([0.35, 0.2])
    expect(guessesAmong(hits(0.2, 0.06, 0.05), balanced)).toEqual([])
    expect(guessesAmong(hits(0.25, 0.2, 0.13), balanced)).toHaveLength(3)
    expect(guessesAmong(hits(0.35, 0.2), { ...balanced, caution: 'careful' })).toEqual([])
    expect(guessesAmong([], balanced)).toEqual([])
  })

  it('stands beside what is unknown, and never beside an answer', async () => {
    const knowledge = await createKnowledge(bikes)
    expect(knowledge.search({ text: 'opening hours' }).guesses).toBeUndefined()
    expect(knowledge.search({ text: 'zebra' })).toMatchObject({ outcome: 'unknown' })
    expect(knowledge.search({ text: 'zebra' }).guesses).toBeUndefined()
  })
})
