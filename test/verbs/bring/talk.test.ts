/** What people say in exported chats: counted, without whose it was. */
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { catalog } from '../../../adapters/catalog.ts'
import { type ChatLine, chatLines } from '../../../src/verbs/bring/chat-lines.ts'
import { createListener } from '../../../src/verbs/bring/heard.ts'
import { importVerb } from '../../../src/verbs/import.ts'

const coffee = fileURLToPath(new URL('../../../personas/coffee', import.meta.url))
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mascot-talk-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function file(name: string, content: string): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const telegram = {
  name: 'Coffee lovers',
  type: 'public_supergroup',
  id: 1,
  messages: [
    { id: 1, type: 'service', action: 'join_group_by_link', actor: 'Ana' },
    { id: 2, type: 'message', from: 'Ana', from_id: 'user1', text: 'Do you grind beans for a moka pot?' },
    {
      id: 3,
      type: 'message',
      from: 'Bo',
      from_id: 'user2',
      text: ['Could you grind beans for my moka pot? Ask ', { type: 'mention', text: '@ana_s' }],
    },
    { id: 4, type: 'message', from: 'News', from_id: 'channel9', text: 'Do you grind beans for a moka pot?' },
    { id: 5, type: 'message', from: 'Cy', from_id: 'user3', text: 'we love the Harbour Blend' },
    { id: 6, type: 'message', from: 'Bo', from_id: 'user2', text: 'We love the Harbour Blend!' },
  ],
}
const discord = {
  guild: { id: '1' },
  channel: { id: '2', type: 'GuildTextChat' },
  messages: [
    {
      id: '1',
      type: 'Default',
      content: 'Is the roastery open for tours?',
      author: { id: '7', name: 'cy', nickname: 'Cy' },
    },
    { id: '2', type: 'Default', content: 'Beep?', author: { id: '8', name: 'bot', isBot: true } },
  ],
}
const whatsapp = `31/12/25, 23:58 - Messages are end-to-end encrypted.
31/12/25, 23:59 - Ana: is decaf
available at all?
[31.12.25, 23:59:30] ~ Bo: \u200eimage omitted
12/31/25, 11:59\u202fPM - Ana: <Media omitted>
12/31/25, 11:59 PM - Dana (shop): Yes: always
31/12/25, 23:59 - Ana left
`

it('a question that was typed in two lines is one, and two questions are two', () => {
  const listener = createListener(['en'])
  listener.hear({ author: 'Ana', text: 'is decaf\navailable at all?' })
  listener.hear({ author: 'Bo', text: 'when do you open\ndo you sell rye?' })
  expect(listener.tell().questions.map(({ text }) => text)).toEqual([
    'is decaf available at all?',
    'when do you open',
    'do you sell rye?',
  ])
})

async function linesIn(content: string): Promise<ChatLine[]> {
  const lines: ChatLine[] = []
  for await (const line of chatLines(file('chat', content))) lines.push(line)
  return lines
}

describe('an exported chat', () => {
  it('of Telegram tells what people wrote, in one piece, and nothing of channels and services', async () => {
    expect((await linesIn(JSON.stringify(telegram))).map(({ author, text }) => `${author}: ${text}`)).toEqual([
      'Ana: Do you grind beans for a moka pot?',
      'Bo: Could you grind beans for my moka pot? Ask @ana_s',
      'Cy: we love the Harbour Blend',
      'Bo: We love the Harbour Blend!',
    ])
  })

  it('of Discord tells nothing of bots', async () => {
    expect(await linesIn(JSON.stringify(discord))).toEqual([{ author: 'Cy', text: 'Is the roastery open for tours?' }])
  })

  it('of WhatsApp is read in the forms of several telephones, over several lines', async () => {
    expect(await linesIn(whatsapp)).toEqual([
      { author: 'Ana', text: 'is decaf\navailable at all?' },
      { author: 'Dana (shop)', text: 'Yes: always' },
    ])
  })

  it.each([
    ['{"messages": [', /it was cut/],
    ['{"messages": [}', /not JSON all through/],
    ['hello\n', /no chat that can be read/],
    ['{}', /no chat that can be read/],
    ['{"messages": []}', /no chat that can be read/],
    ['{"messages": [{"id": 1, "body": "a ticket"}], "answers": [{"id": "x"}]}', /no chat that can be read/],
  ])('that is none is told: %s', async (content, says) => {
    await expect(linesIn(content)).rejects.toThrow(says)
  })
})

