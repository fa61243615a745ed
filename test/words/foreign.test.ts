import { describe, expect, it } from 'vitest'
import { foreignByLook } from '../../src/words/languages/foreign-look.ts'
import { foreignByWords } from '../../src/words/languages/foreign-words.ts'

const inEnglishShop = ['en', 'zh']

describe('a message in a language that is not spoken shows by how its words look:', () => {
  it.each([
    ['Habt ihr auch koffeinfreien Kaffee?', 'de'],
    ['czy macie kawę bezkofeinową', 'pl'],
    ['saat kaçta kapanıyorsunuz', 'tr'],
    ['onko teillä kofeiinitonta kahvia', 'fi'],
    ['mikor zártok ma este', 'hu'],
    ['jam berapa kalian tutup hari ini', 'id'],
    ['jak dlouho trvá doručení do brna', 'cs'],
  ])('%s', (text, lang) => {
    expect(foreignByLook(text, inEnglishShop)?.lang).toBe(lang)
  })
})

describe('what is of a spoken language, or too little to tell, is not taken for another:', () => {
  it.each([
    ['wheres my ordr its late', inEnglishShop],
    ['any decaf', inEnglishShop],
    ['danke Pip', inEnglishShop],
    ['cortado or flat white today', inEnglishShop],
    ['TW-4711 ana@shop.example', inEnglishShop],
    ['ok ok ok', inEnglishShop],
    ['merci beaucoup', inEnglishShop],
    ['guten tag', inEnglishShop],
    ['i wanna flip a coin', inEnglishShop],
    ['are there international fees with my debit card', inEnglishShop],
    ['hvordan renser jeg kværnen', ['no']],
    ['kan man få den i grønn', ['da']],
    ['bylo by fajn mít studentskou slevu', ['cs']],
  ])('%s in %j', (text, spoken) => {
    expect(foreignByLook(text, spoken)).toBeUndefined()
  })
})

it('letters that a spoken language has tell no other one, and those of several are counted for each', () => {
  expect(foreignByWords('sarebbe bello avere più colori, non ho capito perché', ['it'])).toBeUndefined()
  expect(foreignByWords('cuối cùng cũng thứ sáu', ['vi'])).toBeUndefined()
  expect(foreignByWords('còn màu khác không', ['en'])).not.toBe('fr')
  expect(foreignByWords('rất hài lòng với dịch vụ', ['en'])).toBe('vi')
})
