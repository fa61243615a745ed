/** A table of members as CSV: a row a member, whatever its delimiter; the first row names the columns. */
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { TextDecoder } from 'node:util'
import { CsvError, type Info, parse } from 'csv-parse'
import { accountId } from '../../domain/ids.ts'
import type { Portable } from '../../domain/portable.ts'
import { type Source, type SourceOptions, shortened, unreadable } from './source.ts'

/** What the columns are called, folded: the first that is there is taken. */
const columns = {
  account: ['account'],
  platform: ['platform'],
  id: ['id', 'userid', 'memberid', 'telegramid', 'discordid'],
  name: ['name', 'displayname', 'nickname', 'fullname', 'username'],
  since: ['since', 'joined', 'joinedat', 'joindate', 'firstseen'],
} as const

const HEAD_BYTES = 64 * 1024
/** A quote that is never closed would take the rest of the file for one row. */
const ROW_LENGTH = 1_000_000

export function membersSource(options: SourceOptions): Source {
  return { format: 'CSV', read: () => readMembers(options) }
}

async function* readMembers(options: SourceOptions): AsyncGenerator<Portable> {
  const { file } = options
  const encoding = options.encoding ?? (await encodingOf(file))
  const rows = Readable.from(decoded(options, encoding)).compose(
    parse({
      bom: true,
      info: true,
      delimiter: await delimiterOf(file, encoding),
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      max_record_size: ROW_LENGTH,
    }),
  )
  let read: RowReader | undefined
  try {
    for await (const { record, info } of rows as AsyncIterable<{ record: string[]; info: Info }>) {
      if (read) yield read(record, info.lines)
      else read = rowReader(record, options)
    }
  } catch (error) {
    if (error instanceof CsvError) throw unreadable(file, brokenText(error), error)
    throw error
  }
  if (!read) throw unreadable(file, 'it is empty; its first row names the columns.')
}

type RowReader = (cells: readonly string[], line: number) => Portable

function rowReader(header: readonly string[], { file, platform: given, platforms }: SourceOptions): RowReader {
  const names = header.map((cell) => cell.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''))
  const place = (column: keyof typeof columns) =>
    columns[column].map((name) => names.indexOf(name)).find((index) => index >= 0)
  const at = { account: place('account'), platform: place('platform'), id: place('id') }
  const [name, since] = [place('name'), place('since')]
  if (at.account === undefined && at.id === undefined)
    throw unreadable(
      file,
      `no column tells who it is: "account" (telegram:77), or "id" with "platform" or --platform. There are: ${shortened(header.join(', '))}.`,
    )
  if (at.account === undefined && at.platform === undefined && given === undefined)
    throw unreadable(file, 'of which platform are these ids? A column "platform" tells it, or --platform telegram.')
  const isPlatform = (name: string) => platforms === undefined || platforms.includes(name.toLowerCase())
  const whichThereAre = `There are ${(platforms ?? []).join(', ')}.`
  if (given !== undefined && !isPlatform(given))
    throw unreadable(file, `"${shortened(given)}" is no platform. ${whichThereAre}`)
  return (cells, line) => {
    const cell = (index: number | undefined) => (index === undefined ? '' : (cells[index] ?? ''))
    const [, onPlatform = given ?? '', ofMember = ''] =
      /^([a-z][a-z0-9-]*):(.+)$/i.exec(cell(at.account)) ?? (['', cell(at.platform) || given, cell(at.id)] as const)
    if (onPlatform === '' || ofMember === '')
      throw unreadable(file, `line ${line} tells no account: ${shortened(cells.join(', '))}.`)
    if (!isPlatform(onPlatform))
      throw unreadable(file, `line ${line}: "${shortened(onPlatform)}" is no platform. ${whichThereAre}`)
    if (!isId(onPlatform, ofMember))
      throw unreadable(
        file,
        `line ${line}: "${shortened(ofMember)}" is no id of ${shortened(onPlatform)}. Where a spreadsheet has changed it, format the column as text there.`,
      )
    const time = cell(since) === '' ? undefined : timeIn(cell(since))
    if (time !== undefined && Number.isNaN(time))
      throw unreadable(
        file,
        `line ${line}: "${shortened(cell(since))}" is no date; write year, month and day, as YYYY-MM-DD.`,
      )
    const account = { id: accountId(onPlatform.toLowerCase(), ofMember), name: cell(name), since: time }
    return { kind: 'fan', accounts: [account], consent: 'unasked', from: 'csv' }
  }
}

