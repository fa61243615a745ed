/** Links, bold words and code of staff reach the fan as staff saw them, whatever platform either side is on. */
import { describe, expect, it } from 'vitest'
import { lightMarkdown } from '../../adapters/discord/in/light-markdown.ts'
import { marked } from '../../adapters/telegram/in/marked.ts'
import { onDiscord, onTelegram, withDiscordDesk, withTelegramDesk } from '../support/both-desks.ts'

const url = 'https://shop.example/r'

it('a Telegram desk: to a fan on Discord, and by an edit in the client', async () => {
  const { both, group } = await withTelegramDesk()
  await using _ = both
  const { discord, telegram, mascot } = both
  const ana = discord.fan('Ana')
  const { topic, dana } = await onTelegram(both, group, ana)
  const formed = (text: string) => ({
    entities: [
      { type: 'bot_command', offset: 0, length: 2 },
      { type: 'bold', offset: text.indexOf('sure'), length: 5 },
      { type: 'text_link', offset: text.indexOf('here'), length: 4, url },
    ],
  })
  const said = await dana.says('/r sure , see here', { in: topic, ...formed('/r sure , see here') })
  const has = (words: string) => () => discord.sent(ana.direct).some(({ content }) => content.includes(words))
  await discord.until(has(`**sure** , see [here](${url})`))
  await mascot.settled()
  const anew = '/r yes sure , see here'
  await dana.changes(said, { text: anew, ...formed(anew) })
  await discord.until(() =>
    discord.calls.some(({ method, body }) => method === 'PATCH' && /yes \*\*sure/.test(String(body.content))),
  )
  await mascot.settled()
  expect(telegram.sent(topic).some(({ text }) => text?.includes('⛔'))).toBe(false)
  expect(both.errors).toEqual([])
})

it('a Discord desk: to a fan on Telegram', async () => {
  const { both, deskId } = await withDiscordDesk()
  await using _ = both
  const { telegram, mascot } = both
  const { place, ana, dana } = await onDiscord(both, deskId)
  dana.says(place, `!r **sure**, *maybe* \`AB 1\`, see [here](<${url}>)`)
  const said = () => telegram.sent(ana).find(({ text }) => text?.includes('sure, maybe AB 1, see here'))
  await telegram.until(() => said() !== undefined)
  await mascot.settled()
  const kinds = ((said()?.payload.entities ?? []) as { type: string; url?: string }[]).map(
    ({ type, url: to }) => to ?? type,
  )
  expect(kinds).toEqual(expect.arrayContaining(['bold', 'italic', 'code', url]))
  expect(both.errors).toEqual([])
})

describe('what would be read as something else', () => {
  it.each([
    ['half', [{ type: 'bold', offset: 0, length: 2 }], 'half'],
    ['a [b] c', [{ type: 'text_link', offset: 2, length: 3, url }], `a [b] (${url}) c`],
    ['two\nlines', [{ type: 'bold', offset: 0, length: 9 }], 'two\nlines'],
    [
      'see here now',
      [
        { type: 'bold', offset: 0, length: 12 },
        { type: 'text_link', offset: 4, length: 4, url },
        { type: 'mention', offset: 9, length: 3 },
      ],
      `*see [here](${url}) now*`,
    ],
  ] as const)('is no mark in a topic of Telegram: %j', (text, entities, shown) => {
    expect(marked({ text, entities: entities as never }).text).toBe(shown)
  })

  it('and on Discord code stays as it is', () => {
    expect(lightMarkdown('`**a**` **b *c* d** __e__ 2*3*4 ***f***')).toBe('`**a**` *b _c_ d* e 2*3*4 *_f_*')
  })
})

it('who a person is stays said when they change their first words, at which it was said', async () => {
  const { both, group } = await withTelegramDesk()
  await using _ = both
  const { telegram, mascot } = both
  const [ana, dana] = [telegram.fan('Ana'), telegram.fan('Dana')]
  await ana.says('can I speak to a person please')
  await telegram.until(() => telegram.sent().some(({ text }) => text?.includes('Waiting')))
  await mascot.settled()
  const [topicId = 0] = group.chat.topics.keys()
  const topic = { chatId: group.chatId, topicId }
  await dana.says('/r it is on its way', { in: topic })
  const reads = () =>
    [...(telegram.world.chats.get(ana.chatId)?.messages.values() ?? [])].map(({ text }) => String(text))
  await telegram.until(() => reads().some((text) => text.endsWith('it is on its way')))
  await mascot.settled()
  const before = reads().find((text) => text.endsWith('it is on its way')) ?? ''
  expect(before.replace('it is on its way', '').replace('Dana:', '').trim()).not.toBe('')
  await dana.says('/edit it is at your door', { in: topic })
  await telegram.until(() => reads().some((text) => text.endsWith('at your door')))
  expect(reads()).toContain(before.replace('on its way', 'at your door'))
  await mascot.settled()
})
