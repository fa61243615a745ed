#!/usr/bin/env bash
# Intl.Collator compares punctuation in every language but Thai, where the default is to pass over it. So localeCompare in
# Thai returns 0 for names that differ: "A.B" and "AB", "老王" and "老-王", "Bo 1" and "Bo1". Whoever takes 0 for "the same"
# (a merge of sorted lists, a search by halves, a check for duplicates) joins two members, only where the brand speaks Thai;
# and a list that is sorted so changes its order from one time to the next as far as its source does. Say
# ignorePunctuation: false, or compare ids, and sort ties by id.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
packages=()
node -e 'process.exit(parseInt(process.versions.node) < 24 ? 1 : 0)' || packages+=(node@24.21.0)
echo '{"type":"module","private":true,"allowScripts":{"node":true}}' >"$tmp/package.json"
npm i --prefix "$tmp" --no-audit --no-fund --loglevel=error "${packages[@]}" >&2
export PATH="$tmp/node_modules/.bin:$PATH"

cat >"$tmp/see.mjs" <<'JS'
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'


const versionOf = (name) =>
  JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, import.meta.url), 'utf8')).version
console.log('node', process.version, 'ICU', process.versions.icu)
const pairs = [['A.B', 'AB'], ['老-王', '老王'], ['Bo 1', 'Bo1']]
const equalIn = (lang, options = {}) =>
  pairs.every(([one, other]) => new Intl.Collator(lang, options).compare(one, other) === 0)
const langs = ['en', 'de', 'zh', 'ja', 'ko', 'vi', 'ar', 'ru', 'lo', 'km', 'th']
const seen = langs.filter((lang) => equalIn(lang))

console.log('expected: names that differ are equal in no language, or in all')
console.log('seen:     equal in', seen, new Intl.Collator('th').resolvedOptions())
assert.deepEqual(seen, ['th'])
assert.equal('A.B'.localeCompare('AB', 'th'), 0)
assert.equal(new Intl.Collator('th').resolvedOptions().ignorePunctuation, true)
assert.equal(equalIn('th', { ignorePunctuation: false }), false)
JS
node "$tmp/see.mjs"
