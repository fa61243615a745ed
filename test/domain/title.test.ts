/** Which title a fan has earned in a group. */
import { expect, it } from 'vitest'
import type { ConversationId } from '../../src/domain/ids.ts'
import { type Evidence, readableIn } from '../../src/domain/standing.ts'
import { earnedTitle } from '../../src/domain/title.ts'

const [here, there] = ['here', 'there'] as string[] as ConversationId[]
const titles = [
  { id: 'lamp', kind: 'helper', from: 2 },
  { id: 'brush', kind: 'creative', from: 2 },
] as const
const earned = (evidence: readonly Evidence[]) =>
  earnedTitle(titles, readableIn({ id: here ?? expect.fail(), isGroup: true }, evidence), { held: undefined, now: 0 })
    ?.id
const thanks = (by: string, weight: number): Evidence => ({
  ...{ what: 'accepted', at: 0, weight, by, isPublic: true },
  ...(here && { conversation: here }),
})

it('needs the thanks of two others: no two fans thank each other up to one', () => {
  expect(earned([thanks('ben', 2), thanks('ben', 2), thanks('ben', 2)])).toBeUndefined()
  expect(earned([thanks('ben', 2), thanks('cy', 2)])).toBe('lamp')
})

it('is earned in every group by works that everybody may see, and by nothing of another group', () => {
  expect(earned([{ what: 'used', at: 0, weight: 2, isPublic: true }])).toBe('brush')
  expect(earned([{ what: 'offered', at: 0, weight: 2, isPublic: false }])).toBeUndefined()
  expect(
    earned([{ what: 'used', at: 0, weight: 2, isPublic: true, ...(there && { conversation: there }) }]),
  ).toBeUndefined()
})
