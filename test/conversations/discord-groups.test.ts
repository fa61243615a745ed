/** In Discord's servers the persona is a guest, over the wire and through the whole program: it answers who calls it, joins in seldom, and can say why it kept quiet. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { accountId } from '../../src/domain/ids.ts'
import type { Occasion } from '../../src/persona/schema/schema.ts'
import { type DiscordChat, type DiscordRoom, startDiscordChat } from '../support/discord-chat.ts'
import { everyLine } from './reading.ts'

const MINUTE = 60_000
const people = ['Ana', 'Bo', 'Cleo', 'Dev', 'Eve']
const FORUM = 15

let chat: DiscordChat
beforeAll(async () => {
  chat = await startDiscordChat()
})
afterAll(() => chat[Symbol.asyncDispose]())
beforeEach(() => chat.retune(() => ({})))

let channels = 0
const newRoom = (type?: number) => chat.room(`general-${++channels}`, type)
const lineOf = (occasion: Occasion, fan = 'Ana') => everyLine(chat.persona.lines[occasion], 'en', fan)

/** Small talk that asks for nothing. */
async function chatter(room: DiscordRoom, lines: number): Promise<void> {
  for (let n = 0; n < lines; n++)
    room.member(people[n % people.length] ?? '').says(`the tide was lovely on day ${n}, wasn’t it`)
  await chat.settled()
}

describe('a stranger', () => {
  it('who mentions it for the first time is answered, as a reply, without a welcome speech', async () => {
    const general = newRoom()
    const said = general.member('Ana').says(`${chat.mention} can i bring my dog`)
    const heard = await general.hears(/on a lead/)
    expect(heard.more.message_reference).toMatchObject({ message_id: said.id })
    await general.hearsNothing()
  })

  it('is heard by the role of the bot and by its name, and left alone when they talk to somebody else', async () => {
    const general = newRoom()
    const [ana, bo] = [general.member('Ana'), general.member('Bo')]
    const role = chat.guild.roles.find(({ managed }) => managed === true)
    ana.says(`<@&${String(role?.id)}> can i bring my dog`)
    await general.hears(/on a lead/)
    ana.says('皮皮，可以带狗吗')
    await general.hears(/绳/)
    const his = bo.says('I was there yesterday')
    ana.says('and did Pip know what time you open?', { replyTo: his.id })
    ana.says(`<@${bo.fan.user.id}> what did Pip say?`)
    ana.says('the pipeline at work is down')
    ana.says('@everyone do you have wifi')
    await general.hearsNothing()
    expect((await general.reasons()).slice(2)).toEqual(Array.from({ length: 5 }, () => 'not-addressed'))
  })
})

describe('a message that calls it only once it is changed', () => {
  it('is answered once, and not where it was answered before or is changed long after', async () => {
    const general = newRoom()
    const ana = general.member('Ana')
    const edits = (message: ReturnType<typeof ana.says>, text: string) => {
      ana.fan.edits(message, text)
      // What comes behind an edit is heard behind it.
      general.member('Bo').says('the tide was lovely, wasn’t it')
    }
    const said = ana.says('can i bring my dog')
    await general.hearsNothing()
    edits(said, `${chat.mention} can i bring my dog`)
    const heard = await general.hears(/on a lead/)
    expect(heard.more.message_reference).toMatchObject({ message_id: said.id })
    edits(said, `${chat.mention} can i bring my dog or my cat`)
    await general.hearsNothing()
    const late = ana.says('do you have wifi')
    await general.hearsNothing()
    chat.clock.advance(16 * MINUTE)
    edits(late, `${chat.mention} do you have wifi`)
    await general.hearsNothing()
    expect((await general.reasons()).filter((reason) => reason !== 'not-addressed')).toEqual(['approved-answer'])
  })

  it('in a reply to another member is answered where it is the persona they call', async () => {
    const general = newRoom()
    const his = general.member('Bo').says('I was there yesterday')
    general.member('Ana').says('Pip, can i bring my dog?', { replyTo: his.id })
    await general.hears(/on a lead/)
    general.member('Ana').says('Pip told me to bring my dog', { replyTo: his.id })
    await general.hearsNothing()
  })
})

