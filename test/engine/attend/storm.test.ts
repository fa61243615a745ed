/** Of many members at once, the question most of them ask; and nobody pays for the others. */
import { describe, expect, it } from 'vitest'
import type { AcceptedMessage } from '../../../src/domain/conversation.ts'
import { accountId, type ConversationId, type TurnId, threadId } from '../../../src/domain/ids.ts'
import { attend } from '../../../src/engine/attend/attend.ts'
import { whoOf } from '../../../src/engine/attend/limits.ts'
import { mostAsked, needsPerson } from '../../../src/engine/attend/storm.ts'
import { createBrain } from '../../../src/program/brain.ts'
import { testPersona } from '../../support/persona.ts'

const persona = testPersona({
  answers: [
    { id: 'hours', asks: ['when do you open', 'what time do you open', 'opening hours'], answer: 'At eight.' },
    { id: 'dogs', asks: ['can i bring my dog', 'are dogs allowed', 'do you let dogs in'], answer: 'Yes.' },
  ],
})
const brain = await createBrain(persona, { today: '2026-11-18' })
const thread = threadId('test', 'group')

function said(name: string, text: string, row: number): AcceptedMessage {
  const author = { accountId: accountId('test', name), name, isBot: false }
  return { row, id: String(row), threadId: thread, sentAt: 0, author, surface: 'group', text, isMention: false }
}

/** `Ana: Pip, open?` a line each. */
function turnOf(lines: readonly string[]) {
  const [first, ...rest] = lines.map((line, index) => {
    const [name = '', text = ''] = line.split(': ')
    return said(name, text, index + 1)
  })
  if (!first) throw new Error('at least one line')
  return {
    id: 't' as string as TurnId,
    conversation: {
      id: 'c' as string as ConversationId,
      threadId: thread,
      surface: 'group',
      openCases: [],
      state: {},
    },
    messages: [first, ...rest],
    now: 0,
  } as const
}

function asked(lines: readonly string[]) {
  const attended = attend(turnOf(lines), { persona, standing: 'free' })
  if ('verdict' in attended) throw new Error(attended.verdict.reason)
  expect(attended.turn.isStorm).toBe(true)
  const { text, author, read } = mostAsked(attended.turn, brain)
  return { text, name: author.name, rows: read.map(({ row }) => row) }
}

describe('of a storm', () => {
  it('what most ask is answered, in whatever words, and nobody is named', () => {
    const lines = ['Ana: Pip, can i bring my dog', 'Bo: Pip when do you open', 'Cleo: Pip opening hours?', 'Dev: Pip!']
    expect(asked(lines)).toMatchObject({ text: expect.stringMatching(/open/), name: '', rows: [expect.any(Number)] })
  })

  it('where all ask something else, what can be answered', () => {
    const lines = ['Ana: Pip you are cute', 'Bo: Pip what a day', 'Cleo: Pip, are dogs allowed', 'Dev: hey Pip']
    expect(asked(lines)).toEqual({ text: 'are dogs allowed', name: '', rows: [3] })
  })

  it('what a member said before calling, or to another, is not read', () => {
    const lines = ['Ana: morning', 'Ana: Pip!', 'Bo: Pip?', 'Ana: what time do you open', 'Bo: well']
    expect(asked(lines)).toEqual({ text: 'Pip!\nwhat time do you open', name: '', rows: [2, 4] })
  })
})

it('who needs a person is told apart', () => {
  expect(needsPerson(said('Ana', 'Pip, I want to kill myself', 1))).toBe(true)
  expect(needsPerson(said('Ana', 'Pip, let me talk to a human', 1))).toBe(true)
  expect(needsPerson(said('Ana', 'Pip, when do you open?', 1))).toBe(false)
})

it('the limits of one member do not silence the others', () => {
  expect(whoOf(turnOf(['Ana: Pip', 'Ana: Pip?']))).toMatchObject({ accountId: 'test:Ana' })
  expect(whoOf(turnOf(['Ana: Pip', 'Bo: Pip?']))).not.toHaveProperty('accountId')
})
