/** Killed while an album is half carried to staff, or half heard, the program carries all of it: at most what was on its way stands there twice. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, it, vi } from 'vitest'
import { startDiscord } from '../support/discord-server.ts'
import { compiled } from '../support/keep-compiled.ts'
import { sqliteTestDatabase } from '../support/store-harness.ts'
import { startTelegramServer } from '../support/telegram-server.ts'

const program = fileURLToPath(new URL('../support/both-program.ts', import.meta.url))

it('kill -9 after the first of three files: every file and the words arrive', async () => {
  await using database = await sqliteTestDatabase()
  await using telegram = await startTelegramServer()
  await using discord = await startDiscord()
  const group = telegram.group('Care', { isForum: true })
  const env = {
    DATABASE_URL: database.url,
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.root,
    TELEGRAM_RATE: 'off',
    TELEGRAM_STAFF_CHAT: String(group.chatId),
    DISCORD_BOT_TOKEN: discord.token,
    DISCORD_API_ROOT: discord.apiRoot,
  }
  const launch = () => spawn(process.execPath, [...compiled(program)], { stdio: ['ignore', 'ignore', 'inherit'], env })
  const kill = async (child: ReturnType<typeof launch>) => {
    child.kill('SIGKILL')
    await once(child, 'close')
  }
  const first = launch()
  await discord.until(() => discord.gateway.connections > 0)
  const ana = discord.fan('Ana')
  ana.says(ana.direct, 'can I speak to a person please')
  await telegram.until(() => telegram.sent().some(({ text }) => text?.includes('Waiting')))
  // Of kinds that cannot be one album on Telegram, so that each file is a call of its own.
  const attachments = ['a', 'b', 'c'].map((name, nth) => {
    discord.world.files.set(`/files/${name}`, Buffer.from(`bytes of ${name}`))
    const url = `${new URL(discord.apiRoot).origin}/files/${name}`
    const [content_type, end] = name === 'b' ? ['image/jpeg', 'jpg'] : ['application/pdf', 'pdf']
    return { id: `77${nth}`, filename: `${name}.${end}`, content_type, size: 10, url }
  })
  ana.says(ana.direct, 'it came like this', { attachments })
  await telegram.until(() => telegram.calls('sendDocument').length > 0)
  await kill(first)
  const second = launch()
  const bytesOf = () =>
    [...telegram.world.files.values()]
      .map(({ bytes }) => Buffer.from(bytes).toString())
      .filter((text) => /^bytes of/.test(text))
  await vi.waitFor(() => expect(new Set(bytesOf()).size).toBe(3), { timeout: 60_000, interval: 50 })
  await vi.waitFor(
    async () => expect(await database.query("select 1 from messages where state = 'pending'")).toEqual([]),
    { timeout: 60_000, interval: 50 },
  )
  await kill(second)
  for (const name of ['a', 'b', 'c'])
    expect(bytesOf().filter((text) => text === `bytes of ${name}`).length).toBeLessThanOrEqual(2)
  expect(telegram.calls('sendDocument')[0]?.payload.caption).toBe('Ana: it came like this')
})

it('kill -9 after the first of three parts was heard: staff see one message with all three', async () => {
  await using database = await sqliteTestDatabase()
  await using telegram = await startTelegramServer()
  await using discord = await startDiscord()
  const desk = discord.channel(discord.guild('House'), 'desk')
  const env = {
    DATABASE_URL: database.url,
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.root,
    TELEGRAM_RATE: 'off',
    DISCORD_BOT_TOKEN: discord.token,
    DISCORD_API_ROOT: discord.apiRoot,
    DISCORD_STAFF_CHANNEL: desk.id,
  }
  const launch = () => spawn(process.execPath, [...compiled(program)], { stdio: ['ignore', 'ignore', 'inherit'], env })
  const kill = async (child: ReturnType<typeof launch>) => {
    child.kill('SIGKILL')
    await once(child, 'close')
  }
  const first = launch()
  const ana = telegram.fan('Ana')
  await ana.says('can I speak to a person please')
  const thread = () => [...discord.world.channels.values()].find(({ parentId }) => parentId === desk.id)
  await discord.until(() => (thread() ? discord.sent(thread()).length > 0 : false))
  const media_group_id = '4711'
  await ana.sends({ ...ana.file('photo', 'a.jpg'), media_group_id, caption: 'it came like this' })
  await telegram.drained()
  await kill(first)
  for (const name of ['b.jpg', 'c.jpg']) await ana.sends({ ...ana.file('photo', name), media_group_id })
  const second = launch()
  const place = thread()
  if (!place) throw new Error('a thread was opened')
  const shown = () => discord.sent(place).filter(({ content }) => content.startsWith('Ana: it came like this'))
  await discord.until(() => shown().length > 0)
  await vi.waitFor(
    async () => expect(await database.query("select 1 from messages where state in ('pending', 'unread')")).toEqual([]),
    { timeout: 60_000, interval: 50 },
  )
  await kill(second)
  expect(shown().map(({ more }) => more.attachments)).toEqual([
    [expect.anything(), expect.anything(), expect.anything()],
  ])
})
