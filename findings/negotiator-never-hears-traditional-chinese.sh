#!/usr/bin/env bash
# A browser in Taiwan or Hong Kong sends zh-TW or zh-HK; it never sends zh-Hant. A site that offers zh-Hant (as it should,
# for both) and lets the usual package pick from Accept-Language gets nothing for such a reader, and where it offers plain
# zh besides, that one: the simplified script. The package compares the tags part by part and knows no likely script.
# It hurts a chat on a brand's own site: half of its Chinese readers are greeted in the other half's script, or in
# English. Give each wish its likely script first (Intl.Locale's maximize) and compare language and script.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
packages=(negotiator@1.1.0)
node -e 'process.exit(parseInt(process.versions.node) < 24 ? 1 : 0)' || packages+=(node@24.21.0)
echo '{"type":"module","private":true,"allowScripts":{"node":true}}' >"$tmp/package.json"
npm i --prefix "$tmp" --no-audit --no-fund --loglevel=error "${packages[@]}" >&2
export PATH="$tmp/node_modules/.bin:$PATH"

cat >"$tmp/see.mjs" <<'JS'
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import Negotiator from 'negotiator'

const versionOf = (name) =>
  JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, import.meta.url), 'utf8')).version
console.log('negotiator', versionOf('negotiator'), 'node', process.version)
const pick = (accept, offered) => new Negotiator({ headers: { 'accept-language': accept } }).languages(offered)
const seen = {
  taiwan: pick('zh-TW', ['en', 'zh-Hans', 'zh-Hant']),
  taiwanThenAny: pick('zh-TW,zh;q=0.9,en;q=0.5', ['en', 'zh', 'zh-Hant'])[0],
  china: pick('zh-CN', ['en', 'zh-Hans', 'zh-Hant']),
}
const scriptOf = (tag) => new Intl.Locale(tag).maximize().script

console.log('expected: zh-Hant for Taiwan, zh-Hans for China; the likely scripts are', scriptOf('zh-TW'), scriptOf('zh-CN'))
console.log('seen:    ', seen)
assert.deepEqual(seen, { taiwan: [], taiwanThenAny: 'zh', china: [] })
assert.deepEqual([scriptOf('zh-TW'), scriptOf('zh-HK'), scriptOf('zh-CN')], ['Hant', 'Hant', 'Hans'])
JS
node "$tmp/see.mjs"
