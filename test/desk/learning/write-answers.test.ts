/** Whatever answers.yaml looked like before: after a proposal is written the folder loads, or the file is as it was. */
import { chmod, lstat, mkdir, mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it, onTestFinished } from 'vitest'
import { systemClock } from '../../../src/clock.ts'
import { createWriteAnswers } from '../../../src/desk/learning/write-answers.ts'
import type { ProposedAnswer } from '../../../src/domain/answer.ts'
import { wordsOfOutgoing } from '../../../src/domain/message.ts'
import { createLog } from '../../../src/log.ts'
import { loadPersona } from '../../../src/persona/load/load.ts'
import { openStore } from '../../../src/store/open-store.ts'
import { answersFile, proposed } from '../../persona/load/answers-file-arbitraries.ts'
import { accept, ana, at, claimOne, group, message, settle } from '../../support/store-harness.ts'

async function desk() {
  const folder = await mkdtemp(join(tmpdir(), 'mascot-write-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  await writeFile(join(folder, 'persona.yaml'), 'name: Pip\nbrand: { name: Beans }\n')
  const store = await openStore(`sqlite:${join(folder, 'mascot.db')}`, { brand: 'beans', clock: systemClock })
  onTestFinished(() => store[Symbol.asyncDispose]())
  const { cases, caseChanges: changes, proposals } = store
  const file = join(folder, 'answers.yaml')
  let written = 0
  const onWritten = async () => void written++
  const log = createLog({ level: 'silent' })
  const inForce = { hasAnswers: false }
  const writeAnswers = createWriteAnswers({
    ...{ proposals, cases, changes, clock: systemClock },
    ...{ folder: () => folder, hasAnswers: () => inForce.hasAnswers, onWritten, log },
  })
  const caseOpened = async () => {
    await accept(store, message('1'))
    await settle(store, await claimOne(store), { handoff: { accountId: ana, reason: 'rule', summary: 'hi' } })
    const [one] = await cases.list()
    if (!one) throw new Error('a case was opened')
    await changes.apply([{ ...one, set: { staffThread: group } }], 1)
    return one.id
  }
  /** What staff are told of an answer that is approved. */
  async function told(answer: ProposedAnswer): Promise<string> {
    const caseId = await caseOpened()
    await proposals.propose({ id: 'told', caseId, by: 'Dana', answer, at: 0 })
    await proposals.move('told', 'proposed', 'approved', 'Olga')
    await writeAnswers()
    return (await store.outbox.due({ ...at, now: systemClock.now() + 1 }))
      .map(({ message }) => wordsOfOutgoing(message))
      .join('\n')
  }
  let count = 0
  /** Whether it was written. */
  async function approve(answer: ProposedAnswer): Promise<boolean> {
    const before = written
    const id = `p${count++}`
    await proposals.propose({ id, by: 'Dana', answer, at: 0 })
    await proposals.move(id, 'proposed', 'approved', 'Olga')
    await writeAnswers()
    return written > before
  }
  return { folder, file, approve, told, inForce, writeAnswers }
}

it('what is written loads, and what would not load is not written', async () => {
  const { folder, file, approve } = await desk()
  let loaded = 0
  await fc.assert(
    fc.asyncProperty(answersFile, proposed, async (text, answer) => {
      await writeFile(file, text)
      if (await approve(answer)) {
        loaded++
        expect((await loadPersona(folder)).answers.map(({ id }) => id)).toContain(answer.id)
      } else expect(await readFile(file, 'utf8')).toBe(text)
    }),
    { numRuns: 60 },
  )
  expect(loaded).toBeGreaterThan(0)
})

it('bytes that are no text stay as they are', async () => {
  const { file, approve } = await desk()
  const bytes = Buffer.from('answers:\n  - id: a\n    asks: [caf\xe9]\n    answer: b\n', 'latin1')
  await writeFile(file, bytes)
  expect(await approve({ id: 'new', asks: ['what'], answer: { en: 'that' } })).toBe(false)
  expect(await readFile(file)).toEqual(bytes)
})

it('a team that is not there keeps an answer out', async () => {
  const { folder, file, approve } = await desk()
  await writeFile(
    join(folder, 'persona.yaml'),
    'name: Pip\nbrand: { name: Beans }\nhandoff: { teams: { care: { name: Care } } }\n',
  )
  await writeFile(file, 'answers: []\n')
  expect(await approve({ id: 'new', asks: ['what'], answer: { en: 'that' }, owner: 'nobody' })).toBe(false)
  expect(await readFile(file, 'utf8')).toBe('answers: []\n')
  expect(await approve({ id: 'new', asks: ['what'], answer: { en: 'that' }, owner: 'care' })).toBe(true)
})

const learnt: ProposedAnswer = { id: 'new', asks: ['what'], answer: { en: 'that' } }

it('a persona that never had the file gets it', async () => {
  const { file, approve } = await desk()
  expect(await approve(learnt)).toBe(true)
  expect(await readFile(file, 'utf8')).toContain('id: new')
})

it('a file that is gone is not begun anew, also when the persona without it is in force by now', async () => {
  const { file, told, inForce, writeAnswers } = await desk()
  inForce.hasAnswers = true
  await writeAnswers()
  inForce.hasAnswers = false
  expect(await told(learnt)).toMatch(/answers\.yaml is gone.*put it back/)
  await expect(stat(file)).rejects.toMatchObject({ code: 'ENOENT' })
})

it('a file that staff filled is not begun anew after a restart', async () => {
  const { file, approve } = await desk()
  expect(await approve(learnt)).toBe(true)
  await rm(file)
  expect(await approve({ ...learnt, id: 'newer' })).toBe(false)
})

it('a link stays one, and what it leads to is written, with the rights it had', async () => {
  const { folder, file, approve } = await desk()
  const target = join(folder, 'shared', 'kept.yaml')
  await mkdir(join(folder, 'shared'))
  await writeFile(target, 'answers: []\n')
  await chmod(target, 0o600)
  await symlink(target, file)
  expect(await approve(learnt)).toBe(true)
  expect((await lstat(file)).isSymbolicLink()).toBe(true)
  expect(await readFile(target, 'utf8')).toContain('id: new')
  expect((await stat(target)).mode & 0o777).toBe(0o600)
})

it.each([
  ['a folder', (file: string) => mkdir(file), /is a folder, but should be a file/],
  ['a link to nothing', (file: string) => symlink(`${file}.nowhere`, file), /leads to a file that is not there/],
  ['an anchor that holds itself', (file: string) => writeFile(file, 'answers: &a\n  - *a\n'), /answers\.yaml:2:5/],
  ['a slip', (file: string) => writeFile(file, 'answers:\n  - id: "a\n'), /answers\.yaml:\d+:\d+/],
  ['no text', (file: string) => writeFile(file, Buffer.from([0x61, 0xe9, 0x0a])), /is not UTF-8/],
])('staff hear what is wrong: %s', async (_, make, why) => {
  const { file, folder, told } = await desk()
  await make(file)
  const says = await told(learnt)
  expect(says).toMatch(/^⛔ “new” is not in answers\.yaml/)
  expect(says).toMatch(why)
  expect(says).not.toContain(folder)
  expect(says).not.toContain('The log says why')
})
