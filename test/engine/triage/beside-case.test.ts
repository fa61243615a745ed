/** While a person is called, what else the fan says: when it is about the waiting, when it is a question of its own. */
import { expect, it } from 'vitest'
import { caseId } from '../../../src/domain/ids.ts'
import { askedAfterCase } from '../../../src/engine/triage/still-waiting.ts'
import { ana, thinking, turnOf } from '../../support/turns.ts'

const { recalled } = await thinking({ voice: { languages: ['en', 'fr', 'de', 'zh'] } })
const waiting = { id: caseId('h'), status: 'waiting', reason: 'complaint', handler: 'bot', accountId: ana } as const
const asked = async (text: string) => askedAfterCase(await recalled(turnOf(text, { openCases: [waiting] })))?.reason

it.each(['How long will this take?', 'ça va prendre combien de temps ?', 'wie lange dauert es denn', '大概要多久？'])(
  'asked how long it takes, and nothing named, the case is meant: %s',
  async (text) => {
    expect(await asked(text)).toBe('still-waiting')
  },
)

it('a delivery that is named is a question of its own', async () => {
  expect(await asked('how long will delivery take?')).toBeUndefined()
})
