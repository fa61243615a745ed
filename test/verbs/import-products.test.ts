/** `mascot import products`, through the real command: shown first, written whole, and never by a file that is cut. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { runMascot } from '../support/run-mascot.ts'

it('a feed is written, and one that is cut in the middle changes nothing and says so', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mascot-products-'))
  try {
    const persona = join(folder, 'coffee')
    cpSync(fileURLToPath(new URL('../../personas/coffee', import.meta.url)), persona, { recursive: true })
    const feed = join(folder, 'feed.csv')
    const head = 'id,title,price,link\n'
    const whole = `${head}K-1,Gooseneck Kettle,39.00 GBP,https://shop.example/k\nG-1,Grinder,58 GBP,https://shop.example/g\n`
    const run = () => runMascot(['import', 'products', feed, '--persona', persona], { cwd: folder })
    writeFileSync(feed, whole)
    const first = await run()
    expect(first.out).toMatch(/2 new, 0 changed, 0 gone/)
    const written = readFileSync(join(persona, 'products.jsonl'), 'utf8')
    writeFileSync(feed, `${head}K-1,"Gooseneck Ket`)
    const second = await run()
    expect(second.code).not.toBe(0)
    expect(second.err).toMatch(/not whole.*Nothing is changed/s)
    expect(readFileSync(join(persona, 'products.jsonl'), 'utf8')).toBe(written)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
