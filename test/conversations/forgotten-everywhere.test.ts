/** A fan is forgotten wherever they were heard, listed or told of: every row of every table is read for what was theirs. */
import { afterEach, describe, expect, it, vi } from 'vitest'
import { fansPage } from '../../adapters/fans/index.ts'
import { type AccountId, accountId, threadId } from '../../src/domain/ids.ts'
import { wordsOfOutgoing } from '../../src/domain/message.ts'
import type { Persona } from '../../src/persona/persona.ts'
import { type Chat, startChat } from '../support/chat.ts'
import { postgresTestDatabase, sqliteTestDatabase, type TestDatabase } from '../support/store-harness.ts'

/** Nobody else is called so, and no file of the brand says the word. */
const NAME = 'Quillon'
const WORD = 'pecanwhirl'
const account: AccountId = accountId('test', NAME)
/** Where staff type what is about no case. */
const desk = threadId('test', 'staff', 'desk')
const circle = 'den'

const tune = (persona: Persona): Persona => ({
  ...persona,
  handoff: { ...persona.handoff, staff: [] },
  community: {
    ...persona.community,
    works: { licence: { en: 'Tidewater may show these words.' }, months: 12, asks: true, gallery: true },
    circle: { groups: { test: `group:${circle}` }, kinds: ['helper'], from: 3 },
    interests: ['test:group:beans'],
  },
})

let database: TestDatabase | undefined
afterEach(async () => {
  await database?.[Symbol.asyncDispose]()
  database = undefined
})

async function rowsHolding(db: TestDatabase, words: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for (const table of await db.tableNames())
    for (const row of await db.query(`select * from ${table}`)) {
      const text = JSON.stringify(row)
      if (words.some((word) => text.toLowerCase().includes(word.toLowerCase()))) found.push(`${table}: ${text}`)
    }
  return found
}

/** Types it where staff work, and returns once all is said. */
async function types(chat: Chat, ...lines: readonly string[]): Promise<void> {
  const dana = chat.staff('Dana')
  dana.goesTo(desk)
  for (const line of lines) {
    await dana.says(line)
    await chat.mascot.settled()
  }
}

const listings = [
  ...['/works', '/works all', '/work 1', '/circle', '/circle 1', '/circle 2', '/cases', '/talks', '/promises'],
  ...['/proposals', '/issues', '/issues all', '/issue 1', '/digest', '/insights', '/interests', '/first', '/crisis'],
]

/** All that a fan may do, and all that staff may do about them. */
async function fillEverything(chat: Chat, db: TestDatabase): Promise<void> {
  const { store } = chat.mascot
  const fan = chat.fan(NAME)
  const says = async (voice: { says: (text: string, more?: object) => Promise<void> }, text: string, more = {}) => {
    await voice.says(text, more)
    await chat.mascot.settled()
  }
  await says(fan, `My name is ${NAME} and I am allergic to ${WORD}.`)
  await says(fan, 'yes')
  await says(fan, `/work The ${WORD} roast carried me through a whole winter.`)
  await says(fan, 'yes')
  await says(fan, '/link')
  await says(fan, '/me first on')
  await says(fan, '/remember everywhere')
  await says(fan, 'I have 50,000 followers on Instagram')
  await store.portables.take([{ kind: 'standing', account, circle: 'yes', circleAt: 1 }], Date.now())

  const inBeans = chat.fan(NAME, { group: 'beans' })
  const bea = chat.fan('Bea', { group: 'beans' })
  await says(inBeans, '/helper on 0-24')
  for (let round = 0; round < 3; round++) {
    await says(bea, 'does anybody know a good burr?')
    await says(inBeans, `the ${WORD} one`, {
      replyTo: { messageId: 'x', isToBot: false, accountId: accountId('test', 'Bea') },
    })
  }
  await says(bea, 'thank you!', {
    replyTo: { messageId: 'y', isToBot: false, accountId: account, authorName: NAME, text: `the ${WORD} one` },
  })
  await says(bea, '@pip which tram goes out to the old lighthouse?', { isMention: true })
  const [group] = await db.query(`select id from conversations where thread_id = '${inBeans.threadId}'`)
  await store.titles.give({
    ...{ accountId: account, conversation: String(group?.id) as never, threadId: inBeans.threadId },
    ...{ title: 'helper', name: 'Lamplighter', since: 1, shown: 'words' },
  })

  await types(chat, '/on', '/circle ask Which roast should come back?', '/circle poll Which cup? | Blue | Green')
  const inDen = chat.fan(NAME, { group: circle })
  const [asked] =
    await db.query(`select message_id from messages where body like '%should come back%' and direction = 'out'
    and message_id is not null and conversation_id in (select id from conversations where thread_id = '${inDen.threadId}')`)
  await says(inDen, `bring back the ${WORD} roast, please`, {
    replyTo: { messageId: String(asked?.message_id), isToBot: true },
  })
  await says(inDen, 'Blue', { button: 'command:vote:2:0', isMention: true })

  await says(fan, `My order never arrived and the ${WORD} box is broken, this is terrible!`)
  await says(fan, 'can I talk to a human please?')
  const dana = chat.staff('Dana')
  const place = await vi.waitFor(() => dana.threadId ?? expect.fail('no thread yet'), { timeout: 60_000 })
  dana.goesTo(place)
  for (const line of [
    `/r Dear ${NAME}, your ${WORD} box is on its way.`,
    `/note ${NAME} likes ${WORD}`,
    `/promise 2h a ${WORD} box`,
    '/learn',
  ]) {
    await dana.says(line)
    await chat.mascot.settled()
  }
  const [report] = await db.query(`select min(id) as id from reports where account_id = '${account}'`)
  await types(chat, `/issue new Boxes that break r${report?.id}`)
  for (const listing of listings) await types(chat, listing)
}

