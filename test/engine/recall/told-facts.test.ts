/** A name is learnt where one was told, and nowhere else. */
import { expect, it } from 'vitest'
import { takenBackFacts, toldFacts } from '../../../src/engine/recall/told-facts.ts'
import { asksForPerson } from '../../../src/hearing/asks-for-person.ts'
import { assess } from '../../../src/hearing/assess.ts'
import { packs } from '../../../src/hearing/packs/packs.ts'
import { toldOfSelf } from '../../../src/hearing/told-of-self.ts'

it.each([
  ['my name is Ana', 'Ana'],
  ['my name is ana', 'ana'],
  ['you can call me Ana', 'Ana'],
  ['Call me Jo Miller please', 'Jo Miller'],
  ['我叫小林', '小林'],
  ['je m’appelle Zoé', 'Zoé'],
])('%j tells a name', (text, name) => {
  expect(toldFacts(text, 'en')).toEqual([{ key: 'name', value: name }])
})

it.each([
  'please call me back tomorrow',
  'call me back',
  "don't call me again",
  'call me when it ships',
  'call me later',
  'never call me Karen',
  '帮我叫人',
  '我叫了外卖',
])('%j tells none', (text) => {
  expect(toldFacts(text, 'en')).toEqual([])
})

it.each([
  ['my name isn’t Zebediah', 'Zebediah'],
  ['don’t call me Zebediah', 'Zebediah'],
  ['that is not my name', ''],
  ['je ne m’appelle pas Zebediah', 'Zebediah'],
  ['ich heiße nicht Zebediah', 'Zebediah'],
  ['Adım Zebediah değil', 'Zebediah'],
  ['меня зовут не Олег', 'Олег'],
  ['我不叫小林', '小林'],
])('%j takes a name back, and tells none', (text, value) => {
  expect(takenBackFacts(text, 'en')).toEqual([{ key: 'name', value }])
  expect(toldFacts(text, 'en')).toEqual([])
})

it.each([
  ["I'm not Zebediah, I'm Kim", 'Zebediah', 'Kim'],
  ['Ich bin nicht Petra, ich bin Anja', 'Petra', 'Anja'],
  ['no soy Petra, soy Lucía', 'Petra', 'Lucía'],
  ['Je ne suis pas Petra, je suis Chloé !', 'Petra', 'Chloé'],
])('%j takes a name back and tells another', (text, gone, name) => {
  expect(takenBackFacts(text, 'en')).toEqual([{ key: 'name', value: gone }])
  expect(toldFacts(text, 'en')).toEqual([{ key: 'name', value: name }])
})

it.each([
  ["I'm Petra, allergic to sesame", 'Petra', 'sesame'],
  ["Hi, I'm Petra. I'm allergic to sesame", 'Petra', 'sesame'],
  ['Soy Petra, alérgica al sésamo', 'Petra', 'sésamo'],
  ['Soy Petra, soy alérgica al sésamo', 'Petra', 'sésamo'],
])('%j tells both in short', (text, name, allergy) => {
  expect(toldFacts(text, 'en')).toEqual([
    { key: 'name', value: name },
    { key: 'allergy', value: allergy },
  ])
})

it.each([
  ['저는 김민수예요', '김민수'],
  ['안녕하세요, 저는 박서준입니다', '박서준'],
])('%j tells a Korean name', (text, name) => {
  expect(toldFacts(text, 'ko')).toEqual([{ key: 'name', value: name }])
})

it.each([
  'my name is hungry',
  'my name is late',
  'mein name ist müde',
  "I'm Petra",
  "I'm German, allergic to nothing",
  'Ich bin Vegetarier',
  '저는 학생이에요',
  '저는 한국인이에요',
  "I'm not happy, I'm Angry",
])('%j tells no name', (text) => {
  expect(toldFacts(text, 'en').filter(({ key }) => key === 'name')).toEqual([])
})

it.each([
  ['I can eat peanuts now', 'peanuts'],
  ['ich darf wieder Nüsse essen', 'Nüsse'],
  ['ya puedo comer nueces', 'nueces'],
  ['je peux de nouveau manger des noix', 'noix'],
  ['我现在可以吃花生了', '花生'],
])('%j takes an allergy back', (text, value) => {
  expect(takenBackFacts(text, 'en')).toEqual([{ key: 'allergy', value }])
})

it.each(['I can eat peanuts now?', '¿ya puedo comer nueces?', 'can I eat peanuts now'])('%j asks that', (text) => {
  expect(takenBackFacts(text, 'en')).toEqual([])
})

it.each([
  'that is not my name on the order',
  'I have a question about the peanut allergy',
  "I'm not sure",
  'my name is https://evil.example',
  'my name is kim@evil.example',
])('%j takes none back, and tells none', (text) => {
  expect(takenBackFacts(text, 'en')).toEqual([])
  expect(toldFacts(text, 'en')).toEqual([])
})