describe('a busy channel of five, where it may join in', () => {
  it('speaks exactly twice', async () => {
    await chat.retune(() => ({ group: 'ambient' }))
    const general = newRoom()
    await chatter(general, 10)
    general.member('Cleo').says('can i bring my dog')
    await general.hears(/on a lead/)
    general.member('Dev').says('do you have wifi')
    expect(await general.latest(), 'it rests').toMatchObject({ kind: 'silent', reason: 'talk-budget' })
    await chatter(general, 5)
    chat.clock.advance(25 * MINUTE)
    general.member('Bo').says('do you have wifi')
    await general.hears()
    expect(await general.latest()).toMatchObject({ answerId: 'wifi-laptops' })
    chat.clock.advance(30 * MINUTE)
    general.member('Ana').says('do you do oat milk')
    await general.hearsNothing()
    const reasons = await general.reasons()
    expect(reasons.filter((reason) => reason === 'approved-answer')).toHaveLength(2)
    expect(new Set(reasons)).toEqual(new Set(['not-addressed', 'approved-answer', 'talk-budget']))
  })
})

describe('a storm of mentions', () => {
  it('of twenty members gets one reply, to what most of them asked; who is in danger has one of their own', async () => {
    await chat.retune(() => ({ burstMs: 5_000 }))
    const general = newRoom()
    const questions = ['what time do you open', 'can i bring my dog', 'do you have wifi']
    for (let n = 0; n < 20; n++)
      general.member(`Fan ${n}`).says(`${chat.mention} ${questions[n < 12 ? 0 : 1 + (n % 2)]}`)
    const hers = general.member('Zoe').says(`${chat.mention} I want to kill myself tonight`)
    await chat.settled()
    const zoe = await general.hears(/emergency/)
    await general.hears(/116 123/)
    await general.hears()
    const crowd = await general.hears(/half seven|7:30/i)
    expect(crowd.more.message_reference).toBeDefined()
    expect(zoe.more.message_reference).toMatchObject({ message_id: hers.id })
    await general.hearsNothing()
    expect(await general.reasons()).toEqual(expect.arrayContaining(['approved-answer', 'self-harm']))
  })
})

describe('a thread and a forum post', () => {
  it('are talks of their own, answered where they stand, with a policy of their own', async () => {
    const general = newRoom()
    const side = general.thread('side talk')
    const post = newRoom(FORUM).thread('Which grinder?')
    await chat.retune(() => ({ channels: { [post.threadId]: 'ambient', [side.threadId]: 'off' } }))
    post.member('Ana').says('can i bring my dog')
    await post.hears(/on a lead/)
    side.member('Ana').says('Pip, can i bring my dog')
    await side.hearsNothing()
    expect(await side.latest()).toMatchObject({ reason: 'channel-off' })
    general.member('Ana').says('can i bring my dog')
    await general.hearsNothing()
    general.member('Ana').says('Pip, can i bring my dog')
    await general.hears(/on a lead/)
  })

  it('take the policy of their channel or forum, unless they have one of their own', async () => {
    const forum = newRoom(FORUM)
    const [one, other] = [forum.thread('Which grinder?'), forum.thread('Off topic')]
    await chat.retune(() => ({ channels: { [forum.threadId]: 'ambient', [other.threadId]: 'off' } }))
    one.member('Ana').says('can i bring my dog')
    await one.hears(/on a lead/)
    other.member('Ana').says('Pip, can i bring my dog')
    await other.hearsNothing()
    expect(await other.latest()).toMatchObject({ reason: 'channel-off' })
  })

  it('that its moderators lock hears nothing more, and speaks again when they open it', async () => {
    const side = newRoom().thread('side talk')
    const ana = side.member('Ana')
    ana.says('Pip, do you have wifi')
    await side.hears()
    Object.assign(side.channel, { isArchived: true, isLocked: true })
    chat.server.update(side.channel, 'THREAD_UPDATE')
    ana.says('Pip, can i bring my dog')
    await side.hearsNothing()
    expect((await chat.mascot.store.records.deadLetters(1))[0]?.reason).toBe('the thread was closed by its moderators')
    Object.assign(side.channel, { isArchived: false, isLocked: false })
    chat.server.update(side.channel, 'THREAD_UPDATE')
    ana.says('Pip, can i bring my dog')
    await side.hears(/on a lead/)
  })
})

