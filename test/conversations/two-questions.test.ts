/** Two questions in one message: both answers, each in its own piece, or the sure one and a question about the rest. No model. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Chat, startChat } from '../support/chat.ts'
import { createChatClock } from '../support/chat-clock.ts'
import { answerIn, everyLine, latest } from './reading.ts'

let chat: Chat
beforeAll(async () => {
  chat = await startChat('coffee', { clock: createChatClock('2026-11-18T10:30Z') })
})
afterAll(async () => {
  expect(chat.errors).toEqual([])
  await chat.mascot.stop()
})

/** The approved words in a language, whole. */
function wordsFor(id: string, lang: string): readonly string[] {
  return chat.persona.answers.find((answer) => answer.id === id)?.answer[lang] ?? []
}

describe('two questions at once', () => {
  it('get both answers in the order asked, each in its own piece, both on record', async () => {
    const ana = chat.fan('Ana')
    await ana.says('what time do you open? and are dogs allowed?')
    expect(wordsFor('opening-hours', 'en')).toContain(answerIn(await ana.hears(), chat))
    expect(wordsFor('dogs', 'en')).toContain(answerIn(await ana.hears(), chat))
    await ana.hearsNothing()
    const decision = await latest(chat, ana)
    expect(decision).toMatchObject({ kind: 'reply', reason: 'approved-answer' })
    const ids = [decision?.answerId, ...(decision?.flags ?? []).filter((flag) => flag.startsWith('also:'))]
    expect(ids.map((id) => id?.replace('also:', '')).toSorted()).toEqual(['dogs', 'opening-hours'])
  })

  it('中文里的两件事，各答一条', async () => {
    const lin = chat.fan('小林')
    await lin.says('你们几点开门，另外可以带狗吗')
    expect(wordsFor('opening-hours', 'zh')).toContain(answerIn(await lin.hears(), chat))
    expect(wordsFor('dogs', 'zh')).toContain(answerIn(await lin.hears(), chat))
    await lin.hearsNothing()
  })

  it('of which one is not known get the sure answer and a question about the rest', async () => {
    const ben = chat.fan('Ben')
    await ben.says('do you have oat milk? also what is the meaning of whales?')
    expect(wordsFor('milks', 'en')).toContain(answerIn(await ben.hears(), chat))
    await ben.hears(everyLine(chat.persona.lines.otherQuestion, 'en', 'Ben'))
    await ben.hearsNothing()
    expect(await latest(chat, ben)).toMatchObject({ answerId: 'milks', flags: expect.arrayContaining(['asked-more']) })
  })

  it('are told from one question with a remark beside it', async () => {
    const cleo = chat.fan('Cleo')
    await cleo.says('do you have oat milk? my sister made me switch.')
    expect(wordsFor('milks', 'en')).toContain(answerIn(await cleo.hears(), chat))
    await cleo.hearsNothing()
  })
})
