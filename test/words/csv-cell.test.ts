/** Cells of CSV: what a spreadsheet would reckon with stays a text, whatever stands before it. */
import { expect, it } from 'vitest'
import { csvCell } from '../../src/words/csv-cell.ts'

it.each([
  ...['=1+1', ' =1+1', '   +1', '\u00a0-1', '\u3000@SUM(A1)', '\u200b=1', '\ufeff=1', '＝1+1', '\t', '\tplain'],
  ...['\n=1+1', '\r\n+1', '\t =1', '\u0000=1', '\v@x'],
])('%j is text', (text) => expect(csvCell(text).replace(/^"/, '')).toMatch(/^'/))

it.each(['the lid leaks', ' a lid', '1 - 1', '', 'a=b', '“=1”'])('%j stays as it is', (text) =>
  expect(csvCell(text)).toBe(text),
)

it('a number stays one, and what parts cells is in quotes', () => {
  expect(csvCell(-1)).toBe('-1')
  expect(csvCell('a "b", c\nd')).toBe('"a ""b"", c\nd"')
})
