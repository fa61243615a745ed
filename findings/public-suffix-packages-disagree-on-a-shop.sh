#!/usr/bin/env bash
# Whose site is brand.myshopify.com? Two packages read the same Public Suffix List and answer differently as they come: one
# takes the private part of the list with it and says the shop's own name, the other leaves it out and says that of the
# host of all shops. One that checks "does this link lead to our site?" by comparing registrable domains takes every
# shop, page and repository of such a host for its own with one package, and is right with the other; moved from one to
# the other, nothing but its answers changes. Brands do live at such addresses. Ask for private domains in words
# (allowPrivateDomains), and compare whole host names where a link must be the brand's own.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
packages=(tldts@7.6.0 psl@1.15.0)
node -e 'process.exit(parseInt(process.versions.node) < 24 ? 1 : 0)' || packages+=(node@24.21.0)
echo '{"type":"module","private":true,"allowScripts":{"node":true}}' >"$tmp/package.json"
npm i --prefix "$tmp" --no-audit --no-fund --loglevel=error "${packages[@]}" >&2
export PATH="$tmp/node_modules/.bin:$PATH"

cat >"$tmp/see.mjs" <<'JS'
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import psl from 'psl'
import { getDomain } from 'tldts'

const versionOf = (name) =>
  JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, import.meta.url), 'utf8')).version
console.log('tldts', versionOf('tldts'), 'psl', versionOf('psl'))
const hosts = ['www.example.co.uk', 'brand.myshopify.com', 'brand.github.io']
const seen = Object.fromEntries(hosts.map((host) => [host, { tldts: getDomain(host), psl: psl.get(host) }]))

console.log('expected: one list, one answer')
console.log('seen:    ', seen)
assert.deepEqual(seen['www.example.co.uk'], { tldts: 'example.co.uk', psl: 'example.co.uk' })
assert.deepEqual(seen['brand.myshopify.com'], { tldts: 'myshopify.com', psl: 'brand.myshopify.com' })
assert.deepEqual(seen['brand.github.io'], { tldts: 'github.io', psl: 'brand.github.io' })
assert.equal(getDomain('brand.github.io', { allowPrivateDomains: true }), 'brand.github.io')
JS
node "$tmp/see.mjs"
