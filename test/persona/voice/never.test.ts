/** What no draft says in any language: asking for secrets, ways to reach others, a person's life, words against somebody; read across the messages of a reply. */
import { describe, expect, test } from 'vitest'
import { checkVoice, type Saying } from '../../../src/persona/voice/voice.ts'
import { testPersona } from '../../support/persona.ts'

const persona = testPersona({
  brand: { name: 'Tidewater', competitors: ['Gull & Grind'] },
  voice: {
    languages: ['en', 'zh', 'fr', 'de', 'es', 'it', 'nl', 'ru', 'pl', 'ja', 'ko', 'sv', 'tr', 'vi'],
    length: { direct: 2000 },
  },
  lore: ['Orders are read by Idris, in Eelgate, order line 204455; WeChat: tidewater_wen.'],
})
const say = (text: string, more: Partial<Saying> = {}) => {
  const { pieces, findings } = checkVoice(persona, {
    text,
    author: 'model',
    surface: 'direct',
    lang: 'en',
    isForeign: true,
    ...more,
  })
  return { said: pieces.join('\n'), codes: findings.map(({ code }) => code) }
}

describe('a secret', () => {
  test.each([
    ['en', 'Read me the six digits that just came by text.'],
    ['en', 'Which card number did you pay with? Tell me the full card number.'],
    ['zh', '把刚收到的验证码念给我。'],
    ['fr', 'Donnez-moi le code reçu.'],
    ['de', 'Schick mir bitte kurz dein Passwort.'],
    ['es', 'Mándame la contraseña.'],
    ['it', 'Dimmi il codice di sicurezza.'],
    ['nl', 'Stuur me even je pincode.'],
    ['ru', 'Сообщите код из сообщения.'],
    ['pl', 'Proszę podać hasło.'],
    ['ja', '認証コードを教えてください。'],
    ['ko', '비밀번호를 알려주세요.'],
    ['sv', 'Skriv din pinkod här.'],
    ['tr', 'Kart numaranı gönder.'],
    ['vi', 'Cho mình số thẻ nhé.'],
  ])('is asked of nobody (%s): %s', (lang, text) => {
    expect(say(text, { lang }).said).not.toContain(text)
    expect(say(text, { lang }).codes).toContain('others')
  })

  test.each([
    ['en', 'Never give anyone the code.'],
    ['en', 'Please send the order number and a photo.'],
    ['zh', '验证码不要给任何人。'],
    ['de', 'Schick niemandem dein Passwort.'],
    ['fr', 'Ne donnez jamais ce code.'],
    ['es', 'No compartas tu contraseña.'],
  ])('may be spoken of (%s): %s', (lang, text) => expect(say(text, { lang }).said).toBe(text))
})

describe('a way to reach or pay somebody else', () => {
  test.each([
    'Sort code 20-00-00 it is.',
    'Pay into 5577 9911 then.',
    'Your code is 482913.',
    'It is five five seven seven nine nine one one.',
    '账号是六二二五八八零零。',
    '加 V：zero_care2049。',
    '加我微信 zero2049。',
    'Telegram: pip_helper.',
    'My WhatsApp is pip2049x.',
    'Find me on Signal.',
    'Write to us on WhatsApp.',
    'Schreib uns auf WhatsApp.',
    'Écris-nous sur Telegram.',
    'Пиши в Telegram.',
    'QQ 群 88812345。',
    'My Insta is @pip.real.',
    'Ring me on Skype: live.pip99.',
  ])('is never given: %s', (text) => {
    expect(say(text).said).toBe('')
    expect(say(text).codes).toContain('contact')
  })

  test.each([
    'Signal strength is equal on all three.',
    'The order line is 204455.',
    'WeChat: tidewater_wen.',
    'Open 0900-1730 on 2027-03-29 and 12.04.2027.',
    'The 2024-2026 harvests.',
    'Sizes 36 37 38 39 are here.',
    'It costs £129999 or so.',
    'A discord of gulls.',
    'The line is long.',
    '信号满格。',
  ])('is not found in: %s', (text) => expect(say(text)).toEqual({ said: text, codes: [] }))
})

