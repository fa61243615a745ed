/** A reply in the words of an approved text says no more than that text; what turns it round is found by what it turned. */
import { describe, expect, it } from 'vitest'
import { behindOf } from '../../src/commitments/behind.ts'
import { type Asked, claimsIn } from '../../src/commitments/claims.ts'
import { keptIn } from '../../src/commitments/kept.ts'

const texts = [
  {
    lang: 'en',
    of: 'rental',
    text:
      'Skates are rented for three hours, a helmet included, at £7. A deposit of £20 comes back when they do. ' +
      'Blades, laces and lost helmets are not covered. Children under six skate with a parent; a fourth child is free from £40.',
  },
  { lang: 'en', of: 'payment', text: 'By card the refund takes two working days, by transfer nine working days.' },
  {
    lang: 'zh',
    of: 'rental',
    text: '冰鞋租三小时，含头盔，7 镑。押金 20 镑，还鞋时退。刀片、鞋带、丢失的头盔不赔。不能带进餐厅。',
  },
  {
    lang: 'fr',
    of: 'rental',
    text: 'Les patins se louent trois heures, casque compris, à 7 £. La caution de 20 £ revient avec eux. Les lames et les lacets ne sont pas couverts.',
  },
] as const
const kept = (draft: string, lang = 'en', fan = 'how does renting work?') => keptIn(draft, texts, fan, lang)

describe('a reply in other words', () => {
  it.each([
    ['en', 'Three hours for £7, and a helmet is included. The £20 deposit comes back when the skates do.'],
    ['en', 'You rent the skates for three hours at £7. No, lost helmets are not covered.'],
    ['en', 'By card the refund takes two working days. By transfer it is nine.'],
    ['zh', '租三小时 7 镑，含头盔。押金 20 镑，还鞋时退你。'],
    ['fr', 'Trois heures de patins à 7 £, casque compris. La caution de 20 £ revient avec eux.'],
  ])('says no more than the approved text (%s): %s', (lang, draft) => {
    expect(kept(draft, lang)).toMatchObject([{ isFaithful: true }, { isFaithful: true }])
  })

  it('may name the fan’s own number', () => {
    const [, second] = kept(
      'Skates are rented for three hours at £7. With five children, a parent skates.',
      'en',
      'we are five',
    )
    expect(second?.isFaithful).toBe(true)
  })

  it.each([
    ['can I have it by Friday?', 'It reaches you on Friday morning.', false],
    ['can I have it by Friday?', 'Friday it is.', false],
    ['do you post on Fridays?', 'We post on Fridays, in the morning.', true],
    ['any blue helmets?', 'Seven, one of them in Leeds.', false],
    ['how many doors are there?', 'Seven, one of them in Leeds.', true],
  ])('%s – “%s” is of the same matter: %s', (fan, draft, isSame) => {
    const approved = [
      { lang: 'en', of: 'post', text: 'We post on Tuesdays and Fridays, the morning after packing.' },
      { lang: 'en', of: 'doors', text: 'Seven doors. Six are in York; one is in Leeds.' },
    ]
    expect(keptIn(draft, approved, fan, 'en').map(({ isFaithful }) => isFaithful)).toEqual([isSame])
  })

  it('is not known by a word or two', () => {
    expect(kept('Skates it is, then.')).toEqual([{ isFaithful: false }])
  })
})

