/** Issues over the wire: fans on Telegram and on Discord report the same, staff on both see it, and what is red is said on each as approved for it. */
import { describe, expect, it } from 'vitest'
import type { Persona } from '../../src/persona/persona.ts'
import { startBoth } from '../support/both-wires.ts'
import type { DiscordServer } from '../support/discord-server.ts'
import type { TelegramServer } from '../support/telegram-server.ts'

const leaking: Persona['issues'][number] = {
  id: 'lid-leak',
  title: 'Lids that leak',
  says: ['the lid of my travel cup leaks', 'my cup lid is leaking', 'the new lid leaks'],
  answer: { en: ['Some lids of this week do not close. We send you a new one.'] },
  words: ['lid', 'lids'],
}

describe('issues on Telegram and Discord', () => {
  it('are one on both, and a statement is said on each platform as it was approved for it', async () => {
    let care: ReturnType<TelegramServer['group']> | undefined
    let desk: ReturnType<DiscordServer['channel']> | undefined
    await using both = await startBoth(
      (telegramServer, discordServer) => {
        care = telegramServer.group('Care', { isForum: true })
        desk = discordServer.channel(discordServer.guild('House'), 'desk')
        return { TELEGRAM_STAFF_CHAT: String(care.chatId), DISCORD_STAFF_CHANNEL: desk.id }
      },
      undefined,
      (persona) => ({ ...persona, issues: [leaking], handoff: { ...persona.handoff, staff: [] } }),
    )
    const { telegram, discord, mascot } = both
    if (!care || !desk) throw new Error('staff have their places')
    const place = care
    const [ana, dana] = [telegram.fan('Ana'), telegram.fan('Dana')]
    const [bo, mia] = [discord.fan('Bo'), discord.fan('Mia')]
    await ana.says('the lid of my travel cup leaks')
    await telegram.until(() => telegram.sent(ana).some(({ text }) => text?.includes('We send you a new one')))
    bo.says(bo.direct, 'my cup lid is leaking')
    await discord.until(() => discord.sent(bo.direct).some(({ content }) => content.includes('We send you a new one')))
    await mascot.settled()

    await dana.says('/issues', { in: place })
    await telegram.until(() => telegram.sent(place).some(({ text }) => text?.includes('#1 Lids that leak')))
    mia.says(desk, '!issue 1')
    const inDesk = () => (desk ? discord.sent(desk).map(({ content }) => content) : [])
    await discord.until(() => inDesk().some((text) => text.includes('2 reports on discord, telegram')))
    expect(inDesk().join('\n')).toMatch(/the lid of my travel cup leaks/)

    await dana.says('/crisis 1 red', { in: place })
    await dana.says('/crisis 1 say en: Please stop using the lid.', { in: place })
    mia.says(desk, '!crisis 1 say en discord: Stop using the lid. Pinned above is what we know.')
    await discord.until(() => inDesk().some((text) => text.includes('Pinned above')))
    const [cy, di] = [telegram.fan('Cy'), discord.fan('Di')]
    await cy.says('is the lid safe?')
    await telegram.until(() => telegram.sent(cy).some(({ text }) => text?.includes('Please stop using the lid.')))
    di.says(di.direct, 'is the lid safe?')
    await discord.until(() => discord.sent(di.direct).some(({ content }) => content.includes('Pinned above')))
    await dana.says('/crisis 1 green yes', { in: place })
    await telegram.until(() => telegram.sent(place).some(({ text }) => text?.includes('what happened')))
    await mascot.settled()
    expect(both.errors).toEqual([])
  })
})
