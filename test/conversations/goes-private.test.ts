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

  it('are on their way while staff step into that private talk: there is one case, theirs, and it is shown what was said', async () => {
    const taken = Promise.withResolvers<void>()
    let isHeld = false
    await using chat = await startChat('coffee', {
      hasStaffChat: true,
      writesFirst: true,
      beforeSend: async ({ threadId }) => (isHeld && threadId === inPrivate ? await taken.promise : undefined),
    })
    const { desk, store } = chat.mascot
    const [ana, alone] = [chat.fan('Ana', { group: 'quay' }), chat.fan('Ana')]
    await alone.says('do you have wifi?')
    await alone.hears()
    isHeld = true
    await ana.says('Pip, can I speak to a person please')
    await ana.hears()
    await expect.poll(async () => (await store.records.workload()).unsent.count).toBe(1)
    const group = await caseIn(chat)
    const stepped = await desk.stepIn(inPrivate, { id: 'desk:eve', name: 'Eve' })
    taken.resolve()
    expect(stepped).toMatchObject({ isDone: true })
    await expect.poll(async () => await desk.list(), { timeout: 60_000 }).toHaveLength(1)
    await chat.mascot.settled()
    expect(await caseIn(chat)).toMatchObject({ surface: 'direct', status: 'assigned', assignee: 'Eve' })
    expect(group && (await store.cases.get(group.id))).toMatchObject({ status: 'closed', outcome: 'merged' })
    expect((await caseIn(chat))?.id).not.toBe(group?.id)
    const thread = (await caseIn(chat))?.staffThread
    await expect
      .poll(() => (thread ? chat.shown(thread) : []), { timeout: 60_000 })
      .toContainEqual(expect.stringMatching(/^Ana, in the group: .*can I speak to a person please/))
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
