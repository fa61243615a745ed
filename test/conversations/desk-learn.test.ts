/** From a staff answer to an approved one: proposed, approved, written into answers.yaml, and given by the bot itself next time. */
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import { loadPersona } from '../../src/persona/load/load.ts'
import type { Persona } from '../../src/persona/persona.ts'
import { type Chat, startChat } from '../support/chat.ts'
import { createChatClock } from '../support/chat-clock.ts'
import { latest } from './reading.ts'

const coffee = fileURLToPath(new URL('../../personas/coffee', import.meta.url))

/** On a copy of the brand's folder, which may be written into. */
async function open(
  tune: (persona: Persona) => Persona = (persona) => persona,
): Promise<{ chat: Chat; folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'mascot-learn-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  await cp(coffee, folder, { recursive: true })
  const chat = await startChat(folder, { clock: createChatClock('2026-11-18T10:30Z'), hasStaffChat: true, tune })
  onTestFinished(() => chat.mascot.stop())
  return { chat, folder }
}

async function answered(chat: Chat) {
  const ana = chat.fan('Ana Silva')
  const dana = chat.staff('Dana')
  await ana.says('can I speak to a person please')
  await ana.hears()
  await ana.says('Hi, I am Ana Silva, ana@example.com. Do you engrave names on the dripper stand?')
  await chat.mascot.settled()
  await dana.says('/r Yes, Ana: up to twelve letters on the walnut stand, ready in a week.')
  await chat.mascot.settled()
  return { ana, dana }
}

