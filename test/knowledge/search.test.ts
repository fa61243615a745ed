import { describe, expect, it } from 'vitest'
import { createKnowledge } from '../../src/knowledge/create-knowledge.ts'
import { abroad, answer, bikes, tea } from './brands.ts'

describe('a message that is a phrasing', () => {
  it('is answered whatever its case, accents, width and punctuation', async () => {
    const knowledge = await createKnowledge(bikes, { caution: 'careful' })
    for (const text of [
      'opening hours',
      'OPENING HOURS!!',
      ' Opening  hours ? ',
      'ｏｐｅｎｉｎｇ hours',
      'ópening hours',
    ]) {
      const { outcome, hits } = knowledge.search({ text })
      expect([text, outcome, hits[0]?.answer.id]).toEqual([text, 'answer', 'opening'])
      expect(hits[0]?.score).toBeGreaterThan(0.9)
    }
  })

  it('is answered even where the answer has no other phrasing', async () => {
    const knowledge = await createKnowledge([answer('hi', ['👋']), answer('gift', ['do you sell vouchers'])])
    const { outcome, hits } = knowledge.search({ text: '👋' })
    expect([outcome, hits[0]?.answer.id]).toEqual(['answer', 'hi'])
    expect(knowledge.search({ text: 'Do you sell vouchers?' })).toMatchObject({ outcome: 'answer' })
  })
})

describe('a message in other words', () => {
  it('finds the answer, best first, with its closest phrasing', async () => {
    const knowledge = await createKnowledge(bikes)
    const { outcome, hits } = knowledge.search({ text: 'could I get my money back for this helmet' })
    expect(outcome).toBe('answer')
    expect(hits[0]).toMatchObject({ answer: { id: 'refund' }, phrasing: 'I want my money back' })
    expect(hits.map((hit) => hit.score)).toEqual(hits.map((hit) => hit.score).toSorted((a, b) => b - a))
    expect(hits.length).toBeLessThanOrEqual(5)
  })

  it('is understood with spelling mistakes', async () => {
    const knowledge = await createKnowledge(bikes)
    for (const [text, id] of [
      ['refnd for my order', 'refund'],
      ['how much is shiping', 'delivery'],
      ['openning hours sunday', 'opening'],
      ['how long does the reapir take', 'repair-time'],
    ] as const) {
      expect([text, knowledge.search({ text }).hits[0]?.answer.id]).toEqual([text, id])
    }
  })

  it('is found by the words of the answer itself when the phrasings lack them', async () => {
    const told = bikes.map((each) =>
      each.id === 'rental' ? { ...each, answer: { en: ['Tandems and cargo trailers are there too.'] } } : each,
    )
    const knowledge = await createKnowledge(told)
    expect(knowledge.search({ text: 'tandem' }).hits[0]?.answer.id).toBe('rental')
  })

  it('is unknown when no answer fits', async () => {
    const knowledge = await createKnowledge(bikes)
    for (const text of [
      'who won the football match',
      'my cat is asleep on the sofa',
      'write a poem about autumn',
      '🎉🎉',
    ])
      expect([text, knowledge.search({ text }).outcome]).toEqual([text, 'unknown'])
  })

  it('is nothing where a brand with one answer shares no more with it than words of grammar', async () => {
    const asks = [
      ...['what time do you open', 'opening hours', 'are you open on sunday', 'how late are you open'],
      ...['a qué hora abrís', 'horario de apertura', 'cuándo cerráis hoy', 'hasta qué hora están abiertos'],
      ...['wann macht ihr auf', 'Öffnungszeiten', 'habt ihr sonntags offen', 'wie lange habt ihr auf'],
    ]
    const knowledge = await createKnowledge([answer('hours', asks)], { languages: ['en', 'es', 'de'] })
    const beside = [
      'do you have a teapot',
      'do you sell coffee?',
      'are you a vegetarian',
      'tetera de hierro',
      'mesa de centro',
      'haben Sie Kaffee?',
    ]
    for (const text of beside) expect([text, knowledge.search({ text }).outcome]).toEqual([text, 'unknown'])
    for (const text of ['open sundays?', 'hora de apertura', 'opning hours', 'Ladenöffnungszeiten'])
      expect([text, knowledge.search({ text }).outcome]).toEqual([text, 'answer'])
  })

  it('is not answered, but clarified, from an answer with fewer than three phrasings', async () => {
    const knowledge = await createKnowledge([
      ...bikes,
      answer('voucher', ['do you sell gift vouchers', 'gift voucher']),
    ])
    const findings = knowledge.search({ text: 'can i buy a gift voucher' })
    expect(findings).toMatchObject({ outcome: 'clarify', doubt: 'few-phrasings' })
    expect(findings.hits[0]?.answer.id).toBe('voucher')
  })

  it('is clarified when two answers are equally close', async () => {
    const findings = (await createKnowledge(bikes)).search({ text: 'does it take long' })
    expect(findings).toMatchObject({ outcome: 'clarify', doubt: 'close-answers' })
    expect(
      findings.hits
        .slice(0, 2)
        .map((hit) => hit.answer.id)
        .toSorted(),
    ).toEqual(['delivery', 'repair-time'])
  })
})

