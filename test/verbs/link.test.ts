/** `mascot link`: the right link, a code that holds it, a picture of it, and clear words where there can be none. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import QRCode from 'qrcode'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runMascot } from '../support/run-mascot.ts'
import { startTelegramServer, type TelegramServer } from '../support/telegram-server.ts'

let server: TelegramServer
let folder: string
beforeAll(async () => {
  server = await startTelegramServer()
  folder = mkdtempSync(join(tmpdir(), 'mascot-link-'))
})
afterAll(async () => {
  await server[Symbol.asyncDispose]()
  rmSync(folder, { recursive: true })
})

const envOf = (token = server.token) => ({ TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: server.root })
const run = (args: readonly string[], env = envOf()) => runMascot(['link', ...args], { env, cwd: folder })

/** The modules a terminal shows, two rows a line, without the white around them; true is dark. */
function modulesIn(drawn: string): boolean[][] {
  const rows = drawn
    .split('\n')
    .filter((line) => /^[ ▀▄█]+$/.test(line))
    .flatMap((line) => [
      [...line].map((one) => one === '█' || one === '▀'),
      [...line].map((one) => one === '█' || one === '▄'),
    ])
  const dark = rows.filter((row) => row.includes(true))
  const left = Math.min(...dark.map((row) => row.indexOf(true)))
  return dark.map((row) => row.slice(left, left + dark.length))
}

function modulesOf(text: string): boolean[][] {
  const { size, data } = QRCode.create(text).modules
  return Array.from({ length: size }, (_, y) => Array.from({ length: size }, (_, x) => data[y * size + x] === 1))
}

describe('mascot link', () => {
  it('prints a link to the bot with the campaign, and its code', async () => {
    const { code, out, err } = await run(['--campaign', 'spring'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const [url = ''] = out.split('\n')
    expect(url).toBe('https://t.me/TidewaterPipBot?start=spring')
    expect(modulesIn(out)).toEqual(modulesOf(url))
  })

  it('takes a name in any script', async () => {
    const { out } = await run(['--campaign', '双十一'])
    const payload = new URL(out.split('\n')[0] ?? '').searchParams.get('start') ?? ''
    expect(Buffer.from(payload.replace('u8-', ''), 'base64url').toString()).toBe('双十一')
  })

  it('writes the code as a PNG with white around it', async () => {
    const { code, out } = await run(['--campaign', 'spring', '--png', 'spring.png'])
    expect(code).toBe(0)
    expect(out).toContain('written to spring.png')
    const png = readFileSync(join(folder, 'spring.png'))
    expect(png.subarray(0, 8).toString('latin1')).toBe('\u0089PNG\r\n\u001a\n')
    const { size } = QRCode.create('https://t.me/TidewaterPipBot?start=spring').modules
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual(Array(2).fill((size + 2 * 4) * 12))
  })

  it.each([
    ['without a campaign', [], /Which campaign\?/, 2],
    ['with an empty one', ['--campaign', ' '], /Which campaign\?/, 2],
    ['with one that no link holds', ['--campaign', '春'.repeat(30)], /"春+" does not fit .* make it shorter/, 2],
    [
      'into a folder that is not there',
      ['--campaign', 'a', '--png', 'no/where.png'],
      /no\/where\.png cannot be written/,
      2,
    ],
  ] as const)('%s it says what is wrong', async (_, args, message, expected) => {
    const { code, err } = await run(args)
    expect(err).toMatch(message)
    expect(code).toBe(expected)
    expect(existsSync(join(folder, 'no'))).toBe(false)
  })

  it('without a token it names the variable', async () => {
    const { code, err } = await runMascot(['link', '--campaign', 'spring'])
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining('TELEGRAM_BOT_TOKEN') })
  })

  it('with a token that is refused it says where to find the right one, and not the token', async () => {
    const { code, err, out } = await run(['--campaign', 'spring'], envOf('123456:wrong-token-of-a-test'))
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toMatch(/does not accept TELEGRAM_BOT_TOKEN.*@BotFather/)
    expect(err).not.toContain('wrong-token')
  })
})
