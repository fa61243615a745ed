/** Whoever guesses learns nothing: neither from the words nor from what is done before they are said. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ConversationState } from '../../../src/domain/conversation.ts'
import { accountId } from '../../../src/domain/ids.ts'
import { begunLookUp, lookUpAnswered } from '../../../src/engine/compose/looking-up.ts'
import { english } from '../../../src/hearing/packs/english.ts'
import { createLog } from '../../../src/log.ts'
import { createLookUps } from '../../../src/shop/create-look-ups.ts'
import { createManualClock } from '../../support/manual-clock.ts'
import { openShop, type Shop, shopToken } from '../../support/shop.ts'
import { noon, thinking, turnOf } from '../../support/turns.ts'

let shop: Shop
beforeAll(async () => {
  shop = await openShop([{ number: 'TW-204711', email: 'ana@example.com', points: 7 }])
})
afterAll(() => shop[Symbol.asyncDispose]())

it('five hundred guesses from fifty accounts hear the same of what is there and of what is not', async () => {
  const { recalled } = await thinking({
    lookups: [
      {
        id: 'points',
        about: 'how many points an account has',
        asks: ['how many points do i have'],
        needs: [{ id: 'number', shape: 'TW-######', ask: 'Which order?' }],
        request: {
          url: `${shop.url}/orders/{number}`,
          headers: { authorization: 'Bearer {env:SHOP_TOKEN}' },
          private: true,
        },
        proof: 'code',
        address: 'order.email',
        facts: { points: 'order.points' },
        says: { found: 'You have {points} points.' },
      },
    ],
  })
  const sums = new Map<string, number>()
  const mails: string[] = []
  const lookUps = createLookUps({
    env: () => shopToken,
    counts: {
      sums: async (keys) => keys.map((key) => sums.get(key) ?? 0),
      async add(key, amount) {
        const sum = (sums.get(key) ?? 0) + amount
        sums.set(key, sum)
        return sum
      },
    },
    timeZone: () => 'UTC',
    mail: async ({ code }) => void mails.push(code),
    clock: createManualClock({ startsAt: noon }),
    log: createLog({ level: 'silent' }),
  })
  const turn = await recalled(turnOf('hello'), { lookUps })
  const { signal } = new AbortController()
  const heard = { there: new Set<string>(), not: new Set<string>() }
  const states = new Map<string, ConversationState>()
  for (let guess = 0; guess < 500; guess += 1) {
    const account = accountId('test', `guesser-${guess % 50}`)
    const state = states.get(account) ?? {}
    const isThere = (guess + Math.floor(guess / 50)) % 2 === 0
    const by = {
      ...turn,
      author: { ...turn.author, accountId: account },
      conversation: { ...turn.conversation, state },
    }
    const asked = { ...by, text: isThere ? 'TW-204711' : `TW-${500_000 + guess}` }
    const verdict =
      state.code && guess % 3 !== 0
        ? await lookUpAnswered({ ...by, text: String(100_000 + guess) })
        : await begunLookUp('lookup-points', asked)
    if (verdict === undefined || !('say' in verdict)) throw new Error('nothing was said')
    heard[isThere ? 'there' : 'not'].add(JSON.stringify(verdict.say))
    states.set(account, { ...state, ...verdict.changes?.state } as ConversationState)
    if (verdict.changes?.sendsCode) await lookUps.sendCode(verdict.changes.sendsCode, signal)
  }
  expect([...heard.there].sort()).toEqual([...heard.not].sort())
  expect([...heard.there].join()).not.toContain('7 points')
  const known = [english.lookUps.codeSent, english.lookUps.limit, english.lookUps.codeWrong, english.lookUps.codeOver]
  for (const said of heard.there) expect(known).toContain(JSON.parse(said)[0].text)
  expect(mails.length).toBeLessThanOrEqual(3)
})

it('the words of a code are found before the shop is asked anything', async () => {
  const { recalled } = await thinking({
    lookups: [
      {
        id: 'points',
        about: 'points',
        asks: ['how many points do i have'],
        needs: [{ id: 'number', shape: 'TW-######', ask: 'Which order?' }],
        request: { url: 'https://shop.example/{number}' },
        proof: 'code',
        address: 'email',
        says: { found: 'You have some.' },
      },
    ],
  })
  const asked: string[] = []
  const lookUps = {
    sendsCodes: () => true,
    async ask() {
      asked.push('ask')
      return { kind: 'unknown' } as const
    },
    newCode: () => '123456',
    mayHaveCode: async () => true,
    sendCode: async () => void asked.push('send'),
    couldNotSend: async () => false,
    act: async () => undefined,
  }
  const verdict = await begunLookUp('lookup-points', await recalled(turnOf('TW-204711'), { lookUps }))
  expect(verdict?.reason).toBe('look-up-code')
  expect(asked).toEqual([])
})