describe('half of it approved, the other half turned round', () => {
  const first: Readonly<Record<string, string>> = {
    en: 'Skates are rented for three hours, a helmet included, at £7.',
    zh: '冰鞋租三小时，含头盔，7 镑。',
    fr: 'Les patins se louent trois heures, casque compris, à 7 £.',
  }
  it.each([
    ['what is denied is granted', 'en', 'Blades, laces and lost helmets are covered.'],
    ['what is denied is granted', 'zh', '刀片、鞋带也赔。'],
    ['what is denied is granted', 'zh', '能带进餐厅。'],
    ['what is denied is granted', 'fr', 'Les lames et les lacets sont couverts.'],
    ['a thing is added', 'en', 'Gloves too.'],
    ['a thing is added that is spoken of elsewhere', 'en', 'Laces as well.'],
    ['a thing is added', 'fr', 'Les gants aussi.'],
    ['whatever the condition', 'en', 'The deposit comes back, broken or not.'],
    ['whatever the condition', 'zh', '押金无论如何都退。'],
    ['whatever the condition', 'fr', 'La caution revient, abîmés ou non.'],
    ['sooner', 'en', 'The deposit comes back the same day.'],
    ['sooner', 'zh', '押金当天退。'],
    ['sooner', 'fr', 'La caution revient tout de suite.'],
    ['it does no harm', 'en', 'Laces do no harm with a helmet on.'],
    ['a number', 'en', 'A deposit of £20 comes back, and a helmet is £9.'],
    ['a number of a thing', 'en', 'Children under eight skate with a parent.'],
    ['a number of a thing', 'zh', '冰鞋租五小时。'],
    ['all for some', 'en', 'Every child skates with a parent.'],
    ['all for some', 'fr', 'Tous les patins se louent avec la caution.'],
    ['a name', 'en', 'A helmet from Kestrel is included.'],
    ['one thing more', 'en', 'Included at £7: a helmet, kneepads, laces.'],
    ['what is only denied', 'en', 'Lost blades and a helmet are included at £7.'],
  ])('%s (%s): %s', (_, lang, second) => {
    const [held, turned] = kept(`${first[lang]} ${second}`, lang)
    expect(held?.twist).toBeUndefined()
    expect(turned).toEqual({ isFaithful: false, twist: expect.any(String) })
  })

  it('a word becomes its opposite', () => {
    const milk = [
      { lang: 'en', of: 'milk', text: 'Warm the milk off the heat for two minutes. Stir it before it boils.' },
    ]
    const turned = (draft: string) =>
      keptIn(draft, milk, 'how do I warm it?', 'en').map(({ twist }) => twist !== undefined)
    expect(turned('Warm the milk off the heat for two minutes.')).toEqual([false])
    expect(turned('Warm the milk on the heat for two minutes.')).toEqual([true])
    expect(turned('Warm the milk for two minutes. Stir it after it boils.')).toEqual([false, true])
  })

  it('a figure is said of another thing', () => {
    expect(kept('By card the refund takes two working days. By transfer two working days.')[1]?.twist).toBeDefined()
  })

  it('a question back turns nothing', () => {
    expect(kept(`${first['en']} Are the laces covered too?`)[1]?.twist).toBeUndefined()
  })

  it('is a claim, and what was faithful beside it is none', () => {
    const asked: Asked = {
      ...{
        text: 'how does renting work?',
        isShop: true,
        isQuestion: true,
        isWithStaff: false,
        isPictured: false,
        lang: 'en',
      },
    }
    const claims = claimsIn(`${first['en']} Gloves too.`, asked, 'en', behindOf(texts, [], []))
    expect(claims.map(({ kind, sentence }) => [kind, sentence])).toEqual([['twist', 1]])
  })
})

describe('what follows from the text', () => {
  const shop = [
    {
      ...{ lang: 'en', of: 'prices' },
      text: 'Rye loaf £4, seed loaf £5.50. At weekends we open at eight, on weekdays at seven.',
    },
  ]
  const isFaithful = (draft: string, fan: string) =>
    keptIn(draft, shop, fan, 'en').every(({ isFaithful }) => isFaithful)
  it.each([
    ['a price taken several times', 'Three rye loaves at £4 come to £12.', 'how much for 3 rye loaves?'],
    ['two prices together', 'A rye loaf and a seed loaf: £9.50.', 'how much for a rye loaf and a seed loaf?'],
    ['a day of the weekend', 'On Saturday we open at eight.', 'when do you open on saturday?'],
  ])('may be said: %s', (_, draft, fan) => {
    expect(isFaithful(draft, fan)).toBe(true)
  })
  it.each([
    ['a wrong sum', 'Three rye loaves at £4 come to £10.', 'how much for 3 rye loaves?'],
    ['a sum of other things', 'A rye loaf and a seed loaf: £8.', 'how much for a rye loaf and a seed loaf?'],
    ['the other days’ hour', 'On Saturday we open at six.', 'when do you open on saturday?'],
  ])('may not: %s', (_, draft, fan) => {
    expect(isFaithful(draft, fan)).toBe(false)
  })
})
