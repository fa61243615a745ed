#!/usr/bin/env bash
# From traditional to simplified without phrases (t to cn) a character stands for a character, so offsets should
# stay. They do in code points, but not in JavaScript's units: the Cantonese word for "that" is one unit in
# traditional writing and a rare character of two units in simplified. Nearly two hundred characters do so. It
# hurts a bot that simplifies a message to search it and then cuts the original at the place found, or that uses
# Telegram's entities (counted in UTF-16 units) on the converted text: every mark behind "that" is one off, and
# a name is cut in the middle. Map the places back through a table of offsets, or convert only by a table of one
# unit to one unit.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
packages=(opencc-js@1.4.2)
node -e 'process.exit(parseInt(process.versions.node) < 24 ? 1 : 0)' || packages+=(node@24.21.0)
echo '{"type":"module","private":true,"allowScripts":{"node":true}}' >"$tmp/package.json"
npm i --prefix "$tmp" --no-audit --no-fund --loglevel=error "${packages[@]}" >&2
export PATH="$tmp/node_modules/.bin:$PATH"

cat >"$tmp/see.mjs" <<'JS'
import assert from 'node:assert/strict'
import { Converter } from 'opencc-js'
import { readFileSync } from 'node:fs'

const manifest = new URL('node_modules/opencc-js/package.json', import.meta.url)
console.log('opencc-js', JSON.parse(readFileSync(manifest, 'utf8')).version)

const simplify = Converter({ from: 't', to: 'cn' })
const fan = '\u{55F0}個 @luna_bot'
const simple = simplify(fan)
const entity = { type: 'mention', offset: fan.indexOf('@'), length: '@luna_bot'.length }
const marked = simple.slice(entity.offset, entity.offset + entity.length)
let grown = 0
for (let code = 0x3400; code <= 0x9fff; code++) if (simplify(String.fromCharCode(code)).length > 1) grown++

console.log('expected: the mention stands where it stood: "@luna_bot"')
console.log('seen:    ', JSON.stringify(marked), 'in', JSON.stringify(simple), `; ${grown} characters grow`)
assert.equal([...simple].length, [...fan].length)
assert.equal(simple.length, fan.length + 1)
assert.notEqual(marked, '@luna_bot')
assert.ok(grown > 100)
JS
node "$tmp/see.mjs"
