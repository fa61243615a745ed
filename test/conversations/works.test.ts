/** What fans let the brand show: offered or asked for, accepted by staff, quoted where it answers, and taken back, the whole path on a database. */
import { expect, it, vi } from 'vitest'
import { accountId, threadId } from '../../src/domain/ids.ts'
import type { Persona } from '../../src/persona/persona.ts'
import { type Chat, type ChatOptions, type FanVoice, startChat } from '../support/chat.ts'
import { createChatClock } from '../support/chat-clock.ts'

const tune = (persona: Persona): Persona => ({
  ...persona,
  community: {
    ...persona.community,
    works: { licence: { en: 'Tidewater may show these words.' }, months: 12, asks: true, gallery: false },
  },
})
const start = (more: ChatOptions = {}) => startChat('coffee', { hasStaffChat: true, tune, ...more })
const words = 'The rain roast carried me through a whole winter.'

async function staffIn(chat: Chat) {
  await chat.fan('Zoe').says('can I talk to a human please?')
  await chat.mascot.settled()
  const dana = chat.staff('Dana')
  await dana.hears()
  return dana
}

async function gives(ana: FanVoice, text = words): Promise<void> {
  await ana.says(`/work ${text}`)
  await ana.hears(/Tidewater may show these words\.[\s\S]*under the name: Ana/)
  await ana.presses(/yes/i)
  await ana.hears(/Our team looks at it/)
}

/** Of Ana, beside the answer to what is asked below. */
async function accepted(chat: Chat) {
  const ana = chat.fan('Ana')
  await gives(ana)
  const dana = await staffIn(chat)
  const bo = chat.fan('Bo')
  await bo.says(asked)
  await bo.hears()
  const [why] = await chat.reasons(bo)
  await dana.says(`/work 1 accept ${why?.answerId}`)
  await dana.hears(/accepted/)
  return { ana, dana, answerId: why?.answerId }
}

async function quotedTo(chat: Chat, name: string): Promise<FanVoice> {
  const fan = chat.fan(name)
  await fan.says(asked)
  await fan.hears()
  await fan.hears(`“${words}” — Ana`)
  return fan
}

async function isTakenDown(chat: Chat, reader: FanVoice): Promise<void> {
  const read = () => chat.shown(reader.threadId).join('\n')
  await vi.waitFor(() => expect(read()).not.toContain(words), { timeout: 60_000 })
}

/** An answer of the brand by its own phrasing. */
const asked = 'how long do I have to return beans?'

