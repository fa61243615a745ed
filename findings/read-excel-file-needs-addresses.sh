#!/usr/bin/env bash
# In a sheet of Excel the address of a cell (r="A1") may be left out: ECMA-376 has it optional, a cell without one
# stands behind the one before, and programs that write sheets row by row leave it out. This reader raises
# "Cannot read properties of undefined" for such a sheet, and says nothing of the sheet or the cell. It hurts
# operators whose shop or help desk exports .xlsx by itself: the file opens in every spreadsheet, and here it "is
# broken". Catch whatever it raises and ask for the file to be opened and saved anew, or as CSV.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
packages=(read-excel-file@9.3.17 fflate@0.8.3)
node -e 'process.exit(parseInt(process.versions.node) < 24 ? 1 : 0)' || packages+=(node@24.21.0)
echo '{"type":"module","private":true,"allowScripts":{"node":true}}' >"$tmp/package.json"
npm i --prefix "$tmp" --no-audit --no-fund --loglevel=error "${packages[@]}" >&2
export PATH="$tmp/node_modules/.bin:$PATH"

cat >"$tmp/see.mjs" <<'JS'
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { strToU8, zipSync } from 'fflate'
import { readSheet } from 'read-excel-file/node'

const manifest = new URL('node_modules/read-excel-file/package.json', import.meta.url)
console.log('read-excel-file', JSON.parse(readFileSync(manifest, 'utf8')).version)

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const types = 'http://schemas.openxmlformats.org/package/2006/content-types'
const sheetOf = (cells) =>
  Buffer.from(
    zipSync({
      '[Content_Types].xml': strToU8(`<Types xmlns="${types}"/>`),
      'xl/workbook.xml': strToU8(
        `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>`,
      ),
      'xl/_rels/workbook.xml.rels': strToU8(
        `<Relationships xmlns="${relations}"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      ),
      'xl/worksheets/sheet1.xml': strToU8(`<worksheet xmlns="${main}"><sheetData><row>${cells}</row></sheetData></worksheet>`),
    }),
  )
const words = '<is><t>Do you ship?</t></is>'
const addressed = await readSheet(sheetOf(`<c r="A1" t="inlineStr">${words}</c>`))
const bare = await readSheet(sheetOf(`<c t="inlineStr">${words}</c>`)).catch((error) => error)

console.log('expected: the same rows with and without addresses')
console.log('seen:    ', addressed, 'and', String(bare))
assert.deepEqual(addressed, [['Do you ship?']])
assert.ok(bare instanceof TypeError)
JS
node "$tmp/see.mjs"
