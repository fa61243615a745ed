/** The text chunks of a PNG, where character cards lie: read with limits, left out, put in. PNG 3rd edition, 5 and 11.3.3. */
import { crc32, inflateSync } from 'node:zlib'
import { MascotError } from '../../errors.ts'

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** Far more than any card; a text that unpacks to more is there to fill the memory. */
export const MAX_TEXT_BYTES = 8 * 1024 * 1024
const HEAD = 8
const TAIL = 4

interface Chunk {
  readonly type: string
  readonly data: Buffer
}

export const isPng = (bytes: Buffer) => bytes.subarray(0, signature.length).equals(signature)

/** @throws {MascotError} `usage` where a chunk is longer than the file, or its sum is wrong */
function chunksOf(bytes: Buffer): Chunk[] {
  const chunks: Chunk[] = []
  for (let at = signature.length; at < bytes.length; ) {
    if (at + HEAD + TAIL > bytes.length) throw broken('it ends in the middle of a chunk')
    const length = bytes.readUInt32BE(at)
    const type = bytes.toString('latin1', at + 4, at + HEAD)
    const end = at + HEAD + length
    if (end + TAIL > bytes.length) throw broken(`its chunk ${shown(type)} says it is longer than the file`)
    const data = bytes.subarray(at + HEAD, end)
    if (bytes.readUInt32BE(end) !== crc32(bytes.subarray(at + 4, end)))
      throw broken(`the checksum of its chunk ${shown(type)} is wrong`)
    chunks.push({ type, data })
    at = end + TAIL
    if (type === 'IEND') break
  }
  return chunks
}

/** Texts by keyword; of several with one keyword the last. @throws {MascotError} `usage` */
export function textsOfPng(bytes: Buffer): ReadonlyMap<string, string> {
  return new Map(chunksOf(bytes).flatMap((chunk): [string, string][] => textOf(chunk)))
}

function textOf({ type, data }: Chunk): [string, string][] {
  const end = data.indexOf(0)
  if (!['tEXt', 'zTXt', 'iTXt'].includes(type) || end < 0) return []
  const keyword = data.toString('latin1', 0, end)
  if (type === 'tEXt') return [[keyword, limited(data.subarray(end + 1)).toString('latin1')]]
  if (type === 'zTXt') return [[keyword, inflated(data.subarray(end + 2)).toString('latin1')]]
  const isPacked = data[end + 1] === 1
  const language = data.indexOf(0, end + 3)
  const translated = data.indexOf(0, language + 1)
  if (language < 0 || translated < 0) return []
  const rest = data.subarray(translated + 1)
  return [[keyword, (isPacked ? inflated(rest) : limited(rest)).toString('utf8')]]
}

function limited(data: Buffer): Buffer {
  if (data.length > MAX_TEXT_BYTES) throw broken('a text in it is longer than 8 MB')
  return data
}

function inflated(data: Buffer): Buffer {
  try {
    return inflateSync(data, { maxOutputLength: MAX_TEXT_BYTES })
  } catch (cause) {
    throw broken('a packed text in it cannot be unpacked, or is longer than 8 MB', cause)
  }
}

/** The same picture with these texts before its end, and none of the keywords it had. @throws {MascotError} `usage` */
export function withTexts(bytes: Buffer, texts: Readonly<Record<string, string>>, without: readonly string[]): Buffer {
  const kept = chunksOf(bytes).filter((chunk) => !textOf(chunk).some(([keyword]) => without.includes(keyword)))
  const added = Object.entries(texts).map(
    ([keyword, text]): Chunk => ({ type: 'tEXt', data: Buffer.from(`${keyword}\0${text}`, 'latin1') }),
  )
  const end = kept.findLastIndex(({ type }) => type === 'IEND')
  const whole = end < 0 ? [...kept, ...added] : [...kept.slice(0, end), ...added, ...kept.slice(end)]
  return pngOf(whole)
}

export function pngOf(chunks: readonly Chunk[]): Buffer {
  return Buffer.concat([signature, ...chunks.map(encoded)])
}

function encoded({ type, data }: Chunk): Buffer {
  const head = Buffer.alloc(HEAD)
  head.writeUInt32BE(data.length)
  head.write(type, 4, 'latin1')
  const tail = Buffer.alloc(TAIL)
  tail.writeUInt32BE(crc32(data, crc32(head.subarray(4))))
  return Buffer.concat([head, data, tail])
}

const shown = (type: string) => `"${type.replaceAll(/[^\x20-\x7e]/g, '?')}"`

function broken(why: string, cause?: unknown): MascotError {
  return new MascotError('usage', `This PNG is broken: ${why}.`, cause === undefined ? {} : { cause })
}
