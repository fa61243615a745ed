/** A case that staff have on one platform and its fan on another, and files that the fakes keep. */
import { type Both, startBoth } from './both-wires.ts'
import type { DiscordFan, DiscordServer } from './discord-server.ts'
import type { Fan, Place } from './telegram/people.ts'
import type { TelegramServer } from './telegram-server.ts'

export type Channel = DiscordFan['direct']

/** Ana on Telegram has asked for a person, and Dana on Discord has the case. */
export async function onDiscord(both: Both, deskId: string): Promise<{ place: Channel; ana: Fan; dana: DiscordFan }> {
  const { telegram, discord, mascot } = both
  const [ana, dana] = [telegram.fan('Ana'), discord.fan('Dana')]
  await ana.says('can I speak to a person please')
  const thread = () => [...discord.world.channels.values()].find(({ parentId }) => parentId === deskId)
  await discord.until(() => (thread() ? discord.sent(thread()).length > 0 : false))
  const place = thread()
  if (!place) throw new Error('a thread was opened')
  await mascot.settled()
  dana.says(place, '!claim')
  await telegram.until(() => telegram.sent(ana).some(({ text }) => text?.includes('Dana')))
  await mascot.settled()
  return { place, ana, dana }
}

export async function onTelegram(both: Both, group: Place, fan: DiscordFan): Promise<{ topic: Place; dana: Fan }> {
  const { telegram, discord, mascot } = both
  const dana = telegram.fan('Dana')
  fan.says(fan.direct, 'can I speak to a person please')
  await telegram.until(() => telegram.sent().some(({ text }) => text?.includes('Waiting')))
  await mascot.settled()
  const topicId = Number(telegram.sent().find(({ text }) => text?.includes('Waiting'))?.topicId)
  const topic = { chatId: group.chatId, topicId }
  await dana.says('/claim', { in: topic })
  await discord.until(() => discord.sent(fan.direct).some(({ content }) => content.includes('Dana')))
  await mascot.settled()
  return { topic, dana }
}

export async function withDiscordDesk(): Promise<{ both: Both; deskId: string }> {
  let deskId = ''
  const both = await startBoth((_, server) => {
    deskId = server.channel(server.guild('House'), 'desk').id
    return { DISCORD_STAFF_CHANNEL: deskId }
  })
  return { both, deskId }
}

export async function withTelegramDesk(): Promise<{ both: Both; group: ReturnType<TelegramServer['group']> }> {
  let group: ReturnType<TelegramServer['group']> | undefined
  const both = await startBoth((server) => {
    group = server.group('Care', { isForum: true })
    return { TELEGRAM_STAFF_CHAT: String(group.chatId) }
  })
  if (!group) throw new Error('there is a staff group')
  return { both, group }
}

export function file(discord: DiscordServer, id: string, name: string, mime: string) {
  discord.world.files.set(`/files/${id}`, Buffer.from(`the bytes of ${name}`))
  const url = `${new URL(discord.apiRoot).origin}/files/${id}`
  return { id, filename: name, content_type: mime, size: 20, url }
}
