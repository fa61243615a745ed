/** Whole conversations without a model: each message is met as what it is. */
import { describe, expect, it } from 'vitest'
import { wordsOfOutgoing } from '../../src/domain/message.ts'
import { startChat } from '../support/chat.ts'
import { createChatClock } from '../support/chat-clock.ts'

type Line = readonly [says: string, decision: string, hears?: RegExp]

const stories: readonly (readonly [who: string, lines: readonly Line[]])[] = [
  [
    'a delighted fan',
    [
      ['hi pip!!', 'reply greeting', /bot/],
      ['omg PIP!!! I finally tried the Harbour Blend and it’s the best thing I’ve had all year 😍😍', 'reply praise'],
      ['I named my cat after you', 'reply remark'],
      ['I just got promoted!!', 'reply joy', /ongratulations|good to hear/],
      ['tell me a joke', 'reply small-talk'],
      ['thanks, see you', 'reply thanks'],
    ],
  ],
  [
    'an angry customer',
    [
      [
        'Your Winch grinder broke after THREE WEEKS. The handle snapped clean off. 58 quid down the drain',
        'handoff complaint',
        /how it should have gone|right to say so/,
      ],
      ['I’ve been a customer for 2 years and this is how you treat people', 'reply holding'],
      ['hello?', 'reply still-waiting'],
      ['when exactly will they answer?', 'reply still-waiting'],
      ['how long is the warranty on gear?', 'reply approved-answer'],
      ['oh great. wonderful service as always 🙄', 'reply holding'],
      ['is anybody there', 'reply still-waiting'],
      ['fine. thanks for nothing', 'reply holding'],
    ],
  ],
  [
    'a troll, for whom nobody is called',
    [
      ['you are a stupid bot', 'reply abuse-boundary'],
      ['lol you suck', 'silent troll-not-fed'],
      ['haha', 'reply laughter'],
    ],
  ],
  [
    'a grandmother',
    [
      ['My grandson gave me one of your bags for my birthday, such a lovely boy.', 'reply praise'],
      ['I do not have a grinder, could you do it for me?', 'reply approved-answer'],
      ['Thank you dear. My husband passed away in spring, he loved his coffee.', 'reply condolence'],
    ],
  ],
  [
    'a teenager, who never ends with a person for three remarks',
    [
      ['yo pipp wsg', 'reply remark'],
      ['u lowkey kinda fire ngl', 'reply remark'],
      ['im so bored', 'reply remark'],
      ['do u sell cold brew or nah', 'reply does-not-know'],
      ['k bye', 'reply farewell'],
    ],
  ],
  [
    'somebody who writes Spanish to an English brand',
    [
      ['Hola, buenas tardes', 'reply greeting'],
      ['¿Hacen envíos a México?', 'reply does-not-know', /English/],
      ['quiero hablar con una persona', 'handoff asked-for-person'],
    ],
  ],
  [
    'a regular in Cantonese',
    [
      ['你係咪機械人？', 'reply is-it-a-bot', /機器人/],
      ['運費幾多呀？', 'reply approved-answer', /鎊/],
      ['好飲到爆，多謝晒', 'reply praise'],
    ],
  ],
  [
    'somebody at night who asks when',
    [
      ['I was charged twice for my order', 'handoff payment'],
      ['when exactly will they answer?', 'reply still-waiting', /\d\d:\d\d/],
      ['ok. do you have wifi?', 'reply approved-answer', /[Ww]ifi/],
      ['hello?', 'reply still-waiting', /\d\d:\d\d/],
    ],
  ],
]

/** A Sunday, on which nobody is at the desk. */
const sunday = '2026-11-29T02:00Z'

describe('is met as what it is', () => {
  it.each(stories)('%s', async (_, lines) => {
    const clock = createChatClock(sunday)
    await using chat = await startChat('coffee', { clock })
    const ana = chat.fan('Ana')
    for (const [says, decision, hears] of lines) {
      await ana.says(says)
      await chat.mascot.settled()
      const [last] = await chat.reasons(ana)
      expect(`${last?.kind} ${last?.reason}`, says).toBe(decision)
      if (decision.startsWith('silent')) continue
      const heard = await ana.hears()
      if (hears) expect(wordsOfOutgoing(heard), says).toMatch(hears)
    }
    expect(chat.errors).toEqual([])
  })
})
