/** Words in a group that are one member's own business: seen by that member alone where Telegram can, else by the way into private. */
import { describe, expect, it } from 'vitest'
import { accountId } from '../../src/domain/ids.ts'
import { startTelegramChat, type TelegramChat } from '../support/telegram-chat.ts'

const COMPLAINT = '@TidewaterPipBot my order arrived broken and nobody answers, this is unacceptable'

async function said(chat: TelegramChat): Promise<readonly string[]> {
  await chat.settled()
  return chat.server.sent().map(({ method, text, onlyFor }) => `${method}${onlyFor ? ` to ${onlyFor}` : ''}: ${text}`)
}

describe('in a group on Telegram', () => {
  it('the word to a complaint is seen by who complained alone, with the way into private under it', async () => {
    await using chat = await startTelegramChat()
    const regulars = chat.group('Regulars')
    const ana = regulars.member('Ana')
    await ana.says(COMPLAINT)
    const word = await regulars.hears()
    expect(word).toMatchObject({ onlyFor: ana.fan.id, buttons: [{ url: expect.stringContaining('start=') }] })
    expect([...regulars.group.chat.messages.values()].filter(({ from }) => from === chat.server.bot)).toEqual([])
    await ana.follows(/./)
    await chat.privately('Ana').hears()
  })

  it('who calls for a person is told alone; who is in danger is answered for everybody to see', async () => {
    await using chat = await startTelegramChat()
    const regulars = chat.group('Regulars')
    const [ana, bo] = [regulars.member('Ana'), regulars.member('Bo')]
    await ana.says('@TidewaterPipBot can I speak to a person please')
    expect(await regulars.hears()).toMatchObject({ onlyFor: ana.fan.id })
    await bo.says('@TidewaterPipBot I want to kill myself')
    expect((await regulars.hears()).onlyFor).toBeUndefined()
  })

  it('a command given unseen is answered unseen, with what is kept of the fan, and is no line of the group’s talk', async () => {
    await using chat = await startTelegramChat()
    const regulars = chat.group('Regulars')
    const ana = regulars.member('Ana')
    await ana.says('@TidewaterPipBot do you have wifi?')
    await regulars.hears()
    await ana.fan.saysUnseen('/mydata', { in: regulars.place })
    const told = await regulars.hears(/Kept of you/)
    expect(told).toMatchObject({ onlyFor: ana.fan.id, payload: { reply_parameters: { ephemeral_message_id: 1 } } })
    const conversation = await chat.mascot.store.records.conversation(regulars.threadId)
    if (!conversation) throw new Error('the group is known')
    const { transcript } = await chat.mascot.store.memory.recall(conversation.id, accountId('telegram', ana.fan.id), {
      before: Number.MAX_SAFE_INTEGER,
      limit: 50,
    })
    expect(transcript.map(({ text }) => text).join()).not.toMatch(/mydata|Kept of you/)
  })

  it('that a person has their case, that it waits again and that it takes longer is told to its fan alone', async () => {
    await using chat = await startTelegramChat()
    const regulars = chat.group('Regulars')
    const ana = regulars.member('Ana')
    await ana.says('@TidewaterPipBot can I speak to a person please')
    await regulars.hears()
    await chat.settled()
    const [one] = await chat.mascot.desk.list()
    const dana = { id: 'desk:dana', name: 'Dana' }
    for (const act of [{ kind: 'claim' }, { kind: 'release' }, { kind: 'pass', team: 'roastery' }] as const) {
      if (one) expect(await chat.mascot.desk.act(one.id, dana, act)).toMatchObject({ isDone: true })
      expect(await regulars.hears(), act.kind).toMatchObject({ onlyFor: ana.fan.id })
    }
    expect([...regulars.group.chat.messages.values()].filter(({ from }) => from === chat.server.bot)).toEqual([])
  })

  it('two unseen commands are two messages, though both have the number 0', async () => {
    await using chat = await startTelegramChat()
    const regulars = chat.group('Regulars')
    const [ana, bo] = [regulars.member('Ana'), regulars.member('Bo')]
    await ana.fan.saysUnseen('/mydata', { in: regulars.place })
    expect(await regulars.hears()).toMatchObject({ onlyFor: ana.fan.id })
    await bo.fan.saysUnseen('/mydata', { in: regulars.place })
    expect(await regulars.hears()).toMatchObject({ onlyFor: bo.fan.id })
  })

  it('/forget is asked and answered unseen, by the buttons under the question', async () => {
    await using chat = await startTelegramChat()
    const regulars = chat.group('Regulars')
    const ana = regulars.member('Ana')
    await ana.fan.saysUnseen('/forget', { in: regulars.place })
    expect(await regulars.hears()).toMatchObject({
      onlyFor: ana.fan.id,
      buttons: [{ value: expect.stringMatching(/^asked:forget:\w+:yes$/) }, { value: expect.stringMatching(/:no$/) }],
    })
    await ana.presses(/yes/i)
    expect(await regulars.hears()).toMatchObject({ onlyFor: ana.fan.id })
    expect(await regulars.latest()).toMatchObject({ reason: 'command' })
  })

  it('a warning about a card number is seen by its owner alone', async () => {
    await using chat = await startTelegramChat()
    const regulars = chat.group('Regulars')
    const ana = regulars.member('Ana')
    await ana.says('@TidewaterPipBot my card is 4111 1111 1111 1111, charge it')
    const lines = await said(chat)
    expect(lines.find((line) => line.startsWith('sendMessage'))).toContain(`to ${ana.fan.id}`)
  })
})

