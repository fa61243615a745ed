import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { changedFacts } from '../../src/commitments/changed-facts.ts'
import { cite } from '../../src/commitments/cite.ts'
import { findCommitments } from '../../src/commitments/find-commitments.ts'
import { answerTexts, productTexts, type Support, unsupported } from '../../src/commitments/support.ts'
import { topicOf } from '../../src/commitments/topic.ts'
import { loadPersona } from '../../src/persona/load/load.ts'
import type { Persona } from '../../src/persona/persona.ts'

const nothing: Support = { answers: [], products: [], actions: [], mode: undefined }
const open = (text: string, support: Partial<Support>) =>
  unsupported(findCommitments(text, 'en'), { ...nothing, ...support }).map(({ quote }) => quote)

const returns = ['Thirty days from delivery, opened or not. The refund goes to your original payment method.']
const delivery = ['£3.50 in the UK, free delivery from £30. Two to three working days. No next-day option.']

describe('a cited approved answer', () => {
  it.each([
    'You can return it within 30 days of delivery, and the refund goes back the way it came.',
    '签收起三十天内都能退。',
    'Vous pouvez la renvoyer sous trente jours.',
    'Sie können es innerhalb von 30 Tagen zurückgeben.',
    '30日以内なら返品できます。',
  ])('stands behind its facts in any language: %s', (text) => {
    expect(open(text, { answers: returns })).toEqual([])
    expect(open(text, {})).not.toEqual([])
  })

  it('stands behind nothing else: another figure, another subject', () => {
    expect(open('You can return it within 60 days.', { answers: returns })).toEqual(['60 days'])
    expect(open('You can return it within 30 days, and we’ll give you 20% off.', { answers: returns })).toContain(
      '20% off',
    )
    expect(open('Delivery is free from £20.', { answers: delivery })).toEqual(['£20'])
    expect(open('我们三天送到，包邮。', { answers: returns, mode: 'strict' })).toContain('包邮')
  })

  it('does not stand behind what it denies', () => {
    const policy = ['We do not offer free repairs. Returns are not free.']
    expect(
      open('Repairs are free of charge.', { answers: ['We never repair anything for money or without.'] }),
    ).not.toEqual([])
    expect(open('You get free returns.', { answers: policy })).not.toEqual([])
  })

  it('stands behind the outer end of a range, never the inner one', () => {
    expect(open('It takes three working days at most.', { answers: delivery })).toEqual([])
    expect(open('It takes two working days at most.', { answers: delivery })).toEqual(['two working days'])
  })

  it('free of nickel is not free of latex', () => {
    expect(
      open('It contains no latex.', { answers: ['The strap contains no latex; the buckle contains nickel.'] }),
    ).toEqual([])
    expect(
      open('It contains no nickel.', { answers: ['The strap contains no latex; the buckle contains nickel.'] }),
    ).not.toEqual([])
  })
})

describe('the persona’s own prices', () => {
  const products = productTexts([
    { name: { en: 'Fogbell', zh: '雾钟' }, price: '£9 for 250 g', url: 'https://tidewater.example/beans/fogbell' },
    { name: { en: 'First Ferry', zh: '头班船' }, price: '£12 for 250 g' },
  ])

  it('may be named, in any language, for the product they belong to', () => {
    expect(open('Fogbell is £9, First Ferry £12.', { products })).toEqual([])
    expect(open('雾钟 9 镑。', { products })).toEqual([])
  })

  it('may not be named for another product, or lowered', () => {
    expect(open('Fogbell is £12.', { products })).toEqual(['£12'])
    expect(open('Fogbell is yours for £8.', { products })).toContain('£8')
  })
})

describe('actions on record', () => {
  it('make true what is said of them', () => {
    expect(open('I’ve called a colleague, they’ll get back to you.', { actions: ['handoff-opened'] })).toEqual([])
    expect(open('I’ve called a colleague, they’ll get back to you.', {})).not.toEqual([])
    expect(open('我已经转给同事了，稍后联系你。', { actions: ['handoff-opened'] })).toEqual([])
    expect(open('J’ai prévenu une collègue.', { actions: ['handoff-opened'] })).toEqual([])
  })

  it('make nothing else true: no time, no cancellation', () => {
    expect(open('I’ve called a colleague, they’ll get back to you tomorrow.', { actions: ['handoff-opened'] })).toEqual(
      ['tomorrow'],
    )
    expect(open('I’ve cancelled your order.', { actions: ['handoff-opened'] })).toEqual(['I’ve cancelled'])
    expect(open('I’ve cancelled your order.', { actions: ['order-cancelled'] })).toEqual([])
  })
})

describe('the mode of a topic', () => {
  it('free: figures that only describe may be said, promises not', () => {
    expect(open('It is ready to drink within two days.', { mode: 'free' })).toEqual([])
    expect(open('It is ready to drink within two days.', { mode: 'guided' })).toEqual(['two days'])
    expect(open('You get a refund within two days.', { mode: 'free' })).not.toEqual([])
    expect(open('That one costs £5.', { mode: 'free' })).toEqual(['£5'])
  })
})

