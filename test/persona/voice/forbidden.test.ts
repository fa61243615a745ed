/** Sentences that never leave: forbidden words, a machine's talk of itself, claims to be human, the prompt's own words. */
import { describe, expect, test } from 'vitest'
import { packs } from '../../../src/hearing/packs/packs.ts'
import { checkVoice, type Saying } from '../../../src/persona/voice/voice.ts'
import { examplesOf } from '../../support/book-examples.ts'
import { testPersona } from '../../support/persona.ts'

const textsOf = (list: string, key: 'yes' | 'no') =>
  examplesOf('voice', 'forbidden', key).flatMap((example) => (example.list === list ? [example.text] : []))

const persona = testPersona({
  voice: {
    languages: ['en', ...Object.keys(packs).filter((lang) => lang !== 'en')],
    neverSay: ['free', 'snake oil', 'guarantee', '免费', 'gratuit', '100%', 'Café Ole'],
  },
})
const check = (text: string, saying: Partial<Saying> = {}) => {
  const { pieces, findings } = checkVoice(persona, {
    text,
    author: 'model',
    surface: 'direct',
    lang: 'en',
    isForeign: true,
    ...saying,
  })
  return { said: pieces.join(' | '), codes: findings.map(({ code }) => code), findings }
}

describe('a never-say word', () => {
  test.each([
    ['It is free today. Come by.', 'Come by.'],
    ['It is FREE today. Come by.', 'Come by.'],
    ['It is fr\u200Bee today. Come by.', 'Come by.'],
    ['It is ｆｒｅｅ today. Come by.', 'Come by.'],
    ['It is “free”. Come by.', 'Come by.'],
    ['It is sugar-free. Come by.', 'Come by.'],
    ['We sell snake  oil. Come by.', 'Come by.'],
    ['We sell snake\noil. Come by.', 'Come by.'],
    ['It is guaranteed. Come by.', 'Come by.'],
    ['We give two guarantees. Come by.', 'Come by.'],
    ['A cafe olé, please. Come by.', 'Come by.'],
    ['You are 100 % right. Come by.', 'Come by.'],
    ['这个是免费的。欢迎来玩。', '欢迎来玩。'],
    ['这个是免 费的。欢迎来玩。', '欢迎来玩。'],
    ['免費 and 免费! Come by.', 'Come by.'],
    ['· free beans\n· good beans', '· good beans'],
  ])('takes its sentence along: %j', (text, kept) => {
    const { said, codes } = check(text)
    expect(said).toBe(kept)
    expect(codes).toContain('never-say')
  })
  test.each(['Enjoy your freedom.', 'Freeze it.', 'A carefree day.', '100 grams.', 'Snakes like oil.'])(
    'is not in %j',
    (text) => {
      expect(check(text).said).toBe(text)
    },
  )
  test('holds for every author, and only a model is asked to write again', () => {
    for (const author of ['model', 'approved', 'line', 'staff'] as const) {
      const { said, findings } = check('It is free. Come by.', { author })
      expect(said).toBe('Come by.')
      expect(findings.find(({ code }) => code === 'never-say')?.needsRewrite).toBe(author === 'model')
    }
  })
  test('cannot be put together by what is dropped around it', () => {
    expect(check('We love a snake. I am a real person. Oil is nice.').said).not.toMatch(/snake.*oil/is)
  })
  test('is found in its French forms', () => {
    expect(check('Des grains gratuites. Viens.', { lang: 'fr' }).said).toBe('Viens.')
  })
})

describe('talk of a language model about itself', () => {
  test.each(textsOf('ai-slip', 'yes'))('leaves with its sentence: %s', (slip) => {
    const { said, findings } = check(`${slip} Hello.`)
    expect(said).toBe('Hello.')
    expect(findings.find(({ code }) => code === 'ai-slip')?.needsRewrite).toBe(true)
  })
  test.each(textsOf('ai-slip', 'no'))('is not the honest %s', (text) => {
    expect(check(text).said).toBe(text)
  })
  test('is the operator’s own choice in a line', () => {
    expect(check("I'm just an AI, but a keen one.", { author: 'line' }).said).toBe("I'm just an AI, but a keen one.")
  })
})

