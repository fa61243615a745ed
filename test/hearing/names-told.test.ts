/** Names that people tell are found in each language, and what only stands there is none. */
import { describe, expect, it } from 'vitest'
import { namesTold } from '../../src/hearing/names-told.ts'
import { packs } from '../../src/hearing/packs/packs.ts'

const told = (text: string) => namesTold(text).map(({ start, end }) => text.slice(start, end))

describe('a name that somebody tells', () => {
  it.each([
    ['ar', 'مرحبا، اسمي محمد، أين طلبي؟', 'محمد'],
    ['cs', 'Dobrý den, jmenuji se Jana Nováková.', 'Jana Nováková'],
    ['da', 'jeg hedder Mette og mangler min pakke', 'Mette'],
    ['de', 'Hallo, ich heiße Jörg Müller und warte', 'Jörg Müller'],
    ['el', 'Με λένε Γιώργο και περιμένω', 'Γιώργο'],
    ['en', "Hi, I'm Cynthia Miller, where is my order?", 'Cynthia Miller'],
    ['en', 'you can call me mike', 'mike'],
    ['en', 'My wife Ana ordered it', 'Ana'],
    ['en', 'Thanks,\nCynthia', 'Cynthia'],
    ['en', 'Please ask Mr. Osei about it', 'Osei'],
    ['es', 'hola, me llamo lucía y quiero devolverlo', 'lucía'],
    ['fi', 'Nimeni on Anna Virtanen.', 'Anna Virtanen'],
    ['fr', "Bonjour, je m'appelle Chloé Dubois.", 'Chloé Dubois'],
    ['he', 'שלום, קוראים לי דנה', 'דנה'],
    ['hi', 'मेरा नाम राहुल है', 'राहुल'],
    ['hu', 'Jó napot, Kovács Anna vagyok.', 'Kovács Anna'],
    ['id', 'nama saya Budi Santoso', 'Budi Santoso'],
    ['it', 'Mi chiamo Giulia e mio marito Marco dorme', 'Giulia,Marco'],
    ['ja', '田中と申します。返品したいです', '田中'],
    ['ja', '昨日佐藤さんに聞きました', '佐藤'],
    ['ko', '제 이름은 김민수예요', '김민수예요'],
    ['nl', 'Ik heet Sanne de Vries', 'Sanne de Vries'],
    ['no', 'Hei, jeg heter Kari Nordmann', 'Kari Nordmann'],
    ['pl', 'Nazywam się Jan Kowalski', 'Jan Kowalski'],
    ['pt', 'o meu nome é Inês', 'Inês'],
    ['ro', 'Mă numesc Ioana', 'Ioana'],
    ['ru', 'меня зовут Анна, где мой заказ?', 'Анна'],
    ['sv', 'Jag heter Åsa', 'Åsa'],
    ['th', 'ผมชื่อสมชายครับ', 'สมชาย'],
    ['tr', 'Benim adım Ayşe Yılmaz', 'Ayşe Yılmaz'],
    ['uk', 'Мене звати Олена', 'Олена'],
    ['vi', 'tôi tên là Nguyễn Văn An', 'Nguyễn Văn An'],
    ['zh', '你好，我叫王小明，想退货', '王小明'],
    ['zh', '我叫李娜想退货', '李娜'],
    ['zh', '昨天是王先生接的电话', '王'],
  ])('is found, %s: %s', (_, text, names) => {
    expect(told(text).join()).toBe(names)
  })

  it.each([
    ['my daughter (Lena) wants it', 'Lena'],
    ['for my girlfriend "Zoe Hart"', 'Zoe Hart'],
    ['meine Tochter (Lena) will das', 'Lena'],
    ['ma fille « Claire » adore', 'Claire'],
    ['mi hija “Lucía” quiere', 'Lucía'],
  ])('is found beside who it is, in brackets or quotes: %s', (text, names) => {
    expect(told(text).join()).toBe(names)
  })

  it.each([
    'my wife (she loves it) asks',
    'my daughter (the younger one) wants it',
    "I'm happy with it",
    'call me back tomorrow',
    'please call me when it is there',
    'I AM SO ANGRY',
    'my wife loves it',
    'it is from Berlin',
    'what is the name of the blend?',
    'ich bin ja so froh',
    'je suis contente',
    '我叫了外卖',
    'お客様',
    'お母さんにあげたい',
    '고객님 안녕하세요',
    '先生你好',
    'jag är glad',
    'sono contenta',
  ])('is none in: %s', (text) => {
    expect(told(text)).toEqual([])
  })
})

describe('what is remembered as a name', () => {
  const names: Readonly<Record<string, string>> = { zh: '小明', ja: 'ミラ', th: 'สมชาย' }
  const lines = Object.entries(packs).flatMap(([lang, { facts }]) =>
    [...(facts?.named ?? []), ...(facts?.called ?? [])].map((text) => {
      const name = names[lang] ?? 'Mira'
      return [lang, text.replace('{name}', name), name] as const
    }),
  )
  it.each(lines)('is hidden as one in %s: %s', (_, text, name) => {
    expect(told(text).join()).toContain(name)
  })
})
