#!/usr/bin/env bash
# WeChat sends every text of a fan in CDATA, which means "characters, nothing else". The parser reads even those
# as numbers and booleans by default: a fan who answers "007" says 7, "1e3" says 1000, an order number "0x1F"
# says 31, and "true" is no string any more, so that text.trim() throws. Only long digits are spared. It hurts
# adapters for WeChat and other XML platforms on the one message where the exact characters count (codes, order
# numbers, phone numbers). parseTagValue: false is a must there; a check that the text is a string catches the
# rest at the border.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
packages=(fast-xml-parser@5.12.1)
node -e 'process.exit(parseInt(process.versions.node) < 24 ? 1 : 0)' || packages+=(node@24.21.0)
echo '{"type":"module","private":true,"allowScripts":{"node":true}}' >"$tmp/package.json"
npm i --prefix "$tmp" --no-audit --no-fund --loglevel=error "${packages[@]}" >&2
export PATH="$tmp/node_modules/.bin:$PATH"

cat >"$tmp/see.mjs" <<'JS'
import assert from 'node:assert/strict'
import { XMLParser } from 'fast-xml-parser'
import { readFileSync } from 'node:fs'

const manifest = new URL('node_modules/fast-xml-parser/package.json', import.meta.url)
console.log('fast-xml-parser', JSON.parse(readFileSync(manifest, 'utf8')).version)

const push = (said) => `<xml><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[${said}]]></Content></xml>`
const said = ['007', '1e3', '0x1F', '+15550132', 'true']
const read = (options) => said.map((text) => new XMLParser(options).parse(push(text)).xml.Content)
const [seen, asked] = [read(), read({ parseTagValue: false })]

console.log('expected: CDATA stays text:', said)
console.log('seen:    ', seen)
assert.deepEqual(seen, [7, 1000, 31, 15550132, true])
assert.deepEqual(asked, said)
JS
node "$tmp/see.mjs"
