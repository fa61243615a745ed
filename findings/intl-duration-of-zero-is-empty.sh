#!/usr/bin/env bash
# Intl.DurationFormat leaves out every unit that is nought, also when all are: a wait of zero minutes is the
# empty string, not "0 minutes", in each style but digital, and in every language. It neither carries over: 90
# minutes stay "90 minutes". It hurts a line such as "somebody will be with you in {wait}": at the moment when
# somebody is free the fan reads "in ." Ask for the smallest unit with its display option "always", or say "now"
# before any formatting.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
echo '{"type":"module","private":true,"allowScripts":{"node":true}}' >"$tmp/package.json"
npm i --prefix "$tmp" --no-audit --no-fund --loglevel=error node@24.21.0 >&2
export PATH="$tmp/node_modules/.bin:$PATH"

cat >"$tmp/see.mjs" <<'JS'
import assert from 'node:assert/strict'
console.log('node', process.version, 'ICU', process.versions.icu)
const say = (lang, time, options) => new Intl.DurationFormat(lang, { style: 'long', ...options }).format(time)
const seen = {
  en: say('en', { hours: 0, minutes: 0 }),
  de: say('de', { hours: 0 }),
  zh: say('zh', { minutes: 0, seconds: 0 }),
  ninety: say('en', { minutes: 90 }),
}

console.log('expected: "0 minutes" and its like')
console.log('seen:    ', seen)
assert.deepEqual(seen, { en: '', de: '', zh: '', ninety: '90 minutes' })
assert.equal(say('en', { minutes: 0 }, { minutesDisplay: 'always' }), '0 minutes')
JS
node "$tmp/see.mjs"
