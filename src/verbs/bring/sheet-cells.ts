/** The cells of a workbook's first sheet, as words. */
import { readSheet } from 'read-excel-file/node'
import { unpack } from '../unpack.ts'
import { unreadable } from './brought.ts'

/** The most that one part of a workbook may unpack to, in bytes. */
const MAX_PART = 32 * 1024 * 1024

/** Whether an archive with entries of these names is one. */
export const isSheet = (names: readonly string[]): boolean => names.includes('xl/workbook.xml')

export const isArchive = (bytes: Buffer): boolean => bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004'

/** Days as 2027-03-31, an empty cell as ''. All that it unpacks to is looked at before its reader unpacks it. @throws {MascotError} `usage` */
export async function sheetCells(bytes: Buffer, file: string): Promise<readonly (readonly string[])[]> {
  unpack(bytes, (entry) => (entry.endsWith('.xml') ? MAX_PART : undefined))
  try {
    return (await readSheet(bytes)).map((row) => row.map(textOf))
  } catch (cause) {
    throw unreadable(
      file,
      'it is no sheet that can be read; open it in a spreadsheet and save it anew, as .xlsx or CSV.',
      cause,
    )
  }
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell).trim()
}
