/** One fan, many accounts: joined by the word of both, in private or begun in a group, and never by anybody else's doing. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { MINUTE_MS } from '../../src/domain/durations.ts'
import { type LinkValues, type LinkWord, linkText } from '../../src/engine/compose/link-words.ts'
import { startTwoPlatforms, type TwoPlatforms, type Voice } from '../support/two-platforms.ts'

let chat: TwoPlatforms
beforeAll(async () => {
  chat = await startTwoPlatforms()
})
afterAll(() => chat[Symbol.asyncDispose]())

let tests = 0
let ana: Voice
let anaThere: Voice
/** Fans of this test alone, by the names they have in it. */
let fan: TwoPlatforms['fan']
beforeEach(() => {
  tests += 1
  fan = (platform, name, group) => chat.fan(platform, `${name}${tests}`, group && `${group}${tests}`)
  ana = fan('alpha', 'Ana')
  anaThere = fan('beta', 'ana99')
})
afterEach(() => expect(chat.errors).toEqual([]))

const words = (word: LinkWord, values: LinkValues = {}) => linkText(word, values, 'en')
const codeIn = (texts: readonly string[]) => /\/link ([0-9A-Z]{4}-[0-9A-Z]{4})/.exec(texts.join('\n'))?.[1] ?? 'no code'
/** One letter of it is another, so that it is somebody's guess. */
const other = (code: string) => code.replace(/.$/, (letter) => (letter === '2' ? '3' : '2'))
const joined = async (one: Voice) =>
  (await chat.mascot.store.links.joinedTo(one.accountId)).map(({ accountId }) => accountId)
const greeted = async (...voices: Voice[]) => {
  for (const voice of voices) await voice.says('hello')
}
async function joins(first: Voice, second: Voice): Promise<void> {
  await second.says(`/link ${codeIn(await first.says('/link'))}`)
  await second.presses('Yes')
  await first.hears()
  await first.presses('Yes')
  await second.hears()
}

