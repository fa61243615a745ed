/** A wrong reply of the bot's, reported by staff in one step, becomes a scene that an operator takes and that rehearsals play. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import { systemClock } from '../../src/clock.ts'
import { loadPersona, loadScenes } from '../../src/persona/load/load.ts'
import { createBrain } from '../../src/program/brain.ts'
import { rehearse } from '../../src/verbs/play-scenes.ts'
import { plainScene } from '../../src/verbs/rehearse/variants.ts'
import { type Chat, type ChatOptions, startChat } from '../support/chat.ts'
import { createChatClock } from '../support/chat-clock.ts'

const coffee = fileURLToPath(new URL('../../personas/coffee', import.meta.url))

async function open(options: ChatOptions = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'mascot-wrong-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  await cp(coffee, folder, { recursive: true })
  const clock = createChatClock('2026-11-18T10:30Z')
  const chat = await startChat(folder, { clock, hasStaffChat: true, ...options })
  onTestFinished(() => chat.mascot.stop())
  return { chat, folder, file: join(folder, 'scenes.yaml') }
}

/** Ana has a case that waits, and the bot answered her beside it. */
async function answered(chat: Chat) {
  const ana = chat.fan('Ana Silva')
  const dana = chat.staff('Dana')
  await ana.says('can I speak to a person please')
  await ana.hears()
  await chat.mascot.settled()
  await ana.says('I am Ana Silva, ana@example.com. How long do I have to return beans?')
  await ana.hears(/thirty days/i)
  await chat.mascot.settled()
  return { ana, dana, shown: () => chat.shown(dana.threadId ?? ('' as never)) }
}

