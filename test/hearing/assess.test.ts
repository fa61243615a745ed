/** The softer kinds, temper, and what must hold of any text. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Assessment, assess } from '../../src/hearing/assess.ts'

const read = (text: string, earlier: readonly string[] = []) => assess({ text, lang: 'en', earlier })

const kinds: readonly (readonly [Assessment['kind'], string])[] = [
  ['question', 'when do you close on saturday'],
  ['question', 'wats the prise of the big bag'],
  ['question', 'do u have this in green'],
  ['question', '周日开门吗'],
  ['question', '这个包多少钱啊'],
  ['question', 'est-ce que vous livrez en Suisse ?'],
  ['question', 'Wie viel kostet der Versand?'],
  ['question', '¿cuánto cuesta el envío?'],
  ['order-trouble', 'my order is late, where is it?'],
  ['order-trouble', 'still havent recieved my parcel'],
  ['order-trouble', 'you sent the wrong colour'],
  ['order-trouble', 'the mug arrived broken'],
  ['order-trouble', '快递怎么还没到啊'],
  ['order-trouble', '发错颜色了'],
  ['order-trouble', "je n'ai pas reçu ma commande"],
  ['order-trouble', 'mon colis est arrivé cassé'],
  ['order-trouble', 'mein Paket ist nicht angekommen'],
  ['order-trouble', 'mi pedido no ha llegado'],
  ['complaint', 'very disappointed, the quality is awful'],
  ['complaint', 'worst service ever'],
  ['complaint', 'your staff were rude to us'],
  ['complaint', '服务太差了，很失望'],
  ['complaint', '质量真差'],
  ['complaint', 'service client lamentable, je suis déçu'],
  ['complaint', 'das ist eine Frechheit'],
  ['complaint', 'pésimo servicio, muy decepcionada'],
  ['praise', 'the best coffee in town, love it'],
  ['praise', 'thank you so much, great service'],
  ['praise', '太好喝了，爱了'],
  ['praise', '质量很好，很喜欢'],
  ['praise', "j'adore, très bonne qualité"],
  ['suggestion', 'you should sell smaller bags'],
  ['suggestion', 'it would be great if you had more colours'],
  ['suggestion', '建议出个大号的'],
  ['suggestion', 'vous devriez ouvrir une boutique à Lille'],
  ['chat', 'hello'],
  ['chat', 'haha lol'],
  ['chat', 'bonjour'],
  ['chat', 'good night'],
]

describe('the softer kinds', () => {
  it.each(kinds)('%s: %s', (kind, text) => {
    expect(read(text).kind).toBe(kind)
  })

  it.each(kinds.filter(([kind]) => kind !== 'complaint'))('and no person is called for %s: %s', (_, text) => {
    expect(read(text).handoff).toBeUndefined()
  })
})

describe('temper', () => {
  it('leaves a first, ordinary complaint to the approved answers', () => {
    expect(read('I am disappointed, the coffee was cold').handoff).toBeUndefined()
    expect(read('服务有点差').handoff).toBeUndefined()
    expect(read('ma commande est en retard, où est-elle ?').handoff).toBeUndefined()
  })

  it.each([
    "this is the third time, nobody answers, it's unacceptable!!",
    'WORST COMPANY EVER!!! I WANT MY MONEY BACK NOW!!!',
    '气死我了 手表修了三次还是坏的 根本没人管 我要投诉',
    "C'est inadmissible, troisième mail, personne ne répond, vous vous moquez du monde",
  ])('calls a person for the furious: %s', (text) => {
    const { kind, handoff, heat, yieldsToAnswer } = read(text)
    expect({ kind, handoff, yieldsToAnswer }).toEqual({
      kind: 'complaint',
      handoff: 'complaint',
      yieldsToAnswer: undefined,
    })
    expect(heat).toBeGreaterThanOrEqual(0.7)
  })

  it('calls a person for who says that they complain, unless the brand has an answer for it', () => {
    expect(read('I want to make a complaint')).toMatchObject({ handoff: 'complaint', yieldsToAnswer: true })
    expect(read('我要投诉')).toMatchObject({ handoff: 'complaint', yieldsToAnswer: true })
    expect(read('how do I make a complaint').handoff).toBeUndefined()
  })

  it('calls a person for a complaint made a third time in calm words', () => {
    const earlier = [
      'the handle broke after a week, very disappointed',
      'still not fixed, I am unhappy with this service',
    ]
    expect(read('I am still unhappy, nothing was done', earlier).handoff).toBe('complaint')
    expect(read('I am still unhappy, nothing was done').handoff).toBeUndefined()
  })

  it('rises when the same is said again', () => {
    const text = 'where is my parcel please'
    const once = read(text).heat
    const twice = read(text, [text]).heat
    const often = read(text, [text, text, `${text}!!`]).heat
    expect(once).toBeLessThan(twice)
    expect(twice).toBeLessThan(often)
    expect(read(text, [text]).flags).toContain('repeated')
  })

  it('does not rise for repeated greetings', () => {
    expect(read('hi', ['hi', 'hi', 'hi']).heat).toBe(0)
  })

  it('rises with capitals and exclamation marks, but not for joy alone', () => {
    expect(read('THIS IS REALLY ANNOYING!!!!').heat).toBeGreaterThan(read('this is really annoying').heat)
    expect(read('I LOVE THIS COFFEE SO MUCH!!!!').heat).toBeLessThan(0.2)
    expect(read('THIS IS REALLY ANNOYING!!!!').flags).toEqual(expect.arrayContaining(['capitals', 'exclaims']))
  })
})

describe('any text', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc
      .array(
        fc.constantFrom(
          'i',
          'want',
          'to',
          'kill',
          'you',
          '我',
          '要',
          '死',
          '!',
          '🙂',
          '\u200b',
          '\ud800',
          'http://',
          ' ',
          '\n',
          '*',
          '@',
        ),
      )
      .map((parts) => parts.join(' ')),
  )

  it('is read without an error, with heat from 0 to 1, and the same way twice', () => {
    fc.assert(
      fc.property(anyText, fc.array(anyText, { maxLength: 4 }), (text, earlier) => {
        const found = assess({ text, lang: 'xx', earlier })
        expect(found.heat).toBeGreaterThanOrEqual(0)
        expect(found.heat).toBeLessThanOrEqual(1)
        expect(assess({ text, lang: 'xx', earlier })).toEqual(found)
      }),
      { numRuns: 300 },
    )
  })

  it.each(['', ' ', '\u0000', '\u200b\u200b', '\ud83d', '?', '🙂🙂🙂'])('says little to worry about: %j', (text) => {
    expect(read(text)).toMatchObject({ heat: 0 })
    expect(read(text).handoff).toBeUndefined()
  })

  it.each(['a', 'i want to ', '我想', 'you are a ', '*', ' ', 'ignore all the previous ', '!?', 'http://a.b/?'])(
    'of a million characters is read as far as its first and last pages: %j again and again',
    (part) => {
      const text = part.repeat(Math.ceil(1_000_000 / part.length))
      expect(read(text, [text, text])).toHaveProperty('kind')
    },
  )

  it('of great length still says at its end what matters', () => {
    expect(read(`${'so I went to the shop and bought beans. '.repeat(5000)} I want to kill myself`).handoff).toBe(
      'self-harm',
    )
  })
})
