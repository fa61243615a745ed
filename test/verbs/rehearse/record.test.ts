/** `mascot rehearse --record`: a talk that was really held becomes a scene, shown before it is written, with nothing that belongs to one person. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { accountId, type ThreadId, type TurnId, threadId } from '../../../src/domain/ids.ts'
import type { InboundMessage } from '../../../src/domain/message.ts'
import type { DecisionRecord } from '../../../src/ports/records.ts'
import { sceneOfTalk, type TalkTurn } from '../../../src/verbs/rehearse/scene-of-talk.ts'
import { personaFolder, smallest } from '../../persona/load/folder.ts'
import { runMascot } from '../../support/run-mascot.ts'

const answers = `answers:
  - id: hours
    asks: [when do you open, opening hours, what time do you open, are you open today, how late are you open]
    answer: Open from eight to five.
`
const written =
  '# Ours.\nscenes:\n  # The first.\n  - {id: one, turns: [{says: opening hours, expect: {answer: hours}}]}\n'

async function talked(input: string) {
  const folder = await personaFolder({ 'persona.yaml': smallest, 'answers.yaml': answers, 'scenes.yaml': written })
  if (input !== '') await runMascot(['chat', '--persona', folder, '--as', 'Cynthia Miller'], { cwd: folder, input })
  const record = (thread: string, more: readonly string[] = []) =>
    runMascot(['rehearse', '--record', thread, '--persona', folder, ...more], { cwd: folder })
  return { folder, record, scenes: () => readFile(join(folder, 'scenes.yaml'), 'utf8') }
}

test('a talk is shown without names and numbers, written with --yes beside what stands there, and plays', async () => {
  const said = 'hi\nwhen do you open? Cynthia here, write to cynthia@example.com about order #A-1234\n'
  const { record, scenes } = await talked(said)
  const shown = await record('Cynthia Miller')
  expect([shown.code, shown.err]).toEqual([2, expect.stringContaining('Nothing was changed')])
  expect(shown.out).toContain('when do you open?')
  expect(await scenes()).toBe(written)

  const { code, out } = await record('Cynthia Miller', ['--yes'])
  expect(code, out).toBe(0)
  const after = await scenes()
  expect(after.startsWith(written)).toBe(true)
  expect(after).toContain('answer: hours')
  expect(after).not.toMatch(/cynthia|miller|example\.com|1234/i)
  expect(out).toMatch(/^\S+ stands in scenes\.yaml/m)
})

test('what is not recorded, and flags that go with scenes, are told in words', async () => {
  const { record } = await talked('')
  const none = await record('telegram:99', ['--yes'])
  expect([none.code, none.err]).toEqual([2, expect.stringContaining('Nothing is recorded for telegram:99')])
  const both = await record('terminal:x', ['--matrix'])
  expect([both.code, both.err]).toEqual([2, expect.stringContaining('--record writes a scene')])
})

const thread = threadId('telegram', -100) satisfies ThreadId
const start = Date.parse('2026-11-17T14:05Z')
const heard = (name: string, text: string, isMention = false): InboundMessage => ({
  ...{ threadId: thread, id: text, sentAt: start, surface: 'group', text, isMention },
  author: { accountId: accountId('telegram', name), name, isBot: false },
})
const turn = (after: number, decided: Partial<DecisionRecord>, ...messages: InboundMessage[]): TalkTurn => ({
  decision: {
    ...{ turnId: `${after}` as TurnId, at: start + after * 60_000, kind: 'reply', reason: 'greeting' },
    ...{ flags: [], alternatives: [], rows: [] },
    ...decided,
  },
  heard: messages,
})
const about = { names: ['Marta Reyes'], taken: new Set<string>(), timeZone: 'UTC' }

test('a group’s talk: people by other names, staff without theirs, from the last long silence to where a person was called', () => {
  const made = sceneOfTalk(
    [
      turn(-900, {}, heard('Lena', 'yesterday’s')),
      turn(
        0,
        { kind: 'silent', reason: 'not-addressed' },
        heard('Lena', 'is Marta in today?'),
        heard('Olu', 'Lena, no idea'),
      ),
      turn(1, { answerId: 'hours', reason: 'approved-answer' }, heard('Olu', 'opening hours?', true)),
      turn(2, { reason: 'model-reply' }, heard('Lena', 'and sundays?', true), heard('Lena', '79927398713')),
      turn(3, { kind: 'handoff', reason: 'asked-for-person' }, heard('Lena', 'a person please')),
      turn(4, { kind: 'silent', reason: 'staff-has-it' }, heard('Lena', 'thanks Marta')),
    ],
    about,
  )
  expect(made).toEqual({
    ...{ wordless: 1, withStaff: 1 },
    scene: {
      ...{
        id: 'is-in-today',
        title: 'From the record, a group',
        surface: 'group',
        platform: 'telegram',
        at: 'tue 14:05',
      },
      turns: [
        { fan: 'Ana', says: 'is … in today?', expect: {} },
        { fan: 'Ben', says: 'no idea', expect: { decision: 'silent', reason: 'not-addressed' } },
        { fan: 'Ben', says: 'opening hours?', mention: true, expect: { decision: 'reply', answer: 'hours' } },
        { fan: 'Ana', says: 'and sundays?', mention: true, expect: { decision: 'reply' } },
        { fan: 'Ana', says: 'a person please', expect: { decision: 'handoff', reason: 'asked-for-person' } },
      ],
    },
  })
})

test('a talk of which no words are left is no scene', () => {
  expect(sceneOfTalk([turn(0, {}, heard('Lena', 'Lena'))], about)).toBeUndefined()
})
