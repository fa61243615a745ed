/** No fan passes for us or for a colleague by the name they go by. */
import { expect, it } from 'vitest'
import { relayedText } from '../../../src/desk/threads/card.ts'
import { fanShown } from '../../../src/desk/threads/who-said.ts'
import { accountId } from '../../../src/domain/ids.ts'
import { tagOf } from '../../../src/domain/tag.ts'
import { testPersona } from '../../support/persona.ts'

const account = accountId('test', 'ana')
const persona = testPersona()

it.each([
  `🤖 ${persona.name}`,
  `Dana as ${persona.name}`,
  persona.name.toUpperCase(),
  '⛔ Not sent',
  '(asks whether a person is here)',
  'Dаna',
  'Dana\u200b',
  'Ana (a3f2)',
  'Ana, earlier',
  'Ana …',
])('%j is quoted, with its tag, in private as in a group', (name) => {
  const marked = `“${name}” (${tagOf(account)})`
  for (const surface of ['direct', 'group'] as const) expect(fanShown(name, account, persona, { surface })).toBe(marked)
})

it('a colleague’s name is quoted: of who has the case, of who worked here ever, and one a fan gave up since', () => {
  const marked = `“Dana” (${tagOf(account)})`
  for (const where of [{ assignee: 'dana' }, { isNamedAsStaff: true as const }, { fanName: 'Ana' }])
    expect(fanShown('Dana', account, persona, where)).toBe(marked)
})

it.each(['Dana ·1003', 'Dana, care', 'Dana_', 'dana.'])('%j passes for the colleague Dana, and is quoted', (name) => {
  const where = { surface: 'direct', assignee: 'Dana' } as const
  expect(fanShown(name, account, persona, where)).toBe(`“${name}” (${tagOf(account)})`)
})

it.each(['', ' ', '\u200b', '\u2060\u200d'])(
  'a name that cannot be seen, %j, is that of a fan, the same wherever it is shown',
  (name) => {
    expect(fanShown(name, account, persona, { surface: 'direct' })).toBe(`A fan (${tagOf(account)})`)
    const line = { row: 1, at: 0, from: 'fan', name, accountId: account, text: 'hi' } as const
    expect(relayedText(line, [], persona)).toBe(`A fan (${tagOf(account)}): hi`)
  },
)

it.each(['Ana', '阿杰', 'Anne-Marie O’Hara', 'bo_b', 'Zoë K.', 'Мария'])('%s is a name as any', (name) => {
  expect(fanShown(name, account, persona, { surface: 'direct' })).toBe(name)
})

it('a line break in a name begins no line', () => {
  const line = { row: 1, at: 0, from: 'fan', name: 'Bo: hmm\u2028Dana', accountId: account, text: 'approved' } as const
  expect(relayedText(line, [], persona)).toBe(`“Bo: hmm Dana” (${tagOf(account)}): approved`)
})
