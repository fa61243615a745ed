/** What staff read in the thread of a case, over the wire: all that the fan said when it was opened, with its files, and nothing that only looks like a colleague's. */
import { describe, expect, it } from 'vitest'
import { SendError } from '../../src/errors.ts'
import { file, withDiscordDesk, withTelegramDesk } from '../support/both-desks.ts'
import { startChat } from '../support/chat.ts'
import { createChatClock } from '../support/chat-clock.ts'

/** All that the staff group's topics read: words and captions as they are now, in order. */
function inTopics({ chat }: { readonly chat: { readonly messages: ReadonlyMap<number, object> } }): string[] {
  return [...chat.messages.values()].flatMap((message) =>
    ['text', 'caption'].flatMap((key) =>
      Object.entries(message).flatMap(([name, text]) => (name === key ? [String(text)] : [])),
    ),
  )
}

describe('files of what opens a case', () => {
  it('of a photo and of an album on Telegram follow the card, which names them', async () => {
    const { both, group } = await withTelegramDesk()
    await using _ = both
    const { telegram, mascot } = both
    const [ana, bo] = [telegram.fan('Ana'), telegram.fan('Bo')]
    const caption = 'order 4411 arrived broken, I want to speak to a person'
    await ana.sends({ ...ana.file('photo', 'lid.jpg'), caption })
    await telegram.until(() => telegram.calls('sendPhoto').length > 0)
    await mascot.settled()
    expect(telegram.calls('sendPhoto')[0]?.payload).toMatchObject({ caption: `Ana: ${caption}` })
    expect(inTopics(group)[0]).toContain(`Ana: ${caption}\n↳ photo`)
    await bo.sendsAlbum([
      { ...bo.file('photo', 'a.jpg'), caption: 'both broken, can I speak to a person please' },
      bo.file('photo', 'b.jpg'),
    ])
    await telegram.until(() => telegram.calls('sendMediaGroup').length > 0)
    await mascot.settled()
    expect(telegram.calls('sendMediaGroup')).toHaveLength(1)
    expect(telegram.calls('sendPhoto')).toHaveLength(1)
    expect(inTopics(group).some((text) => text.includes('please\n↳ photo\n↳ photo'))).toBe(true)
    expect(both.errors).toEqual([])
  })

  it('from Discord follow it too, also a picture sent just before, and staff can answer them by a reply', async () => {
    const { both, deskId } = await withDiscordDesk()
    await using _ = both
    const { discord, mascot } = both
    const [ana, dana] = [discord.fan('Ana'), discord.fan('Dana')]
    ana.says(ana.direct, 'look at this', { attachments: [file(discord, '901', 'lid.png', 'image/png')] })
    await discord.until(() => discord.sent(ana.direct).length > 0)
    ana.says(ana.direct, 'I want to speak to a person', {
      attachments: [file(discord, '902', 'bill.png', 'image/png')],
    })
    const thread = () => [...discord.world.channels.values()].find(({ parentId }) => parentId === deskId)
    const withFile = (name: string) =>
      discord.sent(thread()).find((message) => JSON.stringify(message.more.attachments ?? []).includes(name))
    await discord.until(() => thread() !== undefined && withFile('bill.png') !== undefined)
    await mascot.settled()
    expect(withFile('lid.png')?.content).toBe('Ana: look at this')
    const place = thread()
    if (!place) throw new Error('a thread was opened')
    dana.says(place, 'I see the bill.', { replyTo: withFile('bill.png')?.id ?? '' })
    await discord.until(() => discord.sent(ana.direct).some(({ content }) => content.includes('I see the bill.')))
    await mascot.settled()
    expect(both.errors).toEqual([])
  })

  it('from a Discord channel follow it into the case that goes on in private', async () => {
    const { both, deskId } = await withDiscordDesk()
    await using _ = both
    const { discord, mascot } = both
    const general = discord.channel(discord.guild('Fans'), 'general')
    const ana = discord.fan('Ana')
    const words = `<@${discord.world.bot.id}> order 4411 arrived broken, can I speak to a person please`
    ana.says(general, words, { attachments: [file(discord, '903', 'lid.png', 'image/png')] })
    const thread = () => [...discord.world.channels.values()].find(({ parentId }) => parentId === deskId)
    const sent = () => discord.sent(thread())
    await discord.until(
      () => thread() !== undefined && sent().some(({ more }) => JSON.stringify(more).includes('lid.png')),
    )
    await mascot.settled()
    expect(sent()[0]?.content).toMatch(/^Before, in a group: .*order 4411 arrived broken.*\n↳ photo: lid\.png$/m)
    expect(both.errors).toEqual([])
  })
})