describe('in private', () => {
  it('both accounts see whom they join and what that means, and each gives its word', async () => {
    const code = codeIn(await ana.says('/link'))
    expect(await anaThere.says(`/link ${code.toLowerCase().replace('-', ' ')}`)).toEqual([
      words('ask', { name: `Ana${tests}`, platform: 'Alpha' }),
    ])
    expect(await joined(ana)).toEqual([])
    expect(await anaThere.presses('Yes')).toEqual([words('waiting')])
    expect(await joined(ana)).toEqual([])
    expect(await ana.hears()).toEqual([
      `${words('used')}\n${words('ask', { name: `ana99${tests}`, platform: 'Beta' })}`,
    ])
    expect(await ana.says('yes')).toEqual([words('joined', { platform: `Beta (“ana99${tests}”)` })])
    expect(await anaThere.hears()).toEqual([words('joined', { platform: `Alpha (“Ana${tests}”)` })])
    expect(await joined(ana)).toEqual([anaThere.accountId])
    expect(await joined(anaThere)).toEqual([ana.accountId])
  })

  it('either may say no, and the code is worth nothing then', async () => {
    const code = codeIn(await ana.says('/link'))
    await anaThere.says(`/link ${code}`)
    expect(await anaThere.says('no')).toEqual([words('refused')])
    expect(await anaThere.says(`/link ${code}`)).toEqual([words('unknown')])
    await anaThere.says(`/link ${codeIn(await ana.says('/link'))}`)
    await anaThere.says('/link yes')
    await ana.hears()
    expect(await ana.presses('No')).toEqual([words('refused')])
    expect(await anaThere.hears()).toEqual([words('refused')])
    expect(await joined(ana)).toEqual([])
  })

  it('of two questions a press answers what it stands under; a word alone is asked which it means, and is too late only when it is', async () => {
    const cy = fan('gamma', 'Cy')
    await anaThere.says(`/link ${codeIn(await ana.says('/link'))}`)
    await anaThere.presses('Yes')
    await ana.hears()
    const pressYes = await ana.buttonOf('Yes')
    await ana.says(`/link ${codeIn(await cy.says('/link'))}`)
    const both = [
      words('ask', { name: `Cy${tests}`, platform: 'Gamma' }),
      words('ask', { name: `ana99${tests}`, platform: 'Beta' }),
    ]
    expect(await ana.says('yes')).toEqual(both)
    expect(await ana.says('/link yes')).toEqual(both)
    expect(await joined(ana)).toEqual([])
    const press = { button: pressYes, isMention: true }
    expect(await ana.says('Yes', press)).toEqual([words('joined', { platform: `Beta (“ana99${tests}”)` })])
    expect(await joined(ana)).toEqual([anaThere.accountId])
    expect(await ana.says('Yes', press)).toEqual([words('joinedAlready')])
    expect(await ana.says('/link yes')).toEqual([words('waiting')])
    expect(await ana.says('/link yes')).toEqual([words('waiting')])
  })

  it('a yes to something else that was asked since joins nothing', async () => {
    await anaThere.says(`/link ${codeIn(await ana.says('/link'))}`)
    await anaThere.presses('Yes')
    await ana.hears()
    await ana.says('can i bring my dog?')
    await ana.says('yes')
    expect(await joined(ana)).toEqual([])
    expect(await ana.says('/link yes')).toEqual([words('joined', { platform: `Beta (“ana99${tests}”)` })])
  })

  it('a code holds for five minutes, and each question about it does', async () => {
    const code = codeIn(await ana.says('/link'))
    await chat.clock.advance(5 * MINUTE_MS)
    expect(await anaThere.says(`/link ${code}`)).toEqual([words('expired')])
    await anaThere.says(`/link ${codeIn(await ana.says('/link'))}`)
    await chat.clock.advance(5 * MINUTE_MS)
    expect(await anaThere.presses('Yes')).toEqual([words('expired')])
    expect(await joined(ana)).toEqual([])
  })

  it('a code is used once', async () => {
    const code = codeIn(await ana.says('/link'))
    await anaThere.says(`/link ${code}`)
    expect(await fan('gamma', 'Cy').says(`/link ${code}`)).toEqual([words('spent')])
    await anaThere.presses('Yes')
    await ana.hears()
    await ana.presses('Yes')
    expect(await fan('gamma', 'Cy').says(`/link ${code}`)).toEqual([words('spent')])
    expect(await joined(ana)).toEqual([anaThere.accountId])
  })

  it('a new code ends the one before', async () => {
    const old = codeIn(await ana.says('/link'))
    await ana.says('/link')
    expect(await anaThere.says(`/link ${old}`)).toEqual([words('unknown')])
  })

  it('accounts on one platform are not joined', async () => {
    const code = codeIn(await ana.says('/link'))
    expect(await fan('alpha', 'Ana2').says(`/link ${code}`)).toEqual([words('samePlatform', { platform: 'Alpha' })])
    expect(await ana.says(`/link ${code}`)).toEqual([words('samePlatform', { platform: 'Alpha' })])
  })

  it('what is joined already, here or there, is said', async () => {
    await joins(ana, anaThere)
    expect(await anaThere.says(`/link ${codeIn(await ana.says('/link'))}`)).toEqual([words('joinedAlready')])
    const bo = fan('alpha', 'Bo')
    expect(await anaThere.says(`/link ${codeIn(await bo.says('/link'))}`)).toEqual([
      words('heldHere', { platform: 'Alpha' }),
    ])
    const boThere = fan('beta', 'bo1')
    expect(await boThere.says(`/link ${codeIn(await ana.says('/link'))}`)).toEqual([
      words('heldThere', { platform: 'Beta' }),
    ])
  })

  it('who was asked and joined another meanwhile is told so, and nothing is joined', async () => {
    await anaThere.says(`/link ${codeIn(await ana.says('/link'))}`)
    await anaThere.presses('Yes')
    await ana.hears()
    const bo = fan('alpha', 'Bo')
    const code = codeIn(await bo.says('/link'))
    await anaThere.says(`/link ${code}`)
    await anaThere.presses('Yes')
    await bo.hears()
    await bo.presses('Yes')
    expect(await ana.presses('Yes')).toEqual([words('heldThere', { platform: 'Alpha' })])
    expect(await joined(anaThere)).toEqual([bo.accountId])
  })

  it('/unlink separates it all again', async () => {
    await joins(ana, anaThere)
    await joins(fan('gamma', 'A'), ana)
    expect(await joined(anaThere)).toHaveLength(2)
    expect(await ana.says('/unlink')).toEqual([words('separated')])
    expect(await joined(ana)).toEqual([])
    expect(await joined(anaThere)).toEqual([])
    expect(await ana.says('/unlink')).toEqual([words('notJoined')])
  })

  it('each is spoken to in the language of its own talk', async () => {
    await ana.says('你们店里有无线网络吗？')
    await anaThere.says(`/link ${codeIn(await ana.says('/link'))}`)
    await anaThere.says('/link yes')
    expect((await ana.hears()).join()).toContain(linkText('used', {}, 'zh'))
  })
})