describe('learning', () => {
  it('what staff answered is proposed without names, waits for a yes, and is then given by the bot itself', async () => {
    const { chat, folder } = await open()
    const file = join(folder, 'answers.yaml')
    const before = await readFile(file, 'utf8')
    const { dana } = await answered(chat)
    await dana.says('/learn')
    await chat.mascot.settled()
    const [proposal] = await chat.mascot.desk.proposals()
    expect(proposal?.answer?.asks[0]).toMatch(/Do you engrave names on the dripper stand\?/)
    expect(JSON.stringify(proposal)).not.toMatch(/Silva|example\.com/)
    expect(proposal?.answer?.answer).toMatchObject({ en: expect.not.stringContaining('Ana') })
    expect(await readFile(file, 'utf8')).toBe(before)
    await dana.presses(/^Approve/)
    await chat.mascot.settled()
    const after = await readFile(file, 'utf8')
    // A clean diff: everything stands where it stood, and the new answer comes after it.
    expect(after.startsWith(before)).toBe(true)
    expect(after.slice(before.length)).toMatch(/^ {2}- id: [\w-]+\n {4}asks:\n/)
    expect((await loadPersona(folder)).answers.length).toBe(chat.persona.answers.length + 1)
    expect(await chat.mascot.desk.proposals()).toEqual([])
    const bo = chat.fan('Bo')
    await bo.says('do you engrave names on the dripper stand')
    await bo.hears(/twelve letters/)
    expect(await latest(chat, bo)).toMatchObject({ reason: 'approved-answer', answerId: proposal?.answer?.id })
    expect(chat.errors).toEqual([])
  })

  it('what would take phrasings from another answer is asked back about, and written at a second yes to what was shown', async () => {
    const { chat, folder } = await open()
    const { dana } = await answered(chat)
    await dana.says('/learn')
    await chat.mascot.settled()
    const [proposal] = await chat.mascot.desk.proposals()
    const other = chat.persona.answers.find(({ asks }) => asks.length > 2)
    if (!proposal?.answer || !other) throw new Error('an answer was proposed')
    const asks = [...proposal.answer.asks, other.asks[0] ?? '']
    await chat.mascot.store.proposals.propose({ ...proposal, answer: { ...proposal.answer, asks } })
    await dana.presses(/^Approve/)
    await chat.mascot.settled()
    const shown = () => chat.shown(dana.threadId ?? ('' as never)).at(-1)
    expect(shown()).toContain(`✋ Nothing is written yet. This is answered by another answer now`)
    expect(shown()).toContain(`“${other.asks[0]}” (${other.id})`)
    expect((await loadPersona(folder)).answers).toHaveLength(chat.persona.answers.length)
    const operator = { id: 'test:Dana', name: 'Dana' }
    const decide = (sure: string) => chat.mascot.desk.decideProposal(proposal.id, operator, true, '', sure)
    expect(await decide('another')).toMatchObject({ isDone: false, asks: { label: 'Yes, write them all' } })
    await dana.presses(/^Yes, write them all/)
    await chat.mascot.settled()
    expect((await loadPersona(folder)).answers.at(-1)?.asks).toEqual(asks)
    expect(await chat.mascot.desk.proposals()).toEqual([])
  })

  it('an answer in another language alone is taken with words in the home language, and not before', async () => {
    const { chat, folder } = await open()
    const [ana, dana] = [chat.fan('Ana'), chat.staff('Dana')]
    await ana.says('我想和人工客服说话')
    await chat.mascot.settled()
    await ana.says('胡桃木支架上可以刻名字吗？')
    await chat.mascot.settled()
    await dana.says('/r 可以，最多十二个字母，一周内完成。')
    await chat.mascot.settled()
    await dana.says('/learn')
    await chat.mascot.settled()
    const [proposal] = await chat.mascot.desk.proposals()
    expect(Object.keys(proposal?.answer?.answer ?? {})).toEqual(['zh'])
    const operator = { id: 'test:Dana', name: 'Dana' }
    const decide = async (words?: string) =>
      await chat.mascot.desk.decideProposal(proposal?.id ?? '', operator, true, words)
    expect(await decide()).toMatchObject({
      isDone: false,
      says: expect.stringMatching(/no words in en[\s\S]*\/proposals/),
    })
    expect(await decide(' \u200b ')).toMatchObject({ isDone: false })
    await dana.says(`/proposals ${proposal?.answer?.id} Yes, up to twelve letters, ready in a week.`)
    await chat.mascot.settled()
    const taken = (await loadPersona(folder)).answers.at(-1)
    expect(taken?.answer).toEqual({
      en: [expect.stringMatching(/twelve letters/)],
      zh: [expect.stringMatching(/十二个字母/)],
    })
    expect(await chat.mascot.desk.proposals()).toEqual([])
  })

  it.each([
    [
      'cannot be added to',
      (text: string) =>
        text.replace(/answers:[\s\S]*/, 'answers: [{id: order-status, asks: [where is it], answer: On its way.}]\n'),
      /brackets/,
    ],
    ['would not load', (text: string) => `${text}anwsers: []\n`, /answers\.yaml:\d+:1 .*anwsers/],
    ['is broken', (text: string) => `${text}  - "\n`, /the quote that opens here is never closed/],
  ])('staff hear why when the file %s: it stays as it was, and the answer waits', async (_, spoil, why) => {
    const { chat, folder } = await open()
    const file = join(folder, 'answers.yaml')
    const { dana } = await answered(chat)
    await dana.says('/learn')
    await chat.mascot.settled()
    const spoilt = spoil(await readFile(file, 'utf8'))
    await writeFile(file, spoilt)
    await dana.presses(/^Approve/)
    await chat.mascot.settled()
    const told = chat.shown(dana.threadId ?? ('' as never)).find((text) => text.includes('is not in answers.yaml'))
    expect(told).toMatch(why)
    expect(told).not.toContain(folder)
    expect(await readFile(file, 'utf8')).toBe(spoilt)
    expect(await readdir(folder)).not.toContain('answers.yaml.new')
    expect(await chat.mascot.desk.proposals()).toHaveLength(1)
  })

  it('only an operator’s yes counts, where one is named; a no ends it', async () => {
    const { chat, folder } = await open((persona) => ({
      ...persona,
      handoff: {
        ...persona.handoff,
        staff: [
          { name: 'Dana', accounts: ['test:Dana'], role: 'staff' },
          { name: 'Olga', accounts: ['test:Olga'], role: 'operator' },
        ],
      },
    }))
    const before = await readFile(join(folder, 'answers.yaml'), 'utf8')
    const { dana } = await answered(chat)
    await dana.says('/learn')
    await chat.mascot.settled()
    await dana.presses(/^Approve/)
    await chat.mascot.settled()
    expect(chat.shown(dana.threadId ?? ('' as never)).join('\n')).toMatch(/An operator decides that/)
    await chat.staff('Olga').presses(/^No/)
    await chat.mascot.settled()
    expect(await chat.mascot.desk.proposals('refused')).toHaveLength(1)
    expect(await readFile(join(folder, 'answers.yaml'), 'utf8')).toBe(before)
  })

  it('nothing is learnt where nobody of the staff has answered', async () => {
    const { chat } = await open()
    const ana = chat.fan('Ana')
    const dana = chat.staff('Dana')
    await ana.says('can I speak to a person please')
    await ana.hears()
    await dana.hears()
    await dana.says('/learn')
    await dana.hears(/Nobody of the staff has answered/)
  })

  it('a draft in the brand’s voice is suggested, and sent as the brand at a press', async () => {
    const { chat } = await open()
    const ana = chat.fan('Ana')
    const dana = chat.staff('Dana')
    await ana.says('can I speak to a person please')
    await ana.hears()
    await chat.mascot.settled()
    await dana.says('/suggest how long do I have to return beans?')
    await chat.mascot.settled()
    await dana.presses(/Send as the brand/)
    expect(await ana.hears(/thirty days/i)).toMatchObject({ speaker: { kind: 'person-as-brand', name: 'Dana' } })
  })

  it('a canned reply is sent by its name', async () => {
    const { chat } = await open((persona) => ({
      ...persona,
      handoff: { ...persona.handoff, canned: { photo: { en: ['Could you send a picture, {fan}?'] } } },
    }))
    const ana = chat.fan('Ana')
    const dana = chat.staff('Dana')
    await ana.says('can I speak to a person please')
    await ana.hears()
    await chat.mascot.settled()
    await dana.presses(/^Take$/)
    await ana.hears()
    await dana.says('/canned photo')
    await ana.hears('Could you send a picture, Ana?')
    await dana.says('/canned nothing')
    await chat.mascot.settled()
    expect(chat.shown(dana.threadId ?? ('' as never)).join('\n')).toMatch(/no reply “nothing”.*photo/)
  })
})