describe('changed facts', () => {
  it.each([
    ['You have 60 days to send it back.', returns, '60 days'],
    ['你有六十天。', returns, '六十天'],
    ['Postage is £3.', delivery, '£3'],
    ['Vous avez soixante jours.', returns, 'soixante jours'],
    ['Closed on 27 March.', ['Closed Good Friday, 26 March.'], '27 March'],
    ['It is a bag of 500 g.', ['Every bag holds 250 g.'], '500 g'],
    ['Ten stamps and the next one is free.', ['Nine stamps, tenth drink’s on the house.'], 'Ten'],
    ['Returns are free.', ['We do not offer free returns.'], 'Returns are free'],
  ])('%s', (draft, answers, said) => {
    expect(changedFacts(draft, answers.join('\n')).map((fact) => fact.said)).toContain(said)
  })

  it('are none when the draft says the same in other words', () => {
    expect(changedFacts('You’ve got 30 days. Money back the way it came.', returns.join('\n'))).toEqual([])
    expect(changedFacts('运费 3.5 镑，满三十镑包邮。', delivery.join('\n'))).toEqual([])
  })

  it('name what is approved, so that it can be put right', () => {
    expect(changedFacts('You have 60 days.', returns.join('\n'))).toMatchObject([
      { said: '60 days', value: '60 day', approved: ['30 day'], sentence: { index: 0 } },
    ])
  })
})

describe.each(['coffee', 'electronics', 'leather'])('the %s persona', (folder) => {
  let persona: Persona
  beforeAll(async () => {
    persona = await loadPersona(new URL(`../../personas/${folder}`, import.meta.url).pathname)
  })

  it('has no approved answer that does not stand behind itself, word for word', () => {
    const products = productTexts(persona.brand.products)
    const wrong = persona.answers.flatMap((answer) =>
      Object.entries(answer.answer).flatMap(([lang, texts]) =>
        texts.flatMap((text) => {
          const found = unsupported(findCommitments(text, lang), {
            ...nothing,
            answers: answerTexts(answer),
            products,
            mode: 'strict',
          })
          return found.map(({ quote }) => `${answer.id} ${lang}: ${quote}`)
        }),
      ),
    )
    expect(wrong).toEqual([])
  })

  it('has no approved answer that changes its own facts', () => {
    for (const answer of persona.answers) {
      const all = answerTexts(answer).join('\n')
      for (const text of Object.values(answer.answer).flat())
        expect([answer.id, changedFacts(text, all)]).toEqual([answer.id, []])
    }
  })

  it('has every approved answer recognised in its own words', () => {
    const wrong = persona.answers.flatMap((answer) =>
      Object.values(answer.answer)
        .flat()
        .filter((text) => cite(text, persona.answers)[0]?.id !== answer.id)
        .map((text) => `${answer.id}: ${text}`),
    )
    expect(wrong).toEqual([])
  })
})

describe('which answers a draft leans on', () => {
  const answers = [
    { id: 'returns', answer: { en: returns } },
    { id: 'delivery', answer: { en: delivery } },
    { id: 'dogs', answer: { en: ['Dogs yes, on a lead, bowl by the door.'] } },
  ]

  it.each([
    ['You’ve thirty days from delivery; the refund goes to the original payment method.', 'returns'],
    ['三十天内可以退款。', 'returns'],
    ['Free delivery from £30, else £3.50.', 'delivery'],
    ['Dogs are fine on a lead, there is a bowl by the door.', 'dogs'],
  ])('%s → %s', (text, id) => {
    const [best] = cite(text, answers)
    expect(best?.id).toBe(id)
    expect(best?.strength).toBeGreaterThan(0.3)
    expect(best?.strength).toBeLessThanOrEqual(1)
  })

  it('chat leans on none', () => {
    expect(cite('Morning! First cup has not landed yet, has it?', answers)).toEqual([])
    expect(cite('', answers)).toEqual([])
  })
})

describe('the topic a text touches', () => {
  const persona = {
    commitments: {
      brewing: { mode: 'free', words: ['brew', 'recipe', '手冲'] },
      delivery: { mode: 'guided', words: ['delivery', '快递'] },
      refund: { mode: 'strict', words: ['refund', 'money back', '退款', 'remboursement'] },
    },
  } as const

  it.each([
    ['About your refund: the desk knows.', 'refund', 'strict'],
    ['We’ll pay you back.', 'refund', 'strict'],
    ['钱会原路退回。', 'refund', 'strict'],
    ['Your parcel arrives tomorrow.', 'delivery', 'guided'],
    ['Brew it a bit longer.', 'brewing', 'free'],
    ['Brew it a bit longer, or ask for your money back.', 'refund', 'strict'],
  ])('%s → %s', (text, topic, mode) => {
    expect(topicOf(text, persona)).toEqual({ topic, mode })
  })

  it('a word inside another is no topic, nor is chat', () => {
    expect(topicOf('The brewery next door is loud.', persona)).toBeUndefined()
    expect(topicOf('Morning!', persona)).toBeUndefined()
  })
})

it('whatever the texts, nothing throws', () => {
  const odd = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.string({ unit: fc.constantFrom('£9 ', '30 days ', 'refund ', 'not ', '三十天', '退', ' ', 'A', '\n', '.') }),
  )
  fc.assert(
    fc.property(odd, odd, (draft, answer) => {
      changedFacts(draft, answer)
      for (const { strength } of cite(draft, [{ id: 'a', answer: { en: [answer] } }]))
        expect(strength).toBeLessThanOrEqual(1)
      topicOf(draft, { commitments: { a: { mode: 'strict', words: [answer] } } })
      unsupported(findCommitments(draft, 'en'), { answers: [answer], products: [answer], actions: [], mode: 'strict' })
      // What an answer says of itself is always supported by it, figures at least.
      expect(changedFacts(answer, answer)).toEqual([])
    }),
    { numRuns: 200 },
  )
})
