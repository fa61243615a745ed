/** What is more than one message of text between a fan and staff, over the wire: several files, words in several parts, and what staff change later. */
import { describe, expect, it } from 'vitest'
import { file, onDiscord, onTelegram, withDiscordDesk, withTelegramDesk } from '../support/both-desks.ts'

/** Two paragraphs, each longer than half of what a message takes. */
const long =
  `${'The first half tells of the beans. '.repeat(90)}\n\n${'The second half tells of the cup. '.repeat(90)}`.trim()

const filesIn = (message: object) => JSON.stringify({ ...message, channel: undefined, author: undefined })

describe('several files at once', () => {
  it('pass between a fan and staff who are both on Discord, in both directions, with their words', async () => {
    const { both, deskId } = await withDiscordDesk()
    await using _ = both
    const { discord, mascot } = both
    const [ana, dana] = [discord.fan('Ana'), discord.fan('Dana')]
    ana.says(ana.direct, 'can I speak to a person please')
    const thread = () => [...discord.world.channels.values()].find(({ parentId }) => parentId === deskId)
    await discord.until(() => (thread() ? discord.sent(thread()).length > 0 : false))
    const place = thread()
    if (!place) throw new Error('a thread was opened')
    await mascot.settled()
    const three = ['a.jpg', 'b.jpg', 'bill.pdf'].map((name, nth) =>
      file(discord, `90${nth}`, name, name.endsWith('pdf') ? 'application/pdf' : 'image/jpeg'),
    )
    ana.says(ana.direct, 'it came like this', { attachments: three })
    await discord.until(() => discord.sent(place).some(({ content }) => content.includes('it came like this')))
    const shown = discord.sent(place).find(({ content }) => content.includes('it came like this'))
    for (const name of ['a.jpg', 'b.jpg', 'bill.pdf']) expect(filesIn(shown ?? {})).toContain(name)
    await mascot.settled()

    const two = ['x.png', 'y.pdf'].map((name, nth) => file(discord, `95${nth}`, name, 'application/octet-stream'))
    dana.says(place, '!r Here are both forms.', { attachments: two })
    await discord.until(() => discord.sent(ana.direct).some(({ content }) => content.includes('both forms')))
    const heard = discord.sent(ana.direct).find(({ content }) => content.includes('both forms'))
    for (const name of ['x.png', 'y.pdf']) expect(filesIn(heard ?? {})).toContain(name)
    await mascot.settled()
    expect(both.errors).toEqual([])
  })

  it('pass from Discord to Telegram', async () => {
    const { both, group } = await withTelegramDesk()
    await using _ = both
    const { discord, telegram, mascot } = both
    const ana = discord.fan('Ana')
    const { topic } = await onTelegram(both, group, ana)
    const two = ['a.jpg', 'bill.pdf'].map((name, nth) =>
      file(discord, `91${nth}`, name, name.endsWith('pdf') ? 'application/pdf' : 'image/jpeg'),
    )
    ana.says(ana.direct, 'both of them', { attachments: two })
    await telegram.until(() => telegram.calls('sendDocument').length > 0)
    await mascot.settled()
    expect(telegram.calls('sendPhoto')).toHaveLength(1)
    expect(telegram.calls('sendDocument')).toHaveLength(1)
    expect(telegram.calls('sendPhoto')[0]?.payload).toMatchObject({
      message_thread_id: topic.topicId,
      caption: 'Ana: both of them',
    })
    expect(both.errors).toEqual([])
  })

  it('of staff’s album, where one comes late, follow the others to the fan', async () => {
    const { both, group } = await withTelegramDesk()
    await using _ = both
    const { discord, mascot } = both
    const ana = discord.fan('Ana')
    const { topic, dana } = await onTelegram(both, group, ana)
    const photo = (name: string) => ({ ...dana.file('photo', name), media_group_id: 'late-1' })
    await dana.sends({ ...photo('a.jpg'), caption: '/as Our three cups.' }, { in: topic })
    await dana.sends(photo('b.jpg'), { in: topic })
    await discord.until(() => discord.sent(ana.direct).some(({ content }) => content.includes('three cups')))
    await mascot.settled()
    await dana.sends(photo('c.jpg'), { in: topic })
    const files = () => discord.sent(ana.direct).flatMap(({ more }) => more.attachments ?? [])
    await discord.until(() => files().length === 3)
    await mascot.settled()
    expect(discord.sent(ana.direct).filter(({ content }) => content.includes('Dana:'))).toEqual([])
    expect(both.errors).toEqual([])
  })

  it('without words of staff’s own come without a name that says nothing', async () => {
    const { both, deskId } = await withDiscordDesk()
    await using _ = both
    const { discord, telegram, mascot } = both
    const { place, ana, dana } = await onDiscord(both, deskId)
    dana.says(place, '!r', { attachments: [file(discord, '960', 'smile.png', 'image/png')] })
    await telegram.until(() => telegram.calls('sendPhoto').length > 0)
    await mascot.settled()
    expect(telegram.calls('sendPhoto')[0]?.payload.caption ?? '').toBe('')
    expect(telegram.sent(ana).filter(({ text }) => text?.trim() === 'Dana:')).toEqual([])
    expect(both.errors).toEqual([])
  })

  it('that cannot be brought keep the words of staff from leaving alone, and staff are told at once', async () => {
    const { both, group } = await withTelegramDesk()
    await using _ = both
    const { discord, telegram, mascot } = both
    const ana = discord.fan('Ana')
    const { topic, dana } = await onTelegram(both, group, ana)
    const photo = [{ file_id: 'nowhere', file_unique_id: 'nowhere', width: 90, height: 90 }]
    await dana.sends({ photo, caption: '/r This is your label.' }, { in: topic })
    await telegram.until(() => telegram.sent(topic).some(({ text }) => text?.includes('Not sent')))
    await mascot.settled()
    expect(discord.sent(ana.direct).some(({ content }) => content.includes('your label'))).toBe(false)
  })
})

