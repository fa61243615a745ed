#!/usr/bin/env bash
# escapeMarkdown leaves addresses alone, as its users hope, but only bare ones: an address in angle brackets,
# which is Discord's own form for "no preview" and what the same package's hideLinkEmbed makes, has its
# underscores escaped. The backslash then belongs to the address, and the link leads to a page that is not
# there. Addresses without https:// (invites) suffer too. It hurts a desk that shows a fan's words to staff, or
# a persona that repeats a link, once somebody sets the brackets first and escapes later. Escape the parts of a
# text that are words, and build links after that.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
packages=(discord.js@14.28.1)
node -e 'process.exit(parseInt(process.versions.node) < 24 ? 1 : 0)' || packages+=(node@24.21.0)
echo '{"type":"module","private":true,"allowScripts":{"node":true}}' >"$tmp/package.json"
npm i --prefix "$tmp" --no-audit --no-fund --loglevel=error "${packages[@]}" >&2
export PATH="$tmp/node_modules/.bin:$PATH"

cat >"$tmp/see.mjs" <<'JS'
import assert from 'node:assert/strict'
import { escapeMarkdown, hideLinkEmbed } from 'discord.js'
import { readFileSync } from 'node:fs'

const manifest = new URL('node_modules/discord.js/package.json', import.meta.url)
console.log('discord.js', JSON.parse(readFileSync(manifest, 'utf8')).version)

const address = 'https://shop.example/care_of_mugs'
const seen = { bare: escapeMarkdown(address), quiet: escapeMarkdown(hideLinkEmbed(address)) }

console.log('expected: both addresses stay as they are')
console.log('seen:    ', seen)
assert.equal(seen.bare, address)
assert.equal(seen.quiet, '<https://shop.example/care\\_of\\_mugs>')
JS
node "$tmp/see.mjs"