it('a work is quoted beside an answer, credited and to the letter, once in a talk and not to its own fan', async () => {
  await using chat = await start()
  const ana = chat.fan('Ana')
  await gives(ana)
  const dana = await staffIn(chat)
  await dana.says('/works')
  await dana.hears(new RegExp(`#1 Ana: ${words}.*offered`))
  await dana.says('/work 1 accept nothing-like-it')
  await dana.hears(/There is no answer nothing-like-it/)
  const bo = chat.fan('Bo')
  await bo.says(asked)
  const answer = await bo.hears()
  await bo.hearsNothing()
  const [why] = await chat.reasons(bo)
  expect(answer.kind).toBe('text')
  await dana.says(`/work 1 accept ${why?.answerId}`)
  await dana.hears(/#1 is accepted: quoted beside/)
  const cy = chat.fan('Cy')
  await cy.says(asked)
  await cy.hears()
  await cy.hears(`“${words}” — Ana`)
  await cy.says(asked)
  await cy.hears()
  await cy.hearsNothing()
  await ana.says(asked)
  await ana.hears()
  await ana.hearsNothing()
})

it('a work that is withdrawn is quoted no more, and what was quoted of it is taken down', async () => {
  await using chat = await start()
  const { ana, dana } = await accepted(chat)
  const cy = await quotedTo(chat, 'Cy')
  await ana.says('/work withdraw')
  await ana.hears(/shown no more/)
  await isTakenDown(chat, cy)
  const dee = chat.fan('Dee')
  await dee.says(asked)
  await dee.hears()
  await dee.hearsNothing()
  await dana.says('/work 1 accept')
  await dana.hears(/The fan has withdrawn #1/)
})

it('a fan who is forgotten is quoted nowhere any more', async () => {
  await using chat = await start()
  const { ana } = await accepted(chat)
  const cy = await quotedTo(chat, 'Cy')
  await ana.says('/forget')
  await ana.hears()
  await ana.says('yes')
  await ana.hears()
  await isTakenDown(chat, cy)
})

it('praise in private is asked for once, and never again, whatever was said', async () => {
  await using chat = await start()
  const ana = chat.fan('Ana')
  await ana.says('I love your beans so much, best coffee ever!')
  await ana.hears()
  await ana.hears(/May we show it to others\?/)
  await ana.says('no')
  await ana.hears(/stays between us/)
  await ana.says('I love your coffee so much, best beans ever!')
  await ana.hears()
  await ana.hearsNothing()
  await (await staffIn(chat)).says('/works')
})

it('“you may use this” in private is asked about with the words that are meant', async () => {
  await using chat = await start()
  const ana = chat.fan('Ana')
  await ana.says('The mild roast is as kind as a Sunday morning.')
  await ana.hears()
  await chat.mascot.settled()
  await ana.says('you may use this')
  await ana.hears(/May we show this: “The mild roast is as kind as a Sunday morning\.”/)
  await ana.presses(/yes/i)
  await ana.hears(/Our team looks at it/)
  await ana.says('can I use this in a moka pot?')
  await chat.mascot.settled()
  expect(chat.shown(ana.threadId).filter((text) => /May we show/.test(text))).toHaveLength(1)
})

it('in a group nothing is asked, and nobody’s licence is taken there', async () => {
  await using chat = await start()
  const ana = chat.fan('Ana', { group: 'beans' })
  await ana.says(`/work ${words}`)
  await ana.hears()
  expect(await chat.reasons(ana)).toMatchObject([{ reason: 'command' }])
  await ana.says('@pip I love your beans so much, best coffee ever!', { isMention: true })
  await chat.mascot.settled()
  expect(chat.shown(ana.threadId).join('\n')).not.toMatch(/May we show/)
})

it('private things and what is too long are not shown, and a credit is as the fan wishes', async () => {
  await using chat = await start()
  const ana = chat.fan('Ana')
  await ana.says('/work write to me: ana@example.org')
  await ana.hears(/something private/)
  await ana.says(`/work ${'bean '.repeat(300)}`)
  await ana.hears(/1000 characters/)
  await ana.says('/work')
  await ana.hears(/Send \/work and then your words/)
  await ana.says('/works')
  await ana.hears(/Send \/work and then your words/)
  await gives(ana)
  await ana.says('/work credit 1 The Rain Girl')
  await ana.hears(/called The Rain Girl/)
  await ana.says('/work credit 2 Nobody Else')
  await ana.hears(/nothing of yours by that number/)
  const dana = await staffIn(chat)
  await dana.says('/work 1')
  await dana.hears(/#1 The Rain Girl .*Ana\): /)
})

it.each([
  ['@everyone come here'],
  ['write to ana@example.org'],
  ['see cheap-beans.example/now'],
  ['call +44 20 7946 0958'],
  ['**Ana** [here](https://evil.example)'],
  ['Ana'.repeat(30)],
  ['Tidewater gives 50% to all'],
  ['Pip'],
  ['Tidewater'],
  ['Pip the tide pool'],
  ['the whole Tidewater Coffee team'],
])('a credit that nobody could be called by is refused at once: %s', async (credit) => {
  await using chat = await start()
  const ana = chat.fan('Ana')
  await gives(ana)
  await ana.says(`/work credit 1 ${credit}`)
  await ana.hears(/cannot be shown as a name/)
  expect((await chat.mascot.store.works.get(1))?.credit).toBe('Ana')
})

it('a name that a fan chose is shown to staff with the one that the platform shows', async () => {
  await using chat = await start()
  const ana = chat.fan('Ana')
  await gives(ana)
  await ana.says('/work credit 1 King Charles')
  await ana.hears(/called King Charles/)
  const dana = await staffIn(chat)
  await dana.says('/work 1')
  await dana.hears(/#1 King Charles \(a name of their choice; the platform shows Ana\): /)
})

it.each(['https://evil.example/beans?ref=77', 'www.beans.example', 'beans.example/offer', '👏👏👏 !!!', '@ana #beans'])(
  'what tells nothing by itself is no work: %s',
  async (text) => {
    await using chat = await start()
    const ana = chat.fan('Ana')
    await ana.says(`/work ${text}`)
    await ana.hears(/Send \/work and then your words/)
  },
)

it('what a fan gave already is shown, and is not asked for or kept a second time', async () => {
  await using chat = await start()
  const ana = chat.fan('Ana')
  for (let nth = 0; nth < 3; nth++) {
    await ana.says(`/work ${words}`)
    await ana.hears(/May we show this/)
  }
  await ana.presses(/yes/i)
  await ana.hears(/Our team looks at it/)
  await ana.says(`/work ${words}`)
  await ana.hears(/What you gave us:\n#1 offered/)
  expect(await chat.mascot.store.works.ofFan(accountId('test', 'Ana'))).toHaveLength(1)
})

it('a licence of twelve months ends on the same day of the next year', async () => {
  await using chat = await start({ clock: createChatClock('2026-11-18T10:30Z') })
  const ana = chat.fan('Ana')
  await ana.says(`/work ${words}`)
  await ana.hears(/Until 2027-11-18/)
})

it('a name on the platform that nobody could be called by is not credited either', async () => {
  await using chat = await start()
  const ana = chat.fan('@everyone see evil.example')
  await ana.says(`/work ${words}`)
  await ana.hears(/Until \d{4}-\d\d-\d\d\. You can take it back/)
})

it('another credit of an accepted work is looked at by staff again; nobody named needs no look', async () => {
  await using chat = await start()
  const { ana, dana, answerId } = await accepted(chat)
  await ana.says('/work credit 1 Buy At Beanhaus')
  await ana.hears(/called Buy At Beanhaus.*looks at it again/)
  const cy = chat.fan('Cy')
  await cy.says(asked)
  await cy.hears()
  await cy.hearsNothing()
  await dana.says('/works')
  await dana.hears(/#1 Buy At Beanhaus .*Ana\): .*offered/)
  await dana.says(`/work 1 accept ${answerId}`)
  await dana.hears(/accepted/)
  await ana.says('/work credit 1 none')
  await ana.hears(/nobody is named/)
  const eve = chat.fan('Eve')
  await eve.says(asked)
  await eve.hears()
  await eve.hears(`“${words}”`)
})

it('only a whole command acts: words that begin like one are asked about, and what is unclear changes nothing', async () => {
  await using chat = await start()
  const ana = chat.fan('Ana')
  for (let nth = 0; nth < 4; nth++) await gives(ana, `${words} ${'Truly. '.repeat(nth)}`)
  await ana.says('/work Withdraw? Never. These beans stay with me.')
  await ana.hears(/May we show this: “Withdraw\? Never\./)
  await ana.presses(/no/i)
  await ana.hears(/stays between us/)
  for (const unclear of [
    'withdraw 3 and 4',
    'withdraw please',
    'Credit where it is due: the rain roast',
    'credit Zoe',
    'credit 1',
  ]) {
    await ana.says(`/work ${unclear}`)
    await ana.hears(/one at a time/)
  }
  const all = async () => await chat.mascot.store.works.ofFan(accountId('test', 'Ana'))
  expect((await all()).map(({ state, credit }) => `${state} ${credit}`)).toEqual(Array(4).fill('offered Ana'))
  await ana.says('/work withdraw #3.')
  await ana.hears(/shown no more/)
  expect((await all()).map(({ state }) => state)).toEqual(['offered', 'withdrawn', 'offered', 'offered'])
  await ana.says('/work withdraw all')
  await ana.hears(/shown no more/)
  expect((await all()).every(({ state }) => state === 'withdrawn')).toBe(true)
})

it('another’s words that were passed on are nobody’s to give', async () => {
  await using chat = await start()
  const ana = chat.fan('Ana')
  await ana.says('The mild roast is as kind as a Sunday morning.', { forwarded: { from: 'Bo' } })
  await ana.hears()
  await chat.mascot.settled()
  await ana.says('you may use this')
  await ana.hears(/somebody else/)
  expect(chat.shown(ana.threadId).join()).not.toMatch(/May we show/)
})

it('praise is asked about once in a fan’s life, in whatever talk', async () => {
  await using chat = await start()
  const ana = chat.fan('Ana')
  await ana.says('I love your beans so much, best coffee ever!')
  await ana.hears()
  await ana.hears(/May we show it to others\?/)
  await ana.says('no')
  await ana.hears(/stays between us/)
  const again = { threadId: threadId('test', 'another-talk-of-ana') }
  await ana.says('I love your coffee so much, best beans ever!', again)
  await chat.mascot.settled()
  expect(chat.shown(again.threadId).join()).not.toMatch(/May we show/)
  expect(chat.shown(again.threadId)).not.toEqual([])
})

it('where the brand shows nothing of fans, /work is no command and nobody is asked', async () => {
  await using chat = await startChat('coffee')
  const ana = chat.fan('Ana')
  await ana.says('I love your beans so much, best coffee ever!')
  await ana.hears()
  await ana.hearsNothing()
})
