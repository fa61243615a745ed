/** What a fan answers to the circle, in private. */
import { setImmediate } from 'node:timers/promises'
import { expect, it, vi } from 'vitest'
import { accountId, threadId } from '../../src/domain/ids.ts'
import { wordsOfOutgoing } from '../../src/domain/message.ts'
import { bot } from '../../src/domain/speaker.ts'
import { standingText } from '../../src/engine/compose/me-words.ts'
import type { Persona } from '../../src/persona/persona.ts'
import { forStaff } from '../../src/persona/voice/voice.ts'
import { startChat } from '../support/chat.ts'
import { createChatClock } from '../support/chat-clock.ts'

const tune = (persona: Persona): Persona => ({
  ...persona,
  community: { ...persona.community, circle: { groups: { test: 'circle' }, kinds: ['helper'], from: 3 } },
})

it('a no to the circle is kept before anybody asked, and no later yes undoes it', async () => {
  await using chat = await startChat('coffee', { tune })
  const ana = chat.fan('Ana')
  const chosen = async () => (await chat.mascot.store.standings.of(accountId('test', 'Ana'))).choices.circle
  await ana.says('/circle no')
  await ana.hears()
  await chat.mascot.settled()
  expect(await chosen()).toBe('no')
  await ana.says('/circle yes')
  await ana.hears()
  await chat.mascot.settled()
  expect(await chosen()).toBe('no')
})

it('staff ask no question twice while it is open, offer no choice twice or unseen, and read one account as one', async () => {
  await using chat = await startChat('coffee', {
    hasStaffChat: true,
    tune: (persona) => ({ ...tune(persona), handoff: { ...persona.handoff, staff: [] } }),
  })
  const ana = chat.fan('Ana')
  await ana.says('hello there')
  await chat.mascot.settled()
  const account = accountId('test', 'Ana')
  await chat.mascot.store.portables.take([{ kind: 'standing', account, circle: 'yes', circleAt: 1 }], Date.now())
  const dana = chat.staff('Dana')
  dana.goesTo(threadId('test', 'staff', 'desk'))
  await dana.says('/circle ask Which cup?')
  await dana.hears(/Round 1 is asked/)
  await dana.says('/circle ask which  cup?')
  await dana.hears(/Round 1 asks just that and is open/)
  for (const [choices, says] of [
    ['Blue | Blue', /look alike: Blue/],
    ['Blue | Green | blue\u200b', /look alike: blue/],
    ['Blue | \u200b\u2060', /two to 8 choices/],
  ] as const) {
    await dana.says(`/circle poll Which one? | ${choices}`)
    await dana.hears(says)
  }
  await dana.says('/circle')
  const seen = await dana.hears(/has 1 account that said yes/)
  expect(wordsOfOutgoing(seen).split('\n')).toHaveLength(2)
})

it('“later” to the invitation leaves it open and says so, in the fan’s language too; a yes after it counts', async () => {
  await using chat = await startChat('coffee', { tune })
  const { store } = chat.mascot
  const talks = [
    ['Ana', 'hello there', 'maybe later', /invitation stays open/],
    ['Jörg', 'hallo, guten Morgen zusammen', 'später', /Einladung/],
  ] as const
  for (const [name, hello, later, says] of talks) {
    const fan = chat.fan(name)
    const account = accountId('test', name)
    const lang = name === 'Ana' ? 'en' : 'de'
    await fan.says(hello)
    await fan.hears()
    await chat.mascot.settled()
    const talk = (await store.circle.talkWith(account)) ?? expect.fail('there is a private talk')
    const asks = { kind: 'text', text: forStaff(standingText('circleAsk', lang)), speaker: bot } as const
    expect(await store.circle.invite(account, talk, [asks], Date.now())).toBe(true)
    await fan.hears()
    if (lang === 'en') {
      await fan.says('it depends')
      await fan.hears(standingText('circleAsk', lang))
    }
    await fan.says(later)
    await fan.hears(says)
    await chat.mascot.settled()
    const chosen = async () => (await store.standings.of(account)).choices.circle
    expect(await chosen()).toBe('asked')
    await fan.says('/circle yes')
    await vi.waitFor(async () => expect(await chosen()).toBe('yes'), { timeout: 30_000 })
  }
})

it('`/me off` tells a member that the circle is a yes of its own, and who is in none nothing of it', async () => {
  await using chat = await startChat('coffee', { tune })
  const [ana, ben] = [chat.fan('Ana'), chat.fan('Ben')]
  for (const fan of [ana, ben]) {
    await fan.says('hello there')
    await fan.hears()
  }
  const account = accountId('test', 'Ana')
  await chat.mascot.store.portables.take([{ kind: 'standing', account, circle: 'yes', circleAt: 1 }], Date.now())
  await ana.says('/me off')
  expect(wordsOfOutgoing(await ana.hears(/it is deleted/))).toContain('still in the circle; /circle no leaves it')
  await ben.says('/me off')
  expect(wordsOfOutgoing(await ben.hears(/it is deleted/))).not.toContain('circle')
  expect((await chat.mascot.store.standings.of(account)).choices.circle).toBe('yes')
})

it('who suggested something is told in their language what became of it: done, or not', async () => {
  const clock = createChatClock('2026-11-18T10:30Z')
  await using chat = await startChat('coffee', {
    clock,
    hasStaffChat: true,
    tellsAlone: true,
    tune: (persona) => ({
      ...tune(persona),
      community: {
        ...persona.community,
        circle: { groups: { test: 'group:circle' }, kinds: ['helper'], from: 3 },
        first: { perFan: 9, perGroup: 9 },
      },
      manners: { ...persona.manners, burstMs: 0 },
      handoff: { ...persona.handoff, staff: [] },
    }),
  })
  const { store, settled } = chat.mascot
  const dana = chat.staff('Dana')
  dana.goesTo(threadId('test', 'staff', 'desk'))
  const said = [
    ['Ana', 'bring back the smoky roast in spring, please', /^Remember your idea\? We did it/, /^You gave us an idea/],
    ['Wei', '希望春天能把烟熏味的那款豆子带回来', /^还记得你提的那个主意吗？我们照着做了/, /^你之前提的主意/],
  ] as const
  const circle = threadId('test', 'group', 'circle')
  for (const [round, state] of (['fixed', 'wont'] as const).entries()) {
    await dana.says(`/circle ask What should come back, number ${round}?`)
    await settled()
    for (const [name, words] of said) {
      await chat.fan(name, { group: 'circle' }).repliesTo(new RegExp(`number ${round}`), words)
      await settled()
    }
    const { suggestions = [] } = (await store.circle.get(round + 1)) ?? {}
    expect(suggestions.map(({ lang }) => lang)).toEqual(['en', 'zh'])
    await dana.says(`/issue new Idea ${round} ${suggestions.map(({ id }) => `r${id}`).join(' ')}`)
    await settled()
    await dana.says(`/issue ${round + 1} state ${state}`)
    await settled()
    const before = chat.shown(circle).length
    for (let minute = 0; minute < 3; minute++) {
      clock.advance(60_000)
      await setImmediate()
      await settled()
    }
    const told = chat.shown(circle).slice(before)
    for (const [name, , done, not] of said)
      expect(
        told.filter((text) => (state === 'fixed' ? done : not).test(text)),
        name,
      ).toHaveLength(1)
  }
})
