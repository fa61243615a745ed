/** docs/discord.md against the program: the invite's number is the sum of its table, and every intent asked for is explained. */
import { readFileSync } from 'node:fs'
import { GatewayIntentBits, PermissionFlagsBits } from 'discord.js'
import { describe, expect, it } from 'vitest'
import { intents } from '../../../adapters/discord/wire/gateway.ts'
import { refusalOf, wrongToken } from '../../../adapters/discord/wire/refusals.ts'

const page = readFileSync(new URL('../../../docs/discord.md', import.meta.url), 'utf8')

describe('docs/discord.md', () => {
  it('invites with the sum of the permissions it explains, each under its value', () => {
    const rows = [...page.matchAll(/^\| ([A-Z][A-Za-z ]+) \| (\d+) \|/gm)].map(([, name = '', value = '']) => ({
      name,
      value,
    }))
    const values: Readonly<Record<string, bigint>> = {
      ...PermissionFlagsBits,
      CreatePolls: PermissionFlagsBits.SendPolls,
      ViewChannels: PermissionFlagsBits.ViewChannel,
      SendMessagesinThreads: PermissionFlagsBits.SendMessagesInThreads,
    }
    for (const { name, value } of rows) expect(`${name} ${value}`).toBe(`${name} ${values[name.replaceAll(' ', '')]}`)
    const invited = /permissions=(\d+)/.exec(page)?.[1]
    expect(rows.length).toBeGreaterThan(5)
    expect(invited).toBe(String(rows.reduce((sum, { value }) => sum + BigInt(value), 0n)))
  })

  it('explains every intent that is asked for, and no other', () => {
    const table = page.slice(page.indexOf('## Intents'), page.indexOf('## Permissions'))
    const explained = [...table.matchAll(/^\| \**([A-Z][A-Za-z ]+?)\** \|/gm)].map(([, name = '']) =>
      name.replaceAll(' ', ''),
    )
    const bits: Readonly<Record<string, unknown>> = GatewayIntentBits
    expect(explained.reduce((sum, name) => sum | Number(bits[name]), 0)).toBe(intents)
  })

  it('tells what to do about every refusal at the door, in the words of the log', () => {
    const refusals = [wrongToken(), refusalOf(4014), refusalOf(4011)].map((error) => error?.message ?? '')
    for (const message of refusals) {
      const known = [...page.matchAll(/^\| `([^`]+)` \|/gm)].some(([, start = '']) => message.startsWith(start))
      expect(known, message).toBe(true)
    }
  })
})