const numbered = new Set(['telegram', 'discord'])

/** As the platform writes it: no number that a spreadsheet rounded, and nothing that it would reckon. */
function isId(platform: string, id: string): boolean {
  if (numbered.has(platform.toLowerCase())) return /^[1-9]\d{0,19}$/.test(id)
  return /^[\p{L}\p{N}_][^\s|]*$/u.test(id) && !/^\d+(?:[.,]\d+)?e\+\d+$/i.test(id)
}

/** In words of ours what the reader of tables says by a code. */
function brokenText({ code, message, lines }: CsvError): string {
  const line = /at line (\d+)/.exec(message)?.[1] ?? String(lines)
  switch (code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return `line ${line}: a quote opens there and is never closed.`
    case 'INVALID_OPENING_QUOTE':
    case 'CSV_INVALID_CLOSING_QUOTE':
    case 'CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE':
      return `line ${line}: a quote stands amid a cell; a cell with quotes stands in quotes, and each of its own is doubled.`
    case 'CSV_MAX_RECORD_SIZE':
      return `line ${line}: a row longer than ${ROW_LENGTH} characters; a quote before it may not be closed.`
    default:
      return `line ${line} is no row of a table.`
  }
}

/** Epoch ms of a date, of seconds or of milliseconds; NaN for what is none. */
function timeIn(text: string): number {
  if (/^\d{9,11}$/.test(text)) return Number(text) * 1_000
  if (/^\d{12,14}$/.test(text)) return Number(text)
  return /^\d{4}-\d{2}-\d{2}/.test(text) ? Date.parse(text) : Number.NaN
}

async function headOf(file: string): Promise<Uint8Array> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(new Uint8Array(HEAD_BYTES), 0, HEAD_BYTES, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

/** By its byte order mark; without one UTF-8, which says by itself where it is something else. */
async function encodingOf(file: string): Promise<string> {
  const [first, second] = await headOf(file)
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
}

/** The one that the first row has most of, outside quotes. */
async function delimiterOf(file: string, encoding: string): Promise<string> {
  const head = decoderOf(encoding, file, false).decode(await headOf(file), { stream: true })
  const [row = ''] = head.replaceAll(/"[^"]*"/g, '').split(/\r?\n/)
  const count = (sign: string) => row.split(sign).length
  return [',', ';', '\t', '|'].reduce((best, sign) => (count(sign) > count(best) ? sign : best))
}

function decoderOf(encoding: string, file: string, fatal = true): TextDecoder {
  try {
    return new TextDecoder(encoding, { fatal })
  } catch (cause) {
    throw unreadable(file, `there is no encoding "${encoding}"; write it as gb18030, windows-1252 or shift_jis.`, cause)
  }
}

async function* decoded({ file, onBytes }: SourceOptions, encoding: string): AsyncGenerator<string> {
  const decoder = decoderOf(encoding, file)
  let lines = 1
  for await (const chunk of createReadStream(file)) {
    const bytes: Buffer = chunk
    onBytes?.(bytes.length)
    let text: string
    try {
      text = decoder.decode(bytes, { stream: true })
    } catch (cause) {
      const known = 'Say what it is in: --encoding gb18030, windows-1252 or shift_jis, for example.'
      throw unreadable(file, `it is not ${encoding.toUpperCase()}, from about line ${lines} on. ${known}`, cause)
    }
    lines += text.split('\n').length - 1
    yield text
  }
  yield decoder.decode()
}
