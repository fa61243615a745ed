#!/usr/bin/env bash
# Models like to answer in Python's manner, with single quotes. The repair of such an object is good, but where
# an apostrophe stands inside, the result is valid JSON with another character in it: it's becomes it"s. Nothing
# tells the caller, so a schema passes it and a fan reads it. A stray double quote inside double quotes is
# repaired to the letter. It hurts whoever repairs model answers whose text goes out as it is. A lenient reader
# should keep the character it found and only decide where the string ends; a repaired text can be compared with
# the raw answer before it is sent.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
packages=(jsonrepair@3.15.0)
node -e 'process.exit(parseInt(process.versions.node) < 24 ? 1 : 0)' || packages+=(node@24.21.0)
echo '{"type":"module","private":true,"allowScripts":{"node":true}}' >"$tmp/package.json"
npm i --prefix "$tmp" --no-audit --no-fund --loglevel=error "${packages[@]}" >&2
export PATH="$tmp/node_modules/.bin:$PATH"

cat >"$tmp/see.mjs" <<'JS'
import assert from 'node:assert/strict'
import { jsonrepair } from 'jsonrepair'
import { readFileSync } from 'node:fs'

const manifest = new URL('node_modules/jsonrepair/package.json', import.meta.url)
console.log('jsonrepair', JSON.parse(readFileSync(manifest, 'utf8')).version)

const single = JSON.parse(jsonrepair("{'reply': 'it's ready'}")).reply
const double = JSON.parse(jsonrepair('{"reply": "a "flat" white"}')).reply

console.log('expected:', JSON.stringify("it's ready"))
console.log('seen:    ', JSON.stringify(single), 'beside', JSON.stringify(double))
assert.equal(single, 'it"s ready')
assert.equal(double, 'a "flat" white')
JS
node "$tmp/see.mjs"
