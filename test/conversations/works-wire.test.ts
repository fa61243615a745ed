/** A work given on Telegram, quoted on Discord, and taken back: over both wires. */
import { expect, it } from 'vitest'
import { startBoth } from '../support/both-wires.ts'

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