describe('who reports an issue in a group', () => {
  const MINUTE_MS = 60_000
  const lids = {
    id: 'lid-leak',
    title: 'Lids that leak',
    says: ['the lid of my travel cup leaks', 'my cup lid is leaking', 'the new lid leaks'],
    answer: { en: ['Some lids of this week do not close. We send you a new one.'] },
    words: ['lid'],
  }
  const LEAK = '@TidewaterPipBot the lid of my travel cup leaks'

  /** Staff set it fixed, and the time of day comes at which its reporters wrote. */
  async function isFixed(chat: TelegramChat): Promise<void> {
    const { issues } = chat.mascot.store
    const act = { kind: 'set', number: 1, set: { state: 'fixed' }, what: 'it is fixed now' } as const
    expect(await issues.act(act, { id: 'desk:mira', name: 'Mira' }, 'test', chat.clock.now())).toEqual({ number: 1 })
    for (let minute = 0; minute < 3; minute++) {
      chat.clock.advance(MINUTE_MS)
      await chat.settled()
    }
  }

  it('and answers neither yes nor no is asked alone once more, and then left to the buttons', async () => {
    await using chat = await startTelegramChat({ issues: [lids] })
    const regulars = chat.group('Regulars')
    const ana = regulars.member('Ana')
    const asked = () => chat.server.sent(regulars.place).filter(({ text }) => text.includes('Shall I tell you'))
    await ana.says(LEAK)
    await chat.settled()
    expect(asked()).toHaveLength(1)
    for (const unclear of ['it depends', 'it depends, really']) {
      await ana.says(`@TidewaterPipBot ${unclear}`)
      await chat.settled()
      expect(asked().map(({ onlyFor }) => onlyFor)).toEqual([ana.fan.id, ana.fan.id])
    }
    await ana.presses(/yes/i)
    await chat.settled()
    const promised = chat.server.sent(regulars.place).filter(({ text }) => text.includes('once it is fixed'))
    expect(promised.map(({ onlyFor }) => onlyFor)).toEqual([ana.fan.id])
  })

  it('is asked alone whether to be told, by buttons only, and told alone when it is fixed', async () => {
    await using chat = await startTelegramChat({ issues: [lids] })
    const regulars = chat.group('Regulars')
    const [ana, bo, cy] = [regulars.member('Ana'), regulars.member('Bo'), regulars.member('Cy')]
    await ana.says(LEAK)
    expect((await regulars.hears(/We send you a new one/)).onlyFor).toBeUndefined()
    expect(await regulars.hears(/Shall I tell you/)).toMatchObject({
      onlyFor: ana.fan.id,
      buttons: [{ value: expect.stringMatching(/^asked:news:\w+:yes$/) }, { value: expect.stringMatching(/:no$/) }],
    })
    // To what somebody else asked.
    await ana.says('yes')
    await chat.settled()
    await ana.presses(/yes/i)
    expect(await regulars.hears(/once it is fixed/)).toMatchObject({ onlyFor: ana.fan.id })
    const isAsked = async ({ fan }: typeof bo) => {
      let said = await regulars.hears()
      while (!said.text.includes('Shall I tell you')) said = await regulars.hears()
      expect(said.onlyFor).toBe(fan.id)
    }
    // It sounds like a complaint, which goes into private; calmly told, it is answered like every report of the issue.
    await bo.says('@TidewaterPipBot my cup lid is leaking')
    await isAsked(bo)
    await bo.presses(/no/i)
    await cy.says('@TidewaterPipBot the new lid leaks')
    await isAsked(cy)
    await cy.says('yes')
    await chat.settled()
    await isFixed(chat)
    await chat.server.until(() => chat.server.sent().some(({ text }) => text?.includes('It is fixed now')))
    await chat.settled()
    const news = chat.server.sent().filter(({ text }) => text?.includes('It is fixed now'))
    expect(news.map(({ onlyFor }) => onlyFor)).toEqual([ana.fan.id])
  })

  it('is not asked where everybody would see it', async () => {
    await using chat = await startTelegramChat({ issues: [lids], isOld: true })
    const regulars = chat.group('Regulars')
    await regulars.member('Ana').says(LEAK)
    await regulars.hears(/We send you a new one/)
    await chat.settled()
    expect((await said(chat)).join()).not.toMatch(/Shall I tell you/)
  })
})