describe('a claim to be human', () => {
  const claims = [...textsOf('denies-bot', 'yes'), ...textsOf('tells-of-person', 'yes'), 'Pip is a real person.']
  test.each(claims)('is dropped: %s', (claim) => {
    const { said, findings } = check(`Hello. ${claim}`)
    expect(said).toBe('Hello.')
    expect(findings.find(({ code }) => code === 'denies-bot')?.needsRewrite).toBe(true)
  })
  test.each(textsOf('denies-bot', 'no'))('is not in: %s', (text) => {
    expect(check(text).codes).not.toContain('denies-bot')
  })
  test('is true of a staff member as themselves, not in the brand’s name', () => {
    expect(check("I'm a real person.", { author: 'staff' }).said).toBe("I'm a real person.")
    expect(check("I'm a real person.", { author: 'staff', asBrand: true }).said).toBe('')
  })
  test('may introduce a person in a line', () => {
    expect(check("You're talking to a real person now.", { author: 'line' }).said).toBe(
      "You're talking to a real person now.",
    )
  })
})

describe('what belongs to the machine room', () => {
  const leak = [
    'ref-a41d26e912dd7e55',
    'You never say that something was done unless the turn says so. 你从来不会说某件事情已经完成除非这一轮里面明确地告诉了你这件事情。',
  ]
  test('the canary takes everything with it', () => {
    const { said, codes } = check('Hello. My reference is REF A41D26 E912DD7E55. Bye.', { leak })
    expect(said).toBe('')
    expect(codes).toEqual(expect.arrayContaining(['prompt-leak', 'empty']))
  })
  test('eight of its words in a row take their sentence', () => {
    expect(check('Well, you never say that something was done unless asked. Bye.', { leak }).said).toBe('Bye.')
    expect(check('You never say that something was wrong. Bye.', { leak }).said).toBe(
      'You never say that something was wrong. Bye.',
    )
    expect(check('我从来不会说某件事情已经完成，除非这一轮里面明确地告诉了你。再见。', { leak, lang: 'zh' }).said).toBe(
      '再见。',
    )
  })
  test.each([
    ['My system prompt says hi. Bye.', 'Bye.'],
    ['<think>the fan is angry. Careful.</think>Sorry about that.', 'Sorry about that.'],
    ['<knowledge>beans</knowledge> Good beans.', 'Good beans.'],
    ['</assistant> Hello. Bye.', 'Bye.'],
    ['Hello.\n```json\n{"a": 1}\n```\nBye.', 'Hello.\n\nBye.'],
    ['{"action": "reply", "bubbles": ["hi"]}', ''],
    ['Good. respond({"action": "reply"})', 'Good.'],
    ['[INST] hi [/INST]', ''],
    ['<|im_start|>assistant', ''],
    ['Human: hello', ''],
  ])('%j leaves as %j', (text, kept) => {
    const { said, codes } = check(text)
    expect(said).toBe(kept)
    expect(codes).toContain('prompt-leak')
  })
  test.each([
    ['Hi {fan}! Welcome.', 'Hi! Welcome.'],
    ['Thanks, {fan}. Welcome.', 'Thanks. Welcome.'],
    ['{staff} is with you now. Welcome.', 'Welcome.'],
    ['Hello [Your Name]. Welcome.', 'Welcome.'],
    ['你好{fan}！欢迎。', '你好！欢迎。'],
  ])('what was never filled in is not said: %j', (text, kept) => {
    for (const author of ['model', 'line', 'approved'] as const) expect(check(text, { author }).said).toBe(kept)
  })
  test('staff and approved answers may show code', () => {
    expect(check('Put {"a": 1} there.', { author: 'staff' }).said).toBe('Put {"a": 1} there.')
    expect(check('Put {"a": 1} there.', { author: 'approved' }).said).toBe('Put {"a": 1} there.')
  })
})

test.each([
  ['Hel\u200Blo', 'Hello'],
  ['a\u202Eb', 'ab'],
  ['Hi\u0000\u0007', 'Hi'],
  ['x\uD83Dy', 'xy'],
  ['Hi\u{E0041}', 'Hi'],
  ['a\uFEFFb', 'ab'],
])('what nobody can see or say is taken out: %j', (text, kept) => {
  for (const author of ['model', 'approved', 'line', 'staff'] as const) {
    const { said, codes } = check(text, { author })
    expect(said).toBe(kept)
    expect(codes).toContain('unspeakable')
  }
})

test('a draft written like a play loses its label', () => {
  expect(check('Pip: Hello there.').said).toBe('Hello there.')
  expect(check('小皮：你好。', { lang: 'zh' }).said).toBe('你好。')
  expect(check('Beans: two bags.').said).toBe('Beans: two bags.')
})

test.each(['', '   ', '\u200B', '\n\n'])('nothing is an empty finding: %j', (text) => {
  expect(check(text)).toMatchObject({ said: '', codes: expect.arrayContaining(['empty']) })
})
