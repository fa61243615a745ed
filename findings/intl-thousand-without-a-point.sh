#!/usr/bin/env bash
# In Spanish, Portuguese of Portugal, Polish and Italian, Intl.NumberFormat writes 1234 without a separator and
# 12.345 with one, in German and Brazilian Portuguese always with; and "compact" makes a German number no
# shorter at all (12.345), where English says 12K. So two prices of one list look as if two people wrote them.
# It hurts a review that looks for an approved figure in a draft by formatting it in the fan's language: a model
# writes 1.234 and the check expects 1234. Compare figures as numbers, read with both signs, never as formatted
# text; useGrouping "always" makes one look of it.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
echo '{"type":"module","private":true,"allowScripts":{"node":true}}' >"$tmp/package.json"
npm i --prefix "$tmp" --no-audit --no-fund --loglevel=error node@24.21.0 >&2
export PATH="$tmp/node_modules/.bin:$PATH"

cat >"$tmp/see.mjs" <<'JS'
import assert from 'node:assert/strict'
console.log('node', process.version, 'ICU', process.versions.icu)
const say = (lang, amount, options) => new Intl.NumberFormat(lang, options).format(amount)
const seen = Object.fromEntries(['es', 'it', 'pl', 'de', 'pt'].map((lang) => [lang, [say(lang, 1234), say(lang, 12345)]]))
const compact = { en: say('en', 12345, { notation: 'compact' }), de: say('de', 12345, { notation: 'compact' }) }

console.log('expected: a language groups both or neither; compact is shorter')
console.log('seen:    ', seen, compact)
for (const lang of ['es', 'it', 'pl']) {
  assert.equal(seen[lang][0], '1234')
  assert.notEqual(seen[lang][1], '12345')
}
assert.deepEqual(seen.de, ['1.234', '12.345'])
assert.equal(say('es', 1234, { useGrouping: 'always' }), '1.234')
assert.deepEqual(compact, { en: '12K', de: '12.345' })
JS
node "$tmp/see.mjs"
