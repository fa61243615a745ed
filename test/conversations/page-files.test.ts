/** Files that staff put on the desk page, on their way to fans on Telegram and on Discord: over the page's own HTTP and the platforms' wires. */
import { describe, expect, it } from 'vitest'
import { deskPage } from '../../adapters/desk/index.ts'
import { deskLink } from '../../src/desk/people/desk-door.ts'
import { file } from '../support/both-desks.ts'
import { type Both, startBoth } from '../support/both-wires.ts'
import { signIn } from '../support/desk-client.ts'

const MB = 1024 * 1024
const files = [
  ['lid.jpg', 'a picture'],
  ['turn.mp4', 'a film'],
  ['bill.pdf', 'a bill'],
] as const

async function atPage(both: Both) {
  const { mascot } = both
  const { url } = mascot
  if (url === undefined) throw new Error('the page is served')
  const dana = await signIn(deskLink(url, await mascot.access.invite({ id: 'desk:dana', name: 'Dana' }, 'staff')))
  const [one] = await mascot.desk.list()
  if (!one) throw new Error('a case is open')
  const bring = async (name: string, words: string) => {
    const { status, body } = await dana.upload(one.id, name, Buffer.from(words))
    expect(status).toBe(200)
    return body.id
  }
  return {
    id: one.id,
    dana,
    bring,
    says: async (text: string, ids: readonly string[]) => {
      const { status, body } = await dana.act(one.id, { kind: 'reply', text, asBrand: true, files: ids })
      expect(body.error).toBeUndefined()
      expect(status).toBe(200)
    },
    lastLine: async () => (await dana.read(one.id)).lines.at(-1),
  }
}

const open = () => startBoth(() => ({}), undefined, undefined, [deskPage])

describe('several files from the desk page', () => {
  it('reach a fan on Telegram, each as what it is, with the words under the first', async () => {
    await using both = await open()
    const { telegram, mascot } = both
    const ana = telegram.fan('Ana')
    await ana.says('can I speak to a person please')
    await telegram.until(() => telegram.sent(ana).length > 0)
    await mascot.settled()
    const page = await atPage(both)
    const ids = []
    for (const [name, words] of files) ids.push(await page.bring(name, words))
    await page.says('Here is all of it.', ids)
    await telegram.until(() => telegram.calls('sendDocument').length > 0)
    await mascot.settled()
    const [album] = telegram.calls('sendMediaGroup')
    expect(JSON.stringify(album?.payload)).toMatch(/photo[\s\S]*video/)
    expect(JSON.stringify(album?.payload)).toContain('Here is all of it.')
    expect(telegram.calls('sendMediaGroup')).toHaveLength(1)
    expect(telegram.calls('sendDocument')).toHaveLength(1)
    expect(await page.lastLine()).toMatchObject({ text: 'Here is all of it.', delivery: 'sent' })
    expect((await page.lastLine())?.media).toHaveLength(3)
    expect(both.errors).toEqual([])
  })

  it('reach a fan on Discord in one message, under their names', async () => {
    await using both = await open()
    const { discord, mascot } = both
    const ana = discord.fan('Ana')
    ana.says(ana.direct, 'can I speak to a person please')
    await discord.until(() => discord.sent(ana.direct).length > 0)
    await mascot.settled()
    const page = await atPage(both)
    const ids = []
    for (const [name, words] of files) ids.push(await page.bring(name, words))
    await page.says('Here is all of it.', ids)
    const found = () => discord.sent(ana.direct).find(({ content }) => content.includes('all of it'))
    await discord.until(() => found() !== undefined)
    await mascot.settled()
    expect(found()?.more.attachments).toMatchObject(files.map(([filename]) => ({ filename })))
    expect(await page.lastLine()).toMatchObject({ delivery: 'sent' })
    expect(both.errors).toEqual([])
  })
})

