#!/usr/bin/env bash
# The Chinese calendar of Intl puts the New Year of 2027 on 7 February and that of 2030 on 2 February. In China it
# is 6 February 2027 and 3 February 2030 (Hong Kong Observatory, Gregorian-Lunar Calendar Conversion Tables): the
# new moons fall at 23:56 and 00:07 in Beijing, and ICU's arithmetic of the moon is some minutes off. Other years
# of these two decades agree. It hurts whoever tells opening hours, deliveries or greetings for the biggest
# holiday of the year by `ca-chinese`: a day early or late, and only in some years, so that tests of today pass.
# Keep the published dates of the years you need beside it.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
packages=()
node -e 'process.exit(parseInt(process.versions.node) < 24 ? 1 : 0)' || packages+=(node@24.21.0)
echo '{"type":"module","private":true,"allowScripts":{"node":true}}' >"$tmp/package.json"
[ ${#packages[@]} -eq 0 ] || npm i --prefix "$tmp" --no-audit --no-fund --loglevel=error "${packages[@]}" >&2
export PATH="$tmp/node_modules/.bin:$PATH"

cat >"$tmp/see.mjs" <<'JS'
import assert from 'node:assert/strict'

console.log('node', process.version, 'ICU', process.versions.icu)
const calendar = new Intl.DateTimeFormat('en-u-ca-chinese', { timeZone: 'Asia/Shanghai', month: 'numeric', day: 'numeric' })
const newYear = (year) => {
  for (let day = 20; day < 60; day++) {
    const noon = Date.UTC(year, 0, day, 4)
    if (calendar.format(noon) === '1/1') return new Date(noon).toISOString().slice(0, 10)
  }
}
const published = { 2026: '2026-02-17', 2027: '2027-02-06', 2028: '2028-01-26', 2029: '2029-02-13', 2030: '2030-02-03' }
const seen = Object.fromEntries(Object.keys(published).map((year) => [year, newYear(Number(year))]))

console.log('expected:', published)
console.log('seen:    ', seen)
assert.deepEqual(seen, { ...published, 2027: '2027-02-07', 2030: '2030-02-02' })
JS
node "$tmp/see.mjs"
