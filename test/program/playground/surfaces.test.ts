/** The playground plays as every platform there is, and takes its surface for what its adapter says of it. */
import { expect, it } from 'vitest'
import { catalog } from '../../../adapters/catalog.ts'
import { surfaces } from '../../../adapters/surfaces.ts'
import { shownAdapters } from '../../../bin/surfaces-text.ts'

it('is the same for each', () => {
  const { desk: _, fans: __, surfaces: ___, ...platforms } = catalog
  expect(Object.keys(surfaces).sort()).toEqual(Object.keys(platforms).sort())
  expect(surfaces).toEqual(Object.fromEntries(shownAdapters().map((one) => [one.platform, one.abilities])))
})