describe('a file that is too large', () => {
  const MB = 1024 * 1024

  it('of a fan, to be fetched: staff read what it was, and the fan is told at once', async () => {
    const { both, deskId } = await withDiscordDesk()
    await using _ = both
    const { discord, telegram, mascot } = both
    const { place, ana } = await onDiscord(both, deskId)
    await ana.sends({ ...ana.file('video', 'film.mp4', 'x', 21 * MB), caption: 'it shakes like this' })
    await discord.until(() => discord.sent(place).some(({ content }) => content.startsWith('Ana: it shakes')))
    await telegram.until(() => telegram.sent(ana).some(({ text }) => text?.includes('didn’t get through')))
    await mascot.settled()
    const shown = discord.sent(place).find(({ content }) => content.startsWith('Ana: it shakes'))
    expect(shown?.content).toMatch(/↳ video: film\.mp4 \(.*20 MB/)
    expect(telegram.calls('getFile')).toEqual([])
    expect(both.errors).toEqual([])
  })

  it('of a fan in a group: that it did not pass is told to that member alone', async () => {
    const { both, deskId } = await withDiscordDesk()
    await using _ = both
    const { discord, telegram, mascot } = both
    const quay = telegram.group('Quay')
    const ana = telegram.fan('Ana')
    await ana.says('@TidewaterPipBot can I speak to a person please', { in: quay })
    const thread = () => [...discord.world.channels.values()].find(({ parentId }) => parentId === deskId)
    await discord.until(() => thread() !== undefined && discord.sent(thread()).length > 0)
    await mascot.settled()
    await ana.sends(
      { ...ana.file('video', 'film.mp4', 'x', 21 * MB), caption: '@TidewaterPipBot it shakes like this' },
      { in: quay },
    )
    const told = () => telegram.sent(quay).find(({ text }) => text?.includes('get through'))
    await telegram.until(() => told() !== undefined)
    await mascot.settled()
    expect(told()).toMatchObject({ onlyFor: ana.id })
  })

  it('for Discord without boosts: nothing is uploaded, both sides are told; with boosts it passes', async () => {
    const { both, deskId } = await withDiscordDesk()
    await using _ = both
    const { discord, telegram, mascot } = both
    const { place, ana } = await onDiscord(both, deskId)
    await ana.sends({ ...ana.file('document', 'scan.pdf', 'x'.repeat(11 * MB)), caption: 'the bill' })
    await discord.until(() => discord.sent(place).some(({ content }) => content.startsWith('Ana: the bill')))
    await telegram.until(() => telegram.sent(ana).some(({ text }) => text?.includes('didn’t get through')))
    await mascot.settled()
    const shown = () => discord.sent(place).findLast(({ content }) => content.startsWith('Ana: the bill'))
    expect(shown()?.content).toMatch(/↳ document: scan\.pdf \(.*10 MB/)
    if (place.guild) place.guild.premiumTier = 2
    await ana.sends({ ...ana.file('document', 'scan.pdf', 'x'.repeat(11 * MB)), caption: 'the bill again' })
    await discord.until(() => shown()?.content.includes('again') === true)
    await mascot.settled()
    expect(shown()?.more.attachments).toMatchObject([{ filename: 'scan.pdf' }])
    expect(both.errors).toEqual([])
  })

  it('of staff: they are told at once, and their words do not leave alone', async () => {
    const { both, group } = await withTelegramDesk()
    await using _ = both
    const { discord, telegram, mascot } = both
    const ana = discord.fan('Ana')
    const { topic, dana } = await onTelegram(both, group, ana)
    await dana.sends(
      { ...dana.file('document', 'guide.pdf', 'x'.repeat(11 * MB)), caption: '/r The guide.' },
      { in: topic },
    )
    await telegram.until(() => telegram.sent(topic).some(({ text }) => /Not sent.*10 MB/.test(text ?? '')))
    await mascot.settled()
    expect(discord.sent(ana.direct).some(({ content }) => content.includes('The guide'))).toBe(false)
    expect(both.errors).toEqual([])
  })
})

describe('a file that is refused only when it is sent', () => {
  it('of a fan, to Discord: staff read what it was, and the fan is told at once', async () => {
    const { both, deskId } = await withDiscordDesk()
    await using _ = both
    const { discord, telegram, mascot } = both
    const { place, ana } = await onDiscord(both, deskId)
    place.refusesFiles = 20009
    await ana.sends({ ...ana.file('photo', 'crack.jpg', 'x'), caption: 'it cracked here' })
    await telegram.until(() => telegram.sent(ana).some(({ text }) => text?.includes('didn’t get through')))
    await mascot.settled()
    expect(discord.sent(place).filter(({ content }) => content.startsWith('Ana: it cracked'))).toMatchObject([
      { content: expect.stringMatching(/↳ photo/) },
    ])
    expect(telegram.sent(ana).filter(({ text }) => text?.includes('didn’t get through'))).toHaveLength(1)
    expect(both.errors).toEqual([])
  })

  it('of a fan, to a Telegram group that takes no photos: the same', async () => {
    const { both, group } = await withTelegramDesk()
    await using _ = both
    const { discord, telegram, mascot } = both
    const ana = discord.fan('Ana')
    const { topic } = await onTelegram(both, group, ana)
    const chat = telegram.world.chats.get(group.chatId)
    if (chat) chat.refusesFiles = 'Bad Request: not enough rights to send photos to the chat'
    ana.says(ana.direct, 'it cracked here', { attachments: [file(discord, '970', 'crack.jpg', 'image/jpeg')] })
    await discord.until(() => discord.sent(ana.direct).some(({ content }) => content.includes('didn’t get through')))
    await mascot.settled()
    expect(telegram.sent(topic).some(({ text }) => /Ana: it cracked here[\s\S]*↳ photo/.test(text ?? ''))).toBe(true)
    expect(both.errors).toEqual([])
  })

  it('of staff: they are told once, and none of their words leaves without it, however long they are', async () => {
    const { both, deskId } = await withDiscordDesk()
    await using _ = both
    const { discord, telegram, mascot } = both
    const { place, ana, dana } = await onDiscord(both, deskId)
    const chat = telegram.world.chats.get(ana.chatId)
    if (chat) chat.refusesFiles = 'Bad Request: PHOTO_INVALID_DIMENSIONS'
    const before = telegram.sent(ana).length
    const words = `${'Hold it as shown. '.repeat(60)}\n\n${'Then turn it. '.repeat(60)}`
    for (const text of [`!r ${words}`, `!r ${words.repeat(3)}`]) {
      const told = () => discord.sent(place).filter(({ content }) => content.includes('did not reach Ana'))
      const count = told().length
      dana.says(place, text, { attachments: [file(discord, `98${count}`, 'how.jpg', 'image/jpeg')] })
      await discord.until(() => told().length > count)
      await mascot.settled()
      expect(told()).toHaveLength(count + 1)
    }
    const left = [...(chat?.messages.values() ?? [])].filter(({ text }) => /Hold it|turn it/.test(String(text)))
    expect(left).toEqual([])
    expect(telegram.sent(ana).length).toBeGreaterThanOrEqual(before)
    expect(both.errors).toEqual([])
  })
})

describe('one message in many parts', () => {
  it('relayed in two is answered by a reply to its first', async () => {
    const { both, deskId } = await withDiscordDesk()
    await using _ = both
    const { discord, telegram, mascot } = both
    const { place, ana, dana } = await onDiscord(both, deskId)
    await ana.says(long.slice(0, 3_900))
    await discord.until(() => discord.sent(place).some(({ content }) => content.includes('second half')))
    await mascot.settled()
    const first = discord.sent(place).find(({ content }) => content.startsWith('Ana: The first half'))
    dana.says(place, 'I read all of it.', { replyTo: first?.id ?? '' })
    await telegram.until(() => telegram.sent(ana).some(({ text }) => text?.includes('I read all of it.')))
    await mascot.settled()
    expect(discord.sent(place).some(({ content }) => content.includes('not known here'))).toBe(false)
  })

  it('of staff is edited and deleted as a whole', async () => {
    const { both, group } = await withTelegramDesk()
    await using _ = both
    const { discord, telegram, mascot } = both
    const ana = discord.fan('Ana')
    const { topic, dana } = await onTelegram(both, group, ana)
    const heard = () => discord.sent(ana.direct).map(({ content }) => content)
    const before = heard().length
    await dana.says(`/r ${long.slice(0, 3_900)}`, { in: topic })
    await discord.until(() => heard().some((content) => content.includes('second half')))
    await mascot.settled()
    expect(heard().length - before).toBeGreaterThan(1)
    await dana.says('/edit Both halves in short.', { in: topic })
    await telegram.until(() => telegram.sent(topic).some(({ text }) => text?.includes('Changed')))
    await mascot.settled()
    expect(heard().slice(before)).toEqual([expect.stringContaining('Both halves in short.')])
    await dana.says('/delete', { in: topic })
    await discord.until(() => heard().length === before)
    await mascot.settled()
    expect(both.errors).toEqual([])
  })

  it('of staff that becomes one by an edit is marked as changed alone', async () => {
    const { both, group } = await withTelegramDesk()
    await using _ = both
    const { discord, telegram, mascot } = both
    const ana = discord.fan('Ana')
    const { topic, dana } = await onTelegram(both, group, ana)
    const heard = () => discord.sent(ana.direct).map(({ content }) => content)
    const before = heard().length
    const said = await dana.says(`/r ${long.slice(0, 3_900)}`, { in: topic })
    await discord.until(() => heard().some((content) => content.includes('second half')))
    await mascot.settled()
    await dana.edits(said, '/r Both halves in short.')
    await discord.until(() => heard().length === before + 1)
    await telegram.until(() => telegram.sent(topic).some(({ text }) => text?.includes('Changed')))
    await mascot.settled()
    const marks = telegram.sent(topic).flatMap(({ text }) => (/Changed|Deleted/.test(text ?? '') ? [text] : []))
    expect(marks).toEqual(['✏️ Changed.'])
    expect(both.errors).toEqual([])
  })

  it('corrected at length by the fan, the whole correction reaches staff', async () => {
    const { both, deskId } = await withDiscordDesk()
    await using _ = both
    const { discord, mascot } = both
    const { place, ana } = await onDiscord(both, deskId)
    const said = await ana.says('it is broken')
    await discord.until(() => discord.sent(place).some(({ content }) => content === 'Ana: it is broken'))
    await mascot.settled()
    await ana.edits(said, long.slice(0, 3_900))
    await discord.until(() => discord.sent(place).some(({ content }) => content.includes('↳ edited')))
    await mascot.settled()
    const shown = discord.sent(place).map(({ content }) => content)
    expect(shown.some((content) => content.startsWith('Ana: The first half'))).toBe(true)
    expect(shown.some((content) => content.includes('second half'))).toBe(true)
    expect(shown.some((content) => content === 'Ana: it is broken')).toBe(false)
  })
})

describe('files that are taken out of a message or put into it later', () => {
  it('on Discord by the fan: staff are shown it as it is now; by staff: they are told that it stays here', async () => {
    const { both, group } = await withTelegramDesk()
    await using _ = both
    const { discord, telegram, mascot } = both
    const ana = discord.fan('Ana')
    const { topic } = await onTelegram(both, group, ana)
    const [lid, bill] = ['lid.pdf', 'bill.pdf'].map((name, nth) => file(discord, `96${nth}`, name, 'application/pdf'))
    if (!lid || !bill) throw new Error('two files')
    const said = ana.says(ana.direct, 'here is the lid', { attachments: [lid] })
    await telegram.until(() => telegram.sent(topic).some(({ text }) => text?.includes('here is the lid')))
    await mascot.settled()
    ana.edits(said, 'here is the lid', [lid, bill])
    await telegram.until(() => telegram.calls('sendMediaGroup').length > 0)
    await mascot.settled()
    const shown = () => telegram.sent(topic).filter(({ text }) => text?.includes('↳ edited'))
    expect(shown()).toHaveLength(1)
    const before = telegram.calls('sendDocument').length
    ana.edits(said, 'here is the lid', [bill])
    await telegram.until(() => shown().length === 2)
    await mascot.settled()
    expect(telegram.calls('sendDocument').length).toBe(before + 1)
    ana.edits(said, 'here is the lid', [])
    await telegram.until(() => shown().length === 3)
    expect(shown().at(-1)).toMatchObject({ method: 'sendMessage' })
    expect(both.errors).toEqual([])
  })
})

describe('what staff change in their own client', () => {
  it('is changed and deleted at the fan too', async () => {
    const { both, deskId } = await withDiscordDesk()
    await using _ = both
    const { telegram, mascot } = both
    const { place, ana, dana } = await onDiscord(both, deskId)
    const said = dana.says(place, '!r It leaves on Monday.')
    await telegram.until(() => telegram.sent(ana).some(({ text }) => text?.includes('on Monday')))
    await mascot.settled()
    dana.edits(said, '!r It leaves on Tuesday.')
    await telegram.until(() =>
      telegram.calls('editMessageText').some(({ payload }) => String(payload.text).includes('Tuesday')),
    )
    await mascot.settled()
    dana.deletes(said)
    await telegram.until(() => telegram.calls('deleteMessage').length > 0)
    await mascot.settled()
    expect(both.errors).toEqual([])
  })

  it('where it cannot be carried over, they are told', async () => {
    const { both, group } = await withTelegramDesk()
    await using _ = both
    const { discord, telegram, mascot } = both
    const ana = discord.fan('Ana')
    const { topic, dana } = await onTelegram(both, group, ana)
    const said = await dana.says('/r It leaves on Monday.', { in: topic })
    await discord.until(() => discord.sent(ana.direct).some(({ content }) => content.includes('on Monday')))
    await mascot.settled()
    await dana.edits(said, '/note I should not have said it')
    await telegram.until(() => telegram.sent(topic).some(({ text }) => text?.includes('did not reach Ana')))
  })
})

describe('two colleagues of one name', () => {
  it('cannot change each other’s words', async () => {
    const { both, group } = await withTelegramDesk()
    await using _ = both
    const { discord, telegram, mascot } = both
    const ana = discord.fan('Ana')
    const { topic, dana } = await onTelegram(both, group, ana)
    await dana.says('/r It leaves on Monday.', { in: topic })
    await discord.until(() => discord.sent(ana.direct).some(({ content }) => content.includes('on Monday')))
    await mascot.settled()
    await telegram.fan('Dana').says('/edit Never mind.', { in: topic })
    await telegram.until(() => telegram.sent(topic).some(({ text }) => text?.includes('Another Dana said that')))
    await mascot.settled()
    expect(discord.sent(ana.direct).some(({ content }) => content.includes('Never mind'))).toBe(false)
  })
})

describe('an edit by staff that is another act than before', () => {
  async function said(words: string) {
    const { both, group } = await withTelegramDesk()
    const { discord, telegram, mascot } = both
    const ana = discord.fan('Ana')
    const { topic, dana } = await onTelegram(both, group, ana)
    const message = await dana.says(words, { in: topic })
    await mascot.settled()
    const told = (text: RegExp) => telegram.until(() => telegram.sent(topic).some((one) => text.test(one.text ?? '')))
    const atFan = () => discord.sent(ana.direct).map(({ content }) => content)
    return { both, dana, message, told, atFan }
  }

  it('reaches nobody when it takes the verb away: the words stay, and staff are told how to take them back', async () => {
    const { both, dana, message, told, atFan } = await said('/r hello there')
    await using _ = both
    await dana.edits(message, 'he is a pain')
    await told(/plain words stay among staff.*delete your message/)
    await both.mascot.settled()
    expect(atFan().join('\n')).toContain('hello there')
    expect(atFan().join('\n')).not.toContain('a pain')
    await dana.edits(message, '/r hello again')
    await both.discord.until(() => atFan().some((content) => content.includes('hello again')))
    expect(both.errors).toEqual([])
  })

  it('does not change in whose name it was said, which staff are told', async () => {
    const { both, dana, message, told, atFan } = await said('/r hello there')
    await using _ = both
    await dana.edits(message, '/as hello from the brand')
    await told(/in whose name.*\/as/)
    await both.mascot.settled()
    expect(atFan().join('\n')).not.toContain('from the brand')
    expect(both.errors).toEqual([])
  })

  it('changes a note where only its words are others', async () => {
    const { both, dana, message, told, atFan } = await said('/note the lid is blue')
    await using _ = both
    await told(/Noted/)
    await dana.edits(message, '/note the lid is green')
    await told(/note.*changed/i)
    await both.mascot.settled()
    const [one] = await both.mascot.desk.list()
    const story = one && (await both.mascot.desk.read(one.id))
    expect(story?.notes.map(({ text }) => text)).toEqual(['the lid is green'])
    expect(atFan().join('\n')).not.toMatch(/lid/)
    expect(both.errors).toEqual([])
  })

  it('sends nothing when a note becomes words to the fan, and says so', async () => {
    const { both, dana, message, told, atFan } = await said('a thought among us')
    await using _ = both
    await dana.edits(message, 'another thought')
    await both.mascot.settled()
    await dana.edits(message, '/r hello there')
    await told(/an edit sends nothing new/)
    await both.mascot.settled()
    expect(atFan().join('\n')).not.toContain('hello there')
    expect(both.errors).toEqual([])
  })
})
