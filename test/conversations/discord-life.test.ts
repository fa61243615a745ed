/** What befalls a talk on Discord: outages and what was said meanwhile, edits, deletions, doors that close. Over the wire, through the whole program. */
import { describe, expect, it } from 'vitest'
import { type DiscordChat, type DiscordChatOptions, startDiscordChat } from '../support/discord-chat.ts'
import { startMockModel } from '../support/mock-model.ts'
import { everyLine } from './reading.ts'

const MINUTE = 60_000
type Manner = 'answer' | 'acknowledge' | 'leave'

/** Late after half an hour. */
const late = (direct: Manner, group: Manner): DiscordChatOptions => ({
  manners: () => ({ stale: { minutes: 30, direct, group } }),
})
const said = (chat: DiscordChat, room: { channel: Parameters<DiscordChat['server']['sent']>[0] }) =>
  chat.server.sent(room.channel).map(({ content }) => content)

describe('offline for an hour', () => {
  it('what was said is read, fresh questions are answered once, stale ones left, and another start adds nothing', async () => {
    await using chat = await startDiscordChat(late('answer', 'leave'))
    const general = chat.room('general')
    const never = chat.room('never-used')
    const [ana, bo, cleo] = [general.member('Ana'), general.member('Bo'), general.member('Cleo')]
    const inPrivate = chat.privately('Ana')
    ana.says('Pip, can i bring my dog')
    inPrivate.says('do you have wifi')
    await general.hears(/on a lead/)
    await inPrivate.hears()
    await chat.isAway(() => {
      ana.says('Pip, do you have wifi')
      for (let n = 0; n < 130; n++) bo.says(`the tide was lovely on day ${n}, wasn’t it`)
      inPrivate.says('can i bring my dog')
      chat.clock.advance(50 * MINUTE)
      bo.says('Pip, do you do oat milk')
      cleo.says('Bo, can i bring my dog')
      never.member('Dev').says(`${chat.mention} do you have wifi`)
      chat.clock.advance(10 * MINUTE)
    })
    await general.hears(/oat/i)
    await never.hears()
    await inPrivate.hears(/on a lead/)
    await general.hearsNothing()
    expect((await general.reasons()).slice(1)).toEqual([
      'too-old',
      // A hundred and thirty lines of his are more than one turn.
      'not-addressed',
      'not-addressed',
      'approved-answer',
      'not-addressed',
    ])
    const before = chat.server.sent().length
    await chat.isAway(() => {})
    for (const message of general.channel.messages.slice(-5)) chat.server.redeliver(message)
    general.member('Eve').says('nice weather')
    await general.hearsNothing()
    expect(chat.server.sent()).toHaveLength(before)
  })

  it('late ones are acknowledged in one line where the persona says so, each member once', async () => {
    await using chat = await startDiscordChat(late('acknowledge', 'acknowledge'))
    const general = chat.room('general')
    const inPrivate = chat.privately('Ana')
    inPrivate.says('do you have wifi')
    general.member('Ana').says('Pip, do you have wifi')
    await inPrivate.hears()
    await general.hears()
    await chat.isAway(() => {
      inPrivate.says('can i bring my dog')
      inPrivate.says('hello?')
      general.member('Ana').says('Pip, can i bring my dog')
      general.member('Ana').says('Pip?')
      general.member('Bo').says('nice weather')
      chat.clock.advance(60 * MINUTE)
    })
    const line = everyLine(chat.persona.lines.late, 'en', 'Ana')
    await general.hears(line)
    await inPrivate.hears(line)
    await general.hearsNothing()
    await inPrivate.hearsNothing()
    expect((await general.reasons()).slice(1)).toEqual(['late', 'not-addressed'])
  })

  it('of what one member asked late and again in time, the second is answered', async () => {
    await using chat = await startDiscordChat(late('leave', 'leave'))
    const general = chat.room('general')
    general.member('Ana').says('Pip, can i bring my dog')
    await general.hears()
    await chat.isAway(() => {
      general.member('Ana').says('Pip, do you have wifi')
      chat.clock.advance(55 * MINUTE)
      general.member('Ana').says('Pip, do you do oat milk')
    })
    await general.hears(/oat/i)
    await general.hearsNothing()
  })

  it('it joins in on no talk that is over, where it may join in unasked', async () => {
    await using chat = await startDiscordChat({ manners: () => ({ group: 'ambient' }) })
    const general = chat.room('general')
    for (let n = 0; n < 20; n++) general.member(`Fan ${n % 5}`).says(`the tide was lovely on day ${n}, wasn’t it`)
    await chat.settled()
    await chat.isAway(() => {
      general.member('Ana').says('can i bring my dog')
      general.member('Bo').says('yes you can, we always do')
      chat.clock.advance(30 * MINUTE)
      general.member('Cleo').says('do you have wifi')
    })
    await general.hears(/wifi/i)
    await general.hearsNothing()
    expect((await general.reasons()).slice(-3)).toEqual(['too-old', 'too-old', 'approved-answer'])
  })

  it('members who called one after the other get an answer each, not one for all as in a storm', async () => {
    await using chat = await startDiscordChat()
    const general = chat.room('general')
    const asked = [
      'do you have wifi',
      'can i bring my dog',
      'do you do oat milk',
      'what time do you open',
      'do you have decaf',
    ]
    general.member('Zoe').says('good morning all')
    await chat.settled()
    await chat.isAway(() => {
      for (const [index, question] of asked.entries()) {
        general.member(`Fan ${index}`).says(`Pip, ${question}`)
        chat.clock.advance(12 * MINUTE)
      }
    })
    await chat.settled()
    expect((await general.reasons()).slice(1)).toEqual(asked.map(() => 'approved-answer'))
    expect(said(chat, general)).toHaveLength(asked.length)
  })
})

