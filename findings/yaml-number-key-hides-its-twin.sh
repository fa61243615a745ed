#!/usr/bin/env bash
# The reader promises an error for a key that stands twice in a map, but it compares the keys as YAML values and
# then makes a JavaScript object of them: 4711 and "4711" are two keys to the check and one to the object, and
# so are a bare null key and "". The later line wins without a word. It hurts maps keyed by platform ids (staff
# accounts, chats, guilds), where one person writes the number bare and the next in quotes: a whole entry
# disappears. A loader is safe when it compares keys by the text the object will have, or takes lists with an id
# inside instead of maps.
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
import { parseDocument } from 'yaml'
import { readFileSync } from 'node:fs'

const manifest = new URL('node_modules/yaml/package.json', import.meta.url)
console.log('yaml', JSON.parse(readFileSync(manifest, 'utf8')).version)

const read = (text) => {
  const { errors, warnings, contents } = parseDocument(text)
  return { value: contents?.toJSON(), errors: errors.map(({ code }) => code), warnings: warnings.length }
}
const twins = read('4711: support\n"4711": press\n')
const same = read('4711: support\n4711: press\n')

console.log('expected: DUPLICATE_KEY, as for two keys written alike')
console.log('seen:    ', twins, 'beside', same.errors)
assert.deepEqual(twins, { value: { 4711: 'press' }, errors: [], warnings: 0 })
assert.deepEqual(same.errors, ['DUPLICATE_KEY'])
JS
node "$tmp/see.mjs"
