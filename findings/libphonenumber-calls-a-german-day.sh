#!/usr/bin/env bash
# The finder of telephone numbers in a text leaves out dates, and says so in its source: 28/11/2026 is none, nor is
# "2026-11-28 17:30". But a date with points, which is how German and Austrian customers write every day, and the bare ISO date,
# which every form and export holds, are found, and are "valid" numbers of these two countries: 28.11.2026 is +49 28112026, and the
# clock time behind it does not help. France, Britain or China find none in the same words. It hurts a desk that masks numbers in what
# it shows or learns from ("the parcel was due on [phone]"), or makes links to call. Leave out what reads as a date first.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
packages=(libphonenumber-js@1.13.16)
node -e 'process.exit(parseInt(process.versions.node) < 24 ? 1 : 0)' || packages+=(node@24.21.0)
echo '{"type":"module","private":true,"allowScripts":{"node":true}}' >"$tmp/package.json"
npm i --prefix "$tmp" --no-audit --no-fund --loglevel=error "${packages[@]}" >&2
export PATH="$tmp/node_modules/.bin:$PATH"

cat >"$tmp/see.mjs" <<'JS'
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { findPhoneNumbersInText } from 'libphonenumber-js'

const versionOf = (name) =>
  JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, import.meta.url), 'utf8')).version
console.log('libphonenumber-js', versionOf('libphonenumber-js'))
const found = (text, country) =>
  findPhoneNumbersInText(text, country).map(({ number }) => `${number.number}${number.isValid() ? ' valid' : ''}`)
const seen = {
  slashes: found('Lieferung am 28/11/2026', 'DE'),
  isoWithTime: found('2026-11-28 17:30', 'DE'),
  points: found('Lieferung am 28.11.2026 um 17:30', 'DE'),
  iso: found('Lieferung am 2026-11-28', 'DE'),
  austria: found('Lieferung am 2026-12-01', 'AT'),
  france: found('Livraison le 28.11.2026', 'FR'),
  britain: found('Delivery on 2026-11-28', 'GB'),
}
console.log('expected: no telephone number in any of these')
console.log('seen:    ', seen)
assert.deepEqual(seen, {
  slashes: [],
  isoWithTime: [],
  points: ['+4928112026 valid'],
  iso: ['+4920261128 valid'],
  austria: ['+4320261201 valid'],
  france: [],
  britain: [],
})
JS
node "$tmp/see.mjs"