describe('caution', () => {
  const vague = [
    'days',
    'how long',
    'for two days',
    'tyre',
    'city bike',
    'does it take long',
    'and how long does it take',
  ]

  it('answers more when bold and less when careful', async () => {
    const answered = async (caution: 'bold' | 'balanced' | 'careful') => {
      const knowledge = await createKnowledge(bikes, { caution })
      return vague.filter((text) => knowledge.search({ text }).outcome === 'answer').length
    }
    const [bold, balanced, careful] = [await answered('bold'), await answered('balanced'), await answered('careful')]
    expect(bold).toBeGreaterThan(balanced)
    expect(balanced).toBeGreaterThan(careful)
  })

  it('can be another for a topic', async () => {
    const timed = bikes.map((each) => ({ ...each, topic: 'time' }))
    const guarded = await createKnowledge(timed, { caution: 'bold', topics: { time: 'careful' } })
    const open = await createKnowledge(timed, { caution: 'bold', topics: { money: 'careful' } })
    expect(open.search({ text: 'how long' }).outcome).toBe('answer')
    expect(guarded.search({ text: 'how long' }).outcome).not.toBe('answer')
  })
})

describe('a follow-up', () => {
  it('is read together with the question before it', async () => {
    const knowledge = await createKnowledge(bikes)
    expect(knowledge.search({ text: 'and for a week?' }).outcome).toBe('unknown')
    const { outcome, hits } = knowledge.search({ text: 'and for a week?', previous: 'what does a rental cost' })
    expect([outcome, hits[0]?.answer.id]).toEqual(['answer', 'rental'])
  })

  it('never has the last answer repeated for a new message that says nothing of it', async () => {
    const knowledge = await createKnowledge(bikes)
    const asked = { previous: 'can I get a refund', lastAnswerId: 'refund' }
    for (const text of ['thanks', 'lol', 'and my cat?', '👍'])
      expect([text, knowledge.search({ text, ...asked }).outcome]).toEqual([text, 'unknown'])
  })
})

describe('languages', () => {
  it('are told apart within one answer: phrasings in English and Chinese', async () => {
    const knowledge = await createKnowledge(tea)
    for (const [text, id] of [
      ['退货', 'returns'],
      ['请问运费是多少', 'shipping'],
      ['几点开门呀', 'shop'],
      ['绿茶用多少度的水', 'brewing'],
      ['can i send this tea back', 'returns'],
      ['what temperature should the water be', 'brewing'],
    ] as const) {
      expect([text, knowledge.search({ text }).hits[0]?.answer.id]).toEqual([text, id])
    }
  })

  it.each(abroad.map((each) => [each.lang, each] as const))(
    '%s: fans find their answer',
    async (_, { answers, fans, foreign }) => {
      const knowledge = await createKnowledge(answers)
      for (const [text, id] of fans) expect([text, knowledge.search({ text }).hits[0]?.answer.id]).toEqual([text, id])
      expect(knowledge.search({ text: foreign }).outcome).toBe('unknown')
    },
  )
})

describe('a brand', () => {
  it('may have no answers yet, or one', async () => {
    expect((await createKnowledge([])).search({ text: 'hello' })).toEqual({ outcome: 'unknown', hits: [] })
    const one = await createKnowledge([answer('only', ['where are you', 'address', 'how do I get to you'])])
    expect(one.search({ text: 'address' })).toMatchObject({ outcome: 'answer' })
    expect(one.search({ text: 'tell me the capital of Peru' }).outcome).toBe('unknown')
  })

  it('may repeat itself, within an answer and between two', async () => {
    const knowledge = await createKnowledge([
      answer('a', ['same words', 'same words', 'Same words!']),
      answer('b', ['same words', 'other ones', 'a third']),
    ])
    expect(knowledge.search({ text: 'same words' })).toMatchObject({ outcome: 'answer' })
  })

  it('may have answers without any phrasing; their own words are all there is', async () => {
    const knowledge = await createKnowledge([...bikes, answer('silent', [], { title: { en: 'Tubeless sealant' } })])
    expect(knowledge.search({ text: 'opening hours' }).outcome).toBe('answer')
  })
})

describe('slips of the pen', () => {
  it('are put right, but never a word that everybody uses', async () => {
    const knowledge = await createKnowledge(
      [
        answer('trade-in', ['Nehmt ihr mein altes Rad in Zahlung?', 'altes Rad verkaufen', 'altes Fahrrad abgeben'], {
          answer: { de: ['Ja.'] },
        }),
        answer('opening', ['Wann habt ihr offen?', 'Öffnungszeiten', 'bis wann ist offen'], {
          answer: { de: ['Neun.'] },
        }),
      ],
      { languages: ['de'] },
    )
    expect(knowledge.search({ text: 'altse Rad verkaufen' }).hits[0]?.answer.id).toBe('trade-in')
    expect(knowledge.search({ text: 'alles klar' }).outcome).toBe('unknown')
  })
})
