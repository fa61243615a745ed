/** What whoever tunes a persona reads where `mascot chat` and `mascot play` write into pipes: a save, a broken one in words, the link. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { personaFolder, smallest } from '../persona/load/folder.ts'

const bin = new URL('../../bin/mascot.js', import.meta.url).pathname

async function running(verb: string) {
  const folder = await personaFolder({ 'persona.yaml': smallest, 'answers.yaml': 'answers: []\n' })
  const child: ChildProcess = spawn(process.execPath, [bin, verb, '--persona', folder], {
    cwd: folder,
    env: { PATH: process.env['PATH'] ?? '' },
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const read = { out: '', err: '' }
  child.stdout?.on('data', (chunk: Buffer) => {
    read.out += chunk.toString()
  })
  child.stderr?.on('data', (chunk: Buffer) => {
    read.err += chunk.toString()
  })
  const tells = async (where: 'out' | 'err', what: RegExp) => {
    await vi.waitFor(() => expect(read[where]).toMatch(what), { timeout: 80_000, interval: 50 })
    return what.exec(read[where])?.[1] ?? ''
  }
  const save = (answers: string) => writeFile(join(folder, 'answers.yaml'), answers)
  return { child, read, tells, save }
}
const isStack = /\{"level"|persona-invalid|\bat \w+ \(/

test('a broken save is told with its place and without a stack, and the chat goes on with the old persona', async () => {
  const { child, read, tells, save } = await running('chat')
  child.stdin?.write('hi\n')
  await tells('out', /Pip: (\S+)/)
  await save('answers:\n  - {id: a, asks: [x y]}\n')
  await tells('err', /✗ \S*answers\.yaml:2:5 answers\[a\]\.answer: .*\n.*the old persona stays/)
  const before = read.out.length
  child.stdin?.write('hi again\n')
  await vi.waitFor(() => expect(read.out.length).toBeGreaterThan(before), { timeout: 60_000 })
  child.stdin?.end()
  const [code] = await once(child, 'close')
  expect([code, read.out + read.err]).toEqual([0, expect.not.stringMatching(isStack)])
})

test('the playground prints a link that opens it, tells saves in words, and ends with a signal', async () => {
  const { child, read, tells, save } = await running('play')
  const link = await tells('out', /(http:\/\/127\.0\.0\.1:\d+\/\S+&to=play)/)
  expect((await fetch(link)).status).toBe(200)
  await save('answers:\n  - {id: a, asks: [x y], answer: z}\n')
  await tells('out', /✓ reloaded \(1 answer new\)/)
  await save('answers: [\n')
  await tells('out', /✗ \S*answers\.yaml:\d+:\d+ [\s\S]*the old persona stays/)
  child.kill('SIGTERM')
  const [code] = await once(child, 'close')
  expect([code, read.out + read.err]).toEqual([0, expect.not.stringMatching(isStack)])
})
