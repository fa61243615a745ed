#!/usr/bin/env bash
# The package that most turn pages of a help centre into words with takes a table for blocks without anything between its
# cells: "UK | 3" and "DE | 12" become "UK3DE12". Lists, paragraphs and headings come out well, so it shows only in pages
# with tables, which are those of postage, sizes and days. A price and the country beside it, or a size and a number of
# days, run into one number ("12" and "3 days" into "123 days"), which no later step can take apart, and which reads as
# a fact. Name dataTable as the format of tables, and refuse an import in which a figure of the page is not found again
# in its text.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
packages=(html-to-text@10.0.1)
node -e 'process.exit(parseInt(process.versions.node) < 24 ? 1 : 0)' || packages+=(node@24.21.0)
echo '{"type":"module","private":true,"allowScripts":{"node":true}}' >"$tmp/package.json"
npm i --prefix "$tmp" --no-audit --no-fund --loglevel=error "${packages[@]}" >&2
export PATH="$tmp/node_modules/.bin:$PATH"

cat >"$tmp/see.mjs" <<'JS'
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { convert } from 'html-to-text'

const versionOf = (name) =>
  JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, import.meta.url), 'utf8')).version
console.log('html-to-text', versionOf('html-to-text'))
const row = (...cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
const page = `<table>${row('Size', 'Days')}${row('12', '3 days')}${row('14', '5 days')}</table>`
const seen = convert(page)
const asTable = convert(page, { selectors: [{ selector: 'table', format: 'dataTable' }] })

console.log('expected: something between the cells, at least a space')
console.log('seen:    ', JSON.stringify(seen), 'with dataTable', JSON.stringify(asTable))
assert.equal(seen, 'SizeDays123 days145 days')
assert.match(asTable, /12\s+3 days\s+14\s+5 days/)
JS
node "$tmp/see.mjs"
