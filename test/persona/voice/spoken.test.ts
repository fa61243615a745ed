/** Who speaks, to whom, in which language: what a model's draft has to keep to beside the words themselves. */
import { describe, expect, test } from 'vitest'
import { checkVoice, type Saying } from '../../../src/persona/voice/voice.ts'
import { testPersona } from '../../support/persona.ts'

const languages = ['en', 'zh', 'fr', 'de', 'es', 'it', 'nl', 'ru']
const house = testPersona({
  voice: {
    languages,
    person: 'we',
    address: { fr: 'vous', zh: '您', de: 'Sie', es: 'usted', it: 'Lei', nl: 'u', ru: 'вы' },
  },
})
const friend = testPersona({
  voice: { languages, address: { fr: 'tu', zh: '你', de: 'du', es: 'tú', it: 'tu', nl: 'je', ru: 'ты' } },
})
const say = (persona: typeof house, lang: string, text: string, more: Partial<Saying> = {}) => {
  const { pieces, findings } = checkVoice(persona, { text, author: 'model', surface: 'direct', lang, ...more })
  return { said: pieces.join(' | '), codes: findings.map(({ code }) => code), findings }
}

describe('the person', () => {
  test.each([
    ['en', 'The strap is cut here. I stitched it myself.', 'The strap is cut here.'],
    ['en', 'Good leather. Believe me.', 'Good leather.'],
    ['fr', 'La sangle est coupée ici. J’en suis certain.', 'La sangle est coupée ici.'],
    ['de', 'Das Leder kommt aus dem Süden. Ich mag es.', 'Das Leder kommt aus dem Süden.'],
    ['zh', '皮料来自南方。我很喜欢。', '皮料来自南方。'],
    ['es', 'El cuero viene del sur. Me gusta mucho.', 'El cuero viene del sur.'],
    ['ru', 'Кожа с юга. Мне нравится.', 'Кожа с юга.'],
  ])('of a house is we (%s): %s', (lang, text, kept) => {
    const { said, findings } = say(house, lang, text)
    expect(said).toBe(kept)
    expect(findings).toContainEqual(expect.objectContaining({ code: 'person', needsRewrite: true }))
  })

  test.each([
    ['en', 'We said “I do” once, and meant it.'],
    ['en', 'The house, i.e. the bench, is open.'],
    ['zh', '我们自己缝。'],
    ['fr', 'Nous cousons ici.'],
  ])('of a house is not found in %s: %s', (lang, text) =>
    expect(say(house, lang, text)).toMatchObject({ said: text, codes: [] }),
  )

  test.each([
    ['en', 'It is a good cup. We hope you like it.', 'It is a good cup.'],
    ['zh', '豆子不错。我们很高兴你来。', '豆子不错。'],
  ])('of one who is I is no we that feels (%s): %s', (lang, text, kept) => {
    expect(say(friend, lang, text)).toMatchObject({ said: kept, codes: expect.arrayContaining(['person']) })
  })

  test.each(['We roast on Tuesdays.', 'That’s on us, not you.'])('may tell of the people: %s', (text) =>
    expect(say(friend, 'en', text).said).toBe(text),
  )
})

describe('the address', () => {
  test.each([
    ['fr', 'La peau respire. Tu peux la cirer.', 'La peau respire.'],
    ['de', 'Das Leder atmet. Du kannst es wachsen.', 'Das Leder atmet.'],
    ['nl', 'Het leer ademt. Je kunt het waxen.', 'Het leer ademt.'],
    ['it', 'La pelle respira. Puoi lucidare anche tu.', 'La pelle respira.'],
    ['es', 'El cuero respira. Si quieres, encerar ayuda.', 'El cuero respira.'],
    ['ru', 'Кожа дышит. Ты можешь ее смазать.', 'Кожа дышит.'],
  ])('is not a friend’s where it is formal (%s): %s', (lang, text, kept) => {
    const { said, findings } = say(house, lang, text)
    expect(said).toBe(kept)
    expect(findings).toContainEqual(expect.objectContaining({ code: 'address', needsRewrite: true }))
  })

  test.each([
    ['fr', 'La peau respire. Vous pouvez la cirer.', 'La peau respire.'],
    ['de', 'Das Leder atmet. Damit können Sie es wachsen.', 'Das Leder atmet.'],
    ['es', 'El cuero respira. Usted lo sabe.', 'El cuero respira.'],
  ])('is not a clerk’s where it is a friend’s (%s): %s', (lang, text, kept) => {
    expect(say(friend, lang, text)).toMatchObject({ said: kept, codes: expect.arrayContaining(['address']) })
  })

  test('is put right where one word stands for the other', () => {
    expect(say(friend, 'zh', '您的豆子到了，您看看。')).toMatchObject({
      said: '你的豆子到了，你看看。',
      codes: ['address'],
    })
    expect(say(house, 'zh', '你的皮料到了。').said).toBe('您的皮料到了。')
  })

  test.each([
    ['fr', 'Le ton de la peau change. Le rendez-vous est à dix heures.'],
    ['de', 'Sie sind aus Leder, die Riemen.'],
    ['fr', 'Sur la boîte : « tu me suis ».'],
  ])('is not found in %s: %s', (lang, text) => {
    expect(say(lang === 'de' ? friend : house, lang, text).codes).not.toContain('address')
  })

  test('may be that of several in a group', () => {
    expect(say(friend, 'fr', 'Vous êtes trop drôles.', { surface: 'group' }).codes).toEqual([])
  })

  test('of approved words is told and never changed', () => {
    const { said, findings } = say(friend, 'zh', '您好。', { author: 'approved' })
    expect(said).toBe('您好。')
    expect(findings).toEqual([{ code: 'address', detail: '您', needsRewrite: false }])
  })
})