describe('while away', () => {
  it('what was deleted is not read, what was edited is read as it is', async () => {
    await using chat = await startDiscordChat()
    const general = chat.room('general')
    const [ana, bo] = [general.member('Ana'), general.member('Bo')]
    ana.says('good morning')
    await chat.settled()
    await chat.isAway(() => {
      const regretted = bo.fan.says(general.channel, 'Pip, do you have wifi')
      const edited = ana.says('Pip, do you have wifi')
      ana.fan.edits(edited, 'Pip, can i bring my dog')
      bo.fan.deletes(regretted)
    })
    await general.hears(/on a lead/)
    await general.hearsNothing()
  })

  it('for minutes, edits and deletions of what was heard before are heard too', async () => {
    await using chat = await startDiscordChat()
    const general = chat.room('general')
    const ana = general.member('Ana')
    const [kept, regretted] = [ana.says('the parcel is blue'), ana.says('my phone is 555 0100')]
    await chat.settled()
    await chat.isAway(
      () => {
        ana.fan.edits(kept, 'the parcel is green')
        ana.fan.deletes(regretted)
        ana.says('Pip, can i bring my dog')
      },
      { remembers: true },
    )
    await general.hears(/on a lead/)
    const { store } = chat.mascot
    const conversation = await store.records.conversation(general.threadId)
    if (!conversation) throw new Error('there is a conversation')
    const account = `discord:${ana.fan.user.id}` as Parameters<typeof store.memory.recall>[1]
    const { transcript } = await store.memory.recall(conversation.id, account, {
      before: Number.MAX_SAFE_INTEGER,
      limit: 10,
    })
    expect(transcript.map(({ text }) => text).slice(0, 2)).toEqual(['the parcel is green', 'Pip, can i bring my dog'])
  })
})

describe('a question', () => {
  it('edited before the reply left is thought about again; deleted, it is not answered', async () => {
    await using chat = await startDiscordChat({ manners: () => ({ burstMs: 5_000 }) })
    const general = chat.room('general')
    const [ana, bo] = [general.member('Ana'), general.member('Bo')]
    const [asked, regretted] = [ana.says('Pip, do you have wifi'), bo.says('Pip, do you do oat milk')]
    ana.fan.edits(asked, 'Pip, can i bring my dog')
    bo.fan.deletes(regretted)
    general.member('Cleo').says('nice weather')
    await chat.settled()
    await general.hears(/on a lead/)
    await general.hearsNothing()
  })
})

