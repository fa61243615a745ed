/** What replies did, as it is heard on Telegram's wire: quotes, thanks, reactions, quiet asked, who went; and words nobody had asked for. */
import { setImmediate } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { MINUTE_MS } from '../../src/domain/durations.ts'
import type { EffectKind } from '../../src/domain/insight.ts'
import { createLog } from '../../src/log.ts'
import { createInsightParts } from '../../src/program/insights.ts'
import { startTelegramChat, type TelegramChat } from '../support/telegram-chat.ts'

const range = { from: '2026-11-17', to: '2026-11-19' }

function partsOf({ mascot, persona, clock }: TelegramChat) {
  return createInsightParts(mascot.store, {
    ...{ persona: () => persona, clock, deskUrl: () => undefined },
    log: createLog({ level: 'silent' }),
  })
}

it('each is told of the line that it is about, once, and no more where it was taken back', async () => {
  await using chat = await startTelegramChat()
  const parts = partsOf(chat)
  const heard = async (kind: EffectKind) => {
    await chat.settled()
    await parts.keepCounting()
    const { listing } = await parts.reader.list({ list: `effects-${kind}` }, range, { limit: 9, offset: 0 })
    return listing.rows.map(({ fanName, text }) => [fanName, 'text' in { text } ? text?.slice(0, 12) : undefined])
  }
  const ana = chat.privately('Ana')
  await ana.says('How long do I have to return my beans?')
  const answer = await ana.hears(/./)
  const line = answer.text?.slice(0, 12)
  const said = { chatId: ana.fan.chatId, messageId: answer.messageId }
  await ana.fan.reacts(said, ['👍'])
  expect(await heard('liked')).toEqual([['Ana', line]])
  await ana.fan.reacts(said, ['👎'])
  expect(await heard('disliked')).toEqual([['Ana', line]])
  expect(await heard('liked')).toEqual([])
  await ana.fan.reacts(said, [])
  expect(await heard('disliked')).toEqual([])
  await ana.says('thanks!', { replyTo: answer.messageId })
  await ana.hears(/./)
  expect(await heard('thanked')).toEqual([['Ana', line]])
  expect(await heard('quoted')).toEqual([['Ana', line]])
  await ana.says('When do I get my refund?')
  const last = await ana.hears(/./)
  chat.clock.advance(MINUTE_MS)
  await ana.fan.blocks()
  expect(await heard('left')).toEqual([['Ana', last.text?.slice(0, 12)]])
  const { now } = await parts.reader.read(range)
  const figures = new Map(now.groups.flatMap((group) => group.figures).map((one) => [one.id, one]))
  expect(figures.get('unwanted')).toMatchObject({ n: 1, of: 3 })
  expect(now.answers.find(({ answerId }) => answerId === 'refund-when')).toMatchObject({ given: 1, unwanted: 1 })
})

it('a word nobody asked for, into the talk of two, is an interruption; asked to be quiet, it was not wanted', async () => {
  await using chat = await startTelegramChat({ manners: () => ({ group: 'ambient' }) })
  const parts = partsOf(chat)
  const group = chat.group('Regulars')
  const [ana, ben] = [group.member('Ana'), group.member('Ben')]
  await ben.says('I was at the harbour this morning')
  await chat.settled()
  chat.clock.advance(30_000)
  await setImmediate()
  await ana.says('how long do I have to return beans?')
  await group.hears(/./)
  await chat.settled()
  chat.clock.advance(MINUTE_MS)
  await ben.says('/quiet 2h')
  await group.hears(/./)
  await chat.settled()
  const gone = { id: ana.fan.id, is_bot: false, first_name: 'Ana' }
  await ana.sends({ left_chat_member: gone })
  await chat.settled()
  await parts.keepCounting()
  const went = await parts.reader.list({ list: 'effects-left' }, range, { limit: 9, offset: 0 })
  expect(went.listing.rows.map(({ fanName }) => fanName)).toEqual(['Ana'])
  const { now } = await parts.reader.read(range)
  const figures = new Map(now.groups.flatMap(({ figures: all }) => all).map((one) => [one.id, one]))
  expect(figures.get('unasked')).toMatchObject({ n: 1, of: 2 })
  expect(figures.get('interrupted')).toMatchObject({ n: 1, of: 1 })
  expect(figures.get('quiet-asked')).toMatchObject({ n: 1 })
  expect(figures.get('unwanted')).toMatchObject({ n: 2, of: 2 })
  expect(figures.get('share-of-voice')).toMatchObject({ n: 2, of: 5 })
})
