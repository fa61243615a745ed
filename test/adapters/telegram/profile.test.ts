/** The persona's face on Telegram: set where it differs, and nothing else touched. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Face } from '../../../src/ports/adapter.ts'
import { plainFace } from '../../support/adapter-host.ts'
import { runTelegram } from '../../support/telegram-adapter.ts'

const face: Face = {
  ...plainFace,
  languages: ['en', 'zh', 'fil'],
  bio: { en: `Pip, the bird on the counter. ${'Roasts and remembers. '.repeat(12)}`, zh: '吧台上的鸟。' },
}

describe('the profile on Telegram', () => {
  it('gets the name, the texts by language and the commands by language and place', async () => {
    await using running = await runTelegram()
    const { adapter, server } = running
    await adapter.setProfile?.(face)
    const { profile } = server.world
    expect(profile.get('name')).toBe('Pip')
    expect(profile.get('description')).toBe(face.bio?.en?.trim())
    expect(profile.get('description zh')).toBe('吧台上的鸟。')
    expect(profile.get('short_description')).toMatch(/^Pip, the bird.{50,105}\S…$/)
    expect(profile.get('commands  all_private_chats')).toEqual([
      { command: 'help', description: 'What I can do' },
      { command: 'mydata', description: 'Show what is kept' },
    ])
    expect(profile.get('commands zh all_group_chats')).toEqual([
      { command: 'help', description: '我能做什么' },
      { command: 'quiet', description: 'Keep quiet in this group for a while' },
      { command: 'mydata', description: 'Show what is kept', is_ephemeral: true },
    ])
    expect([...profile.keys()].filter((key) => key.includes('fil'))).toEqual([])
  })

  it('a second time nothing is set, and after a change only what changed', async () => {
    await using running = await runTelegram()
    const { adapter, server } = running
    const set = () => server.calls().filter(({ method }) => method.startsWith('setMy'))
    await adapter.setProfile?.(face)
    const first = set().length
    await adapter.setProfile?.(face)
    expect(set().length).toBe(first)
    await adapter.setProfile?.({ ...face, name: 'Pippo' })
    expect(
      set()
        .slice(first)
        .map(({ method }) => method),
    ).toEqual(['setMyName'])
  })

  it('a picture is uploaded once, also over a restart, and again when it changed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mascot-face-'))
    const avatarPath = join(folder, 'pip.jpg')
    writeFileSync(avatarPath, 'a picture')
    await using running = await runTelegram()
    const { adapter, server } = running
    const uploads = () => server.calls('setMyProfilePhoto').length
    await adapter.setProfile?.({ ...face, avatarPath })
    await adapter.setProfile?.({ ...face, avatarPath })
    expect(uploads()).toBe(1)
    writeFileSync(avatarPath, 'another picture')
    await adapter.setProfile?.({ ...face, avatarPath })
    expect(uploads()).toBe(2)
    rmSync(folder, { recursive: true })
  })

  it('a part Telegram refuses is logged, and the others are set all the same', async () => {
    await using running = await runTelegram()
    const { adapter, server, host } = running
    server.fail('setMyName', {
      code: 429,
      description: 'Too Many Requests: retry after 40000',
      parameters: { retry_after: 40_000 },
    })
    await adapter.setProfile?.({ ...face, avatarPath: '/nowhere/pip.png' })
    expect(server.world.profile.get('name')).toBeUndefined()
    expect(server.world.profile.get('description zh')).toBe('吧台上的鸟。')
    expect(host.logged.filter(({ level }) => level === 'warn').map(({ message }) => message)).toEqual([
      'a part of the profile was not set',
      'Telegram takes a JPEG for a profile picture: set this one by hand with @BotFather',
    ])
  })

  it('a mention of us reads as the new name once the persona was saved', async () => {
    await using running = await runTelegram()
    const { adapter, server, host } = running
    await adapter.setProfile?.({ ...face, name: 'Pippo' })
    await server.fan('Ana').says('@TidewaterPipBot hi')
    await host.until(() => host.messages.length > 0)
    expect(host.messages[0]?.text).toBe('@Pippo hi')
  })
})
