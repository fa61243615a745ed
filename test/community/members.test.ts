/** Members read from what other programs export: Telegram Desktop, DiscordChatExporter, tables. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSource } from '../../src/community/portable/open-source.ts'
import type { SourceOptions } from '../../src/community/portable/source.ts'
import type { Portable } from '../../src/domain/portable.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mascot-members-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

async function read(path: string, options: Partial<SourceOptions> = {}): Promise<Portable[]> {
  const records: Portable[] = []
  for await (const record of (await openSource({ file: path, ...options })).read()) records.push(record)
  return records
}

const chat = (name: string, type: string, id: number, messages: readonly object[]) => ({ name, type, id, messages })
const joined = {
  id: 1,
  type: 'service',
  date_unixtime: '1704103200',
  actor: 'Ana',
  actor_id: 'user77',
  action: 'join_group_by_link',
}
const says = (id: string | number, more: object = {}) => ({
  id: 2,
  type: 'message',
  date: '2024-01-02T10:00:00',
  from: 'Bo',
  from_id: id,
  text: [{ type: 'bold', text: 'x' }],
  ...more,
})

describe('an export of Telegram Desktop', () => {
  const group = chat('Beans', 'private_supergroup', 5, [
    joined,
    says('user78', { from: null }),
    says('channel9'),
    says(79),
    says(4294967300),
  ])

  it('brings who wrote in the group, without consent and without their words', async () => {
    const path = file('result.json', JSON.stringify(group, null, 1))
    const more = { consent: 'unasked', from: 'telegram-desktop' }
    expect(await read(path)).toMatchObject([
      { accounts: [{ id: 'telegram:77', name: 'Ana', since: 1_704_103_200_000 }], ...more },
      { accounts: [{ id: 'telegram:78', name: '', since: Date.UTC(2024, 0, 2, 10) }], ...more },
      { accounts: [{ id: 'telegram:79', name: 'Bo' }], ...more },
    ])
  })

  it('of many chats asks which are meant, and never takes a private one', async () => {
    const privately = chat('Mum', 'personal_chat', 6, [says('user1')])
    const others = chat('Chess', 'private_group', 7, [says('user2')])
    const path = file(
      'result.json',
      JSON.stringify({ about: '', chats: { about: '', list: [privately, group] }, left_chats: { list: [others] } }),
    )
    await expect(read(path)).rejects.toThrow(
      /Which are of the community\?.*Beans \(5\); Chess \(7\)\. Nothing was written/,
    )
    await expect(read(path, { chats: ['Tea'] })).rejects.toThrow('no group in it is called Tea')
    expect(await read(path, { chats: ['Beans'] })).toHaveLength(3)
    const all = await read(path, { chats: ['all'] })
    expect(all).toHaveLength(4)
    expect(JSON.stringify(all)).not.toContain('"telegram:1"')
    const alone = file('alone.json', JSON.stringify(privately))
    await expect(read(alone)).rejects.toThrow('no group (personal_chat)')
  })

  it('that was cut, or is none, is refused with its line', async () => {
    const text = JSON.stringify(group, null, 1)
    await expect(read(file('cut.json', text.slice(0, 300)))).rejects.toThrow(/ends in the middle, at line \d+/)
    await expect(read(file('bad.json', text.replace('null', 'nil')))).rejects.toThrow(/line \d+ is not JSON/)
    await expect(read(file('list.json', '[]'))).rejects.toThrow('it is a list of JSON')
    await expect(read(join(folder, 'none.json'))).rejects.toThrow('cannot be read')
  })
})

it('an export of DiscordChatExporter brings who wrote, and no bot', async () => {
  const author = (id: string, more: object = {}) => ({
    id,
    name: 'bo',
    discriminator: '0000',
    nickname: 'Bo of Beans',
    isBot: false,
    ...more,
  })
  const messages = [
    { id: '1', type: 'Default', timestamp: '2024-01-02T10:00:00+01:00', author: author('5'), content: 'hi' },
    { id: '2', type: 'Default', timestamp: '2024-01-03T10:00:00+01:00', author: author('5') },
    { id: '3', type: 'Default', timestamp: '2024-01-03T10:00:00+01:00', author: author('6', { isBot: true }) },
  ]
  const guild = { guild: { id: '1', name: 'Server' }, channel: { id: '2', type: 'GuildTextChat', name: 'beans' } }
  const path = file('beans.json', JSON.stringify({ ...guild, messages, messageCount: 3 }, null, 2))
  const account = { id: 'discord:5', name: 'Bo of Beans', since: Date.UTC(2024, 0, 2, 9) }
  expect(await read(path)).toMatchObject([{ accounts: [account], consent: 'unasked', from: 'discord-chat-exporter' }])
  const talk = { ...guild, channel: { ...guild.channel, type: 'DirectTextChat' }, messages }
  await expect(read(file('direct.json', JSON.stringify(talk)))).rejects.toThrow('is no group')
})

describe('a CSV of members', () => {
  const bytes = (text: string, encoding: string) => {
    const le = Buffer.from(text, 'utf16le')
    return encoding === 'utf-16le'
      ? Buffer.concat([Buffer.from([0xff, 0xfe]), le])
      : Buffer.from(text, encoding as 'latin1')
  }
  it.each<[string, Uint8Array, Partial<SourceOptions>]>([
    ['with commas', bytes('account,name,joined\ntelegram:1,"Müller, Ü",2024-01-31\n', 'utf8'), {}],
    [
      'with semicolons and a mark of its encoding',
      bytes('\uFEFFid;platform;Display Name\r\n1;Telegram;"Müller, Ü"\r\n', 'utf8'),
      {},
    ],
    ['with tabs, in UTF-16', bytes('User ID\tname\n1\tMüller, Ü\n', 'utf-16le'), { platform: 'telegram' }],
    [
      'in another encoding',
      bytes('id|name\n1|Müller, Ü\n', 'latin1'),
      { platform: 'telegram', encoding: 'windows-1252' },
    ],
  ])('%s is read', async (_, content, options) => {
    expect(await read(file('members.csv', content), options)).toMatchObject([
      { accounts: [{ id: 'telegram:1', name: 'Müller, Ü' }], consent: 'unasked', from: 'csv' },
    ])
  })

  it.each<[string, string | Uint8Array, RegExp]>([
    ['of no platform', 'id,name\n1,A\n', /of which platform/],
    ['without a column that tells who', 'name\nA\n', /no column tells who it is.*There are: name/],
    ['with a row of nobody', 'account,name\ntelegram:1,A\n,B\n', /line 3 tells no account: , B/],
    [
      'with a date that is none',
      'account,since\ntelegram:1,last year\n',
      /line 2: "last year" is no date; write year, month and day, as YYYY-MM-DD/,
    ],
    [
      'that says nothing of its encoding',
      bytes('account,name\ntelegram:1,M\xFCller\n', 'latin1'),
      /not UTF-8, from about line 1 on.*--encoding/,
    ],
    [
      'with a quote that is never closed',
      'account,name\ntelegram:1,"A\n',
      /line 2: a quote opens there and is never closed/,
    ],
    ['with a quote amid a word', 'account,name\ntelegram:1,A"B\n', /line 2: a quote stands amid/],
    [
      'with ids that a spreadsheet rounded',
      'account\ndiscord:1.23457E+17\n',
      /line 2.*1\.23457E\+17.*format the column as text/,
    ],
    ['with a formula', 'id,platform\n=cmd|calc,web\n', /line 2.*=cmd\|calc.*is no id/],
    ['with an id that begins with a nought', 'account\ntelegram:077\n', /line 2.*077.*is no id/],
    ['that is empty', '', /its first row names the columns/],
  ])('%s is refused', async (_, content, says) => {
    await expect(read(file('members.csv', content))).rejects.toThrow(says)
  })
})
