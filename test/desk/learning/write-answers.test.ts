/** Whatever answers.yaml looked like before: after a proposal is written the folder loads, or the file is as it was. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it, onTestFinished } from 'vitest'
import { systemClock } from '../../../src/clock.ts'
import { createWriteAnswers } from '../../../src/desk/learning/write-answers.ts'
import type { ProposedAnswer } from '../../../src/domain/answer.ts'
import { createLog } from '../../../src/log.ts'
import { loadPersona } from '../../../src/persona/load/load.ts'
import { openStore } from '../../../src/store/open-store.ts'
import { answersFile, proposed } from '../../persona/load/answers-file-arbitraries.ts'

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
  const writeAnswers = createWriteAnswers({
    ...{ proposals, cases, changes, clock: systemClock },
    ...{ folder: () => folder, onWritten, log },
  })
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
  return { folder, file, approve }
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