describe('a file from the desk page that does not pass', () => {
  it('is refused before anything leaves where it is too large to be taken in', async () => {
    await using both = await open()
    const { discord, mascot } = both
    const ana = discord.fan('Ana')
    ana.says(ana.direct, 'can I speak to a person please')
    await discord.until(() => discord.sent(ana.direct).length > 0)
    await mascot.settled()
    const page = await atPage(both)
    const { status, body } = await page.dana.upload(page.id, 'film.mp4', Buffer.alloc(11 * MB))
    expect([status, body.error?.code]).toEqual([413, 'too-long'])
  })

  it('is told beside the words where Telegram refuses it, and the words do not leave alone', async () => {
    await using both = await open()
    const { telegram, mascot } = both
    const ana = telegram.fan('Ana')
    await ana.says('can I speak to a person please')
    await telegram.until(() => telegram.sent(ana).length > 0)
    await mascot.settled()
    const chat = telegram.world.chats.get(ana.chatId)
    if (chat) chat.refusesFiles = 'Bad Request: PHOTO_INVALID_DIMENSIONS'
    const page = await atPage(both)
    await page.says('As in the picture.', [await page.bring('lid.jpg', 'a picture')])
    await expect.poll(async () => (await page.lastLine())?.delivery, { timeout: 60_000 }).toBe('dead')
    expect((await page.lastLine())?.reason).toBeTruthy()
    expect([...(chat?.messages.values() ?? [])].some(({ text }) => String(text).includes('in the picture'))).toBe(false)
  })

  it('is told where Discord refuses it, too', async () => {
    await using both = await open()
    const { discord, mascot } = both
    const ana = discord.fan('Ana')
    ana.says(ana.direct, 'can I speak to a person please')
    await discord.until(() => discord.sent(ana.direct).length > 0)
    await mascot.settled()
    ana.direct.refusesFiles = 20009
    const page = await atPage(both)
    await page.says('As in the picture.', [await page.bring('lid.jpg', 'a picture')])
    await expect.poll(async () => (await page.lastLine())?.delivery, { timeout: 60_000 }).toBe('dead')
    expect(discord.sent(ana.direct).some(({ content }) => content.includes('in the picture'))).toBe(false)
  })
})

describe('a fan’s file that the page cannot have, where staff have no chat', () => {
  it('is told to the fan at once and stands beside their words in the case, with why', async () => {
    await using both = await open()
    const { telegram, discord, mascot } = both
    const ana = telegram.fan('Ana')
    await ana.says('hello there')
    await telegram.until(() => telegram.sent(ana).length > 0)
    await mascot.settled()
    await ana.sends({
      ...ana.file('video', 'film.mp4', 'x', 21 * MB),
      caption: 'can I speak to a person please, it does this',
    })
    const told = () => telegram.sent(ana).filter(({ text }) => text?.includes('didn’t get through'))
    await telegram.until(() => told().length > 0)
    await mascot.settled()
    const page = await atPage(both)
    const lineWith = async (words: string) =>
      (await page.dana.read(page.id)).lines.find(({ text }) => text.includes(words))
    expect((await lineWith('it does this'))?.beside).toEqual([
      expect.stringMatching(/did not get through.*film\.mp4.*20 MB/),
    ])

    await ana.sends({ ...ana.file('video', 'more.mp4', 'x', 22 * MB), caption: 'and now like this' })
    await telegram.until(() => told().length > 1)
    await ana.sends({ ...ana.file('photo', 'lid.jpg'), caption: 'the lid beside it' })
    await expect.poll(async () => await lineWith('the lid'), { timeout: 60_000 }).toBeDefined()
    await mascot.settled()
    expect(told()).toHaveLength(2)
    expect((await lineWith('now like this'))?.beside).toHaveLength(1)
    expect((await lineWith('the lid'))?.beside).toBeUndefined()

    const bea = discord.fan('Bea')
    bea.says(bea.direct, 'can I speak to a person please', {
      attachments: [
        { ...file(discord, '970', 'bill.pdf', 'application/pdf'), url: `${discord.apiRoot}/gone/bill.pdf` },
      ],
    })
    await discord.until(() => discord.sent(bea.direct).some(({ content }) => content.includes('get through')))
    await mascot.settled()
    expect(both.errors).toEqual([])
  })
})
