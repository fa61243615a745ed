/** `mascot import products`: a shop's products into `products.jsonl`, again and again, with what changes shown first. */
import { rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { systemClock } from '../clock.ts'
import { localTime } from '../desk/time/hours.ts'
import { MascotError } from '../errors.ts'
import { type CatalogueRow, catalogueFile, readCatalogue } from '../persona/catalogue/read-catalogue.ts'
import { compare } from '../shop/import/compare.ts'
import { type ReadFeed, readCells, readFeed } from '../shop/import/read-feed.ts'
import { isArchive, isSheet, sheetCells } from './bring/sheet-cells.ts'
import { textOf } from './bring/text-of.ts'
import { bytesOf } from './bytes-of.ts'
import { setUp } from './set-up.ts'
import { unpack } from './unpack.ts'
import type { VerbInput } from './verb.ts'

const SHOWN = 5
/** 100,000 products with their descriptions. */
const MAX_FEED_BYTES = 256 * 1024 * 1024
/** More than this share gone at once is more likely a feed that is not whole. */
const MOST_GONE = 0.5

export async function importProducts(file: string, input: VerbInput): Promise<number> {
  const { persona } = await setUp(input)
  const { rows, left } = await productsIn(file, input.values)
  const before = await readCatalogue(persona.folder)
  const today = localTime(systemClock.now(), persona.manners.timeZone).day
  const found = compare(before.rows, rows, today)
  const out = (line: string) => process.stdout.write(`${line}\n`)
  for (const line of left.slice(0, SHOWN)) out(`left out: ${line}`)
  if (left.length > SHOWN) out(`left out: ${left.length - SHOWN} more`)
  show(
    'new',
    found.added.map(({ name }) => name),
    out,
  )
  show(
    'changed',
    found.changed.map((one) => changeText(one.before, one.after)),
    out,
  )
  show(
    'gone',
    found.gone.map(({ name }) => name),
    out,
  )
  out(`${found.added.length} new, ${found.changed.length} changed, ${found.gone.length} gone, ${found.same} as before`)
  const shown = before.rows.filter(({ gone }) => gone === undefined).length
  if (found.gone.length > shown * MOST_GONE && shown > 10 && input.values.all !== true)
    throw new MascotError(
      'usage',
      `More than half of the products would go: is the file whole? If that is meant, add --all. Nothing is changed.`,
    )
  if (input.values['dry-run'] === true) return 0
  const target = path.join(persona.folder, catalogueFile)
  await writeFile(`${target}.new`, found.rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
  await rename(`${target}.new`, target)
  out(`${target}: written`)
  return 0
}

/** @throws {MascotError} `usage` where it cannot be read, is cut off or none of the forms */
async function productsIn(file: string, { currency, encoding }: VerbInput['values']): Promise<ReadFeed> {
  const bytes = await bytesOf(file, MAX_FEED_BYTES)
  const own = typeof currency === 'string' ? currency : undefined
  const name = path.basename(file)
  if (isArchive(bytes)) {
    if (!isSheet(unpack(bytes, () => undefined).names))
      throw new MascotError('usage', `${name} is an archive, and no sheet (.xlsx); unpack it first`)
    return readCells(await sheetCells(bytes, name), own)
  }
  const named = typeof encoding === 'string' ? encoding : declared(bytes)
  const { text, notes } = textOf(bytes, name, named)
  for (const { where, why } of notes) process.stdout.write(`${where}: ${why}\n`)
  return readFeed(text, own)
}

/** What XML says that it is in. */
const declared = (bytes: Buffer): string | undefined =>
  /^\s*<\?xml[^>]{1,100}encoding=["']([\w-]+)/.exec(bytes.subarray(0, 200).toString('latin1'))?.[1]

function show(what: string, lines: readonly string[], out: (line: string) => void): void {
  for (const line of lines.slice(0, SHOWN)) out(`${what}: ${line}`)
  if (lines.length > SHOWN) out(`${what}: and ${lines.length - SHOWN} more`)
}

/** `Fogbell: price £9.00 → £9.50`. */
function changeText(before: CatalogueRow, after: CatalogueRow): string {
  const was = new Map<string, unknown>(Object.entries(before))
  const is = new Map<string, unknown>(Object.entries(after))
  const keys = [...new Set([...was.keys(), ...is.keys()])].filter(
    (key) => JSON.stringify(was.get(key)) !== JSON.stringify(is.get(key)),
  )
  const told = keys.map((key) => `${key} ${shortly(was.get(key))} → ${shortly(is.get(key))}`)
  return `${before.name}: ${told.join(', ')}`
}

function shortly(value: unknown): string {
  const text = typeof value === 'string' ? value : value === undefined ? 'nothing' : priceIn(value)
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}

function priceIn(value: unknown): string {
  if (typeof value !== 'object' || value === null || !('amount' in value) || !('currency' in value))
    return String(value)
  return `${value.amount} ${value.currency}`
}
