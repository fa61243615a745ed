/** The circle over both wires: invited in private by who may write first, asked by a lead, and told what became of what they said. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { accountId } from '../../src/domain/ids.ts'
import type { Persona } from '../../src/persona/persona.ts'
import { type Both, startBoth } from '../support/both-wires.ts'
import type { Group } from '../support/telegram/people.ts'

let both: Both
let staffChat: Group
let circle: Group
let circleId = ''

/** Half the day away from now, whenever the test runs. */
const quiet = String((new Date().getUTCHours() + 12) % 24).padStart(2, '0')

const tune = (persona: Persona): Persona => ({
  ...persona,
  manners: { ...persona.manners, quietHours: `${quiet}:00-${quiet}:30` },
  community: {
    ...persona.community,
    circle: { groups: { telegram: String(circle.chatId), discord: circleId }, kinds: ['influential'], from: 2 },
  },
})

beforeEach(async () => {
  both = await startBoth(
    (telegram, discord) => {
      staffChat = telegram.group('Staff', { isForum: true })
      circle = telegram.group('The circle')
      circle.chat.administrators.add(telegram.bot.id)
      circle.chat.rights.add('can_invite_users')
      const guild = discord.guild('Tidewater')
      circleId = discord.channel(guild, 'circle').id
      return { DATABASE_URL: 'sqlite::memory:', TELEGRAM_STAFF_CHAT: String(staffChat.chatId) }
    },
    undefined,
    tune,
  )
})
afterEach(async () => {
  expect(both.errors).toEqual([])
  await both[Symbol.asyncDispose]()
})

const told = (words: RegExp) => both.telegram.sent().some(({ text }) => words.test(text))