describe('where nothing can be shown to one alone', () => {
  it('an older server is never given private words: the group is shown the way into private', async () => {
    await using chat = await startTelegramChat({ isOld: true })
    const regulars = chat.group('Regulars')
    const ana = regulars.member('Ana')
    await ana.says('/mydata@TidewaterPipBot')
    expect(await regulars.hears()).toMatchObject({ buttons: [{ url: expect.stringContaining('start=') }] })
    expect((await said(chat)).join()).not.toMatch(/Kept of you/)
    await ana.says(COMPLAINT)
    expect((await regulars.hears()).onlyFor).toBeUndefined()
  })

  it('nothing of a case is said in the group', async () => {
    await using chat = await startTelegramChat({ isOld: true })
    const regulars = chat.group('Regulars')
    const ana = regulars.member('Ana')
    await ana.says('@TidewaterPipBot can I speak to a person please')
    await regulars.hears()
    await chat.settled()
    const [one] = await chat.mascot.desk.list()
    if (one) await chat.mascot.desk.act(one.id, { id: 'desk:dana', name: 'Dana' }, { kind: 'claim' })
    await regulars.hearsNothing()
  })

  it('a group that refuses: who is known in private is told there, who is not is shown the way', async () => {
    await using chat = await startTelegramChat()
    const regulars = chat.group('Regulars')
    const [ana, bo] = [regulars.member('Ana'), regulars.member('Bo')]
    ana.fan.hasStarted()
    regulars.group.chat.refusesEphemeral = true
    await ana.says('/mydata@TidewaterPipBot')
    await chat.privately('Ana').hears(/Kept of you/)
    await bo.says('/mydata@TidewaterPipBot')
    const shown = await regulars.hears()
    expect(shown.text).not.toMatch(/Kept of you/)
    expect(shown.buttons).toMatchObject([{ url: expect.stringContaining('start=') }])
  })

  it('a group that refuses: of a card number who is known in private is warned there, who is not before everybody, without it', async () => {
    await using chat = await startTelegramChat()
    const regulars = chat.group('Regulars')
    const [ana, bo] = [regulars.member('Ana'), regulars.member('Bo')]
    ana.fan.hasStarted()
    regulars.group.chat.refusesEphemeral = true
    await ana.says('@TidewaterPipBot my card is 4111 1111 1111 1111, charge it')
    const warned = await chat.privately('Ana').hears()
    expect(warned.text).not.toMatch(/1111/)
    await regulars.hearsNothing()
    await bo.says('@TidewaterPipBot my card is 4111 1111 1111 1111, charge it')
    const shown = await regulars.hears()
    expect(shown.onlyFor).toBeUndefined()
    expect(shown.text).toMatch(/card/i)
    expect(shown.text).not.toMatch(/1111/)
    expect(shown.buttons).toMatchObject([{ url: expect.stringContaining('start=') }])
  })

  it('a group that refuses: /forget is asked in private alone, where the way leads, and its outcome is told there', async () => {
    await using chat = await startTelegramChat()
    const regulars = chat.group('Regulars')
    const ana = regulars.member('Ana')
    const inPrivate = chat.privately('Ana')
    await inPrivate.says('hi there')
    await inPrivate.hears()
    regulars.group.chat.refusesEphemeral = true
    await ana.says('/forget@TidewaterPipBot')
    const shown = await regulars.hears()
    expect(shown.text).not.toMatch(/Everything I know/)
    expect(shown.buttons).toMatchObject([{ url: expect.stringContaining('start=forget') }])
    for (const more of [{}, { replyTo: shown.messageId }]) {
      await ana.says('yes', more)
      expect((await regulars.hears()).buttons).toMatchObject([{ label: 'Talk in private' }])
    }
    await chat.settled()
    expect(
      chat.server
        .sent(ana.fan)
        .map(({ text }) => text)
        .join(),
    ).not.toMatch(/Rinsed/)
    await inPrivate.says('/start forget')
    await inPrivate.hears(/Everything I know/)
    await inPrivate.says('yes')
    await inPrivate.hears(/Rinsed/)
    await chat.settled()
    expect([...regulars.group.chat.messages.values()].map(({ text }) => text).join()).not.toMatch(/Rinsed/)
  })

  it('a group that refuses: nobody is told in private to come into private', async () => {
    await using chat = await startTelegramChat()
    const regulars = chat.group('Regulars')
    const ana = regulars.member('Ana')
    regulars.group.chat.refusesEphemeral = true
    await ana.says(COMPLAINT)
    expect(await regulars.hears()).toMatchObject({ buttons: [{ url: expect.stringContaining('start=') }] })
    await chat.settled()
    expect(chat.server.sent(ana.fan).filter(({ onlyFor }) => onlyFor === undefined)).toEqual([])
  })

  it('a server that shows everybody what was for one: it is deleted at once, and never tried again', async () => {
    await using chat = await startTelegramChat()
    const regulars = chat.group('Regulars')
    const ana = regulars.member('Ana')
    ana.fan.hasStarted()
    chat.server.world.knowsEphemeral = false
    await ana.says('/mydata@TidewaterPipBot')
    await chat.privately('Ana').hears(/Kept of you/)
    await chat.settled()
    expect(chat.server.calls('deleteMessage').length).toBeGreaterThan(0)
    await ana.says('/mydata@TidewaterPipBot')
    await chat.settled()
    expect(regulars.group.chat.messages.size).toBe(2 + 1)
  })
})
