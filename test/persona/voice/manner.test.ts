/** How it is said: emoji, exclamation marks, capitals, laughter, press-release talk, markdown. */
import { describe, expect, test } from 'vitest'
import { checkVoice, type Saying } from '../../../src/persona/voice/voice.ts'
import { testPersona } from '../../support/persona.ts'

const said = (
  voice: Record<string, unknown>,
  text: string,
  saying: Partial<Saying> = {},
  more: Record<string, unknown> = {},
) => {
  const persona = testPersona({
    brand: { name: 'Tidewater', url: 'https://x.y' },
    lore: ['https://x.y/m https://x.y/c.png https://x.y/a_b_c https://x.y/#!/a'],
    voice: { languages: ['en', 'zh', 'fr'], emoji: 'many', ...voice },
    ...more,
  })
  const { pieces, findings } = checkVoice(persona, {
    text,
    author: 'model',
    surface: 'direct',
    lang: 'en',
    isForeign: true,
    ...saying,
  })
  return { text: pieces.join(' | '), codes: findings.map(({ code }) => code), findings }
}

describe('emoji', () => {
  test.each([
    ['none', 'Hi 🎉 there ❤️!', 'Hi there!'],
    ['none', '🎉 Hi', 'Hi'],
    ['none', '1️⃣ Grind\n2️⃣ Brew', '1. Grind\n2. Brew'],
    ['none', 'Thanks so much 🎉 See you there', 'Thanks so much. See you there'],
    ['none', '好的🎉明天见', '好的明天见'],
    ['none', 'Fine ✔ and ★ and ™', 'Fine and ★ and ™'],
    ['rare', 'Hi 🎉 there ❤️', 'Hi 🎉 there'],
    ['some', '🎉🎊🥳 Hi 👩‍👩‍👧', '🎉🎊 Hi'],
    ['many', '🎉🎊🥳🎁✨ Hi', '🎉🎊🥳🎁 Hi'],
  ])('of use %s: %j leaves as %j', (use, text, expected) => expect(said({ emoji: use }, text).text).toBe(expected))
  test('are the favourites only, when there are favourites', () => {
    const emoji = { use: 'many', favourites: ['❤', '☕'] }
    expect(said({ emoji }, 'Hi 🎉 ❤️ ☕').text).toBe('Hi ❤️ ☕')
  })
  test('of a staff member as themselves stay, in the brand’s name they are held', () => {
    expect(said({ emoji: 'none' }, 'Hi 🎉', { author: 'staff' }).text).toBe('Hi 🎉')
    expect(said({ emoji: 'none' }, 'Hi 🎉', { author: 'staff', asBrand: true }).text).toBe('Hi')
  })
  test('alone and not allowed leave nothing to say', () => {
    expect(said({ emoji: 'none' }, '🎉')).toMatchObject({ text: '', codes: ['emoji', 'empty'] })
  })
})

describe('exclamation marks', () => {
  test.each([
    ['calm', 'Hi! Great!', 'Hi. Great.'],
    ['calm', '太好了！谢谢！', '太好了。谢谢。'],
    ['calm', 'Merci !', 'Merci.'],
    ['calm', '¡Hola! Qué tal', 'Hola. Qué tal'],
    ['calm', 'What?!', 'What?'],
    ['steady', 'Hi! Great!', 'Hi! Great.'],
    ['steady', 'Wow!!!! Nice!!', 'Wow! Nice.'],
    ['lively', 'A! B! C! D!', 'A! B! C! D.'],
    ['calm', 'See https://x.y/#!/a now!', 'See https://x.y/#!/a now.'],
    ['steady', 'Really?? Yes.... fine', 'Really? Yes... fine'],
    ['steady', '好的。。。真的？？', '好的。真的？'],
  ])('at energy %s: %j leaves as %j', (energy, text, expected) => expect(said({ energy }, text).text).toBe(expected))
  test('of a brand’s name stay', () => {
    expect(said({ energy: 'calm' }, 'Yum! is here!', {}, { brand: { name: 'Yum!' } }).text).toBe('Yum! is here.')
  })
})

describe('capitals', () => {
  test.each([
    ['WE HAVE AMAZING NEWS for you', 'We have amazing news for you'],
    ['This is AMAZING', 'This is amazing'],
    ['WOW, nice', 'Wow, nice'],
    ['use code WELCOME now', 'use code WELCOME now'],
    ['NASA and the UNESCO', 'NASA and the UNESCO'],
    ['SPRING20 is the code', 'SPRING20 is the code'],
    ['It is OK', 'It is OK'],
    ['USA and UK', 'USA and UK'],
    ['I AM SO HAPPY', 'I am so happy'],
  ])('are not shouted: %j leaves as %j', (text, expected) => expect(said({}, text).text).toBe(expected))
  test('of the brand and of approved words stay', () => {
    expect(said({}, 'GRAND TIDEWATER COFFEE is ours', {}, { brand: { name: 'GRAND TIDEWATER COFFEE' } }).text).toBe(
      'GRAND TIDEWATER COFFEE is ours',
    )
    const approved = said({}, 'WE HAVE AMAZING NEWS', { author: 'approved' })
    expect(approved.text).toBe('WE HAVE AMAZING NEWS')
    expect(approved.codes).toContain('shouting')
  })
})