describe('the circle', () => {
  it('invites who is of a kind and may be written to first, lets them in by a link, asks, and tells what becomes of it', async () => {
    const { telegram, mascot } = both
    const ana = telegram.fan('Ana')
    await ana.says('I have 50,000 followers on Instagram')
    await telegram.until(() => telegram.sent().length > 0)
    await mascot.settled()
    expect(told(/small circle/)).toBe(false)
    await ana.says('/me first on')
    await telegram.until(() => told(/small circle/))
    await ana.presses('Yes')
    await telegram.until(() => told(/Come in: https:\/\/t\.me\/\+fake/))
    expect(telegram.calls('createChatInviteLink').map(({ payload }) => payload.member_limit)).toEqual([1])
    await ana.says('/circle yes')
    const links = () => telegram.sent().flatMap(({ text }) => /https:\/\/t\.me\/\+fake\d+/.exec(text)?.[0] ?? [])
    await telegram.until(() => links().length === 2)
    expect(new Set(links()).size).toBe(1)
    expect(telegram.calls('createChatInviteLink')).toHaveLength(1)

    const lead = telegram.fan('Dana')
    await lead.says('/circle ask Which roast should come back in spring?', { in: staffChat })
    const asked = () => telegram.sent(circle).find(({ text }) => text.includes('come back in spring'))
    await telegram.until(() => asked() !== undefined)
    await ana.says('bring back the smoky Harbour roast, please', { in: circle, replyTo: asked()?.messageId ?? 0 })
    await telegram.until(() => told(/I will tell you what becomes of it/))
    await mascot.settled()
    await lead.says('/circle 1', { in: staffChat })
    await telegram.until(() => told(/r\d+ .*smoky Harbour roast/))
    const report = /r(\d+)(?: \(#\d+\))? bring back/.exec(
      telegram
        .sent()
        .map(({ text }) => text)
        .join('\n'),
    )?.[1]
    expect(told(new RegExp(`/issue new TITLE r${report}\\b`))).toBe(true)
    const [first] = await mascot.store.issues.some([Number(report)])
    expect(first).toMatchObject({ wants: 'yes', answerId: 'circle:1' })

    // Who says no later is let in no more, and an old button changes nothing about it.
    expect(circle.chat.inviteLinks.size).toBe(1)
    await ana.says('/circle no')
    await telegram.until(() => told(/will not ask again/))
    await telegram.until(() => circle.chat.inviteLinks.size === 0)
    await ana.presses('Yes')
    await telegram.until(() => told(/No invitation to the circle is open/))
    await mascot.settled()
    expect((await mascot.store.standings.of(accountId('telegram', String(ana.id)))).choices.circle).toBe('no')
  })

  it('asks nobody twice who said no, and nobody who did not allow it', async () => {
    const { discord, mascot } = both
    const ben = discord.fan('ben')
    ben.says(ben.direct, 'I have 50,000 followers on Instagram')
    ben.runs(ben.direct, 'me', 'first on')
    const invitation = () => discord.sent(ben.direct).find(({ content }) => /small circle/.test(content))
    await discord.until(() => invitation() !== undefined)
    const asked = invitation()
    if (!asked) throw new Error('it asked')
    ben.presses(asked, 'No')
    await discord.until(() => discord.sent(ben.direct).some(({ content }) => /will not ask again/.test(content)))
    ben.says(ben.direct, 'I have 90,000 followers on Instagram now')
    await mascot.settled()
    const account = accountId('discord', ben.user.id)
    await vi.waitFor(async () => expect((await mascot.store.standings.of(account)).choices.circle).toBe('no'), {
      timeout: 60_000,
    })
    expect(discord.sent(ben.direct).filter(({ content }) => /small circle/.test(content))).toHaveLength(1)
  })

  it('votes by button, where a group lets us send no poll, once a member who said yes, counted for staff', async () => {
    circle.chat.refusesPolls = true
    const { telegram, mascot } = both
    const [ana, ben, cy, lead] = [telegram.fan('Ana'), telegram.fan('Ben'), telegram.fan('Cy'), telegram.fan('Dana')]
    for (const { id } of [ana, ben]) {
      const account = accountId('telegram', String(id))
      const choice = { circle: 'yes', circleAt: 1 } as const
      const fan = { kind: 'fan', accounts: [{ id: account, name: 'A', since: 1 }], consent: 'unasked' } as const
      await mascot.store.portables.take([fan, { kind: 'standing', account, ...choice }], Date.now())
    }
    await lead.says('/circle poll Which cup? | Blue | Green', { in: staffChat })
    await telegram.until(() => telegram.sent(circle).some(({ text }) => text.includes('Which cup?')))
    const counted = () => telegram.sent().filter(({ text }) => text.includes('Counted.')).length
    for (const [fan, cup] of [
      [ana, /Blue/],
      [ana, /Green/],
      [ben, /Green/],
    ] as const) {
      const before = counted()
      await fan.presses(cup, { in: circle })
      await telegram.until(() => counted() > before)
    }
    await cy.presses(/Blue/, { in: circle })
    await telegram.until(() => told(/Only who said yes to the circle votes here/))
    await lead.says('/circle 1', { in: staffChat })
    await telegram.until(() => told(/0 × Blue\n2 × Green/))
    await lead.says('/first', { in: staffChat })
    await telegram.until(() => told(/2 × circle-question/))
  })

  it('is a poll of the platform: members are counted once over joined accounts, also who changed or took back a vote, and told how it ended', async () => {
    const { telegram, discord, mascot } = both
    const [ana, ben, cy, lead] = [telegram.fan('Ana'), telegram.fan('Ben'), telegram.fan('Cy'), telegram.fan('Dana')]
    const [ana2, dee, eve] = [discord.fan('ana2'), discord.fan('dee'), discord.fan('eve')]
    const onTelegram = ({ id }: { id: number }) => accountId('telegram', String(id))
    const onDiscord = ({ user }: { user: { id: string } }) => accountId('discord', user.id)
    const members = [[onTelegram(ana), onDiscord(ana2)], [onTelegram(ben)], [onDiscord(dee)]]
    for (const accounts of members) {
      const fan = { kind: 'fan', accounts: accounts.map((id) => ({ id, name: 'A', since: 1 })), consent: 'unasked' }
      const standing = { kind: 'standing', account: accounts[0], circle: 'yes', circleAt: 1 }
      await mascot.store.portables.take(
        [fan, standing] as Parameters<typeof mascot.store.portables.take>[0],
        Date.now(),
      )
    }
    await lead.says('/circle poll Which cup? | Blue | Green', { in: staffChat })
    const shown = () => discord.sent().find(({ more }) => more.poll !== undefined)
    await telegram.until(() => telegram.calls('sendPoll').length === 1)
    await discord.until(() => shown() !== undefined)
    expect(telegram.calls('sendPoll')[0]?.payload).toMatchObject({ question: 'Which cup?', is_anonymous: false })
    expect(shown()?.content).toBe('')

    await ana.votes('Blue', { in: circle })
    await ana.votes('Green', { in: circle })
    await ben.votes('Blue', { in: circle })
    await ben.votes(undefined, { in: circle })
    // Who never said yes to the circle may press, and is not counted.
    await cy.votes('Blue', { in: circle })
    await telegram.drained()
    const poll = shown()
    if (!poll) throw new Error('it was asked')
    ana2.votes(poll, 'Blue')
    dee.votes(poll, 'Blue')
    eve.votes(poll, 'Blue')
    await lead.says('/circle 1', { in: staffChat })
    await telegram.until(() => told(/1 × Blue\n1 × Green/))
    dee.votes(poll, 'Green')

    discord.trouble({ method: 'POST', path: /\/expire$/, status: 503 })
    await lead.says('/circle 1 close', { in: staffChat })
    await telegram.until(() => told(/The poll on discord could not be ended/))
    await lead.says('/circle 1 close', { in: staffChat })
    await telegram.until(() => told(/Round 1 is closed\. How it ended is told/))
    const upshot = /vote is over[\s\S]*Which cup\?\n0 × Blue\n2 × Green/
    await telegram.until(() => telegram.sent(circle).some(({ text }) => upshot.test(text)))
    await discord.until(() => discord.sent().some(({ content }) => upshot.test(content)))
    expect(() => dee.votes(poll, 'Blue')).toThrow()
    await expect(ben.votes('Blue', { in: circle })).rejects.toThrow()
    await lead.says('/circle 1', { in: staffChat })
    await telegram.until(() => told(/1 \(closed\): Which cup\?\n0 × Blue\n2 × Green/))
  })
})
