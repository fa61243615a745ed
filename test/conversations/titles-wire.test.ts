/** Titles over both wires: earned by what others found useful, shown as the platform can, else in words, and taken back by time. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { accountId } from '../../src/domain/ids.ts'
import type { Persona } from '../../src/persona/persona.ts'
import { type Both, startBoth } from '../support/both-wires.ts'

const tune = (persona: Persona): Persona => ({
  ...persona,
  community: {
    ...persona.community,
    titles: [{ id: 'lamplighter', name: { en: 'Lamplighter 🏮 of Tidewater' }, kind: 'helper', from: 2 }],
  },
})

let both: Both

/** Given, whether it can be shown or not. */
async function given(platform: string, id: string | number): Promise<void> {
  const account = accountId(platform, id)
  await vi.waitFor(async () => expect(await both.mascot.store.titles.heldBy([account])).toHaveLength(1), {
    timeout: 60_000,
  })
}

beforeEach(async () => {
  both = await startBoth(() => ({ DATABASE_URL: 'sqlite::memory:' }), undefined, tune)
})
afterEach(async () => {
  expect(both.errors).toEqual([])
  await both[Symbol.asyncDispose]()
})

describe('on Telegram', () => {
  /** Ana asks, Ben answers, Ana and Cleo thank. */
  async function helped(isAllowed: boolean) {
    const { telegram } = both
    const group = telegram.group('Tidewater friends')
    if (isAllowed) {
      group.chat.administrators.add(telegram.bot.id)
      group.chat.rights.add('can_manage_tags')
    }
    const [ana, ben] = [telegram.fan('Ana'), telegram.fan('Ben')]
    const question = await ana.says('does anybody know a good burr?', { in: group })
    const answer = await ben.says('the steel one', { in: group, replyTo: question.messageId })
    await ana.says('thank you!', { in: group, replyTo: answer.messageId })
    await telegram.fan('Cleo').says('thank you!', { in: group, replyTo: answer.messageId })
    return { group, ana, ben, told: (words: RegExp) => telegram.sent().some(({ text }) => words.test(text)) }
  }

  it('a helper has a member tag, hides it, shows it again, and /forget takes it away', async () => {
    const { group, ben, told } = await helped(true)
    const tag = () => group.chat.tags.get(ben.id)
    await both.telegram.until(() => tag() === 'Lamplighter of T')
    await ben.says('/me')
    await both.telegram.until(() => told(/Your title: Lamplighter/))
    await ben.says('/me title off')
    await both.telegram.until(() => tag() === undefined)
    await ben.says('/me title on')
    await both.telegram.until(() => tag() !== undefined)
    await ben.says('/forget')
    await both.telegram.until(() => told(/forget|delete/i))
    await ben.says('yes')
    await both.telegram.until(() => tag() === undefined)
  })

  it('where the bot may not, the title is said in words, once', async () => {
    const { group, ben } = await helped(false)
    await given('telegram', ben.id)
    expect(both.telegram.calls('setChatMemberTag').map(({ code }) => code)).toEqual([400])
    await ben.says('hi Pip', { in: group })
    await both.telegram.until(() => both.telegram.sent(group).some(({ text }) => /earned a title here/.test(text)))
    expect(group.chat.tags.size).toBe(0)
    const heard = both.telegram.sent(group).length
    await ben.says('thanks Pip, what is your wifi?', { in: group })
    await both.telegram.until(() => both.telegram.sent(group).length > heard)
    expect(both.telegram.sent(group).filter(({ text }) => /earned a title/.test(text))).toHaveLength(1)
  })
})

describe('on Discord', () => {
  async function helped(isAllowed: boolean) {
    const { discord } = both
    const guild = discord.guild('Tidewater')
    const general = discord.channel(guild, 'general')
    if (isAllowed) guild.botMay.add('manage roles')
    const [ana, ben] = [discord.fan('ana'), discord.fan('ben')]
    const question = ana.says(general, 'does anybody know a good burr?')
    const answer = ben.says(general, 'the steel one', { replyTo: question.id })
    ana.says(general, 'thank you!', { replyTo: answer.id })
    discord.fan('Cleo').says(general, 'thank you!', { replyTo: answer.id })
    const roles = () =>
      (guild.rolesOf.get(ben.user.id) ?? []).map((id) => guild.roles.find((role) => role.id === id)?.name)
    return { guild, general, ben, roles }
  }

  it('a helper has a role that may nothing, and hides it', async () => {
    const { guild, ben, roles } = await helped(true)
    await both.discord.until(() => roles().includes('Lamplighter 🏮 of Tidewater'))
    expect(guild.roles.find(({ name }) => String(name).startsWith('Lamplighter'))?.permissions).toBe('0')
    ben.runs(ben.direct, 'me', 'title off')
    await both.discord.until(() => roles().length === 0)
  })

  it('without Manage Roles the title is said in words', async () => {
    const { general, ben, roles } = await helped(false)
    await given('discord', ben.user.id)
    ben.says(general, 'hi Pip')
    await both.discord.until(() => both.discord.sent(general).some(({ content }) => /earned a title/.test(content)))
    expect(roles()).toEqual([])
  })
})