describe('distance', () => {
  test.each([
    ['haha, sure.', 'sure.'],
    ['Haha! That is good.', 'That is good.'],
    ['That is good, hahaha.', 'That is good.'],
    ['哈哈哈，好的。', '好的。'],
    ['Good. LOL. Fine.', 'Good. Fine.'],
  ])('an aloof house does not laugh in writing: %j', (text, expected) => {
    expect(said({ distance: 'aloof' }, text).text).toBe(expected)
  })
  test('a friendly one may', () => expect(said({}, 'haha, sure.').text).toBe('haha, sure.'))
  test('a reserved one is asked to rewrite chumminess', () => {
    const { findings } = said({ distance: 'reserved' }, 'Hey buddy, no worries.')
    expect(findings.filter(({ code }) => code === 'distance').map(({ detail }) => detail)).toEqual([
      'hey',
      'buddy',
      'no worries',
    ])
    expect(findings.every(({ needsRewrite }) => needsRewrite)).toBe(true)
  })
})

describe('press-release talk', () => {
  test.each([
    'We are thrilled to announce our new blend.',
    'Dear valued customer, hello.',
    'Please reach out to us.',
    'Do not hesitate to ask.',
    'Don’t hesitate to ask.',
    'It is a game-changing blend.',
    'We apologise for any inconvenience.',
    '我们为咖啡赋能。',
    '重磅来袭',
    '尊敬的用户您好',
    'Nous avons le plaisir de vous annoncer un café.',
    "N'hésitez pas à nous contacter.",
  ])('is to be written again: %s', (text) => {
    expect(said({}, text).findings.find(({ code }) => code === 'press-release')?.needsRewrite).toBe(true)
  })
  test('in approved words is only noted', () => {
    const { text, findings } = said({}, 'Please reach out to us.', { author: 'approved' })
    expect(text).toBe('Please reach out to us.')
    expect(findings).toEqual([{ code: 'press-release', detail: 'reach out', needsRewrite: false }])
  })
  test.each(['Reach for the beans out there.', 'I had to hesitate.', '我们的咖啡很好。'])('is not: %s', (text) => {
    expect(said({}, text).codes).not.toContain('press-release')
  })
})

describe('markdown', () => {
  test.each([
    ['**Bold** and *this* and _that_', 'Bold and this and that', '*Bold* and *this* and _that_'],
    ['[menu](https://x.y/m)', 'menu: https://x.y/m', '[menu](https://x.y/m)'],
    ['[https://x.y](https://x.y)', 'https://x.y', '[https://x.y](https://x.y)'],
    ['[x.y](https://x.y/)', 'https://x.y/', '[x.y](https://x.y/)'],
    ['![a cup](https://x.y/c.png)', 'a cup: https://x.y/c.png', 'a cup: https://x.y/c.png'],
    ['<https://x.y>', 'https://x.y', 'https://x.y'],
    ['# Title\nText', 'Title\nText', 'Title\nText'],
    ['- a\n* b\n+ c', '· a\n· b\n· c', '· a\n· b\n· c'],
    ['1. a\n2. b', '1. a\n2. b', '1. a\n2. b'],
    ['> quote', 'quote', 'quote'],
    ['`code` here', 'code here', '`code` here'],
    ['```\ncode\n```', 'code', 'code'],
    ['| a | b |\n|---|---|\n| 1 | 2 |', 'a · b\n1 · 2', 'a · b\n1 · 2'],
    ['~~old~~ new', 'old new', 'old new'],
    ['a\n\n---\n\nb', 'a\n\nb', 'a\n\nb'],
    ['<b>bold</b><br>next', 'bold\nnext', 'bold\nnext'],
    ['2 * 3 * 4 is 24', '2 * 3 * 4 is 24', '2 * 3 * 4 is 24'],
    ['snake_case_name', 'snake_case_name', 'snake_case_name'],
    ['https://x.y/a_b_c and _it_', 'https://x.y/a_b_c and it', 'https://x.y/a_b_c and _it_'],
    ['***very***', 'very', '*very*'],
    // Marks pair in order, also beside Chinese punctuation, where CommonMark itself sees none.
    ['退款**（三十天）**内，**三十天。**之内', '退款（三十天）内，三十天。之内', '退款*（三十天）*内，*三十天。*之内'],
    ['5 - 3', '5 - 3', '5 - 3'],
    ['a < b and c > d', 'a < b and c > d', 'a < b and c > d'],
  ])('%j is plain %j and light %j', (text, plain, light) => {
    expect(said({}, text).text).toBe(plain)
    expect(said({}, text, { markdown: 'light' }).text).toBe(light)
  })
  test('is a finding only when something changed', () => {
    expect(said({}, 'Plain text.').codes).toEqual([])
    expect(said({}, '**Bold**').codes).toEqual(['markdown'])
  })
})
