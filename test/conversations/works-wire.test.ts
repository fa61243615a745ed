/** A work given on Telegram, quoted on Discord, and taken back: over both wires. */
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it, vi } from 'vitest'
import { fansPage } from '../../adapters/fans/index.ts'
import { startBoth } from '../support/both-wires.ts'
import type { Group } from '../support/telegram/people.ts'

const words = 'The rain roast carried me through a whole winter.'

it('what a fan gave on Telegram is quoted on Discord, and deleted there once they take it back', async () => {
  await using both = await startBoth(
    (telegram) => ({ TELEGRAM_STAFF_CHAT: String(telegram.group('Staff', { isForum: true }).chatId) }),
    undefined,
    (persona) => ({
      ...persona,
      community: {
        ...persona.community,
        works: { licence: { en: 'You may show it.' }, months: 12, asks: true, gallery: false },
      },
    }),
  )
  const { telegram, discord, mascot } = both
  const ana = telegram.fan('Ana')
  const told = (pattern: RegExp) => telegram.sent().some(({ text }) => pattern.test(text ?? ''))
  await ana.says(`/work ${words}`)
  await telegram.until(() => told(/You may show it\./))
  await ana.presses('Yes')
  await telegram.until(() => told(/Our team looks at it now/))
  // Whoever looks works through hears of it, once, without its words.
  const waits = () => telegram.sent().filter(({ text }) => text?.includes('#1 waits to be looked through'))
  await telegram.until(() => waits().length > 0)
  expect(waits()).toHaveLength(1)
  const { works } = mascot.store
  const [given] = (await works.list({ state: 'offered', limit: 1 })).works
  const answers = ['returns-beans']
  await works.decide(given?.number ?? 0, 'accepted', { who: 'Mia', answers, now: Date.now() })

  const cy = discord.fan('cy7')
  cy.says(cy.direct, 'how long do I have to return beans?')
  const quotes = () => discord.sent(cy.direct).filter(({ content }) => content === `“${words}” — Ana`)
  await discord.until(() => quotes().length === 1)
  await ana.says('/work withdraw')
  await telegram.until(() => told(/it is shown no more/))
  await discord.until(() => quotes().length === 0)
  expect(discord.sent(cy.direct).length).toBeGreaterThan(0)
  expect(both.errors).toEqual([])
})

it('a picture given on Telegram stands on the gallery with its credit until it is taken back, then neither there nor on the disk', async () => {
  const files = await mkdtemp(path.join(tmpdir(), 'mascot-works-'))
  let staff: Group | undefined
  await using both = await startBoth(
    (telegram) => {
      staff = telegram.group('Staff', { isForum: true })
      return { TELEGRAM_STAFF_CHAT: String(staff.chatId), MASCOT_FILES: files, PUBLIC_URL: 'https://pip.example' }
    },
    undefined,
    (persona) => ({
      ...persona,
      community: {
        ...persona.community,
        works: { licence: { en: 'You may show it.' }, months: 12, asks: true, gallery: true },
      },
    }),
    [fansPage],
  )
  const { telegram, mascot } = both
  const told = (pattern: RegExp) => telegram.sent().some(({ text }) => pattern.test(text ?? ''))
  const onDisk = async () => await readdir(path.join(files, 'fetched')).catch(() => [])
  const [ana, ben, dana] = [telegram.fan('Ana'), telegram.fan('Ben'), telegram.fan('Dana')]
  const gif = 'GIF89a of a cup in the rain'
  for (const [fan, way] of [
    [ana, 'by its link'],
    [ben, 'by /work withdraw'],
  ] as const) {
    const number = fan === ana ? 1 : 2
    const photo = fan.file('photo', 'cup.gif', gif)
    await fan.sends({ ...photo, caption: '/work', caption_entities: [{ type: 'bot_command', offset: 0, length: 5 }] })
    const asked = () => telegram.sent({ chatId: fan.chatId }).some(({ text }) => text.includes('You may show it.'))
    await telegram.until(asked)
    await fan.presses('Yes')
    await telegram.until(() => told(new RegExp(`#${number} waits to be looked through`)))
    const gallery = async () => await (await fetch(`${mascot.url}/works/`)).text()
    const picture = async () => await fetch(`${mascot.url}/works/picture/${number}`)
    expect(await gallery(), way).not.toContain('<img')
    expect((await picture()).status, way).toBe(404)
    await dana.says(`/work ${number} accept`, { in: { chatId: staff?.chatId ?? 0 } })
    await telegram.until(() => told(new RegExp(`#${number}[^\n]* accepted`)))
    expect(await gallery(), way).toMatch(
      new RegExp(`<img src="/works/picture/${number}"[\\s\\S]*— ${fan.person.first_name}</figcaption>`),
    )
    const shown = await picture()
    expect(shown.headers.get('content-type'), way).toBe('image/gif')
    expect(Buffer.from(await shown.arrayBuffer()).toString(), way).toContain('cup in the rain')
    expect(await onDisk(), way).toHaveLength(1)
    if (fan === ana) {
      const words = telegram
        .sent({ chatId: fan.chatId })
        .map(({ text, buttons }) => [text, ...buttons.map(({ url }) => url)])
      const link = /https:\/\/pip\.example(\/works\/withdraw\/[\w-]+)/.exec(words.flat().join('\n'))?.[1]
      expect((await fetch(`${mascot.url}${link}`, { method: 'POST' })).status).toBe(200)
    } else {
      await fan.says('/work withdraw')
      await telegram.until(() => told(/it is shown no more/))
      await mascot.settled()
    }
    expect(await gallery(), way).not.toContain('<img')
    expect((await picture()).status, way).toBe(404)
    await vi.waitFor(async () => expect(await onDisk(), way).toEqual([]), { timeout: 10_000 })
  }
  await rm(files, { recursive: true })
  expect(both.errors).toEqual([])
})