async function byCommand(chat: Chat): Promise<void> {
  const fan = chat.fan(NAME)
  for (const words of ['/forget', 'yes']) {
    await fan.says(words)
    await chat.mascot.settled()
  }
}

const PUBLIC = 'http://pip.example'

/** By its one-time link: opened, and the last button pressed there. */
async function onOwnPage(chat: Chat): Promise<void> {
  const fan = chat.fan(NAME)
  await fan.says('/mydata')
  let link: string | undefined
  while (link === undefined) link = /http:\/\/pip\.example\/mine\S+/.exec(wordsOfOutgoing(await fan.hears()))?.[0]
  const own = await fetch(link.replace(PUBLIC, chat.mascot.url ?? ''), { method: 'POST' })
  const page = /name="page" value="([\w-]+)"/.exec(await own.text())?.[1] ?? expect.fail('the page opens')
  const body = new URLSearchParams({ page, do: 'erase' })
  expect((await fetch(`${chat.mascot.url}/mine/`, { method: 'POST', body })).status).toBe(200)
}

describe.each([
  ['by a command, on SQLite', sqliteTestDatabase, byCommand],
  ['by a command, on PostgreSQL', postgresTestDatabase, byCommand],
  ['on their own page, on SQLite', sqliteTestDatabase, onOwnPage],
] as const)('a fan who is forgotten %s', (_, open, forgets) => {
  it('is in no row of any table and in nothing that staff still see', async () => {
    const db = await open('ready')
    database = db
    await using chat = await startChat('coffee', {
      ...{ hasStaffChat: true, databaseUrl: db.url, tune },
      ...{ pages: [fansPage], env: { PUBLIC_URL: PUBLIC } },
    })
    await fillEverything(chat, db)
    const before = await rowsHolding(db, [NAME, WORD])
    const filled = new Set(before.map((row) => row.slice(0, row.indexOf(':'))))
    for (const table of [
      'works',
      'messages',
      'accounts',
      'helpers',
      'circle_votes',
      'reports',
      'promises',
      'notes',
      'titles',
      'standings',
      'link_requests',
    ])
      expect(filled, table).toContain(table)
    const shown = () => chat.shown(desk).join('\n')
    expect(shown()).toContain(NAME)
    expect(shown()).toContain(WORD)

    await forgets(chat)
    await vi.waitFor(async () => expect(await rowsHolding(db, [NAME, WORD])).toEqual([]), {
      timeout: 60_000,
      interval: 500,
    })
    expect(shown()).not.toMatch(new RegExp(`${NAME}|${WORD}`, 'i'))
    expect(chat.errors).toEqual([])
  })
})
