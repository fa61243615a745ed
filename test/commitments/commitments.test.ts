import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commitmentKinds } from '../../src/commitments/commitment.ts'
import { findCommitments } from '../../src/commitments/find-commitments.ts'
import { type Support, unsupported } from '../../src/commitments/support.ts'
import { examplesOf } from '../support/book-examples.ts'
import { committing } from './committing.ts'
import { harmless } from './harmless.ts'
import { oblique } from './oblique.ts'

const nothing: Support = { answers: [], products: [], actions: [], mode: undefined }
const kindsIn = (text: string, lang = 'en') => findCommitments(text, lang).map(({ kind }) => kind)
const valuesIn = (text: string, lang = 'en') => findCommitments(text, lang).map(({ value }) => value)

const phrased = examplesOf('commitments', 'frames', 'yes').map(
  ({ lang, list, text }) => [text, list.split('/')[0] ?? '', lang] as const,
)

describe('what binds the brand', () => {
  it('is a table worth the name: more than 350 sentences that commit, more than 250 that do not, every kind in it', () => {
    expect(committing.length + phrased.length).toBeGreaterThan(350)
    expect(Object.values(harmless).flat().length).toBeGreaterThan(250)
    expect(new Set([...committing, ...phrased].map(([, kind]) => kind))).toEqual(new Set(commitmentKinds))
  })

  it.each([...committing, ...phrased])('%s (%s)', (text, kind, lang) => {
    expect(kindsIn(text, lang)).toContain(kind)
    expect(unsupported(findCommitments(text, lang), nothing)).not.toEqual([])
  })

  it.each(Object.entries(oblique).flatMap(([lang, texts]) => texts.map((text) => [text, lang] as const)))(
    'something in: %s',
    (text, lang) => {
      expect(unsupported(findCommitments(text, lang), nothing)).not.toEqual([])
    },
  )

  it.each(Object.entries(harmless).flatMap(([lang, texts]) => texts.map((text) => [text, lang] as const)))(
    'nothing in: %s',
    (text, lang) => {
      expect(unsupported(findCommitments(text, lang), nothing)).toEqual([])
    },
  )
})

describe('the two answers that made the news', () => {
  it('finds the refund that an airline’s bot invented (Moffatt v. Air Canada, 2024 BCCRT 149)', () => {
    const text =
      'Air Canada offers reduced bereavement fares if you need to travel because of an imminent death or a death in your ' +
      'immediate family. If you need to travel immediately or have already travelled and would like to submit your ticket ' +
      'for a reduced bereavement rate, kindly do so within 90 days of the date your ticket was issued by completing our ' +
      'Ticket Refund Application form.'
    const policy = 'Our bereavement policy does not allow refunds for travel that has already happened.'
    const found = unsupported(findCommitments(text, 'en'), { ...nothing, answers: [policy], mode: 'strict' })
    expect(found.map(({ value }) => value)).toContain('90 day')
  })

  it('finds the car that a dealer’s bot sold for a dollar', () => {
    const text = 'That’s a deal, and that’s a legally binding offer – no takesies backsies.'
    const found = unsupported(findCommitments(text, 'en'), nothing)
    expect(found.map(({ kind }) => kind)).toEqual(['agreement', 'guarantee', 'guarantee'])
    expect(found.map(({ quote }) => quote)).toEqual(['That’s a deal', 'legally binding', 'no takesies backsies'])
  })
})

describe('one form for every language', () => {
  it.each([
    [
      '30 day',
      [
        'Refunds within thirty days.',
        'Refunds within 30 days.',
        '三十天内可以退。',
        'Remboursement sous trente jours.',
        'Erstattung innerhalb von dreißig Tagen.',
        'Devolución en treinta días.',
        '30日以内に返金します。',
      ],
    ],
    [
      '20',
      [
        'You get 20% off.',
        'You get 20 percent off.',
        '给你打八折。',
        '给你打8折。',
        'Une remise de vingt pour cent.',
        '20%オフです。',
      ],
    ],
    [
      '10',
      [
        'Ten per cent of it comes back to you as a credit.',
        '一成会退给你。',
        '百分之十会退给你。',
        'Dix pour cent vous sont remboursés.',
      ],
    ],
    ['USD 1', ['It is yours for $1.', 'It is yours for one dollar.', 'It is yours for 1 USD.', '一美元卖给你。']],
    ['GBP 9.5', ['It is £9.50.', 'It is 9.50 pounds.', '9.5 镑。', 'Elle coûte 9,50 £.']],
    ['EUR 2450', ['It costs €2,450.', 'Elle coûte 2 450 €.', 'Sie kostet 2.450 €.', 'It costs 2450 euros.']],
    ['2 day', ['We reply within 48 hours.', 'We reply within two days.', '两天内回复。', 'Réponse sous 48 heures.']],
    [
      '2-3 working day',
      [
        'Delivery takes two to three working days.',
        'Delivery: 2–3 business days.',
        '两到三个工作日送到。',
        'Livraison en 2 à 3 jours ouvrés.',
        'Lieferung in 2 bis 3 Werktagen.',
      ],
    ],
    [
      '03-26',
      [
        'We open on 26 March.',
        'We open on March 26th.',
        '3月26日开门。',
        'Nous ouvrons le 26 mars.',
        'Wir öffnen am 26. März.',
      ],
    ],
    ['clock 17:00', ['We are open until 5 pm.', 'We are open until 17:00.', '营业到下午五点。', 'Ouvert jusqu’à 17h.']],
  ])('%s', (value, texts) => {
    for (const text of texts) expect([text, ...valuesIn(text)]).toContain(value)
  })

  it('names the words as they stand, and their sentence', () => {
    const [found] = findCommitments('Oh dear! We’ll refund you in full. Sorry again.', 'en')
    expect(found).toMatchObject({
      kind: 'refund',
      quote: 'We’ll refund you',
      sentence: { index: 1, text: 'We’ll refund you in full.' },
    })
  })
})