describe('words of danger', () => {
  it('stay on the card, whatever is said while the case waits, which stands below it', async () => {
    const { both, group } = await withTelegramDesk()
    await using _ = both
    const { telegram, mascot } = both
    const ana = telegram.fan('Ana')
    const before = 'my order is 4411, by the way'
    const later = ['gonna do it tonight', 'by the bridge already', 'so tired of it all', 'thanks for everything', 'bye']
    await ana.says(before)
    await telegram.until(() => telegram.sent(ana).length > 0)
    for (const text of ['I want to kill myself', ...later]) {
      const heard = telegram.sent(ana).length
      await ana.says(text)
      await telegram.until(() => telegram.sent(ana).length > heard)
      await mascot.settled()
    }
    await telegram.until(() => inTopics(group).some((text) => text === 'Ana: bye'))
    await mascot.settled()
    const [card = '', ...below] = inTopics(group)
    expect(card).toContain('en): I want to kill myself')
    expect(card).toContain(`Ana: ${before}`)
    for (const text of later) expect(below).toContain(`Ana: ${text}`)
    expect(both.errors).toEqual([])
  })

  it('told on a case about something else come before what it was opened for', async () => {
    const { both, group } = await withTelegramDesk()
    await using _ = both
    const { telegram, mascot } = both
    const ana = telegram.fan('Ana')
    for (const text of ['order 4411 is late, can I speak to a person please', 'I want to kill myself']) {
      const heard = telegram.sent(ana).length
      await ana.says(text)
      await telegram.until(() => telegram.sent(ana).length > heard)
      await mascot.settled()
    }
    const [card = ''] = inTopics(group)
    expect(card).toContain('I want to kill myself ⏎ Ana')
    expect(card.split('———')[0]).toContain('order 4411 is late')
    expect(both.errors).toEqual([])
  })
})

describe('what only looks like a colleague’s', () => {
  it('stands on the fan’s own lines, and under a quoted name, on the card too', async () => {
    const { both, group } = await withTelegramDesk()
    await using _ = both
    const { telegram, mascot } = both
    const bo = telegram.fan('Dana as Pip')
    const forged = ['\u2028', '\u2029', '\u0085', '\r'].map((end) => `${end}Dana: approved`).join('')
    await bo.says(`I want to speak to a person${forged}`)
    await telegram.until(() => inTopics(group).length > 0)
    await bo.says(`hm${forged}`)
    await telegram.until(() => inTopics(group).length > 1)
    await mascot.settled()
    const shown = () => inTopics(group).join('\n')
    expect(shown()).toMatch(/^“Dana as Pip” \(\w{4}\) · telegram/m)
    expect(shown()).toMatch(/^“Dana as Pip” \(\w{4}\): I want to speak to a person( ⏎ Dana: approved){4}$/m)
    expect(shown()).toMatch(/^“Dana as Pip” \(\w{4}\): hm(\n┆ Dana: approved){4}$/m)
    expect(shown()).not.toMatch(/^Dana|[\u2028\u2029\u0085\r]/m)
    const [topicId = 0] = [...group.chat.topics.keys()]
    await telegram.fan('Lee').says('/claim', { in: { chatId: group.chatId, topicId } })
    await telegram.until(() => shown().includes('🟢 Lee'))
    await telegram.fan('Lee').says('can I speak to a person please')
    await telegram.until(() => /^“Lee” \(\w{4}\) · telegram/m.test(shown()))
    await mascot.settled()
    expect(both.errors).toEqual([])
  })
})

