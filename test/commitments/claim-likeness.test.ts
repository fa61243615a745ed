/** What somebody could hold the house to is told from talk that binds nobody, by what was learnt from the packs' exchanges. */
import { describe, expect, it } from 'vitest'
import { claimsDigest } from '../../bin/packs/learn/claims-module.ts'
import { restatingDigest } from '../../bin/packs/learn/restating-module.ts'
import { readPacks } from '../../bin/packs/read-packs.ts'
import { claimLikeness } from '../../src/commitments/claim-likeness.ts'
import { digest } from '../../src/commitments/claims-learnt.ts'
import { digest as ofRestating } from '../../src/commitments/restating-learnt.ts'

it('is learnt from the packs as they are; else npm run claims', async () => {
  const packs = await readPacks()
  expect(claimsDigest(packs)).toBe(digest)
  expect(restatingDigest(packs)).toBe(ofRestating)
})

const likeness = (lang: string, fan: string, sentence: string) =>
  claimLikeness({ sentence, lang, at: 0, isOnly: true, fan, fanLang: lang })

it('is moved by no number of an order', () => {
  const of = (number: string) => likeness('en', `where is ${number}?`, `Order ${number} left on Monday.`)
  expect(of('TW-204711')).toBe(of('TW-998032'))
})

describe('whoever speaks, I or we', () => {
  it.each([
    ['en', 'where is my order', 'Shall I ask a person?', 'Shall we ask a person?'],
    ['en', 'where is my order', 'I am sorry that it has not arrived.', 'We are sorry that it has not arrived.'],
    ['en', 'do you post to Peru', 'I do not know that one.', 'We do not know that one.'],
    ['de', 'wo ist mein Paket', 'Soll ich einen Menschen fragen?', 'Sollen wir einen Menschen fragen?'],
    ['fr', 'où est mon colis', 'Dois-je appeler une personne ?', 'Devons-nous appeler une personne ?'],
    ['es', '¿dónde está?', '¿Llamo a una persona?', '¿Llamamos a una persona?'],
    ['zh', '包裹呢', '我也不清楚。', '我们也不清楚。'],
  ])('%s: %s', (lang, fan, I, we) => {
    expect(likeness(lang, fan, I)).toBeLessThan(-1)
    expect(likeness(lang, fan, we)).toBeLessThan(-1)
    expect(Math.abs(likeness(lang, fan, I) - likeness(lang, fan, we))).toBeLessThan(1.2)
  })

  it.each([
    ['en', 'my scarf came with a hole', 'I have put a new one in the post.', 'We have put a new one in the post.'],
    ['zh', '围巾破了', '我昨天给你补寄了。', '我们昨天给你补寄了。'],
  ])('%s: %s is no less a claim', (lang, fan, I, we) => {
    expect(Math.min(likeness(lang, fan, I), likeness(lang, fan, we))).toBeGreaterThan(0)
  })
})

describe('to the same words of a fan', () => {
  it.each([
    [
      'en',
      'is there a lift in the building',
      'The goods lift is repaired since Monday.',
      'I have never been anywhere, least of all up.',
    ],
    [
      'en',
      'my scarf came with a hole',
      'The mill sent a bad roll and yours is replaced.',
      'A hole! Moths have such expensive taste.',
    ],
    ['zh', '你们谁负责包装', '都是小何一个人包的，她在这儿八年了。', '我只管说话，纸归纸。'],
    [
      'fr',
      'mon parapluie fuit',
      'La toile de cette série était mal cousue.',
      'Un parapluie qui pleure, quelle ironie.',
    ],
    [
      'de',
      'gibt es die Lampe auch größer',
      'Ab Juni kommt sie mit vierzig Zentimetern.',
      'Größer als was, als dein Sofa?',
    ],
    [
      'es',
      '¿quién contesta por las noches?',
      'De noche está Iván, con dos más.',
      'De noche contesta el silencio, y yo.',
    ],
  ])('%s: %s', (lang, fan, claim, free) => {
    expect(likeness(lang, fan, claim)).toBeGreaterThan(likeness(lang, fan, free))
    expect(likeness(lang, fan, claim)).toBeGreaterThan(0)
  })
})
