/** What the doctor is told of the bot on Telegram, without starting it. */
import { describe, expect, it } from 'vitest'
import { createTelegramAdapter } from '../../../adapters/telegram/index.ts'
import { startTelegramServer } from '../../support/telegram-server.ts'

describe('examined before a start, Telegram', () => {
  it('tells who the bot is, what reaches it and whether it may open topics, and changes nothing', async () => {
    await using server = await startTelegramServer()
    const staff = server.group('Staff', { isForum: true })
    const plain = server.group('Plain')
    const { token, root: apiRoot } = server
    const told = async (more = {}) =>
      (await createTelegramAdapter({
        token,
        apiRoot,
        rate: 'off',
        staffChat: String(staff.chat.id),
        ...more,
      }).examine?.()) ?? []
    expect(await told({ staffChat: undefined })).toEqual([
      { says: expect.stringContaining(`@${server.world.bot.username}; `), isGood: true },
      { says: 'is asked for updates (polling)', isGood: true },
    ])
    expect((await told()).at(-1)).toMatchObject({ isGood: false, says: expect.stringContaining('may not open topics') })
    staff.chat.administrators.add(server.world.bot.id)
    expect((await told()).at(-1)).toMatchObject({ isGood: true, says: expect.stringContaining('may open topics') })
    expect((await told({ staffChat: String(plain.chat.id) })).at(-1)).toMatchObject({
      isGood: false,
      says: expect.stringContaining('no topics'),
    })
    const webhook = { url: 'https://example.com/hook/secret-path', secret: 'x' }
    expect((await told({ webhook }))[1]).toEqual({ says: 'no webhook is set yet: starting sets it', isGood: true })
    await fetch(`${apiRoot}/bot${token}/setWebhook?url=${encodeURIComponent('https://other.example/s3cret')}`)
    const elsewhere = await told({ webhook })
    expect(elsewhere[1]).toMatchObject({
      isGood: false,
      says: expect.stringContaining('leads to other.example, not to'),
    })
    expect(JSON.stringify(elsewhere)).not.toContain('s3cret')
    expect(
      server
        .calls()
        .map(({ method }) => method)
        .filter((method) => /^(?:set|delete)/.test(method)),
    ).toEqual(['setWebhook'])
  })

  it('a token that is refused is said in words, without it', async () => {
    await using server = await startTelegramServer()
    const [one] =
      (await createTelegramAdapter({ token: '1:wrong', apiRoot: server.root, rate: 'off' }).examine?.()) ?? []
    expect(one).toMatchObject({ isGood: false, says: expect.stringMatching(/^not reached: /) })
    expect(one?.says).not.toContain('1:wrong')
  })
})
