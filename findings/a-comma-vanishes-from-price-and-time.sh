#!/usr/bin/env bash
# Half of the world writes a comma where English has a point. Two much used packages, one for amounts of money and one for lengths of
# time, drop the comma as if it parted thousands, though one or two digits behind it cannot be thousands, and neither reports anything:
# "3,20 €" is 320, and "1,5h" is fifteen hours. Where both marks stand, as in "1.234,56", the amount is 1.23. It hurts an
# import of a shop's sheet, in which every price is a hundred times too high, and a setting of hours typed by a German or a
# Frenchman. Read numbers by the language of the file, or refuse what can be read in two ways.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
packages=(currency.js@2.0.4 parse-duration@2.1.9)
node -e 'process.exit(parseInt(process.versions.node) < 24 ? 1 : 0)' || packages+=(node@24.21.0)
echo '{"type":"module","private":true,"allowScripts":{"node":true}}' >"$tmp/package.json"
npm i --prefix "$tmp" --no-audit --no-fund --loglevel=error "${packages[@]}" >&2
export PATH="$tmp/node_modules/.bin:$PATH"

cat >"$tmp/see.mjs" <<'JS'
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import currency from 'currency.js'
import parse from 'parse-duration'

const versionOf = (name) =>
  JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, import.meta.url), 'utf8')).version
for (const name of ['currency.js', 'parse-duration']) console.log(name, versionOf(name))
const strict = (text) => currency(text, { errorOnInvalid: true }).value
const seen = {
  cents: strict('3,20 €'),
  tenth: strict('1,5'),
  both: strict('1.234,56'),
  hours: parse('1,5h') / 3_600_000,
  point: parse('1.5h') / 3_600_000,
}
console.log('expected: 3.2, 1.5, 1234.56 and 1.5 hours, or an error, or null')
console.log('seen:    ', seen)
assert.deepEqual(seen, { cents: 320, tenth: 15, both: 1.23, hours: 15, point: 1.5 })
JS
node "$tmp/see.mjs"