describe('a wrong reply', () => {
  it('is the bot’s last one that answered the fan, where /wrong alone names none: also once somebody has the case', async () => {
    const { chat } = await open()
    const { ana, dana } = await answered(chat)
    await dana.says('/claim')
    await ana.hears(/Dana/)
    await chat.mascot.settled()
    await dana.says('/wrong fact sixty days')
    await chat.mascot.settled()
    const [proposal] = await chat.mascot.desk.proposals()
    expect(proposal?.scene?.turns).toMatchObject([
      { says: expect.stringMatching(/How long do I have to return beans/) },
    ])
  })

  it('is reported by answering it, and goes into scenes.yaml without names, as a clean addition', async () => {
    const { chat, folder, file } = await open()
    const before = await readFile(file, 'utf8')
    const { dana } = await answered(chat)
    await dana.repliesTo(/Pip: .*thirty days/is, '/wrong fact sixty days')
    await chat.mascot.settled()
    const [proposal] = await chat.mascot.desk.proposals()
    expect(proposal?.scene).toMatchObject({
      title: expect.stringMatching(/^Wrong fact \(it was approved-answer, [\w-]+\)$/),
      turns: [
        {
          says: expect.stringMatching(/How long do I have to return beans\?/),
          expect: { decision: 'reply', says: ['sixty days'], not: [expect.stringMatching(/thirty days/i)] },
        },
      ],
    })
    expect(JSON.stringify(proposal?.scene)).not.toMatch(/Ana|Silva|example\.com/)
    const [one] = await chat.mascot.desk.list()
    const { issues } = chat.mascot.store
    const reports = one ? await issues.reportsIn(one.conversationId) : []
    expect(reports).toMatchObject([
      { kind: 'wrong', text: expect.stringMatching(/How long do I have to return beans/) },
    ])
    await dana.says('/issue new Returns answered wrongly')
    await chat.mascot.settled()
    expect((await issues.list(Date.now())).find(({ title }) => title === 'Returns answered wrongly')).toMatchObject({
      ...{ state: 'confirmed', reporters: 1 },
    })
    expect(await readFile(file, 'utf8')).toBe(before)
    await dana.presses(/^Approve/)
    await chat.mascot.settled()
    const after = await readFile(file, 'utf8')
    expect(after.startsWith(before.trimEnd())).toBe(true)
    expect(after.slice(before.trimEnd().length).trimStart()).toMatch(/^- id: wrong-[0-9a-f]{8}-\d+\n {4}title: /)
    const scenes = await loadScenes(folder)
    const [scene] = scenes.filter(({ id }) => id === proposal?.scene?.id)
    if (!scene) throw new Error('the scene is there')
    // It fails until the answer is put right.
    const persona = await loadPersona(folder)
    const play = async (answers: typeof persona.answers) => {
      const brain = await createBrain({ ...persona, answers }, { today: '2026-11-18' })
      return (
        await rehearse([plainScene(scene, 'en')], {
          brainOn: () => brain,
          clock: systemClock,
          timeZone: 'UTC',
          signal: new AbortController().signal,
        })
      )[0]?.isAsWritten
    }
    expect(await play(persona.answers)).toBe(false)
    const right = persona.answers.map((answer) =>
      answer.id === 'returns-beans' ? { ...answer, answer: { en: ['You have sixty days, opened bags too.'] } } : answer,
    )
    expect(await play(right)).toBe(true)
    expect(await chat.mascot.desk.proposals()).toEqual([])
    expect(chat.errors).toEqual([])
  })

  it('without a kind is asked for one, and a press is enough', async () => {
    const { chat } = await open()
    const { dana, shown } = await answered(chat)
    await dana.repliesTo(/Pip: .*thirty days/is, '/wrong')
    await chat.mascot.settled()
    expect(shown().at(-1)).toMatch(/What was wrong with it\?/)
    await dana.presses(/^A person was needed$/)
    await chat.mascot.settled()
    const [proposal] = await chat.mascot.desk.proposals()
    expect(proposal?.scene?.turns[0]?.expect).toEqual({ decision: 'handoff' })
  })

  it.each([
    ['/wrong quiet', { decision: 'silent' }],
    ['/wrong handover payment', { decision: 'handoff', handoff: 'payment' }],
    ['/wrong tone', { decision: 'reply', not: [expect.stringMatching(/thirty days/i)] }],
    ['/wrong it is ninety', { decision: 'reply', says: ['it is ninety'], not: [expect.any(String)] }],
  ])('%s, with no message answered, means the bot’s last words', async (says, expected) => {
    const { chat } = await open()
    const { dana } = await answered(chat)
    await dana.says(says)
    await chat.mascot.settled()
    const [proposal] = await chat.mascot.desk.proposals()
    expect(proposal?.scene?.turns[0]?.expect).toEqual(expected)
  })

  it('reported twice is one proposal, the later one', async () => {
    const { chat } = await open()
    const { dana } = await answered(chat)
    await dana.says('/wrong tone')
    await chat.mascot.settled()
    await dana.says('/wrong quiet')
    await chat.mascot.settled()
    const proposals = await chat.mascot.desk.proposals()
    expect(proposals.map(({ scene }) => scene?.turns[0]?.expect)).toEqual([{ decision: 'silent' }])
    expect(chat.errors).toEqual([])
  })

  it('may be a draft that was never sent', async () => {
    const { chat } = await open({
      tune: (persona) => ({ ...persona, manners: { ...persona.manners, drafts: 'all' } }),
    })
    const ana = chat.fan('Ana')
    const dana = chat.staff('Dana')
    await ana.says('how long do I have to return beans?')
    await chat.mascot.settled()
    await dana.repliesTo(/^✍️ Draft/, '/wrong fact sixty days')
    await chat.mascot.settled()
    const [proposal] = await chat.mascot.desk.proposals()
    expect(proposal?.scene?.turns).toEqual([
      {
        says: 'how long do I have to return beans?',
        expect: { decision: 'reply', says: ['sixty days'], not: [expect.stringMatching(/thirty days/i)] },
      },
    ])
    await ana.hearsNothing()
  })

  it('is the draft that waits, where /wrong answers no message and nothing was said', async () => {
    const { chat } = await open({
      tune: (persona) => ({ ...persona, manners: { ...persona.manners, drafts: 'all' } }),
    })
    await chat.fan('Ana').says('how long do I have to return beans?')
    await chat.mascot.settled()
    await chat.staff('Dana').says('/wrong fact sixty days')
    await chat.mascot.settled()
    const [proposal] = await chat.mascot.desk.proposals()
    expect(proposal?.scene?.turns[0]?.expect).toMatchObject({
      says: ['sixty days'],
      not: [expect.stringMatching(/thirty days/i)],
    })
  })

  it('stays a proposal, and staff hear why, when scenes.yaml cannot take it', async () => {
    const { chat, file } = await open()
    const { dana, shown } = await answered(chat)
    await dana.says('/wrong tone')
    await chat.mascot.settled()
    const spoilt = `${await readFile(file, 'utf8')}scnes: []\n`
    await writeFile(file, spoilt)
    await dana.presses(/^Approve/)
    await chat.mascot.settled()
    expect(shown().find((text) => text.includes('is not in scenes.yaml'))).toMatch(/scenes\.yaml:\d+:1 .*scnes/)
    expect(await readFile(file, 'utf8')).toBe(spoilt)
    expect(await chat.mascot.desk.proposals()).toHaveLength(1)
  })

  it('is refused where the bot said nothing', async () => {
    const { chat } = await open()
    const { dana, shown } = await answered(chat)
    await dana.repliesTo(/^Ana Silva: .*return beans/s, '/wrong tone')
    await chat.mascot.settled()
    expect(await chat.mascot.desk.proposals()).toHaveLength(1)
    await dana.says('/wrong tone', { replyTo: { messageId: 'nothing', isToBot: true } })
    await chat.mascot.settled()
    expect(shown().join('\n')).toMatch(/nothing of it is known here/)
  })
})
