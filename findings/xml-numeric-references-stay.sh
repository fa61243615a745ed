#!/usr/bin/env bash
# Numeric character references (&#20320;) are part of XML itself and every XML parser must read them, unlike
# HTML's &nbsp;. Here they stay as they are unless an option with the name htmlEntities is on, while &amp; and
# &lt; are read by default. It hurts a platform whose server writes non-ASCII as references: the fan's Chinese
# arrives as a row of digits, and neither language detection nor search has anything to go by. Turn the option
# on, and test an adapter with a push that is written so.
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

const push = '<xml><Content>&#20320;&#x597D; &amp; &lt;3</Content></xml>'
const seen = new XMLParser().parse(push).xml.Content
const asked = new XMLParser({ htmlEntities: true }).parse(push).xml.Content

console.log('expected:', '你好 & <3')
console.log('seen:    ', seen)
assert.equal(seen, '&#20320;&#x597D; & <3')
assert.equal(asked, '你好 & <3')
JS
node "$tmp/see.mjs"
