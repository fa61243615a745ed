/** A member's message is taken down, on each platform by its own call and only with the right to. */
import { describe, expect, it } from 'vitest'
import { threadId } from '../../src/domain/ids.ts'
import { connectDiscord } from '../support/discord-adapter.ts'
import { deletion } from '../support/outbound-message.ts'
import { runTelegram } from '../support/telegram-adapter.ts'

describe('Telegram', () => {
  const inGroup = async () => {
    const running = await runTelegram()
    const ana = running.server.fan('Ana')
    const group = running.server.group('Fans')
    const said = await ana.says('4111 …', { in: group })
    const thread = threadId('telegram', group.chatId)
    return { running, group, said, thread, message: deletion(thread, String(said.messageId)) }
  }

  it('an administrator may', async () => {
    const { running, group, said, message } = await inGroup()
    await using _ = running
    group.chat.administrators.add(running.server.bot.id)
    expect(await running.adapter.send(message)).toEqual({ messageId: String(said.messageId) })
    expect(group.chat.messages.has(said.messageId)).toBe(false)
    // Gone already: nothing more to do.
    await running.adapter.send(message)
  })

  it('a plain member may not, for good, and the group is not given up', async () => {
    const { running, group, said, message } = await inGroup()
    await using _ = running
    await expect(running.adapter.send(message)).rejects.toMatchObject({ isPermanent: true, isThreadGone: false })
    await expect(running.adapter.send(message)).rejects.toThrow(/check its rights/)
    expect(group.chat.messages.has(said.messageId)).toBe(true)
  })

  it('what is no id of a message is refused for good', async () => {
    const { running, thread } = await inGroup()
    await using _ = running
    await expect(running.adapter.send(deletion(thread, 'x'))).rejects.toMatchObject({ isPermanent: true })
  })
})

describe('Discord', () => {
  const inChannel = async () => {
    const discord = await connectDiscord()
    const general = discord.server.channel(discord.server.guild('Fans'), 'general')
    const said = discord.server.fan('Ana').says(general, '4111 …')
    return { discord, general, said, message: deletion(threadId('discord', general.id), said.id) }
  }

  it('with Manage Messages it may', async () => {
    const { discord, general, said, message } = await inChannel()
    await using _ = discord
    expect(await discord.adapter.send(message)).toEqual({ messageId: said.id })
    expect(general.messages).toEqual([])
    // Gone already: nothing more to do.
    await discord.adapter.send(message)
  })

  it('without it may not, for good, and the channel is not given up', async () => {
    const { discord, general, message } = await inChannel()
    await using _ = discord
    const body = { code: 50013, message: 'Missing Permissions' }
    discord.server.trouble({ method: 'DELETE', path: /\/messages\/\d+$/, status: 403, body })
    await expect(discord.adapter.send(message)).rejects.toMatchObject({
      isPermanent: true,
      isThreadGone: false,
      message: expect.stringContaining('Manage Messages'),
    })
    expect(general.messages).toHaveLength(1)
  })
})