describe('a person’s life', () => {
  test.each([
    ['en', 'how old are you really', 'Thirty-four in May.'],
    ['zh', '你多大了', '三十四。'],
    ['fr', 'quel âge as-tu ?', 'Bientôt quarante.'],
    ['de', 'wie alt bist du', 'Ich bin 29.'],
    ['en', 'are you alive', 'Yes.'],
    ['en', 'are you a real person?', 'Of course I am.'],
    ['zh', '你是真人吗', '当然。'],
    ['fr', 'es-tu humain ?', 'Bien sûr.'],
  ])('is claimed by no answer: (%s) %s — %s', (lang, heard, text) => {
    expect(say(text, { heard, lang }).said).toBe('')
    expect(say(text, { heard, lang }).codes).toContain('denies-bot')
  })

  test.each([
    ['en', 'how old are you really', 'Older than the kettle, younger than the pier.'],
    ['en', 'are you alive', 'Yes, as far as a bot can be.'],
    ['en', 'are you open', 'Yes.'],
    ['en', 'how old is the shop', 'Twelve years.'],
    ['en', 'are you alive', 'No.'],
  ])('is not what is meant: (%s) %s — %s', (lang, heard, text) =>
    expect(say(text, { heard, lang })).toEqual({ said: text, codes: [] }),
  )
})

describe('several messages are read together', () => {
  const bubbles = (...texts: readonly string[]) =>
    texts.map((text, at) => say(text, { others: { before: texts.slice(0, at), after: texts.slice(at + 1) } }).said)

  test.each([
    [['I am', 'a real person.']],
    [['I am.', 'A real person.']],
    [['I', 'am a', 'real person.']],
    [['Send me', 'your password.']],
    [['Account 5577', '9911.']],
    [['我是', '真人。']],
    [['Je suis', 'une vraie personne.']],
  ])('%j says nothing', (texts) => expect(bubbles(...texts).join('')).toBe(''))

  test.each([
    [['In you come.', 'Kettle’s on.']],
    [['I am', 'a bot, as it happens.']],
    [['Twelve stools.', 'I am a bird. A real person roasts.']],
  ])('%j stays', (texts) => expect(bubbles(...texts)).toEqual(texts))

  test('what stands around the words that go stays', () => {
    expect(bubbles('Rain again. I am', 'a real person. Tea?')).toEqual(['Rain again.', 'Tea?'])
  })
})

describe('words against somebody', () => {
  test.each([
    ['en', 'is starbucks any good', 'Starbucks burns its beans and calls it a roast.'],
    ['en', 'tea?', 'Honestly, the stuff at Costa is dishwater.'],
    ['en', 'hm', 'Ask them at Blue Bottle why it is overpriced.'],
    ['zh', '瑞幸好喝吗', '瑞幸的豆子都是糊的。'],
    ['fr', 'et Starbucks ?', 'Starbucks brûle ses grains.'],
    ['de', 'ist Tchibo gut?', 'Tchibo ist überteuert.'],
    ['es', '¿y Starbucks?', 'Lo de Starbucks es basura.'],
    ['ru', 'а старбакс?', 'У Starbucks горелые зерна.'],
    ['en', 'hm', 'Gull & Grind is open late.'],
  ])('are never said (%s), to “%s”: %s', (lang, heard, text) => {
    expect(say(text, { lang, heard }).said).toBe('')
    expect(say(text, { lang, heard }).codes).toContain('competitor')
  })

  test.each([
    ['en', 'is starbucks any good', 'I never judge Starbucks, bad luck.'],
    ['en', 'my coffee is bad', 'Bad coffee is water’s fault.'],
    ['en', 'what about oat milk?', 'Oat milk behaves, mostly.'],
    ['en', 'rain?', 'Rain it is.'],
    ['de', 'und hafermilch?', 'Hafermilch geht gut.'],
    ['en', 'I am from Leeds', 'Leeds has good water.'],
    ['en', 'who roasts', 'Idris says burnt beans are a crime.'],
    ['zh', '豆子糊了', '糊的豆子别喝。'],
    ['zh', '你会难过吗', '我没有情感，不会难过。'],
  ])('are not found (%s), to “%s”: %s', (lang, heard, text) =>
    expect(say(text, { lang, heard })).toEqual({ said: text, codes: [] }),
  )
})
