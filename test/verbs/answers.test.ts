/** `mascot answers suggest` as an operator runs it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runMascot } from '../support/run-mascot.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mascot-suggest-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const questions = [
  { id: 'a', text: 'how do i get a refund' },
  { id: 'b', text: 'the lid leaks' },
  { id: 3, text: 'i want a refund, please' },
  { id: 'd', text: 'why is my lid leaking' },
  { id: 'e', text: 'can you refund me' },
  { id: 'f', text: 'do giraffes yawn' },
]
const lines = (rows: readonly unknown[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('')

describe('mascot answers suggest', () => {
  it('prints a group a line, the most asked first, named by one of its questions', async () => {
    const file = join(folder, 'questions.jsonl')
    writeFileSync(file, lines(questions))
    const { code, out, err } = await runMascot(['answers', 'suggest', '--from', file, '--json'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const [refund, lid, ...others] = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(refund).toEqual({
      group: 1,
      title: expect.stringContaining('refund'),
      ids: expect.arrayContaining(['a', '3', 'e']),
    })
    expect(lid).toEqual({ group: 2, title: expect.stringContaining('lid'), ids: expect.arrayContaining(['b', 'd']) })
    expect(others).toEqual([])
  })

  it('names nobody, neither in a title nor in an example', async () => {
    const asked = [
      'how do I return a cracked mug',
      'how do I return the cracked mug please',
      'return of a cracked mug, how',
    ]
    const rows = asked.map((text, at) => ({ id: at, text: `My name is Ana Petrova. ${text}, ana@example.com` }))
    for (const json of [[], ['--json']]) {
      const { out } = await runMascot(['answers', 'suggest', '--from', '-', ...json], { input: lines(rows) })
      expect(out).toMatch(/cracked mug/)
      expect(out).not.toMatch(/Petrova|example\.com/)
    }
  })

  it('reads standard input, and shows people a count, a title and examples', async () => {
    const { code, out } = await runMascot(['answers', 'suggest'], { input: lines(questions) })
    expect(code).toBe(0)
    expect(out).toMatch(/^ {3}3 {2}.*refund.*\n {6}.*refund/)
  })

  it('takes a question that comes twice once', async () => {
    const { out } = await runMascot(['answers', 'suggest', '--json'], { input: lines([...questions, questions[0]]) })
    expect(JSON.parse(out.split('\n')[0] ?? '').ids).toHaveLength(3)
  })

  it.each([
    [['answers'], '', /mascot answers suggest --from FILE/],
    [['answers', 'suggest', '--from', '/nowhere/at/all.jsonl'], '', /nowhere\/at\/all\.jsonl cannot be read/],
    [['answers', 'suggest'], '{"id":"a","text":"hi"}\n{"id":"b"}\n', /line 2 of the input.*"text"/],
    [['answers', 'suggest'], 'hello\n', /line 1 of the input is not JSON/],
  ])('tells what is wrong: %j', async (args, input, message) => {
    const { code, err } = await runMascot(args, { input })
    expect({ code, err }).toEqual({ code: 2, err: expect.stringMatching(message) })
  })
})
