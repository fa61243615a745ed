#!/usr/bin/env bash
# "Every day at 02:30" on the night when clocks go from 02:00 to 03:00: two widely used packages that read the same five
# fields in the same time zone run at different times, one at 03:00, the other at 03:30 of the new time. Both are
# defensible and neither is an error, but whoever plans with one (a page that shows when the digest comes) and runs with
# the other promises a time that is half an hour off, once a year, in spring. It hurts digests, quiet hours and reviews
# that were promised to a person. Plan and run with one and the same function, and keep such work out of 01:00 to 03:00.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
packages=(croner@11.0.1 cron-parser@5.10.6)
node -e 'process.exit(parseInt(process.versions.node) < 24 ? 1 : 0)' || packages+=(node@24.21.0)
echo '{"type":"module","private":true,"allowScripts":{"node":true}}' >"$tmp/package.json"
npm i --prefix "$tmp" --no-audit --no-fund --loglevel=error "${packages[@]}" >&2
export PATH="$tmp/node_modules/.bin:$PATH"

cat >"$tmp/see.mjs" <<'JS'
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { Cron } from 'croner'
import { CronExpressionParser } from 'cron-parser'

const versionOf = (name) =>
  JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, import.meta.url), 'utf8')).version
console.log('croner', versionOf('croner'), 'cron-parser', versionOf('cron-parser'), 'node', process.version)
const rule = '30 2 * * *'
const first = (timezone, after) => ({
  croner: new Cron(rule, { timezone }).nextRun(after).toISOString(),
  cronParser: CronExpressionParser.parse(rule, { tz: timezone, currentDate: after }).next().toDate().toISOString(),
})
const seen = {
  ordinary: first('Europe/Berlin', new Date('2026-03-26T12:00:00Z')),
  berlin: first('Europe/Berlin', new Date('2026-03-28T12:00:00Z')),
  newYork: first('America/New_York', new Date('2026-03-07T17:00:00Z')),
}

console.log('expected: both packages name one time for one rule')
console.log('seen:    ', seen)
assert.equal(seen.ordinary.croner, seen.ordinary.cronParser)
assert.deepEqual(seen.berlin, { croner: '2026-03-29T01:00:00.000Z', cronParser: '2026-03-29T01:30:00.000Z' })
assert.deepEqual(seen.newYork, { croner: '2026-03-08T07:00:00.000Z', cronParser: '2026-03-08T07:30:00.000Z' })
JS
node "$tmp/see.mjs"
