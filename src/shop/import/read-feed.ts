/** A shop's products from a merchant feed (XML, CSV, TSV), an export of a shop (JSON, CSV) or a sheet, in the one form of the catalogue. */
import { CsvError, parse } from 'csv-parse/sync'
import { SaxesParser } from 'saxes'
import { MascotError } from '../../errors.ts'
import { type CatalogueRow, catalogueRow } from '../../persona/catalogue/read-catalogue.ts'
import { columns } from './columns.ts'
import { centsMark, readPrice } from './read-price.ts'

/** A row of a feed: names in small letters, without their prefix. */
type Fields = Readonly<Record<string, string>>

export interface ReadFeed {
  readonly rows: readonly CatalogueRow[]
  /** Rows that are no product, and prices that are none: by number, and why. */
  readonly left: readonly string[]
}

/** `currency`: of prices that name none. @throws {MascotError} `usage` where the file is cut off or none of the forms */
export function readFeed(text: string, currency?: string): ReadFeed {
  const start = text.replace(/^\uFEFF/, '').trimStart()
  const fields = start.startsWith('<') ? fromXml(start) : /^[[{]/.test(start) ? fromJson(start) : fromCsv(start)
  return productsOf(fields, currency)
}

/** Of a sheet: its first row has the names of the columns. @throws {MascotError} `usage` where no product is in it */
export function readCells(cells: readonly (readonly string[])[], currency?: string): ReadFeed {
  const [head = [], ...rows] = cells
  const columns = head.map(columnName)
  const fields = rows.map((row) => Object.fromEntries(columns.map((name, place) => [name, row[place] ?? ''])))
  return productsOf(fields, currency)
}

function productsOf(fields: readonly Fields[], currency: string | undefined): ReadFeed {
  const left: string[] = []
  const cents = centsMark(fields.flatMap((one) => fieldOf(one, 'price') ?? []))
  const rows = new Map<string, CatalogueRow>()
  for (const [nth, one] of fields.entries()) {
    const written = fieldOf(one, 'price')
    const price = written === undefined ? undefined : readPrice(written, fieldOf(one, 'currency') ?? currency, cents)
    const row = rowOf(one, price)
    if (typeof row === 'string') left.push(`${nth + 1}: ${row}`)
    else if (!rows.has(row.id)) {
      rows.set(row.id, row)
      if (written !== undefined && price === undefined)
        left.push(`${nth + 1}: its price "${written.slice(0, 30)}" ${UNCLEAR}`)
    }
  }
  if (rows.size === 0)
    throw new MascotError('usage', 'There is no product in it: each needs an id and a title (or name)')
  return { rows: [...rows.values()], left }
}

function broken(what: string, cause?: unknown): MascotError {
  return new MascotError('usage', `The file is not whole: ${what}. Nothing is changed; fetch it again.`, { cause })
}

/** RSS 2.0 and Atom with the names of a merchant feed: `item` or `entry`, in them `g:id`, `g:title` … */
function fromXml(text: string): readonly Fields[] {
  const items: Record<string, string>[] = []
  let item: Record<string, string> | undefined
  let name = ''
  let depth = 0
  const parser = new SaxesParser()
  const failed: Error[] = []
  parser.on('error', (error) => void failed.push(error))
  parser.on('opentag', ({ name: tag, attributes }) => {
    const local = localName(tag)
    if (item === undefined) {
      if (local === 'item' || local === 'entry') {
        item = {}
        depth = 0
      }
      return
    }
    depth += 1
    if (depth > 1) return
    name = local
    const { href } = attributes
    if (local === 'link' && typeof href === 'string') item[local] ??= href
  })
  const heard = (words: string) => {
    if (item === undefined || depth !== 1) return
    item[name] = (item[name] ?? '') + words
  }
  parser.on('text', heard)
  parser.on('cdata', heard)
  parser.on('closetag', ({ name: tag }) => {
    if (item === undefined) return
    const local = localName(tag)
    if (depth === 0 && (local === 'item' || local === 'entry')) {
      items.push(item)
      item = undefined
    } else depth -= 1
  })
  try {
    parser.write(text).close()
  } catch (error) {
    throw broken(error instanceof Error ? error.message : 'its XML ends too early', error)
  }
  const [first] = failed
  if (first) throw broken(first.message, first)
  return items
}

const localName = (tag: string): string => tag.replace(/^.*:/, '').toLowerCase()

function fromCsv(text: string): readonly Fields[] {
  const [head = ''] = text.split('\n', 1)
  const delimiter = ['\t', ';', ','].find((sign) => head.includes(sign)) ?? ','
  try {
    return parse(text, {
      ...{ delimiter, skip_empty_lines: true, trim: true, bom: true },
      columns: (names: string[]) => names.map(columnName),
    }) as Fields[]
  } catch (error) {
    throw error instanceof CsvError ? broken(error.message, error) : error
  }
}

const columnName = (cell: string): string => cell.trim().toLowerCase().replace(/^g:/, '').replaceAll(/\s+/g, ' ')

/** A list of products, or an object that holds one under `products`, `items` or `data`. */
function fromJson(text: string): readonly Fields[] {
  let read: unknown
  try {
    read = JSON.parse(text)
  } catch (cause) {
    throw broken('its JSON ends too early or is none', cause)
  }
  const list = Array.isArray(read)
    ? read
    : ['products', 'items', 'data'].map((key) => memberOf(read, key)).find(Array.isArray)
  if (!Array.isArray(list)) throw new MascotError('usage', 'There is no list of products in it')
  return list.map(flat)
}

const memberOf = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined

/** Pictures, variants and categories by their first; what is nested has no name of its own here. */
function flat(product: unknown): Fields {
  const fields: Record<string, string> = {}
  const keep = (name: string, value: unknown) => {
    if ((typeof value === 'string' && value !== '') || typeof value === 'number' || typeof value === 'boolean')
      fields[name] ??= String(value)
  }
  if (typeof product === 'object' && product !== null)
    for (const [key, value] of Object.entries(product)) keep(key.toLowerCase(), value)
  const first = (key: string) => {
    const list = memberOf(product, key)
    return Array.isArray(list) ? list[0] : undefined
  }
  keep('image_link', first('images') === undefined ? undefined : (memberOf(first('images'), 'src') ?? first('images')))
  keep('image_link', memberOf(memberOf(product, 'image'), 'src'))
  keep('price', memberOf(first('variants'), 'price'))
  keep('available', memberOf(first('variants'), 'available'))
  keep('product_type', memberOf(first('categories'), 'name'))
  return fields
}

const fieldOf = (fields: Fields, what: keyof typeof columns): string | undefined =>
  columns[what].map((name) => fields[name]?.trim()).find((value) => value)

const UNCLEAR = 'is left out: it has no currency (--currency GBP), or could be two amounts'

function rowOf(fields: Fields, price: CatalogueRow['price']): CatalogueRow | string {
  const of = (what: keyof typeof columns) => fieldOf(fields, what)
  const id = of('id')
  const name = of('name')
  if (!id || !name) return id ? 'has no title' : 'has no id'
  const url = of('url')
  const image = of('image')
  const about = of('about')
  const category = of('category')
  const available = isAvailable(of('available'))
  const row = catalogueRow.safeParse({
    id,
    name: plain(name).slice(0, 200),
    ...(about ? { about: firstWords(plain(about)) } : {}),
    ...(url && isWeb(url) ? { url } : {}),
    ...(image && isWeb(image) ? { image } : {}),
    ...(price ? { price } : {}),
    ...(category ? { category: plain(category).slice(0, 300) } : {}),
    ...(available === undefined ? {} : { available }),
  })
  return row.success ? row.data : 'is too long or empty'
}

const isWeb = (text: string): boolean => /^https:\/\/[^\s]+$/.test(text) && URL.canParse(text)

/** Descriptions of shops come as HTML. */
function plain(text: string): string {
  return text
    .replaceAll(/<[^<>]*>/g, ' ')
    .replaceAll(/&nbsp;|&#160;/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', ' ')
    .replaceAll('&gt;', ' ')
    .replaceAll(/&quot;|&#34;/g, '"')
    .replaceAll(/&#39;|&apos;/g, "'")
    .replaceAll(/\s+/g, ' ')
    .trim()
}

const ABOUT = 300
function firstWords(text: string): string {
  return text.length <= ABOUT ? text : `${text.slice(0, ABOUT).replace(/\s+\S*$/, '')}…`
}

function isAvailable(text: string | undefined): boolean | undefined {
  if (text === undefined) return undefined
  const said = text.toLowerCase().replaceAll(/[\s_-]/g, '')
  if (/^(?:instock|true|yes|1|available|preorder|backorder)$/.test(said)) return true
  if (/^(?:outofstock|false|no|0|soldout|unavailable|discontinued)$/.test(said)) return false
  const stock = Number(said)
  return Number.isFinite(stock) ? stock > 0 : undefined
}
