/** `mascot import products`, through the real command: shown first, written whole, and never by a file that is cut. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { runMascot } from '../support/run-mascot.ts'
import { workbook } from '../support/workbook.ts'

it('a feed, a sheet and XML of another encoding are written, and what is cut in the middle changes nothing and says so', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mascot-products-'))
  try {
    const persona = join(folder, 'coffee')
    cpSync(fileURLToPath(new URL('../../personas/coffee', import.meta.url)), persona, { recursive: true })
    const feed = join(folder, 'feed.csv')
    const head = 'id,title,price,link\n'
    const whole = `${head}K-1,Gooseneck Kettle,39.00 GBP,https://shop.example/k\nG-1,Grinder,58 GBP,https://shop.example/g\n`
    const run = (...more: string[]) =>
      runMascot(['import', 'products', feed, '--persona', persona, ...more], { cwd: folder })
    writeFileSync(feed, whole)
    const first = await run()
    expect(first.out).toMatch(/2 new, 0 changed, 0 gone/)
    const written = readFileSync(join(persona, 'products.jsonl'), 'utf8')
    writeFileSync(feed, `${head}K-1,"Gooseneck Ket`)
    const second = await run()
    expect(second.code).not.toBe(0)
    expect(second.err).toMatch(/not whole.*Nothing is changed/s)
    expect(readFileSync(join(persona, 'products.jsonl'), 'utf8')).toBe(written)

    const rows = [
      ['Artikelnummer', 'Bezeichnung', 'Preis'],
      ['K-1', 'Gooseneck Kettle', 40],
      ['G-1', 'Grinder', '1.058 €'],
      ['T-1', 'Tasse für Größe', '9,90 €'],
    ]
    writeFileSync(feed, workbook(rows))
    const sheet = await run('--currency', 'GBP')
    expect(sheet.out).toMatch(/1 new, 2 changed, 0 gone/)
    const catalogue = readFileSync(join(persona, 'products.jsonl'), 'utf8')
    expect(catalogue).toContain('{"amount":40,"currency":"GBP"}')

    const item = (id: string, title: string) => `<item><id>${id}</id><title>${title}</title></item>`
    const items = `${item('K-1', 'Gooseneck Kettle')}${item('G-1', 'Grinder')}${item('T-1', 'Tasse für Größe')}`
    writeFileSync(feed, `<?xml version="1.0" encoding="ISO-8859-1"?><rss><channel>${items}</channel></rss>`, 'latin1')
    const old = await run()
    expect(old.out).toMatch(/0 new, 3 changed, 0 gone/)
    expect(readFileSync(join(persona, 'products.jsonl'), 'utf8')).toContain('"Tasse für Größe"')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