describe('slash commands', () => {
  it('are acknowledged, answered as ordinary messages, and each knows its place', async () => {
    const general = newRoom()
    const ana = general.member('Ana')
    const help = ana.runs('help')
    await general.hears(lineOf('help'))
    await chat.server.until(() => help.placeholder === 'removed')
    expect(help).toMatchObject({ acknowledged: 5, isEphemeral: true })
    const mine = ana.runs('mydata')
    await chat.server.until(() => mine.answers.length > 0)
    expect(mine.answers).toMatchObject([{ content: expect.stringMatching(/Kept of you/), flags: 64 | 4 }])
    await general.hearsNothing()
    const inPrivate = chat.privately('Ana')
    inPrivate.runs('mydata')
    await inPrivate.hears(/Kept of you/)
    inPrivate.runs('human')
    await inPrivate.hears()
    expect(await inPrivate.latest()).toMatchObject({ kind: 'handoff', reason: 'asked-for-person' })
  })

  it('a command typed as words has no answer that nobody else sees: what is private is said in private', async () => {
    const general = newRoom()
    const [ana, inPrivate] = [general.member('Aino'), chat.privately('Aino')]
    ana.says(`<@${chat.server.world.bot.id}> /mydata`)
    await inPrivate.hears(/Kept of you/)
    await general.hearsNothing()
  })

  it('who takes no private messages is shown the way, and told behind it', async () => {
    const general = newRoom()
    const [ana, inPrivate] = [general.member('Aida'), chat.privately('Aida')]
    inPrivate.channel.isShut = true
    ana.says(`${chat.mention} /mydata`)
    const shown = await general.hears(/\bbot\b/)
    expect(shown.content).toMatch(lineOf('onlyInPrivate', 'Aida'))
    expect(shown.content).not.toMatch(/Kept of you/)
    inPrivate.channel.isShut = false
    ana.follows(shown, 'Talk in private')
    await inPrivate.hears(/Kept of you/)
  })

  it('a card number is pointed out to its owner alone, and what is told of oneself is not asked about in front of all', async () => {
    const general = newRoom()
    const [ana, inPrivate] = [general.member('Arja'), chat.privately('Arja')]
    ana.says(`${chat.mention} my card is 4111 1111 1111 1111, charge it`)
    await inPrivate.hears(lineOf('cardInPublic', 'Arja'))
    await general.hearsNothing()
    const [shy, herRoom] = [general.member('Liv'), chat.privately('Liv')]
    herRoom.channel.isShut = true
    shy.says(`${chat.mention} my card is 4111 1111 1111 1111, charge it`)
    const warned = await general.hears(lineOf('cardInPublic', 'Liv'))
    expect(warned.content).not.toMatch(/1111/)
    ana.says(`${chat.mention} my name is Arja and I am allergic to nuts`)
    await chat.settled()
    const said = general.channel.messages.filter(({ author }) => author === chat.server.world.bot)
    expect(said.map(({ content }) => content).join()).not.toMatch(/remember|keep|4111/i)
    const conversation = await chat.mascot.store.records.conversation(general.threadId)
    if (!conversation) throw new Error('the channel is known')
    const { fan, facts } = await chat.mascot.store.memory.recall(
      conversation.id,
      accountId('discord', ana.fan.user.id),
      {
        before: Number.MAX_SAFE_INTEGER,
        limit: 5,
      },
    )
    expect([fan.consent, facts]).toEqual(['unasked', []])
  })

  it('/forget is asked and answered unseen; /human says alone that a person comes', async () => {
    const general = newRoom()
    const [ana, bo] = [general.member('Ana'), general.member('Bo')]
    const asked = ana.runs('forget')
    await chat.server.until(() => asked.answers.length > 0)
    expect(asked.answers[0]).toMatchObject({ flags: 64 | 4, components: [expect.anything()] })
    const called = bo.runs('human')
    await chat.server.until(() => called.answers.length > 0)
    expect(called.answers[0]).toMatchObject({ flags: 64 | 4 })
    await general.hearsNothing()
  })

  it('/forget that was asked unseen is not answered before everybody: a yes there is shown the way, and forgets nobody', async () => {
    await using own = await startDiscordChat()
    const general = own.room('general')
    const ana = general.member('Ana')
    const asked = ana.runs('forget')
    await own.server.until(() => asked.answers.length > 0)
    await own.mascot.settled()
    const { channel } = ana.says(`${own.mention} yes`)
    await general.hears(lineOf('onlyInPrivate'))
    await own.mascot.settled()
    const said = [...own.server.sent(ana.fan.direct), ...own.server.sent(channel)].map(({ content }) => content)
    expect(said.filter((words) => lineOf('forgotten').test(words))).toEqual([])
  })

  it('/forget in words that everybody reads is only shown the way', async () => {
    const general = newRoom()
    const ana = general.member('Ana')
    ana.says(`${chat.mention} /forget`)
    await general.hears(lineOf('onlyInPrivate'))
  })

  it('/quiet is said once and kept, /quiet off ends it', async () => {
    const general = newRoom()
    const [ana, bo] = [general.member('Ana'), general.member('Bo')]
    ana.runs('quiet', '30m')
    await general.hears(lineOf('quiet'))
    bo.says('Pip, can i bring my dog')
    await general.hearsNothing()
    expect(await general.latest()).toMatchObject({ kind: 'silent', reason: 'asked-for-quiet' })
    ana.runs('quiet', 'off')
    await general.hears()
    bo.says('Pip, can i bring my dog')
    await general.hears(/on a lead/)
  })

  it('/mascot is for who may manage the server, as a command and as words', async () => {
    const general = newRoom()
    const [ana, olga] = [general.member('Ana'), general.member('Olga')]
    chat.server.promotes(chat.guild, olga.fan)
    ana.runs('mascot', 'off')
    ana.says('/mascot off')
    await general.hearsNothing()
    expect(await general.reasons()).toEqual(['not-allowed', 'not-allowed'])
    olga.says('/mascot off')
    await general.hears(/silent/)
    ana.says('Pip, can i bring my dog')
    await general.hearsNothing()
    expect(await general.latest()).toMatchObject({ reason: 'channel-off' })
    olga.runs('mascot', 'ambient')
    await general.hears(/join in/)
    await chatter(general, 20)
    ana.says('can i bring my dog')
    await general.hears(/on a lead/)
    olga.says(`${chat.mention} /mascot mention`)
    await general.hears(/turns to me/)
  })
})

