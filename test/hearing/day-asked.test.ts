/** Which day is asked about: by name, weekday or date, the next one there is. */
import { expect, it } from 'vitest'
import { asksIfOpen, dayAsked } from '../../src/hearing/day-asked.ts'

/** A Saturday. */
const today = Date.UTC(2026, 10, 28)
const asked = (text: string, lang: string) => {
  const day = dayAsked(text, lang, today)
  return day === undefined ? undefined : new Date(day).toISOString().slice(0, 10)
}

it.each([
  ['are you open on christmas day', 'en', '2026-12-25'],
  ['open on xmas eve?', 'en', '2026-12-24'],
  ['open tomorrow?', 'en', '2026-11-29'],
  ['are you open on mondays', 'en', '2026-11-30'],
  ['what about 26 December', 'en', '2026-12-26'],
  ['open on January 1st?', 'en', '2027-01-01'],
  ['are you open on good friday', 'en', '2027-03-26'],
  ['圣诞节开门吗', 'zh', '2026-12-25'],
  ['聖誕節開門嗎', 'zh', '2026-12-25'],
  ['春节营业吗', 'zh', '2027-02-06'],
  ['12月25日开门吗', 'zh', '2026-12-25'],
  ['habt ihr an Silvester offen', 'de', '2026-12-31'],
  ['habt ihr am 25.12. auf', 'de', '2026-12-25'],
  ['seid ihr am ersten Montag im Mai da', 'de', '2026-11-30'],
  ['vous êtes ouverts le 14 juillet ?', 'fr', '2027-07-14'],
  ['ouvert à Noël ?', 'fr', '2026-12-25'],
  ['вы открыты 1 января?', 'ru', '2027-01-01'],
  ['czy jutro otwarte', 'pl', '2026-11-29'],
  ['クリスマスは営業していますか', 'ja', '2026-12-25'],
])('%s', (text, lang, day) => {
  expect(asked(text, lang)).toBe(day)
})

it.each([
  ['when do you open', 'en'],
  ['open at 9?', 'en'],
  ['几点开门', 'zh'],
])('%s names none', (text, lang) => {
  expect(asked(text, lang)).toBeUndefined()
})

it.each([
  ['are you shut on the 25th of december', 'en'],
  ['聖誕節有開嗎', 'zh'],
  ['元旦你们开不开', 'zh'],
  ['habt ihr am 25. Dezember auf?', 'de'],
  ['vous fermez à Noël ?', 'fr'],
  ['à Noël, est-ce fermé', 'fr'],
])('%s asks whether it is open', (text, lang) => {
  expect(asksIfOpen(text, lang)).toBe(true)
})

it.each([
  ['will it arrive by christmas', 'en'],
  ['圣诞节开始打折吗', 'zh'],
  ['will it be there on christmas day', 'en'],
  ['kommt es zu Weihnachten an?', 'de'],
  ['la livraison arrive à Noël ?', 'fr'],
])('%s does not', (text, lang) => {
  expect(asksIfOpen(text, lang)).toBe(false)
})
