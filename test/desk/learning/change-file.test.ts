/** A file of the persona is changed only as a whole, only where it still loads, and never over what somebody else saved meanwhile. */
import { readFileSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { changeFile } from '../../../src/desk/learning/change-file.ts'
import { withAnswer } from '../../../src/persona/load/answers-file.ts'
import { personaFolder, smallest } from '../../persona/load/folder.ts'

const place = { file: 'answers.yaml', part: 'answers' } as const
const answer = (id: string) => ({ id, asks: [`what is ${id}?`], answer: { en: `${id} is.` } })
const files = {
  'persona.yaml': smallest,
  'answers.yaml': '# ours\nanswers:\n  - {id: a, asks: [what is a?], answer: A.}\n',
}

it('what an editor saves while it is changed stays, and the change is refused in words', async () => {
  const folder = await personaFolder(files)
  const file = join(folder, 'answers.yaml')
  const theirs = `${files['answers.yaml']}# theirs\n`
  const change = (text: string) => {
    writeFileSync(file, theirs)
    return withAnswer(text, answer('b'))
  }
  await expect(changeFile(folder, place, { change })).rejects.toThrow(/saved by somebody else just now/)
  expect(readFileSync(file, 'utf8')).toBe(theirs)
})

it('two at once are both there', async () => {
  const folder = await personaFolder(files)
  await Promise.all(
    ['b', 'c'].map((id) => changeFile(folder, place, { change: (text) => withAnswer(text, answer(id)) })),
  )
  expect(await readFile(join(folder, 'answers.yaml'), 'utf8')).toMatch(/^# ours[\s\S]*id: b[\s\S]*id: c/)
})

it('what would not load is refused with the reason, and leaves no trace', async () => {
  const folder = await personaFolder(files)
  const change = (text: string) => `${text}  - {id: b}\n`
  await expect(changeFile(folder, place, { change })).rejects.toMatchObject({ code: 'persona-invalid' })
  expect(await readFile(join(folder, 'answers.yaml'), 'utf8')).toBe(files['answers.yaml'])
})
