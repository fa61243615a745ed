/** What a save changed is told in counts and names, for who just saved. */
import { expect, test } from 'vitest'
import { loadPersona } from '../../../src/persona/load/load.ts'
import { whatChanged } from '../../../src/persona/load/what-changed.ts'
import { personaFolder, smallest } from './folder.ts'

const answer = (id: string, says: string) => `  - {id: ${id}, asks: [${id} x, ${id} y], answer: "${says}"}\n`
const persona = async (answers: string, more = '') =>
  await loadPersona(await personaFolder({ 'persona.yaml': smallest + more, 'answers.yaml': `answers:\n${answers}` }))

test('answers are counted by what happened to them', async () => {
  const before = await persona(answer('a', 'one') + answer('b', 'two') + answer('c', 'three'))
  const after = await persona(answer('a', 'One.') + answer('b', 'Two.') + answer('d', 'four'))
  expect(whatChanged(before, after)).toBe('2 answers changed, 1 new, 1 gone')
})

test('what else changed is named by its key, lines for handoffs as lines', async () => {
  const before = await persona(answer('a', 'one'))
  const after = await persona(
    answer('a', 'one') + answer('b', 'two'),
    'lines: {greeting: Hm., handoff: Wait.}\nlore: [x]\n',
  )
  expect(whatChanged(before, after)).toBe('1 answer new; lore, lines')
})

test('nothing changed, nothing said', async () => {
  expect(whatChanged(await persona(answer('a', 'one')), await persona(answer('a', 'one')))).toBe('')
})