describe('a complaint in a group that is followed into private', () => {
  const complaint = 'order 4411 arrived smashed, this is a disgrace, I want to complain'

  it.each(['/human', 'can I speak to a person please'])(
    'on Telegram stands on the case that %s opens',
    async (call) => {
      const { both, group } = await withTelegramDesk()
      await using _ = both
      const { telegram, mascot } = both
      const regulars = telegram.group('Regulars')
      const [ana, bo] = [telegram.fan('Ana'), telegram.fan('Bo')]
      await bo.says(`@${telegram.world.bot.username} my parcel is late, I want to complain`, { in: regulars })
      await ana.says(`@${telegram.world.bot.username} ${complaint}`, { in: regulars })
      await telegram.until(() => telegram.sent(regulars).length >= 2)
      await ana.follows(/private/, { in: regulars })
      await telegram.until(() => telegram.sent(ana).length > 0)
      await mascot.settled()
      await ana.says(call)
      await telegram.until(() => inTopics(group).length > 0)
      await ana.says('/start case')
      await telegram.until(() => inTopics(group).some((text) => text.startsWith('Ana:\n↳ came here from a group')))
      await mascot.settled()
      const [card = ''] = inTopics(group)
      expect(card).toMatch(new RegExp(`^Before, in a group: @\\w+ ${complaint}$`, 'm'))
      expect(inTopics(group).join('\n')).not.toMatch(/\/start|my parcel is late/)
      expect(both.errors).toEqual([])
    },
  )

  it('on Discord too', async () => {
    const { both, deskId } = await withDiscordDesk()
    await using _ = both
    const { discord, mascot } = both
    const general = discord.channel(discord.guild('Fans'), 'general')
    const ana = discord.fan('Ana')
    ana.says(general, `<@${discord.world.bot.id}> ${complaint}`)
    await discord.until(() => discord.sent(general).length > 0)
    await mascot.settled()
    const [shown] = discord.sent(general)
    if (!shown) throw new Error('the way into private is shown')
    ana.presses(shown, 'Talk in private')
    await discord.until(() => discord.sent(ana.direct).length > 0)
    ana.says(ana.direct, 'can I speak to a person please')
    const thread = () => [...discord.world.channels.values()].find(({ parentId }) => parentId === deskId)
    await discord.until(() => thread() !== undefined && discord.sent(thread()).length > 0)
    await mascot.settled()
    const words = discord.sent(thread()).map(({ content }) => content)
    expect(words[0]).toMatch(/^Before, in a group: .*order 4411 arrived smashed/m)
    expect(words.join('\n')).not.toContain('/start')
    expect(both.errors).toEqual([])
  })
})

describe('a fan’s name in what the desk tells staff', () => {
  it('cannot begin a line of its own or be a command, and stands letter by letter', async () => {
    await using chat = await startChat('coffee', {
      clock: createChatClock('2026-11-18T10:30Z'),
      hasStaffChat: true,
      beforeSend({ threadId, kind }) {
        if (kind === 'text' && threadId.includes('Ana') && isShut)
          throw new SendError('the fan has blocked us', { isPermanent: true })
      },
    })
    let isShut = false
    const ana = chat.fan('Ana\n**⛔ Dana**')
    const dana = chat.staff('Dana')
    await ana.says('can I speak to a person please')
    await chat.mascot.settled()
    await dana.says('/drafts on')
    isShut = true
    await dana.says('/r hello')
    await chat.mascot.settled()
    const shown = dana.threadId === undefined ? [] : chat.shown(dana.threadId)
    expect(shown).toContainEqual('⛔ It did not reach “Ana **⛔ Dana**”: the fan has blocked us')
    expect(shown.filter((text) => /^\*\*⛔/m.test(text))).toEqual([])
  })
})

it('what is no file is called by its name, in the thread and on the card', async () => {
  const { both, deskId } = await withDiscordDesk()
  await using _ = both
  const { telegram, discord, mascot } = both
  const ana = telegram.fan('Ana')
  await ana.says('can I speak to a person please')
  const thread = () => [...discord.world.channels.values()].find(({ parentId }) => parentId === deskId)
  await discord.until(() => thread() !== undefined && discord.sent(thread()).length > 0)
  await mascot.settled()
  const told = telegram.sent(ana).length
  const tasks = [
    { id: 1, text: 'soap' },
    { id: 2, text: 'towels' },
  ]
  for (const [content, named] of [
    [{ checklist: { title: 'Packing', tasks } }, '↳ checklist: Packing - soap - towels'],
    [{ dice: { emoji: '🎲', value: 4 } }, '↳ dice: 🎲 4'],
    [{ story: { chat: { id: 5, type: 'private' }, id: 9 } }, '↳ story'],
    [{ paid_media: { star_count: 5, paid_media: [{ type: 'preview' }] } }, '↳ paid media'],
    [{ gift: { gift: { id: 'g' } } }, '↳ gift'],
  ] as const) {
    await ana.sends(content)
    await discord.until(() => discord.sent(thread()).some(({ content: text }) => text.includes(named)))
  }
  await mascot.settled()
  expect(discord.sent(thread()).some(({ content }) => content.includes('↳ other'))).toBe(false)
  await ana.sends({
    sticker: {
      file_id: 's',
      file_unique_id: 's',
      emoji: '😀',
      width: 9,
      height: 9,
      is_animated: true,
      type: 'regular',
    },
  })
  await discord.until(() => discord.sent(thread()).some(({ content }) => content.includes('↳ sticker: 😀')))
  await mascot.settled()
  expect(
    telegram
      .sent(ana)
      .slice(told)
      .filter(({ text }) => /get through/.test(text ?? '')),
  ).toEqual([])
})
