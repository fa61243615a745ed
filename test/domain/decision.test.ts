/** The list of reason codes: each is a decision that can really be met with. */
import { describe, expect, it } from 'vitest'
import { reasonCodes } from '../../src/domain/decision.ts'
import { notGivenIn } from '../support/named-in.ts'

describe('the reason codes', () => {
  it('are each given somewhere', () => {
    expect(notGivenIn(reasonCodes, 'src/**/*.ts', 'src/domain/decision.ts')).toEqual([])
  })
})