describe('the language of the turn', () => {
  test.each([
    ['fr', 'Either house shortens a strap.'],
    ['en', 'Oui, bien sûr.'],
    ['en', 'C’est possible demain.'],
    ['fr', 'Of course.'],
    ['zh', 'Sure, bring it in.'],
    ['zh', 'ミルクで柔らかくなるよ。'],
    ['zh', 'Mam teorię: deszcz.'],
    ['en', '可以的。'],
    ['en', 'Ja, das geht.'],
    ['de', 'Yes, that works.'],
    ['ru', 'Yes, that works.'],
    ['en', 'Да, можно.'],
    ['fr', 'Certo, venti per cento per te.'],
  ])('is %s, so this is not said: %s', (lang, text) => {
    const { said, findings } = say(friend, lang, text)
    expect(said).toBe('')
    expect(findings).toContainEqual(expect.objectContaining({ code: 'language', needsRewrite: true }))
  })

  test.each([
    ['fr', 'Douze euros.'],
    ['en', 'OK!'],
    ['zh', 'iPhone 12 以上都行。'],
    ['zh', 'OK 👍'],
    ['zh', '用 USB type c hub 就行。'],
    ['zh', 'iPhone 12 Pro Max。'],
    ['zh', '喝的那家叫「優の品」。'],
    ['en', 'A crema like that is no accident.'],
    ['de', 'Super!'],
    ['ru', 'Bluetooth 5.3 есть.'],
    ['en', '☕'],
  ])('is %s in: %s', (lang, text) => expect(say(friend, lang, text).codes).not.toContain('language'))

  test('is told for a word or two by the rest of the reply', () => {
    const others = { before: ['Das geht, aber nicht heute.'], after: [] }
    expect(say(friend, 'en', 'Morgen.', { others }).said).toBe('')
    expect(say(friend, 'de', 'Morgen.', { others }).said).toBe('Morgen.')
  })

  test('is any of the persona’s for whoever writes none of them', () => {
    expect(say(friend, 'en', 'Oui, bien sûr.', { isForeign: true }).said).toBe('Oui, bien sûr.')
  })
})

describe('an assistant’s phrase', () => {
  test.each([
    ['en', 'Twelve stools. Don’t hesitate to ask if anything is unclear!', 'Twelve stools.'],
    ['en', 'Twelve stools. Anything else I can do for you today?', 'Twelve stools.'],
    ['fr', 'Douze places. Je reste à ta disposition.', 'Douze places.'],
    ['de', 'Zwölf Plätze. Ich hoffe, das hilft dir weiter.', 'Zwölf Plätze.'],
    ['zh', '十二个位子。还有其他问题可以随时联系我。', '十二个位子。'],
    ['es', 'Doce sitios. No dudes en preguntar.', 'Doce sitios.'],
    ['ru', 'Двенадцать мест. Надеюсь, это поможет!', 'Двенадцать мест.'],
  ])('is written again, else left out (%s): %s', (lang, text, kept) => {
    const { said, findings } = say(friend, lang, text)
    expect(said).toBe(kept)
    expect(findings).toContainEqual(expect.objectContaining({ code: 'assistant', needsRewrite: true }))
  })
})

describe('what stays when a sentence goes', () => {
  test.each([
    ['en', 'I am a real person. But I listen.', 'I listen.'],
    ['en', 'I am a real person. However, tea is fine.', 'Tea is fine.'],
    ['zh', '我是真人。不过你说的我会听。', '你说的我会听。'],
    ['fr', 'Je suis une vraie personne. Mais le thé convient.', 'Le thé convient.'],
    ['de', 'Ich bin ein Mensch. Aber der Tee ist gut.', 'Der Tee ist gut.'],
    ['es', 'Soy humano. Sin embargo, el té vale.', 'El té vale.'],
    ['ru', 'Я человек. Но чай хорош.', 'Чай хорош.'],
  ])('leans on nothing (%s): %s', (lang, text, kept) => expect(say(friend, lang, text).said).toBe(kept))

  test.each([
    ['zh', '我没有情感，不会难过。不过你说的我会听。'],
    ['en', 'I have no feelings to hurt. But I listen.'],
    ['fr', 'Je n’ai pas de sentiments. Mais j’écoute.'],
  ])('is all of it where a bot is honest (%s): %s', (lang, text) => expect(say(friend, lang, text).said).toBe(text))
})

describe('what is played instead of said', () => {
  test.each([
    ['en', '[smiles] Hello there.', 'Hello there.'],
    ['en', '*smiles* Hello there.', 'Hello there.'],
    ['en', '*tilts the lid a little* Hello there.', 'Hello there.'],
    ['en', '(nods) *waves* Hello there.', 'Hello there.'],
    ['en', '_chuckles softly_ Hello there.', 'Hello there.'],
    ['zh', '【微笑】来啦。', '来啦。'],
    ['zh', '（点头）来啦。', '来啦。'],
    ['fr', '*sourit* Bonjour toi.', 'Bonjour toi.'],
    ['de', '*nickt* Guten Tag.', 'Guten Tag.'],
  ])('is left out (%s): %s', (lang, text, kept) => expect(say(friend, lang, text).said).toBe(kept))

  test.each([
    ['*Really* good beans.', 'Really good beans.'],
    ['(I was counting.) Third bag.', '(I was counting.) Third bag.'],
    ['*No.* That is milk.', 'No. That is milk.'],
  ])('is not what is meant: %s', (text, kept) => expect(say(friend, 'en', text).said).toBe(kept))
})
