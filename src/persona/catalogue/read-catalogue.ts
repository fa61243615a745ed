/** `products.jsonl` of a persona's folder, a product a line, as `mascot import products` writes it. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { setImmediate } from 'node:timers/promises'
import { z } from 'zod'
import type { Product } from '../persona.ts'

export const catalogueFile = 'products.jsonl'

export const catalogueRow = z.object({
  id: z.string().min(1).max(200),
  name: z.string().min(1).max(200),
  about: z.string().max(500).optional(),
  url: z.string().max(2000).optional(),
  image: z.string().max(2000).optional(),
  price: z.object({ amount: z.number().min(0), currency: z.string().regex(/^[A-Z]{3}$/) }).optional(),
  category: z.string().max(300).optional(),
  available: z.boolean().optional(),
  /** The day on which the feed no longer had it, `YYYY-MM-DD`. */
  gone: z.string().optional(),
  /** Its name before, and the day on which that ended: who holds a card of then still asks by it. */
  was: z.object({ name: z.string().min(1).max(200), until: z.string() }).optional(),
})
export type CatalogueRow = z.output<typeof catalogueRow>

export interface Catalogue {
  readonly rows: readonly CatalogueRow[]
  /** Lines that are none, by their number from 1. */
  readonly broken: readonly number[]
  /** Of what the file says; empty where there is none. */
  readonly version: string
}

/** Lines in one slice. */
const SLICE = 500

export async function readCatalogue(folder: string): Promise<Catalogue> {
  const text = await readFile(`${folder.replace(/\/+$/, '')}/${catalogueFile}`, 'utf8').catch(() => '')
  if (text === '') return { rows: [], broken: [], version: '' }
  const rows: CatalogueRow[] = []
  const broken: number[] = []
  for (const [nth, line] of text.split('\n').entries()) {
    // A running program reads it too: others are served between slices.
    if (nth % SLICE === SLICE - 1) await setImmediate()
    if (line.trim() === '') continue
    const row = rowIn(line)
    if (row) rows.push(row)
    else broken.push(nth + 1)
  }
  return { rows, broken, version: createHash('sha256').update(text).digest('hex').slice(0, 16) }
}

function rowIn(line: string): CatalogueRow | undefined {
  try {
    return catalogueRow.safeParse(JSON.parse(line)).data
  } catch {
    return undefined
  }
}

/** What may be shown of them. */
export function productsOf(rows: readonly CatalogueRow[], home: string): readonly Product[] {
  const formats = new Map<string, Intl.NumberFormat>()
  const formatOf = (currency: string) => {
    const known = formats.get(currency)
    if (known) return known
    const made = new Intl.NumberFormat(home === 'en' ? 'en-GB' : home, { style: 'currency', currency })
    formats.set(currency, made)
    return made
  }
  // Many things cost the same.
  const said = new Map<string, string>()
  const priceOf = ({ amount, currency }: { readonly amount: number; readonly currency: string }) => {
    const key = `${amount} ${currency}`
    const text = said.get(key) ?? formatOf(currency).format(amount)
    said.set(key, text)
    return text
  }
  return rows
    .filter(({ gone }) => gone === undefined)
    .map(({ id, name, about, url, image, price, category, available, was }) => ({
      id,
      name: { [home]: name },
      ...(about === undefined ? {} : { about: { [home]: about } }),
      ...(url === undefined ? {} : { url }),
      ...(image === undefined ? {} : { image }),
      ...(price === undefined ? {} : { price: priceOf(price), cost: price }),
      ...(category === undefined ? {} : { category }),
      ...(was === undefined ? {} : { nicknames: [was.name] }),
      ...(available === undefined ? {} : { isAvailable: available }),
    }))
}
