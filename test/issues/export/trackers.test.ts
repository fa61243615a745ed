/** Issues as trackers and spreadsheets take them: whole, within their limits, nothing of it taken for markup or for a formula. */
import { describe, expect, it } from 'vitest'
import type { Issue } from '../../../src/domain/issue.ts'
import { MascotError } from '../../../src/errors.ts'
import { rowOf } from '../../../src/issues/export/issue-row.ts'
import { asCsv, forGithub, forJira, forLinear } from '../../../src/issues/export/trackers.ts'
import { issueFigures } from '../../../src/issues/live/issue-figures.ts'
import { createManualClock } from '../../support/manual-clock.ts'

const issue = (number: number, more: Partial<Issue> = {}): Issue => ({
  ...{ number, title: 'Lids *leak*', state: 'working', owner: 'care', reporters: 12, reports: 15, lately: 3 },
  ...{ platforms: ['telegram', 'web'], since: Date.UTC(2026, 10, 18), answer: { en: ['A new lid, "free".\nSoon.'] } },
  ...more,
})
const foreseen = [{ id: 'mugs', title: 'Mugs', says: ['my mug leaks'], words: [], answer: { en: ['A new mug.'] } }]
const row = (number: number, more?: Partial<Issue>) =>
  rowOf(issue(number, more), 'https://desk.example/', { issues: foreseen })
const many = Array.from({ length: 51 }, (_, nth) => row(nth + 1))

describe('issues', () => {
  it('that nobody named go out under their number, whatever words of fans they are known by among staff', () => {
    const unnamed = row(7, { title: 'zebulon · counter', isUnnamed: true })
    for (const out of [forGithub([unnamed]).join(), asCsv([unnamed]), JSON.stringify(unnamed)]) {
      expect(out).toContain('Issue 7')
      expect(out).not.toContain('zebulon')
    }
  })

  it('that are foreseen go out with the words that issues.yaml has for them, until staff give them others', () => {
    const { answer: _, ...wordless } = issue(4, { fileId: 'mugs' })
    const found = rowOf(wordless, undefined, { issues: foreseen })
    expect(found).toMatchObject({ answer: { en: ['A new mug.'] }, says: ['my mug leaks'] })
    expect(asCsv([found])).toMatch(/en: A new mug\.,,my mug leaks/)
    expect(row(4, { fileId: 'mugs' }).answer).toEqual({ en: ['A new lid, "free".\nSoon.'] })
    expect(row(4, { tookIn: ['mugs'] }).says).toEqual(['my mug leaks'])
  })

  it('for GitHub are a request each, in Markdown that shows titles as they are', () => {
    const [body = ''] = forGithub([row(3)])
    const sent = JSON.parse(body)
    expect(Object.keys(sent)).toEqual(['title', 'body', 'labels'])
    expect(sent).toMatchObject({ title: 'Lids *leak*', labels: ['mascot'] })
    expect(sent.body).toContain('- **Reported by:** 12 people \\(3 in the last day\\), 15 messages')
    expect(sent.body).toContain('- **Page:** <https://desk.example/desk/lead/issues/3>')
    expect(JSON.parse(forGithub([row(1, { title: 'x'.repeat(400) })])[0] ?? '').title).toHaveLength(256)
    expect(JSON.parse(forGithub([row(1, { answer: { en: ['ask @octocat <b>'] } })])[0] ?? '').body).toContain(
      'ask \\@octocat \\<b\\>',
    )
  })

  it('for Jira come fifty at once, described in its document format, with a summary of one line', () => {
    const [first = '', second = '', ...none] = forJira(many, 'ACME', 'Bug')
    expect(none).toEqual([])
    expect(JSON.parse(first).issueUpdates).toHaveLength(50)
    const [{ fields }] = JSON.parse(second).issueUpdates
    expect(fields).toMatchObject({
      ...{
        project: { key: 'ACME' },
        issuetype: { name: 'Bug' },
        summary: 'Lids *leak*',
        labels: ['mascot', 'mascot-51'],
      },
      description: { type: 'doc', version: 1 },
    })
    for (const { content } of fields.description.content) for (const { text } of content) expect(text).not.toBe('')
    const [long = ''] = forJira([row(1, { title: `two\nlines ${'x'.repeat(300)}` })], 'A', 'Bug')
    expect(JSON.parse(long).issueUpdates[0].fields.summary).toMatch(/^two lines x{244}…$/)
  })

  it('for Linear are one mutation for fifty, for one team', () => {
    const [first = '', second = ''] = forLinear(many, 'team-uuid')
    expect(JSON.parse(first).variables.input.issues).toHaveLength(50)
    expect(JSON.parse(second)).toMatchObject({
      query: expect.stringContaining('issueBatchCreate(input: $input)'),
      variables: { input: { issues: [{ teamId: 'team-uuid', title: 'Lids *leak*' }] } },
    })
  })

  it('as CSV keep commas, quotes and lines, and nothing is a formula', () => {
    const csv = asCsv([row(3), row(4, { title: '=HYPERLINK("https://evil.example")', owner: '@care', answer: {} })])
    const [head, ...rest] = csv.split('\r\n')
    expect(head).toMatch(/^number,title,state,owner,people,/)
    expect(csv).toContain('"en: A new lid, ""free"".\nSoon."')
    expect(rest.join()).toContain(`4,"'=HYPERLINK(""https://evil.example"")",working,'@care,12,`)
  })
})

describe('issues under /api', () => {
  const deps = {
    issues: { list: async () => [issue(1), issue(2, { state: 'fixed' }), issue(3, { state: 'prepared' })] },
    clock: createManualClock(),
    publicUrl: undefined,
    persona: () => ({ issues: [] }),
  }
  const numbers = async (query: string) =>
    (await issueFigures(new URLSearchParams(query), deps)).issues.map(({ number }) => number)

  it('are the open ones, or those of a state', async () => {
    expect(await numbers('')).toEqual([1])
    expect(await numbers('state=fixed')).toEqual([2])
    expect(await numbers('state=all')).toEqual([1, 2, 3])
    await expect(numbers('state=purple')).rejects.toThrow(MascotError)
  })
})
