/** Who administers a group is asked for the commands that need it, and for nothing else. */
import { describe, expect, it } from 'vitest'
import { plainFace } from '../../support/adapter-host.ts'
import { runTelegram } from '../../support/telegram-adapter.ts'

const face = { ...plainFace, commands: [...plainFace.commands, { name: 'mascot', about: { en: 'How I take part' } }] }

async function startInGroup() {
  const running = await runTelegram({ face })
  const { server, host } = running
  const group = server.group('Regulars')
  const [ana, owner] = [server.fan('Ana'), server.fan('Olga')]
  group.promotes(owner)
  /** The author as the core hears it. */
  const authorOf = async (said: Promise<{ readonly messageId: number }>) => {
    const { messageId } = await said
    await host.until(() => host.messages.some(({ id }) => id === String(messageId)))
    return host.messages.find(({ id }) => id === String(messageId))?.author
  }
  return { ...running, group, ana, owner, authorOf, asked: () => server.calls('getChatMember').length }
}

describe('an administrator', () => {
  it('is known as one who says /mascot or /quiet, a member as none', async () => {
    await using chat = await startInGroup()
    const { group, ana, owner, authorOf } = chat
    expect(await authorOf(owner.says('/mascot ambient', { in: group }))).toMatchObject({ isAdmin: true })
    expect(await authorOf(owner.says('/quiet@TidewaterPipBot 2h', { in: group }))).toMatchObject({ isAdmin: true })
    expect(await authorOf(ana.says('/mascot off', { in: group }))).toMatchObject({ isAdmin: false })
  })

  it('who writes anonymously, as the group, needs no asking; a channel is none', async () => {
    await using chat = await startInGroup()
    const { server, group, ana, authorOf, asked } = chat
    const anonymous = ana.says('/mascot off', { in: group, content: group.anonymously })
    expect(await authorOf(anonymous)).toMatchObject({ name: 'Regulars', isAdmin: true })
    const channel = { sender_chat: { id: -1_009_999, type: 'channel', title: 'News' } }
    expect(await authorOf(ana.says('/mascot off', { in: group, content: channel }))).toMatchObject({ isAdmin: false })
    expect(asked()).toBe(0)
    expect(server.calls('getChatMember')).toEqual([])
  })

  it('nobody is asked about for other words, other commands, or in private', async () => {
    await using chat = await startInGroup()
    const { group, owner, authorOf, asked } = chat
    for (const said of [
      owner.says('Pip, be quiet', { in: group }),
      owner.says('/help', { in: group }),
      owner.says('/mascot@OtherBot off', { in: group }),
      owner.says('/mascot off'),
    ])
      expect(await authorOf(said)).not.toHaveProperty('isAdmin')
    expect(asked()).toBe(0)
  })

  it('when the server does not say, is taken for none, and the message is heard all the same', async () => {
    await using chat = await startInGroup()
    const { server, host, group, owner, authorOf } = chat
    server.fail('getChatMember', { code: 400, description: 'Bad Request: CHAT_ADMIN_REQUIRED' })
    expect(await authorOf(owner.says('/mascot off', { in: group }))).toMatchObject({ isAdmin: false })
    server.fail('getChatMember', { isDropped: true })
    expect(await authorOf(owner.says('/mascot off', { in: group }))).toMatchObject({ isAdmin: false })
    expect(host.logged.filter(({ level }) => level === 'warn').map(({ message }) => message)).toEqual([
      'it is not known who administers a group',
      'it is not known who administers a group',
    ])
  })

  it('who repeats a command at once is asked about once', async () => {
    await using chat = await startInGroup()
    const { server, host, group, owner, asked } = chat
    await server.until(() => server.calls('getUpdates').length > 0)
    host.failNext(1)
    for (let n = 0; n < 20; n++) await owner.says('/mascot off', { in: group })
    await host.until(() => host.messages.length === 20)
    expect(asked()).toBeLessThan(10)
  })
})

describe('the commands offered', () => {
  it('/mascot to administrators alone, who keep what all members have', async () => {
    await using chat = await startInGroup()
    const { server, adapter } = chat
    const quiet = { name: 'quiet', about: { en: 'Keep quiet', zh: '安静' }, isForAdministrators: true }
    const mascot = { name: 'mascot', about: { en: 'How I take part', zh: '怎么参与' }, isForAdministrators: true }
    const help = { name: 'help', about: { en: 'What I can do' } }
    await adapter.setProfile?.({ ...plainFace, languages: ['en', 'zh'], commands: [help, quiet, mascot] })
    const offered = (scope: string) => server.world.profile.get(`commands ${scope}`)
    expect(offered(' all_private_chats')).toEqual([{ command: 'help', description: 'What I can do' }])
    expect(offered(' all_group_chats')).toEqual([{ command: 'help', description: 'What I can do' }])
    expect(offered('zh all_chat_administrators')).toEqual([
      { command: 'help', description: 'What I can do' },
      { command: 'quiet', description: '安静' },
      { command: 'mascot', description: '怎么参与' },
    ])
  })
})
