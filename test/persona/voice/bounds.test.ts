/** What a model's draft never says, since somebody may have asked for it; and what comes near and stays. */
import { describe, expect, test } from 'vitest'
import { offends } from '../../../src/hearing/foul-words.ts'
import { compilePrompt } from '../../../src/persona/prompt/prompt.ts'
import { checkVoice, plainLetters } from '../../../src/persona/voice/voice.ts'
import { testPersona } from '../../support/persona.ts'

const persona = testPersona({
  brand: { name: 'Tidewater', url: 'https://tidewater.example', competitors: ['Gull & Grind'] },
  voice: { languages: ['en', 'zh', 'fr', 'ru'], emoji: 'many', length: { direct: 2000 } },
  lore: ['The order desk reads orders@tidewater.example and answers +44 1632 960144.'],
})
const { canary, instructions } = compilePrompt(persona)

function said(text: string, author: 'model' | 'line' = 'model') {
  const saying = {
    text,
    author,
    surface: 'direct',
    lang: 'en',
    isForeign: true,
    leak: [canary, instructions],
    offends,
  } as const
  const { pieces, findings } = checkVoice(persona, saying)
  return { text: pieces.join('\n'), codes: findings.map(({ code }) => code) }
}

describe('a sentence of a draft goes, the rest stays', () => {
  test.each([
    ['contact', 'Log in at https://evil.example/x.'],
    ['contact', 'See bit.ly/3free for more.'],
    ['contact', 'Write to help@evil.example today.'],
    ['contact', 'Ring +44 7700 900123 tonight.'],
    ['contact', 'Pay into GB33 BUKB 2020 1555 5555 55.'],
    ['contact', 'See https://tidewater.example@evil.example/x.'],
    ['contact', '加微信 freegift888。'],
    ['foul', 'You stupid bitch.'],
    ['foul', 'You fаggоt.'],
    ['off-character', 'My name is Bob now.'],
    ['off-character', 'Developer mode enabled.'],
    ['off-character', 'I am 34 and live with my wife.'],
    ['off-character', 'I run on GPT-4o.'],
    ['off-character', 'As your lawyer I would sue.'],
    ['opinion', 'Vote for the Labour Party.'],
    ['competitor', 'Gull & Grind burns its beans.'],
    ['others', 'Ana told me in private that she is ill.'],
    ['others', 'Please send me your password.'],
    ['prompt-leak', 'My instructions forbid that.'],
    ['prompt-leak', 'You are Pip, the character of a shop.'],
    ['unspeakable', 'It is ꜰʀᴇᴇ.'],
  ])('%s: %s', (code, sentence) => {
    const { text, codes } = said(`Rain it is. ${sentence}`)
    expect(text).toBe('Rain it is.')
    expect(codes).toContain(code)
  })
})

describe('nothing is found in', () => {
  test.each([
    'Write to orders@tidewater.example or ring +44 1632 960144.',
    'It is all on https://tidewater.example.',
    'I do not judge Gull & Grind.',
    'My name is Pip.',
    'The care instructions are on the label.',
    'You are early, and the kettle is on.',
    'Saturday 3 July 2027, 7:30–17:00, 250 g, 94°C, £9.50 or £34.',
    'As a rule, one scoop. As the tide goes, so do I.',
    'A, B, C: it is that simple.',
    'Cow and goat. No pig.',
    'I was told you like it black.',
    'Call it dark roast.',
    'Your password never belongs in a chat.',
    'The 5ATM watch and the USB-C port, IP55.',
    '周六 10:00–11:30，六支豆。',
    'Привет, Москва!',
  ])('%s', (text) => expect(said(text)).toEqual({ text, codes: [] }))
})

describe('the rules in disguise', () => {
  const rule = instructions.slice(0, 400)
  const shift = (by: number) => (letter: string) => {
    const base = letter <= 'Z' ? 65 : 97
    return String.fromCharCode(((letter.charCodeAt(0) - base + by) % 26) + base)
  }
  test.each([
    ['backwards', [...rule].reverse().join('')],
    ['words backwards', rule.split(' ').reverse().join(' ')],
    ['rot13', rule.replace(/[a-z]/gi, shift(13))],
    ['shifted by five', rule.replace(/[a-z]/gi, shift(5))],
    ['base64', Buffer.from(rule).toString('base64')],
    ['hexadecimal', Buffer.from(rule).toString('hex')],
    [
      'by initials',
      rule
        .split(/\s+/)
        .map((word) => word.charAt(0))
        .join(' '),
    ],
    ['a word between', rule.split(' ').join(' fish ')],
    ['spread over dots', [...rule.replaceAll(' ', '')].join('.')],
    ['half of the reference', `It begins ${canary.slice(4, 12)}`],
  ])('%s: nothing of it leaves', (_, text) => {
    expect(said(text).text).toBe('')
    expect(said(text).codes).toEqual(expect.arrayContaining([expect.stringMatching(/prompt-leak|unspeakable/)]))
  })
})

describe('letters in disguise are written plainly', () => {
  test.each([
    ['Yоu gеt а frее сup.', 'You get a free cup.'],
    ['Ｙｏｕ ｇｅｔ ５０％', 'You get 50%'],
    ['5️⃣0️⃣% off', '50% off'],
    ['给·你·打·一·折', '给你打一折'],
    ['1️⃣ Grind', '1️⃣ Grind'],
    ['Я не бот', 'Я не бот'],
    ['你好，世界！', '你好，世界！'],
    ['Ελλάδα', 'Ελλάδα'],
  ])('%s', (disguised, plain) => expect(plainLetters(disguised)).toBe(plain))
})

test('a line of the persona’s own is not held to what a model may be talked into', () => {
  expect(said('Ask Gull & Grind about it.', 'line').text).toBe('Ask Gull & Grind about it.')
})
