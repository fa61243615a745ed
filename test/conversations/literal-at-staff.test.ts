/** Words and names of fans stand in staff threads letter by letter, whatever they mean on the platform where staff work. */
import { describe, expect, it } from 'vitest'
import { literalAtoms } from '../../adapters/discord/out/format.ts'
import { onDiscord, onTelegram, withDiscordDesk, withTelegramDesk } from '../support/both-desks.ts'

const typed = [
  '[Refund form of Tidewater](https://evil.example)',
  'my order is _77_ and the code `AB*1*`',
  '```code``` ||sp|| ~~s~~ <t:1> `x',
]

describe('what a fan typed as markdown', () => {
  it('is no markup in a topic of Telegram, and its address is seen', async () => {
    const { both, group } = await withTelegramDesk()
    await using _ = both
    const { discord, telegram, mascot } = both
    const ana = discord.fan('Ana')
    const { topic } = await onTelegram(both, group, ana)
    for (const words of [...typed.slice(0, 2), '```code``` ||sp|| ~~s~~ `x']) {
      ana.says(ana.direct, words)
      const shown = () => telegram.sent(topic).find(({ text }) => text === `Ana: ${words}`)
      await telegram.until(() => shown() !== undefined)
      expect(shown()?.payload).toMatchObject({ entities: [] })
      await mascot.settled()
    }
    expect(both.errors).toEqual([])
  })

  it('is escaped on a desk of Discord, corrected words too', async () => {
    const { both, deskId } = await withDiscordDesk()
    await using _ = both
    const { discord, mascot } = both
    const { place, ana } = await onDiscord(both, deskId)
    const expected = [
      'Ana: \\[Refund form of Tidewater](https://evil.example)',
      'Ana: my order is \\_77\\_ and the code \\`AB\\*1\\*\\`',
      'Ana: \\`\\`\\`code\\`\\`\\` \\|\\|sp\\|\\| \\~\\~s\\~\\~ \\<t:1> \\`x',
    ]
    let last: Awaited<ReturnType<typeof ana.says>> | undefined
    for (const [nth, words] of typed.entries()) {
      last = await ana.says(words)
      await discord.until(() => discord.sent(place).some(({ content }) => content === expected[nth]))
      await mascot.settled()
    }
    if (last) await ana.edits(last, '[other](https://evil.example)')
    await discord.until(() =>
      discord.sent(place).some(({ content }) => content.startsWith('Ana: \\[other](https://evil.example)')),
    )
    expect(both.errors).toEqual([])
  })

  it('stays so where an address stands within what would be the words of a link', () => {
    const shown = literalAtoms('[https://good.example](https://evil.example)').map((atom) => atom.shown)
    expect(shown.join('')).toBe('\\[https://good.example](https://evil.example)')
  })
})

describe('a name that a fan chose', () => {
  it('is quoted in the title of the thread as it is in its lines, and is no link on the card', async () => {
    const { both, deskId } = await withDiscordDesk()
    await using _ = both
    const { discord, telegram, mascot } = both
    const mal = telegram.fan('\u202e[Dana\u200b](http://evil.example)')
    await mal.says('can I speak to a person please')
    const thread = () => [...discord.world.channels.values()].find(({ parentId }) => parentId === deskId)
    await discord.until(() => (thread() ? discord.sent(thread()).length > 0 : false))
    await mascot.settled()
    expect(thread()?.name).toMatch(/^“\[Dana\]\(http:\/\/evil\.example\)” \(\w{4}\): asked-for-person$/)
    expect(discord.sent(thread())[0]?.content).toContain('“\\[Dana](http://evil.example)”')
  })

  it('that reads like a word of ours is quoted in the title of a topic', async () => {
    const { both } = await withTelegramDesk()
    await using _ = both
    const { telegram, mascot } = both
    const mal = telegram.fan('🚨 Danger (self-harm): asked-for-person')
    await mal.says('can I speak to a person please')
    await telegram.until(() => telegram.sent().some(({ text }) => text?.includes('Waiting')))
    await mascot.settled()
    expect(telegram.calls('createForumTopic')[0]?.payload.name).toMatch(
      /^“🚨 Danger \(self-harm\): asked-for-person” \(\w{4}\)/,
    )
  })
})