describe('what was heard', () => {
  it('is grouped and counted by people, without names, numbers and addresses', () => {
    const listener = createListener(['en'])
    listener.hear({ author: 'Ana Silva', text: 'Where is my order 48213377? Mail me at ana@example.com' })
    listener.hear({ author: 'Bo', text: 'where is my order, Ana?' })
    listener.hear({ author: 'Cy', text: 'We adore the Harbour Blend' })
    listener.hear({ author: 'Bo', text: 'we adore the Harbour Blend!' })
    const { questions, groups, remarks, names } = listener.tell()
    expect(JSON.stringify(questions)).not.toMatch(/48213377|example\.com|Ana/)
    expect(groups).toMatchObject([{ count: 2, people: 2 }])
    expect(remarks).toEqual([['we adore the harbour blend', 2]])
    expect(names).toEqual([['Harbour Blend', 2]])
  })
})

describe('names of people in a chat', () => {
  const heardFrom = (...lines: readonly (readonly [author: string, text: string])[]) => {
    const listener = createListener(['en', 'de'])
    for (const [author, text] of lines) listener.hear({ author, text })
    return JSON.stringify(listener.tell())
  }

  it('that they tell of themselves and of theirs are hidden, and then wherever else they stand', () => {
    const heard = heardFrom(
      ['u1', "Hi, I'm Cynthia Miller, where is my parcel?"],
      ['u2', 'ich heiße Jörg, wann kommt mein Paket?'],
      ['u3', 'Did my wife Ana order the grinder?'],
      ['u4', 'Did cynthia miller get her parcel? And what about Jörg, is he fine?'],
      ['u5', 'We all love Cynthia'],
      ['u6', 'we all love Cynthia'],
    )
    expect(heard).not.toMatch(/cynthia|miller|jörg|\bana\b/i)
    expect(heard).toMatch(/where is my parcel/)
  })

  it('are those of the chat in every part and spelling; a name that is a word is one where it has a capital', () => {
    const heard = heardFrom(
      ['~ cynthia_Miller92 🌸', 'Where is my parcel?'],
      ['Will', 'Who will open the shop?'],
      ['x', 'Did Cynthia open the shop? And will Will be there, too?'],
    )
    expect(heard).not.toMatch(/cynthia|Will/)
    expect(heard).toContain('Who will open the shop?')
  })
})

describe('mascot import talk', () => {
  it('tells what is asked and which answer fits, writes the questions for `answers suggest`, and no answer', async () => {
    const written: string[] = []
    const { write } = process.stdout
    process.stdout.write = (text: string | Uint8Array) => written.push(String(text)) > 0
    const out = join(folder, 'questions.jsonl')
    const run = (values: object) =>
      importVerb({
        values: { persona: coffee, ...values },
        positionals: ['talk', file('result.json', JSON.stringify(telegram)), file('wa.txt', whatsapp)],
        catalog,
      })
    try {
      await run({ out, staff: ['Dana (shop)'] })
      await expect(run({ out })).rejects.toThrow('is there already')
    } finally {
      process.stdout.write = write
    }
    expect(written.join('')).toMatch(/^5 messages; \d questions/)
    expect(written.join('')).toContain('Nothing of it is an answer.')
    const lines = readFileSync(out, 'utf8').trim().split('\n')
    expect(lines.map((line) => JSON.parse(line))).toContainEqual({
      id: expect.any(String),
      text: 'Do you grind beans for a moka pot?',
    })
    expect(lines.join('')).not.toMatch(/Yes: always|ana_s/)
    expect(statSync(out).mode & 0o077).toBe(0)
    expect(existsSync(`${out}.part`)).toBe(false)
  })
})
