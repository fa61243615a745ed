/** A community as JSON lines: the first tells what it is, the last how much there was, so that a cut file is noticed. */
import { createHash } from 'node:crypto'
import type { Portable } from '../../domain/portable.ts'
import { PORTABLE_VERSION, type PortableHeader } from './line-schema.ts'

/** `exportedAt`: epoch ms. */
export async function* writeLines(
  records: AsyncIterable<Portable>,
  { brand, exportedAt }: { readonly brand: string; readonly exportedAt: number },
): AsyncGenerator<string> {
  const digest = createHash('sha256')
  let lines = 0
  const line = (value: object) => {
    const text = `${JSON.stringify(value)}\n`
    digest.update(text)
    lines += 1
    return text
  }
  const header: PortableHeader = {
    mascot: 'community',
    version: PORTABLE_VERSION,
    brand,
    exportedAt: new Date(exportedAt).toISOString(),
  }
  yield line(header)
  for await (const record of records) yield line(record)
  yield `${JSON.stringify({ end: { lines, sha256: digest.digest('hex') } })}\n`
}
