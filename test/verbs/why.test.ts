/** `mascot doctor --why` speaks plainly: what it did, why in words, and the codes for who greps. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { reasonCodes, unsupportedCodes } from '../../src/domain/decision.ts'
import type { TurnId } from '../../src/domain/ids.ts'
import { unsupportedLines, whyLine } from '../../src/verbs/why.ts'
import { runMascot } from '../support/run-mascot.ts'

const decision = {
  turnId: 't' as string as TurnId,
  at: Date.parse('2026-11-18T10:30Z'),
  kind: 'silent',
  reason: 'quiet-hours',
  flags: [],
  alternatives: [],
  rows: [1],
} as const

describe('a line of --why', () => {
  it('says when, what and why, and keeps the codes', () => {
    expect(whyLine(decision)).toBe(
      '2026-11-18 10:30:00Z  it kept quiet: it knew the answer, but does not speak unasked at this hour (manners.quietHours)  [silent quiet-hours]',
    )
    expect(
      whyLine({
        ...decision,
        kind: 'reply',
        reason: 'approved-answer',
        answerId: 'hours',
        rows: [1, 2],
        flags: ['cut'],
      }),
    ).toBe(
      '2026-11-18 10:30:00Z  it replied, to 2 messages: an approved answer fits (hours)  [reply approved-answer cut]',
    )
  })

  it('names the candidates with their scores, and calls none close that are not', () => {
    const asked = { ...decision, kind: 'clarify', reason: 'close-answers' } as const
    const alternatives = (second: number) => [
      { answerId: 'hours', score: 0.37 },
      { answerId: 'address', score: second },
    ]
    expect(whyLine({ ...asked, alternatives: alternatives(0.03) })).toContain(
      'it asked back: an approved answer may have been meant, but not surely enough to be given  {hours .37, address .03}',
    )
    expect(whyLine({ ...asked, alternatives: alternatives(0.35) })).toContain(
      'fit about equally well  {hours .37, address .35}',
    )
  })

  it('names the version of the persona that decided', () => {
    expect(whyLine({ ...decision, personaVersion: '3f9a1c20' })).toMatch(
      /^2026-11-18 10:30:00Z {2}persona 3f9a1c20 {2}it kept quiet: /,
    )
  })

  it('has a sentence of its own for every reason', () => {
    const lines = reasonCodes.map((reason) => whyLine({ ...decision, reason }))
    for (const line of lines) expect(line).toMatch(/: [a-z“"].{12,} {2}\[/)
    const sentences = lines.map((line) => line.split(': ')[1]?.split('  [')[0])
    expect(new Set(sentences).size).toBeGreaterThan(reasonCodes.length - 5)
  })
})

it('what the model could not say has a line for each clause, with a sentence of its own for each cause', () => {
  const lines = unsupportedLines({ unsupported: unsupportedCodes.map((code) => ({ code, clause: `${code} it is.` })) })
  for (const line of lines) expect(line).toMatch(/^not said {3}“\S+ it is\.”: .{12,}/)
  expect(new Set(lines.map((line) => line.split('”: ')[1])).size).toBe(unsupportedCodes.length)
  expect(
    unsupportedLines({
      unsupported: [
        { code: 'figure', clause: 'Ten it is.', detail: 'ten' },
        { code: 'assent', clause: 'Ten it is.' },
      ],
    }),
  ).toEqual([
    'not said   “Ten it is.”: no approved text has this figure (ten); it agrees to what the fan proposed, and nothing approved does',
  ])
  expect(unsupportedLines({})).toEqual([])
})

it('mascot doctor --why tells it of a thread', async () => {
  const cwd = mkdtempSync(join(tmpdir(), 'mascot-why-'))
  try {
    const args = ['--group', '--as', 'Ana']
    await runMascot(['chat', ...args], { cwd, input: 'morning all\n/as Bo\nPip, are you a bot?\n' })
    const { code, out } = await runMascot(['doctor', '--why', 'terminal:group'], { cwd })
    expect(code).toBe(0)
    // Talk that nobody turned to us with is read apart, before or after what we were asked.
    expect(out).toContain('\n    > morning all\n')
    expect(out).toMatch(/\n {4}> (?:Pip, )?are you a bot\?\n {4}< /)
    expect(
      out
        .trim()
        .split('\n')
        .filter((line) => !line.startsWith('    '))
        .toSorted((a, b) => Number(b.includes('kept quiet')) - Number(a.includes('kept quiet'))),
    ).toEqual([
      expect.stringMatching(/it kept quiet: nobody turned to it.*\[silent not-addressed\]$/),
      expect.stringMatching(/it replied: it was asked whether it is a bot {2}\[reply is-it-a-bot kind:\S+ heat:\S+\]$/),
    ])
    const byName = await runMascot(['doctor', '--json', '--why', 'Bo'], { cwd })
    const decisions = byName.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(decisions).toContainEqual(
      expect.objectContaining({
        thread: 'terminal:group',
        reason: 'is-it-a-bot',
        heard: [expect.stringContaining('are you a bot?')],
      }),
    )
    const told = await runMascot(['doctor', '--json'], { cwd })
    const { isWell, checks } = JSON.parse(told.out)
    expect([told.code, isWell]).toEqual([0, true])
    const says = new Map(checks.map(({ about, says }: Record<string, string>) => [about, says]))
    expect(says.get('size')).toMatch(/MB of database/)
    expect(says.get('queue')).toBe('no conversations unread; no messages unsent')
    expect(says.get('version')).toMatch(/0 of 1 conversations of 7 days heard an older one last/)
    expect(says.get('silent')).toMatch(/1 × .*nobody turned to it/)
  } finally {
    rmSync(cwd, { recursive: true })
  }
})