describe('a complaint in a channel', () => {
  it('gets one short word and a button into private, where it is heard', async () => {
    const general = newRoom()
    const [ana, inPrivate] = [general.member('Anouk'), chat.privately('Anouk')]
    ana.says(`${chat.mention} my parcel arrived smashed, this is a disgrace, I want to complain`)
    const said = await general.hears(lineOf('inPrivate', 'Anouk'))
    expect(await general.latest()).toMatchObject({ kind: 'reply', reason: 'public-complaint' })
    const press = ana.follows(said, 'Talk in private')
    await inPrivate.hears(lineOf('apology', 'Anouk'))
    expect(press.acknowledged).toBe(6)
    expect((await chat.mascot.store.records.conversation(inPrivate.threadId))?.state.cameBy).toBe('case')
    inPrivate.says('nobody answers and I want to file a complaint about your service, it is a disgrace')
    await inPrivate.hears()
    expect(await inPrivate.latest()).toMatchObject({ kind: 'handoff', reason: 'complaint' })
    await general.hearsNothing()
  })
})

describe('a call for a person in a channel', () => {
  it('goes on in private, where the bot writes first; the button finds the case there', async () => {
    const general = newRoom()
    const [ana, inPrivate] = [general.member('Amal'), chat.privately('Amal')]
    ana.says(`${chat.mention} I want to speak to a person`)
    const said = await general.hears()
    await inPrivate.hears(/has what you wrote and will answer here/)
    await chat.settled()
    ana.follows(said, 'Talk in private')
    await inPrivate.hears(lineOf('holding', 'Amal'))
    await general.hearsNothing()
  })
})

describe('laughs, thanks and "ok"', () => {
  it('get a reaction or nothing, and no words', async () => {
    const general = newRoom()
    const ana = general.member('Ana')
    ana.says('Pip, can i bring my dog')
    await general.hears(/on a lead/)
    const [thanks, laugh, ok] = [ana.says('thanks Pip!'), ana.says('haha Pip'), ana.says('ok Pip')]
    await general.hearsNothing()
    expect((await general.reasons()).slice(1)).toEqual(['thanks', 'laughter', 'acknowledgement'])
    expect([thanks, laugh, ok].map(({ reactions }) => [...reactions.keys()].length)).toEqual([1, 1, 0])
  })
})

describe('buttons', () => {
  it('a press does what it says, in the channel and in private', async () => {
    const general = newRoom()
    const yara = general.member('Yara')
    yara.says(`${chat.mention} what is the capital of Mongolia`)
    const offered = await general.hears()
    const press = yara.presses(offered, 'Talk to a person')
    await chat.server.until(() => press.answers.length > 0)
    expect(press).toMatchObject({ acknowledged: 6, answers: [{ flags: 64 | 4 }] })
    expect(await general.latest()).toMatchObject({ kind: 'handoff', reason: 'asked-for-person' })
  })
})

describe('another bot', () => {
  it('or a webhook is never answered, also when it mentions or answers us', async () => {
    const general = newRoom()
    const robo = chat.server.bot('Robo')
    general.member('Ana').says(`${chat.mention} can i bring my dog`)
    const { id } = await general.hears()
    const { world } = chat.server
    chat.server.redeliver(world.addMessage(general.channel, robo.user, `${chat.mention} do you have wifi`))
    const answer = { type: 19, message_reference: { message_id: id, channel_id: general.channel.id } }
    chat.server.redeliver(world.addMessage(general.channel, robo.user, 'do you have wifi', answer))
    general.member('Ana').says('Pip, do you have wifi', { webhook_id: world.nextId() })
    await general.hearsNothing()
    expect((await general.reasons()).slice(1)).toEqual(['other-bot', 'other-bot', 'other-bot'])
  })
})
