/** One fan on Telegram and on Discord, over both wires: joined by buttons, shown together as files, forgotten together. */
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { expect, it, vi } from 'vitest'
import { startBoth } from '../support/both-wires.ts'
import { sqliteTestDatabase } from '../support/store-harness.ts'

it('a fan joins both accounts by buttons, reads all that is kept as files, and is forgotten on both', async () => {
  await using database = await sqliteTestDatabase()
  await using both = await startBoth(() => ({ DATABASE_URL: database.url }))
  const uploads = path.join(path.dirname(database.url.replace('sqlite:', '')), 'uploads')
  const { telegram, discord, mascot } = both
  const [here, there] = [telegram.fan('Ana'), discord.fan('ana99')]
  const told = (pattern: RegExp) => telegram.sent().some(({ text }) => pattern.test(text ?? ''))
  const toldThere = (pattern: RegExp) => discord.sent(there.direct).findLast(({ content }) => pattern.test(content))
  there.says(there.direct, 'do you have wifi? it is for my Zanzibar trip')
  await discord.until(() => discord.sent(there.direct).length > 0)

  await here.says('/link')
  await telegram.until(() => told(/Your code is/))
  const code = telegram.sent().flatMap(({ text }) => /\/link (\S+-\S+)/.exec(text ?? '')?.[1] ?? [])[0] ?? ''
  there.runs(there.direct, 'link', code)
  await discord.until(() => toldThere(/Join this account with “Ana” on Telegram/) !== undefined)
  const question = toldThere(/Join this account/)
  if (!question) throw new Error('it asked')
  there.presses(question, 'Yes')
  await telegram.until(() => told(/Join this account with “ana99” on Discord/))
  await here.presses('Yes')
  await discord.until(() => toldThere(/Your accounts are joined/) !== undefined)
  await telegram.until(() => told(/Your accounts are joined: this one and the one on Discord/))

  await here.says('/mydata')
  await telegram.until(() => telegram.sent().some(({ method }) => method === 'sendMediaGroup'))
  const files = telegram.world.chats.get(here.chatId)?.messages ?? new Map<number, object>()
  const shown = JSON.stringify([...files.values()])
  expect(shown).toContain('my-data.txt')
  expect(shown).toContain('my-data.json')
  expect(shown).toContain('Kept of you')
  expect(await readdir(uploads)).toHaveLength(2)

  await here.says('/forget')
  await telegram.until(() => told(/also deletes what I keep of your joined accounts: Discord/))
  await here.says('yes')
  await vi.waitFor(async () => expect(await readdir(uploads)).toEqual([]), { timeout: 30_000 })
  await mascot.settled()
  const [account] = await mascot.store.links.joinedTo(`discord:${there.user.id}` as never)
  expect(account).toBeUndefined()
  expect(JSON.stringify(await mascot.store.memory.exportFan(`discord:${there.user.id}` as never))).not.toContain(
    'Zanzibar',
  )
  expect(both.errors).toEqual([])
})