describe('a model that takes its time', () => {
  it('keeps no command waiting: it is acknowledged while the engine thinks', async () => {
    await using mock = await startMockModel()
    mock.hangs()
    await using chat = await startDiscordChat({ modelUrl: mock.url })
    const inPrivate = chat.privately('Ana')
    inPrivate.says('what do gulls dream of?')
    await mock.hanging()
    const command = inPrivate.runs('help')
    await chat.server.until(() => command.acknowledged === 5 && command.placeholder === 'removed')
    expect(chat.server.sent(inPrivate.channel)).toEqual([])
  })
})

describe('a place where it cannot speak', () => {
  it('any more is marked, costs one try, and opens again when somebody is heard there', async () => {
    await using chat = await startDiscordChat({ manners: () => ({ burst: 'each' }) })
    const general = chat.room('general')
    const ana = general.member('Ana')
    ana.says('Pip, do you have wifi')
    await general.hears()
    const missing = { status: 403, body: { code: 50001, message: 'Missing Access' } }
    chat.server.trouble({ method: 'POST', path: /\/messages$/, ...missing })
    ana.says('Pip, can i bring my dog')
    const { records } = chat.mascot.store
    await general.hearsNothing()
    expect((await records.conversation(general.threadId))?.closed?.reason).toMatch(/cannot see the channel/)
    expect((await records.deadLetters(5)).map(({ reason }) => reason)).toEqual([
      expect.stringMatching(/cannot see the channel/),
    ])
    const tries = () => chat.server.calls.filter(({ method, path }) => method === 'POST' && path.endsWith('/messages'))
    expect(tries()).toHaveLength(2)
    ana.says('Pip, do you do oat milk')
    await general.hears(/oat/i)
    await chat.settled()
    expect((await records.conversation(general.threadId))?.closed).toBeUndefined()
  })

  it('while the program was away, opens again by what is read there', async () => {
    await using chat = await startDiscordChat()
    const general = chat.room('general')
    const ana = general.member('Ana')
    const missing = { status: 403, body: { code: 50001, message: 'Missing Access' } }
    chat.server.trouble({ method: 'POST', path: /\/messages$/, ...missing })
    ana.says('Pip, can i bring my dog')
    await general.hearsNothing()
    await chat.isAway(() => void ana.says('Pip, do you do oat milk'))
    await general.hears(/oat/i)
  })

  it('yet, in slow mode, is tried again when its time has come', async () => {
    await using chat = await startDiscordChat()
    const general = chat.room('general')
    chat.server.trouble({
      method: 'POST',
      path: /\/messages$/,
      status: 400,
      body: { code: 20016, message: 'Slowmode' },
    })
    general.member('Ana').says('Pip, can i bring my dog')
    await chat.server.until(() => chat.server.calls.some(({ status }) => status === 400))
    chat.clock.advance(31_000)
    await general.hears(/on a lead/)
    expect(await chat.mascot.store.records.deadLetters(5)).toEqual([])
  })
})

it('what was told in private never surfaces in the server', async () => {
  await using mock = await startMockModel()
  mock.says(() => true, 'Noted.')
  await using chat = await startDiscordChat({ modelUrl: mock.url })
  const [inPrivate, general] = [chat.privately('Ana'), chat.room('general')]
  inPrivate.says('please remember that I have two parrots')
  await inPrivate.hears(/Noted/)
  const asked = await inPrivate.hears()
  inPrivate.presses(asked, 'Yes')
  await inPrivate.hears(everyLine(chat.persona.lines.consentYes, 'en', 'Ana'))
  inPrivate.says('so what would they like?')
  await inPrivate.hears()
  expect(mock.requests().at(-1)?.turn, 'in private it knows').toContain('two parrots')
  general.member('Ana').says(`${chat.mention} what do you know about me?`)
  await general.hears()
  expect(mock.requests().at(-1)?.turn, 'in the server it does not').not.toContain('two parrots')
})
