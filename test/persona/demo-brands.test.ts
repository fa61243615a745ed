/** What the demo brands show of their shops. */
import { statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { loadPersona } from '../../src/persona/load/load.ts'

it.each(['coffee', 'electronics', 'leather'])(
  '%s has a small picture of each product, and two look-ups that are tried',
  async (brand) => {
    const {
      folder,
      brand: { products },
      lookUps,
    } = await loadPersona(fileURLToPath(new URL(`../../personas/${brand}`, import.meta.url)))
    for (const { id, image = '' } of products)
      expect(statSync(path.join(folder, 'assets', image)).size, id).toBeLessThan(20_000)
    expect(lookUps.length).toBeGreaterThanOrEqual(2)
    for (const { id, samples } of lookUps) expect(samples.length, id).toBeGreaterThan(0)
  },
)
