/** What the program brings along may be used, changed and passed on, with no more asked than to keep the notice. */
import { describe, expect, it } from 'vitest'
import { isPermitted, productionPackages } from '../../bin/licences.ts'
import manifest from '../../package.json' with { type: 'json' }

describe('every package that a running program may load', () => {
  const all = productionPackages()

  it('has a licence that is permitted', () => {
    expect(all.filter(({ licence }) => !isPermitted(licence))).toEqual([])
  })

  it('is listed: those that are named as dependencies, and those that they bring', () => {
    const names = all.map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(Object.keys(manifest.dependencies)))
    expect(names).toContain('sonic-boom')
    expect(names).not.toContain('vitest')
  })
})

describe('an expression of licences', () => {
  it.each(['MIT', '(MIT OR GPL-3.0)', 'MIT AND Apache-2.0', 'MIT AND (GPL-2.0 OR Apache-2.0)'])(
    'permits: %s',
    (text) => {
      expect(isPermitted(text)).toBe(true)
    },
  )
  it.each([
    'GPL-3.0',
    'MIT AND GPL-3.0',
    'AGPL-3.0 OR SSPL-1.0',
    'unknown',
    '',
    'UNLICENSED',
    'MIT AND (GPL-2.0 OR LGPL-3.0)',
  ])('does not permit: %s', (text) => {
    expect(isPermitted(text)).toBe(false)
  })
})