describe('how it is meant', () => {
  it.each([
    'We do not refund after 30 days.',
    'I can’t promise a refund, a discount or free shipping.',
    'Nobody can guarantee that.',
    '我们不能保证全额退款。',
    '包邮没有，打折不行。',
    'Nous ne pouvons pas vous rembourser.',
    'Wir erstatten das nicht.',
    'No le reembolsamos nada.',
    '返金はできません。',
  ])('denied: %s', (text) => {
    expect(findCommitments(text, 'en')).toEqual([])
  })

  it.each([
    'Would you like a full refund?',
    'So you want 20% off, is that it?',
    '你是想要全额退款吗？',
    'Voulez-vous être remboursé sous 30 jours ?',
    'Möchten Sie Ihr Geld zurück?',
    '¿Quiere que le devolvamos el dinero?',
    '全額返金をご希望ですか？',
  ])('asked: %s', (text) => {
    expect(findCommitments(text, 'en')).toEqual([])
  })

  it('a tag after a promise does not make it a question', () => {
    expect(kindsIn('We’ll refund you in full, okay?')).toContain('refund')
    expect(kindsIn('给你全额退款，好吗？', 'zh')).toContain('refund')
  })

  it('a refusal ends where the next thought begins', () => {
    expect(kindsIn('I can’t promise a date, but you’ll get a full refund.')).toContain('refund')
    expect(kindsIn('No worries, we’ll refund you.')).toContain('refund')
    expect(kindsIn('没问题，给您退款。', 'zh')).toContain('refund')
    expect(kindsIn('Pas de souci, nous vous remboursons.', 'fr')).toContain('refund')
  })

  it('what a fan claims is not our word', () => {
    expect(findCommitments('You were promised a full refund within 60 days; I cannot confirm that.', 'en')).toEqual([])
  })
})

describe('a bare yes', () => {
  it.each([
    ['Sure!', 'Can I have 50% off?', 'discount', '50'],
    ['Deal!', 'A 2024 Tahoe for $1, legally binding, do we have a deal?', 'money', 'USD 1'],
    ['Of course.', 'can i get my money back?', 'refund', undefined],
    ['好的，没问题。', '给我打五折行吗', 'discount', '50'],
    ['可以的。', '三十天内能退款吗？', 'duration', '30 day'],
    ['Bien sûr !', 'Vous me remboursez 50 euros ?', 'money', 'EUR 50'],
    ['Klar.', 'Bekomme ich 20 % Rabatt?', 'discount', '20'],
  ])('%s to “%s” commits to the fan’s terms', (text, heard, kind, value) => {
    const found = findCommitments(text, 'en', heard)
    expect(found.map((one) => [one.kind, one.value])).toContainEqual([kind, value])
  })

  it('is supported by the answer that holds the same terms', () => {
    const found = findCommitments('Yes!', 'en', 'Is delivery free over £30?')
    expect(unsupported(found, { ...nothing, answers: ['Free delivery from £30.'] })).toEqual([])
    expect(unsupported(found, { ...nothing, answers: ['Free delivery from £50.'] })).not.toEqual([])
  })

  it.each([
    ['Sure!', 'Can I bring my dog?'],
    ['Deal!', 'You bring the rain, I bring the kettle?'],
    ['Sure. Which order is it?', 'Can I get a refund?'],
    ['Yes. I can’t promise a refund, though.', 'Can I get a refund?'],
    ['好的！', '今天喝什么好呢，推荐一个？'],
  ])('%s to “%s” binds nobody', (text, heard) => {
    expect(findCommitments(text, 'en', heard)).toEqual([])
  })
})

describe('any text', () => {
  const odd = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.string({
      unit: fc.constantFrom(
        '£',
        '9',
        ' ',
        '.',
        '%',
        '天',
        '三',
        'n’t',
        'we will ',
        'refund ',
        '退',
        'é',
        '\uD83D',
        '\u200B',
        '?',
        '\n',
        'ます',
      ),
    }),
  )

  it('is read without error, alike each time, with quotes that stand in it', () => {
    fc.assert(
      fc.property(odd, fc.constantFrom('en', 'zh', 'fr', 'xx'), (text, lang) => {
        const found = findCommitments(text, lang)
        expect(findCommitments(text, lang)).toEqual(found)
        for (const { quote, sentence } of found) expect(sentence.text).toContain(quote)
        unsupported(found, { ...nothing, answers: [text] })
      }),
      { numRuns: 300 },
    )
  })

  it.each([
    'we will ',
    '30 days ',
    '£9 ',
    'you can ',
    'nous ',
    '天内',
    '我们',
    '9',
    'twenty ',
    '.',
    'I have ',
    'zurück ',
    'not ',
    '一',
    'te ',
  ])('is read to the end however long it repeats: %s', (piece) => {
    expect(() => findCommitments(piece.repeat(20_000 / piece.length), 'en')).not.toThrow()
  })
})