it.each([
  ['Ich heiße Petronella und bin allergisch gegen Sesam', 'Petronella', 'Sesam'],
  ["I'm Karla and I'm allergic to nuts", 'Karla', 'nuts'],
  ['Ich heiße Karla und bin gegen Nüsse allergisch', 'Karla', 'Nüsse'],
  ['Ik heet Karla en ben allergisch voor noten', 'Karla', 'noten'],
  ['Jag heter Karla och är allergisk mot nötter', 'Karla', 'nötter'],
  ['Jeg hedder Karla og er allergisk over for nødder', 'Karla', 'nødder'],
  ['Jeg heter Karla og er allergisk mot nøtter', 'Karla', 'nøtter'],
  ['Με λένε Κάρλα και είμαι αλλεργική στους ξηρούς καρπούς', 'Κάρλα', 'ξηρούς καρπούς'],
  ['Мене звати Карла, і в мене алергія на горіхи', 'Карла', 'горіхи'],
  ['اسمي كارلا وعندي حساسية من المكسرات', 'كارلا', 'المكسرات'],
  ['קוראים לי קרלה ואני אלרגית לאגוזים', 'קרלה', 'אגוזים'],
  ['제 이름은 카를라이고 견과류 알레르기가 있어요', '카를라', '견과류'],
  ['Karla a nevem, és allergiás vagyok a dióra', 'Karla', 'dióra'],
  ['カーラと申します。ナッツアレルギーです', 'カーラ', 'ナッツ'],
  ['ฉันชื่อคาร์ล่า และแพ้ถั่ว', 'คาร์ล่า', 'ถั่ว'],
  ['Tôi tên là Karla và bị dị ứng với các loại hạt', 'Karla', 'loại hạt'],
  ['Me llamo Petra y soy alérgica al sésamo', 'Petra', 'sésamo'],
  ['Adım Petra ve susama alerjim var', 'Petra', 'susama'],
])('%j tells both', (text, name, allergy) => {
  expect(toldFacts(text, 'en')).toEqual([
    { key: 'name', value: name },
    { key: 'allergy', value: allergy },
  ])
})

it('who says that they have no allergy is not hurt, whatever else looks like it; who is hurt besides still is', () => {
  expect(assess({ text: '我对花生不过敏', lang: 'zh', earlier: [] })).not.toHaveProperty('maybe')
  expect(assess({ text: '我对花生不过敏，可是喝了你们的拿铁过敏了', lang: 'zh', earlier: [] })).toMatchObject({
    handoff: 'health',
  })
})

it.each([
  ['I have a sesame allergy', 'sesame'],
  ['I am severely allergic to cashews', 'cashews'],
  ['저는 땅콩 알레르기가 있어요', '땅콩'],
])('%j tells of an allergy, and of nothing more', (text, value) => {
  expect(toldFacts(text, 'en')).toEqual([{ key: 'allergy', value }])
})

it.each([
  ['my name is Tom and I love latte', 'Tom'],
  ['MY NAME IS TOM AND I WANT COFFEE', 'TOM'],
  ['my name is Mary Ann and that is that', 'Mary Ann'],
  ['call me Di-Di', 'Di-Di'],
  ['please call me Di-Di!', 'Di-Di'],
  ['ich heiße Jörg und mag Kaffee', 'Jörg'],
  ['nenn mich Didi', 'Didi'],
  ['me llamo Pepe y me gusta el café', 'Pepe'],
  ['llámame Pepe', 'Pepe'],
  ['appelez-moi Di-Di', 'Di-Di'],
  ['меня зовут Оля и я люблю латте', 'Оля'],
  ['Olgaと呼んで', 'Olga'],
  ['bana Ayşe de', 'Ayşe'],
])('of %j the name alone is kept', (text, name) => {
  expect(toldFacts(text, 'en')).toEqual([{ key: 'name', value: name }])
  expect(asksForPerson(text)).toBe(false)
  expect(assess({ text, lang: 'en', earlier: [] })).not.toHaveProperty('maybe')
})

it.each([
  ['我叫小薇，对坚果过敏', '小薇', '坚果'],
  ['叫我小薇,对花生过敏', '小薇', '花生'],
])('%j: who is told to be called so is who is told to be allergic', (text, name, allergy) => {
  const told = toldFacts(text, 'zh')
  expect(told).toHaveLength(2)
  expect(told).toEqual(
    expect.arrayContaining([
      { key: 'name', value: name },
      { key: 'allergy', value: allergy },
    ]),
  )
  expect(toldFacts('她来了，对坚果过敏', 'zh')).toEqual([])
})

it.each(['call me back', 'please call me', 'call me back please, my name is not important', 'appelez-moi svp'])(
  '%j asks for a call still',
  (text) => {
    expect(asksForPerson(text)).toBe(true)
  },
)

it.each([
  ["I'm allergic to nuts and I love latte", 'nuts'],
  ['I am allergic to nuts and milk, thanks', 'nuts and milk'],
  ['je suis allergique aux noix', 'noix'],
  ['ich bin gegen Nüsse allergisch', 'Nüsse'],
  ['我对花生过敏', '花生'],
])('of %j the allergy alone is kept', (text, value) => {
  expect(toldFacts(text, 'en')).toEqual([{ key: 'allergy', value }])
  expect(takenBackFacts(text, 'en')).toEqual([])
})

it.each([
  ["I'm not allergic to nuts after all", 'nuts'],
  ['im no longer allergic to nuts', 'nuts'],
  ["I'm not allergic", ''],
  ['je ne suis pas allergique aux noix finalement', 'noix'],
  ['ich bin doch nicht allergisch', ''],
  ['我对花生不过敏', '花生'],
  ['у меня нет аллергии на орехи', 'орехи'],
])('%j takes it back', (text, value) => {
  expect(toldFacts(text, 'en')).toEqual([])
  expect(takenBackFacts(text, 'en')).toEqual([{ key: 'allergy', value }])
})

it('every way of telling it in every language is read', () => {
  const missed = Object.entries(packs).flatMap(([lang, { facts }]) =>
    (['named', 'called', 'allergic', 'notAllergic'] as const).flatMap((kind) =>
      (facts?.[kind] ?? []).filter((text) => {
        const said = text.replace('{name}', 'Olga').replace('{thing}', 'soja')
        return !toldOfSelf(said, lang).some((told) => told.kind === kind && said.includes(told.value))
      }),
    ),
  )
  expect(missed).toEqual([])
  expect(Object.values(packs).every(({ facts }) => facts !== undefined)).toBe(true)
})
