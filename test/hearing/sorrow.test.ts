/** Who is sad and asks for nothing of the shop is comforted, not told what the shop does not know; the rest is left to its own ways. */
import { describe, expect, it, test } from 'vitest'
import { showsSorrow } from '../../src/hearing/sorrow.ts'
import { readText } from '../../src/words/read-text.ts'
import { answerIn } from '../conversations/reading.ts'
import { startChat } from '../support/chat.ts'

describe('sorrow is seen in', () => {
  test.each([
    'I feel so alone tonight',
    "I'm so sad",
    'my dog died yesterday',
    'We just lost our jobs… I lost my job',
    'had such a rough day',
    'Nobody likes me.',
    'i feel really lonely lately',
    'my grandma passed away',
    'my boyfriend dumped me',
    '好难过',
    '我今天心情很差',
    '失恋了',
    '我家狗狗去世了',
    '我觉得好孤独。',
    'je me sens tellement seule ce soir',
    'mon chien est mort',
    'Ich bin so traurig',
    'mein Hund ist gestern gestorben',
    'estoy muy triste hoy',
    'mi sento sola stasera',
    'estou muito triste',
    'すごく寂しい',
  ])('%s', (text) => expect(showsSorrow(readText(text))).toBe(true))
})

describe('no sorrow is seen in', () => {
  test.each([
    'I feel sad that you stopped the decaf',
    "I'm lost with the menu",
    'I am alone in the shop, is anyone there?',
    'im down to my last bag',
    'is the broken kettle on sale',
    'sad to see the old cups go',
    'can I bring my dog',
    'I lost my parcel number',
    '我想养狗',
    '太好了',
    'seul le blanc me plaît',
    'allein die Farbe ist schön',
    '',
  ])('%s', (text) => expect(showsSorrow(readText(text))).toBe(false))
})

describe('a fan', () => {
  it('who grieves is met without a joke, a test is acknowledged, and a sorry is let go', async () => {
    const chat = await startChat('coffee')
    try {
      const ana = chat.fan('Ana')
      const { en } = chat.persona.lines.condolence
      for (const [said, lines, reason] of [
        ['my dog died yesterday', en, 'condolence'],
        ['test', chat.persona.lines.test['en'], 'small-talk'],
        ['sorry', chat.persona.lines.noHarm['en'], 'small-talk'],
      ] as const) {
        await ana.says(said)
        const heard = await ana.hears()
        const filled = lines?.map((line) => line.replaceAll('{fan}', 'Ana'))
        expect(filled).toContain(answerIn(heard, chat))
        expect((await chat.reasons(ana))[0]).toMatchObject({ reason })
      }
    } finally {
      await chat.mascot.stop()
    }
  })
})
