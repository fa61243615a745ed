/** The whole program with its staff on either platform, and a server of fans on Discord; what the staff threads show. */
import { expect } from 'vitest'
import type { Persona } from '../../src/persona/persona.ts'
import { startBoth } from './both-wires.ts'

export async function withDesk(desk: 'telegram' | 'discord', tune?: (persona: Persona) => Persona) {
  let place:
    | { readonly group: ReturnType<Parameters<Parameters<typeof startBoth>[0]>[0]['group']> }
    | { readonly channel: string } = { channel: '' }
  const both = await startBoth(
    (telegram, discord) => {
      if (desk === 'telegram') {
        const group = telegram.group('Care', { isForum: true })
        group.chat.administrators.add(telegram.bot.id)
        place = { group }
        return { TELEGRAM_STAFF_CHAT: String(group.chatId) }
      }
      place = { channel: discord.channel(discord.guild('House'), 'desk').id }
      return { DISCORD_STAFF_CHANNEL: place.channel }
    },
    undefined,
    tune,
  )
  const { telegram, discord } = both
  const general = discord.channel(discord.guild('Fans'), 'general')
  const threads = (id: string) => [...discord.world.channels.values()].filter(({ parentId }) => parentId === id)
  /** All that the bot says in the staff threads, in order. */
  const atDesk = (): string[] => {
    if ('channel' in place)
      return threads(place.channel).flatMap((one) => discord.sent(one).map(({ content }) => content))
    const { chatId } = place.group
    const sent = telegram.sent().filter((one) => one.chatId === chatId && one.method === 'sendMessage')
    return sent.flatMap(({ text }) => (text ? [text] : []))
  }
  const titles = (): string[] =>
    'channel' in place
      ? threads(place.channel).map(({ name }) => name)
      : [...place.group.chat.topics.values()].map(({ name }) => name)
  const isShown = (words: RegExp) =>
    expect.poll(() => atDesk().filter((text) => words.test(text)), { timeout: 60_000 }).not.toEqual([])
  return { ...both, both, general, atDesk, titles, isShown }
}
