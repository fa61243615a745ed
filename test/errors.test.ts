/** The list of error codes: each is an error somebody can really get. */
import { describe, expect, it } from 'vitest'
import { errorCodes } from '../src/errors.ts'
import { notGivenIn } from './support/named-in.ts'

describe('the error codes', () => {
  it('are each given somewhere', () => {
    expect(notGivenIn(errorCodes, '{src,adapters}/**/*.ts', 'src/errors.ts')).toEqual([])
  })
})
