/** A case called in a group goes on in private where the platform lets us write first; our first words there are words as all others. */
import { describe, expect, it } from 'vitest'
import { idOnPlatform, threadId } from '../../src/domain/ids.ts'
import type { OutboundMessage } from '../../src/domain/message.ts'
import { SendError } from '../../src/errors.ts'
import { type Chat, startChat } from '../support/chat.ts'

const inPrivate = threadId('test', 'Ana')

/** Ana has called a person in the group; `send`: what the platform does with our first words to her in private. */
async function called(send: () => Promise<void>): Promise<Chat> {
  const chat = await startChat('coffee', {
    hasStaffChat: true,
    writesFirst: true,
    beforeSend: async ({ threadId }: OutboundMessage) => (threadId === inPrivate ? await send() : undefined),
  })
  const ana = chat.fan('Ana', { group: 'quay' })
  await ana.says('Pip, can I speak to a person please')
  await ana.hears()
  return chat
}

const caseIn = async (chat: Chat) => (await chat.mascot.desk.list())[0]

describe('our first words in private', () => {
  it('stand in the outbox until the platform has taken them, and then the case is there', async () => {
    const taken = Promise.withResolvers<void>()
    await using chat = await called(() => taken.promise)
    const { records } = chat.mascot.store
    await expect.poll(async () => (await records.workload()).unsent.count).toBe(1)
    expect(await caseIn(chat)).toMatchObject({ surface: 'group' })
    taken.resolve()
    await expect.poll(async () => (await caseIn(chat))?.threadId).toBe(inPrivate)
    const ana = chat.fan('Ana')
    expect(await ana.hears(/will answer here/)).toMatchObject({ kind: 'text', surface: 'direct' })
    await ana.hearsNothing()
    await chat.staff('Dana').hears()
    expect(chat.errors).toEqual([])
  })

  it('are tried once where the fan takes none, and the case stays in the group, with its card', async () => {
    let tried = 0
    await using chat = await called(async () => {
      tried += 1
      throw new SendError('cannot send messages to this user', { isPermanent: true })
    })
    await chat.staff('Dana').hears(/Waiting/)
    await chat.mascot.settled()
    const one = await caseIn(chat)
    expect(one).toMatchObject({ surface: 'group', status: 'waiting' })
    const story = one && (await chat.mascot.store.cases.story(one.id, 10))
    expect(story?.events.map(({ what }) => what)).toContain('could not be written to first')
    expect([tried, one?.accountId && idOnPlatform(one.accountId)]).toEqual([1, 'Ana'])
  })
})
