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
