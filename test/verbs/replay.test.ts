/** `mascot replay` as an operator runs it, and as it is measured. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createReplay } from '../../src/verbs/replay-lines.ts'
import { madeReports } from '../support/made-reports.ts'
import { runMascot } from '../support/run-mascot.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mascot-replay-'))
  writeFileSync(join(folder, 'persona.yaml'), 'name: Sam\nbrand: {name: Example}\n')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const replay = (input: string, ...more: string[]) => runMascot(['replay', '--persona', folder, ...more], { input })
const lines = (rows: readonly unknown[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('')
const printed = (out: string) =>
  out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))

const texts = ['where is my parcel', 'the grinder is loud', 'cup has a crack', 'login does not work']
const lids = ['the lid leaks', 'my new lid leaks', 'coffee leaks from the lid']
const calm = { fromHour: 0, hours: 24 * 7, anHour: 8, texts }
const leak = { fromHour: 24 * 6 + 15, hours: 2, anHour: 8, texts: lids, even: true }
const asLine = ({ lang: _, ...report }: ReturnType<typeof madeReports>[number]) => report

describe('mascot replay', () => {
  it('prints issues as reports join them, and the wave with the time of the message that set it off', async () => {
    const reports = madeReports(1, [calm, leak]).map((report) => ({ ...asLine(report), kind: 'complaint' }))
    const { code, out, err } = await replay(lines(reports), '--json')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const events = printed(out)
    const waves = events.filter(({ event }) => event === 'wave')
    expect(waves).toMatchObject([
      { topic: expect.stringMatching(/lid|leak/), issue: expect.any(String), count: expect.any(Number) },
    ])
    const byTime = new Map(reports.map(({ at, text }) => [new Date(at).toISOString(), text]))
    expect(byTime.get(waves[0].at)).toMatch(/lid/)
    const issues = events.filter(({ event }) => event === 'issue')
    expect(issues[0]).toEqual({
      at: expect.any(String),
      event: 'issue',
      message: expect.any(String),
      issue: expect.any(String),
      isNew: true,
    })
    expect(new Set(issues.map(({ message }) => message)).size).toBeGreaterThan(reports.length - 15)
  })

  it('puts what issues.yaml foresees under its id there, and nothing that only mentions the thing', () => {
    const says = ['the lid of my cup leaks', 'the new lid leaks', 'coffee drips from the lid']
    const foreseen = { id: '1', title: 'Lids', says, words: [] }
    const said = [
      ...[
        'my new lid leaks, I am annoyed',
        'the lid of my cup leaks',
        'I love the lid of my cup',
        'what does a lid cost?',
      ],
      ...[
        'the grinder is loud, terrible',
        'the grinder is so loud, terrible',
        ...Array(12).fill('where is my parcel, awful'),
      ],
    ]
    const issuesWith = (issues: readonly (typeof foreseen)[]) => {
      const hear = createReplay({ languages: ['en'], issues })
      const lines = said.flatMap((text, at) =>
        hear({ id: `m${at}`, at: at * 60_000, text, author: `a${at}`, thread: 't', platform: 'p' }),
      )
      return new Map(lines.flatMap(({ event, message, issue }) => (event === 'issue' ? [[message, issue]] : [])))
    }
    const found = issuesWith([foreseen])
    expect(['m0', 'm1', 'm2', 'm3'].map((id) => found.get(id))).toEqual(['1', '1', undefined, undefined])
    expect(found.get('m8')).toBe('2')
    expect(issuesWith([]).get('m1')).toBeUndefined()
  })

  it.each(['1e3', '"1000"', '"1970-01-01T00:00Z"', '"2026-11-18 10:00:00+01:00"', '"2026-11-18T10:00:00.123456Z"'])(
    'takes %s for a moment',
    async (at) =>
      expect(
        await replay(`{"id":1,"at":${at},"text":"hello","author":"a","thread":"t","platform":"p"}\n`),
      ).toMatchObject({ code: 0, err: '' }),
  )

  it('judges by itself what is a report, where nobody says', async () => {
    const says = (text: string) =>
      Array.from({ length: 30 }, (_, at) => ({
        id: `${at}`,
        at: at * 1_000,
        text,
        author: `a${at}`,
        thread: 't',
        platform: 'web',
      }))
    expect(printed((await replay(lines(says('thank you, lovely coffee!')), '--json')).out)).toEqual([])
    const complaints = printed(
      (await replay(lines(says('My parcel arrived broken, I want to complain.')), '--json')).out,
    )
    expect(complaints.length).toBeGreaterThan(10)
  })

  it('forgives a byte order mark, and tells how many lines came out of order', async () => {
    const line = (id: number, at: string) => ({ id, at, text: 'hello', author: 'a', thread: 't', platform: 'p' })
    const days = ['2026-11-18T10:00Z', '2026-11-19T10:00Z', '2026-11-17T10:00Z', '2026-11-18T12:00Z']
    const { code, err } = await replay(`\uFEFF${lines(days.map((at, id) => line(id, at)))}`)
    expect({ code, err }).toEqual({ code: 0, err: expect.stringMatching(/^2 of 4 lines came out of order/) })
  })

  it('shows people a line an event', async () => {
    const same = Array.from({ length: 14 }, (_, at) => ({
      id: at,
      at: `2026-01-05T10:${10 + at}:00Z`,
      text: 'the lid leaks',
      author: `a${at}`,
      thread: 't',
      platform: 'web',
      kind: 'complaint',
    }))
    const { out } = await replay(lines(same))
    expect(out).toMatch(/^2026-01-05T10:\d\d:00\.000Z {2}issue {8}message 0 · issue 1 · isNew true$/m)
  })

  it.each([
    [
      '{"id":1,"at":1e20,"text":"a","author":"a","thread":"t","platform":"p"}',
      /line 1 of the input: "at": neither a date and time/,
    ],
    [
      '{"id":1,"at":-1,"text":"a","author":"a","thread":"t","platform":"p"}',
      /line 1 of the input: "at": neither a date and time/,
    ],
    [
      '{"id":1,"at":"99999999999999999999","text":"a","author":"a","thread":"t","platform":"p"}',
      /line 1 of the input: "at": neither a date and time/,
    ],
    [
      '{"id":1,"at":"2026-11-18","text":"a","author":"a","thread":"t","platform":"p"}',
      /line 1 of the input: "at": neither a date and time \(2026-01-31T12:00:00Z\) nor/,
    ],
    [
      '{"id":1,"at":1,"text":"a","author":"a","thread":"t","platform":"p","kind":"nonsense"}',
      /line 1 of the input: "kind": none of question, order-trouble, complaint/,
    ],
    [
      '{"id":1,"at":"2026-02-31T10:00Z","text":"a","author":"a","thread":"t","platform":"p"}',
      /line 1 of the input: "at": neither a date and time/,
    ],
    [
      '{"id":1,"at":"+020000-01-01T00:00:00Z","text":"a","author":"a","thread":"t","platform":"p"}',
      /line 1 of the input: "at": neither a date and time/,
    ],
    [
      '{"id":1,"at":"yesterday","text":"a","author":"a","thread":"t","platform":"p"}',
      /line 1 of the input: "at": neither a date and time/,
    ],
    ['{"id":1}', /line 1 of the input: "at"/],
    ['{"id":1,"at":"yesterday","text":"a","author":"b","thread":"c","platform":"d"}', /"at": neither a date and time/],
    ['hello', /line 1 of the input is not JSON/],
  ])('tells what is wrong with %s', async (input, message) => {
    const { code, out, err } = await replay(`${input}\n`)
    expect({ code, out, err }).toEqual({ code: 2, out: '', err: expect.stringMatching(message) })
  })
})
