#!/usr/bin/env bash
# The library does not always read back what it wrote itself. A long text whose first line begins with a tab is
# folded after 80 columns, but lines that begin with white space are the ones that folding must not touch: on
# reading, each fold is a real line break inside the sentence. A text of one blank and a line break loses the
# blank. It hurts programs that write what people said into YAML (learnt answers, exported characters) and take
# the round trip for granted. Writing with lineWidth 0 avoids the first; reading the new file and comparing it
# before it takes the old one's place catches both, and whatever else there is.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
packages=(yaml@2.9.1)
node -e 'process.exit(parseInt(process.versions.node) < 24 ? 1 : 0)' || packages+=(node@24.21.0)
echo '{"type":"module","private":true,"allowScripts":{"node":true}}' >"$tmp/package.json"
npm i --prefix "$tmp" --no-audit --no-fund --loglevel=error "${packages[@]}" >&2
export PATH="$tmp/node_modules/.bin:$PATH"

cat >"$tmp/see.mjs" <<'JS'
import assert from 'node:assert/strict'
import { parse, stringify } from 'yaml'
import { readFileSync } from 'node:fs'

const manifest = new URL('node_modules/yaml/package.json', import.meta.url)
console.log('yaml', JSON.parse(readFileSync(manifest, 'utf8')).version)

const there = (text, options) => parse(stringify({ text }, options)).text
const long = `\tfirst ${'word '.repeat(20).trim()}\n`
const back = there(long)
const unfolded = there(long, { lineWidth: 0 })
const blank = there(' \n')

console.log('expected: parse(stringify(x)) is x for every string')
console.log('seen:    ', JSON.stringify({ long, back, blank }))
assert.notEqual(back, long)
assert.equal(back.split('\n').length, 3)
assert.equal(unfolded, long)
assert.equal(blank, '\n')
JS
node "$tmp/see.mjs"
