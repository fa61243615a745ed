#!/usr/bin/env bash
# The usual package that puts a length of time in words drops its sign: what is two hours overdue reads "2 hours", the same
# as what is due in two hours. It takes negative numbers without a word, in every language. It hurts a desk that shows
# how long a fan has waited, or what is left of a promise, by subtracting two times: the cases that are too late look
# like those with time to spare, and the later they are, the more time they seem to have. Ask for the sign yourself and
# word the two sides apart.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
packages=(humanize-duration@3.35.1)
node -e 'process.exit(parseInt(process.versions.node) < 24 ? 1 : 0)' || packages+=(node@24.21.0)
echo '{"type":"module","private":true,"allowScripts":{"node":true}}' >"$tmp/package.json"
npm i --prefix "$tmp" --no-audit --no-fund --loglevel=error "${packages[@]}" >&2
export PATH="$tmp/node_modules/.bin:$PATH"

cat >"$tmp/see.mjs" <<'JS'
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import humanize from 'humanize-duration'

const versionOf = (name) =>
  JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, import.meta.url), 'utf8')).version
console.log('humanize-duration', versionOf('humanize-duration'))
const hoursMs = 2 * 3_600_000
const seen = {
  due: humanize(hoursMs),
  overdue: humanize(-hoursMs),
  dueInGerman: humanize(hoursMs, { language: 'de' }),
  overdueInGerman: humanize(-hoursMs, { language: 'de' }),
}

console.log('expected: a sign, another word or an error for what is overdue')
console.log('seen:    ', seen)
assert.deepEqual(seen, { due: '2 hours', overdue: '2 hours', dueInGerman: '2 Stunden', overdueInGerman: '2 Stunden' })
JS
node "$tmp/see.mjs"