describe('begun in a group', () => {
  const begun = async () => codeIn(await fan('alpha', 'Ana', 'fans').says('/link'))

  it('a second code comes back through the first account', async () => {
    const here = fan('alpha', 'Ana', 'fans')
    const first = await begun()
    await anaThere.says(`/link ${first}`)
    const second = codeIn(await anaThere.presses('Yes'))
    expect(await joined(ana)).toEqual([])
    expect(await here.says(`/link ${second}`)).toEqual([words('joined', { platform: `Beta (“ana99${tests}”)` })])
    expect(await joined(ana)).toEqual([anaThere.accountId])
    expect((await here.says(`/link ${second}`)).join()).toBe(words('spent'))
  })

  it('who overheard the first code gains nothing: the second is the first account’s alone', async () => {
    const mallory = fan('beta', 'mallory')
    await mallory.says(`/link ${await begun()}`)
    const second = codeIn(await mallory.presses('Yes'))
    expect(await mallory.says('/link yes')).toEqual([words('refused')])
    expect(await mallory.says(`/link ${second}`)).toEqual([words('unknown')])
    expect(await fan('alpha', 'Mal', 'fans').says(`/link ${second}`)).toEqual([words('unknown')])
    expect(await joined(ana)).toEqual([])
    expect(await joined(mallory)).toEqual([])
  })
})

describe('a stranger', () => {
  it('who has a code passed on cannot join without the word of its owner, who sees who asks', async () => {
    const code = codeIn(await ana.says('/link'))
    const mallory = fan('beta', 'mallory')
    await mallory.says(`/link ${code}`)
    await mallory.presses('Yes')
    expect(await mallory.says('/link yes')).toEqual([words('waiting')])
    expect((await ana.hears()).join()).toContain(`“mallory${tests}” on Beta`)
    await chat.clock.advance(5 * MINUTE_MS)
    expect(await ana.presses('Yes')).toEqual([words('expired')])
    expect(await joined(ana)).toEqual([])
  })

  it('who forwards a command commands nothing', async () => {
    const code = codeIn(await ana.says('/link'))
    await anaThere.says(`/link ${code}`, { forwarded: { from: 'Ana' } })
    expect(await anaThere.says('/link yes')).toEqual([words('refused')])
  })

  it('who guesses is not looked at any more after five wrong codes, for an hour', async () => {
    const code = codeIn(await ana.says('/link'))
    const mallory = fan('beta', 'mallory')
    for (let guess = 0; guess < 5; guess++)
      expect(await mallory.says(`/link ${other(code)}`)).toEqual([words('unknown')])
    expect(await mallory.says(`/link ${code}`)).toEqual([words('tooMany')])
    await chat.clock.advance(61 * MINUTE_MS)
    expect(await mallory.says(`/link ${code}`)).toEqual([words('expired')])
  })

  it('cannot use what was typed before everybody: the code is burnt', async () => {
    const code = codeIn(await ana.says('/link'))
    expect(await fan('beta', 'ana99', 'regulars').says(`/link ${code}`)).toEqual([words('overheard')])
    expect(await fan('beta', 'mallory').says(`/link ${code}`)).toEqual([words('unknown')])
  })
})

describe('what joining does', () => {
  it('/forget tells what else it deletes, asks once, and reaches every account', async () => {
    await greeted(ana, anaThere)
    await joins(ana, anaThere)
    expect((await ana.says('/forget')).join()).toContain(words('forgetsAll', { places: 'Beta' }))
    await ana.says('yes')
    expect(await joined(anaThere)).toEqual([])
    const kept = await chat.mascot.store.memory.exportFan(anaThere.accountId)
    expect(Object.values(kept).flat()).toEqual([])
  })

  it('rights stay with the account that has them', async () => {
    await joins(ana, anaThere)
    const admin = { author: { accountId: ana.accountId, name: 'Ana', isBot: false, isAdmin: true } }
    expect(await fan('alpha', 'Ana', 'club').says('/mascot off', admin)).toHaveLength(1)
    expect(await fan('beta', 'ana99', 'club').says('/mascot off')).toEqual([])
  })

  it('a case of one account stays with it, and separating changes nothing about it', async () => {
    await ana.says('I want to talk to a person')
    await joins(ana, anaThere)
    const [open] = (await chat.mascot.store.records.conversation(ana.threadId))?.openCases ?? []
    expect(open?.accountId).toBe(ana.accountId)
    expect((await chat.mascot.store.records.conversation(anaThere.threadId))?.openCases).toEqual([])
    await anaThere.says('/unlink')
    expect((await chat.mascot.store.records.conversation(ana.threadId))?.openCases).toEqual([open])
  })
})
