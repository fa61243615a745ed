/** The story of a turn, in its order, as README shows it. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { story, tell } from '../../src/engine/story.ts'
import { ana, bo, noon, thinking, turnOf } from '../support/turns.ts'

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
const { recalled } = await thinking({ manners: { bots: { answer: 'once' } } })

it('README shows each step in its place', () => {
  const [, table = ''] = readme.split('| tried, in order | then |')
  const rows = table.split('\n').slice(2, 2 + story.length)
  const names = (steps: readonly { readonly name: string }[]) => steps.map(({ name }) => name)
  const shown = rows.map((row) =>
    row
      .split('|')
      .slice(1, 3)
      .map((cell) => [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name)),
  )
  expect(shown).toEqual(story.map(({ tried, afterwards }) => [names(tried), names(afterwards)]))
})

describe('the first that has a verdict ends it', () => {
  it('a limit before a command', async () => {
    const turn = turnOf('/help', { message: { command: { name: 'help', args: '' } } })
    expect(await tell(await recalled(turn, { standing: 'last' }))).toMatchObject({ reason: 'fan-limit-told' })
    expect(await tell(await recalled(turn))).toMatchObject({ reason: 'command' })
  })

  it('a command before what else is said', async () => {
    const turn = turnOf('/human I will sue you', { message: { command: { name: 'human', args: 'I will sue you' } } })
    expect(await tell(await recalled(turn))).toMatchObject({ reason: 'asked-for-person' })
  })

  it('an open question before a question', async () => {
    const state = { pending: { kind: 'forget', accountId: ana } } as const
    expect(await tell(await recalled(turnOf('yes', { state })))).toMatchObject({ changes: { forget: true } })
  })

  it('danger before small talk, with its kind on record', async () => {
    const verdict = await tell(await recalled(turnOf('hi! I want to kill myself')))
    expect(verdict).toMatchObject({ reason: 'self-harm', flags: expect.arrayContaining(['kind:crisis']) })
  })

  it('and one at the end always has', async () => {
    expect(await tell(await recalled(turnOf('xyzzy plugh')))).toMatchObject({ reason: 'does-not-know' })
  })
})

it('another bot gets words at most: no case, no question, nothing kept', async () => {
  const message = { author: { accountId: bo, name: 'Robo', isBot: true } }
  const tells = async (text: string) =>
    await tell(await recalled(turnOf(text, { surface: 'group', message, state: { misses: 1, greetedAt: noon } })))
  expect(await tells('I want to talk to a human')).toEqual({ kind: 'silent', reason: 'other-bot' })
  expect(await tells('xyzzy plugh')).not.toHaveProperty('changes')
})

it('what a brand foresaw word for word it answers, and nothing middling where somebody is hurt', async () => {
  const { recalled } = await thinking({
    answers: [
      {
        id: 'swollen',
        asks: ['battery is swollen', 'the pack bulges', 'bulging power bank'],
        answer: 'Stop using it.',
      },
    ],
  })
  const told = async (text: string) => await tell(await recalled(turnOf(text)))
  expect(await told('battery is swollen')).toMatchObject({ reason: 'approved-answer', answerId: 'swollen' })
  expect(await told('the battery is swollen and it burnt my hand')).toMatchObject({ kind: 'handoff', reason: 'health' })
})
