/** `mascot` on a real terminal, as whoever tunes a persona sees it: a pseudo-terminal of util-linux stands for the screen. */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { personaFolder, smallest } from '../persona/load/folder.ts'

const bin = new URL('../../bin/mascot.js', import.meta.url).pathname
const hasTerminal = spawnSync('script', ['--version']).status === 0

/** A screen that can be read and a keyboard that can be typed on. */
async function onTerminal(args: readonly string[], { persona, ...env }: Readonly<Record<string, string>> = {}) {
  const folder = await personaFolder({ 'persona.yaml': smallest, 'answers.yaml': 'answers: []\n' })
  const command = [process.execPath, bin, ...args, ...(persona === '' ? [] : ['--persona', folder])].join(' ')
  const child = spawn('script', ['-qfec', `stty cols 120 rows 40; ${command}`, '/dev/null'], {
    cwd: folder,
    env: { PATH: process.env['PATH'] ?? '', TERM: 'xterm', HTTP_PORT: '0', ...env },
  })
  let raw = ''
  child.stdout.on('data', (chunk: Buffer) => {
    raw += chunk.toString()
  })
  const ended = new Promise((resolve) => child.on('close', resolve))
  onTestFinished(async () => {
    child.stdin.write('\u0003')
    child.stdin.end()
    await ended
  })
  const screen = () => stripVTControlCharacters(raw).replaceAll('\r', '')
  const shows = (what: RegExp) => vi.waitFor(() => expect(screen()).toMatch(what), { timeout: 60_000, interval: 50 })
  return { folder, screen, shows, type: (text: string) => child.stdin.write(text) }
}

describe.skipIf(!hasTerminal)('on a terminal', () => {
  test('a good save is told in a line, a broken one with its place, and the old persona stays', async () => {
    const { folder, screen, shows } = await onTerminal(['chat'])
    await shows(/Ctrl-C to leave/)
    await writeFile(join(folder, 'answers.yaml'), 'answers:\n  - {id: a, asks: [x y], answer: z}\n')
    await shows(/✓ reloaded \(1 answer new\)/)
    await writeFile(join(folder, 'answers.yaml'), 'answers:\n  - {id: a, asks: [x y]}\n')
    await shows(/✗ \S*answers\.yaml:2:5 answers\[a\]\.answer: .*\n.*the old persona stays/)
    await rename(join(folder, 'answers.yaml'), join(folder, 'x'))
    await shows(/✗ \S*answers\.yaml: was there and is gone/)
    expect(screen()).not.toMatch(/\{"level"|persona-invalid|\bat \w+ \(/)
  })

  test('the log goes into a file, whatever its level', async () => {
    const { folder, screen, shows, type } = await onTerminal(['chat'], { LOG_LEVEL: 'debug' })
    await shows(/Ctrl-C to leave/)
    type('hello\r')
    await shows(/Pip\n\s+\S/)
    expect(screen()).not.toContain('{"level"')
    type('/why\r')
    await shows(
      /it replied: it was greeted\n\s+read as +chat, en, heat \.00\n[\s\S]*step +compose\n[\s\S]*took +attend [\d.]+, recall/,
    )
    type('/why on\r')
    await shows(/Why is shown before every reply/)
    type('do you sell moonlight\r')
    await shows(/it replied: no approved answer fits/)
    const log = join(folder, 'data', 'chat.log')
    await vi.waitFor(() => expect(existsSync(log) && readFileSync(log, 'utf8')).toContain('{"level"'), {
      timeout: 60_000,
    })
  })

  test('a new persona comes of a short talk, and the chat with it opens', async () => {
    const { shows, type } = await onTerminal(['init', 'luna', '--sells', 'rye', '--never', 'cheap'], { persona: '' })
    const answers = [
      [/What is the brand called/, 'Moonlight'],
      [/And the persona/, 'Luna'],
      [/Three words/, 'warm, dry, brief'],
      [/Which languages/, ''],
      [/When is a person there/, 'whenever'],
    ] as const
    for (const [question, answer] of answers) {
      await shows(question)
      type(`${answer}\r`)
    }
    await shows(/"whenever" is no hours/)
    type('\u007f'.repeat(8))
    type('mon-fri 9-17\r')
    await shows(/In which time zone/)
    type('\r')
    await shows(/luna: written[\s\S]*Luna of Moonlight/)
  })

  test('the first thing to be seen is the persona, then the way to the desk', async () => {
    const { screen, shows } = await onTerminal(['start'])
    await shows(/The desk, for you/)
    expect(screen().indexOf('Pip of Tidewater')).toBeGreaterThanOrEqual(0)
    expect(screen().indexOf('Pip of Tidewater')).toBeLessThan(screen().indexOf('The desk, for you'))
  })
})
