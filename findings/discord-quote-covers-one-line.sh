#!/usr/bin/env bash
# The builder quote() puts "> " before the whole text once, and Discord's quote ends with its line: of a fan's
# message of several lines only the first is shown as a quotation, and the rest reads as the bot's own words.
# subtext() and heading() do the same, blockQuote() is right but cannot be ended. It hurts every handoff card
# and every "you wrote:" answer: staff read a fan's demand as the brand's statement. Put the mark before each
# line yourself.
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
import { blockQuote, quote, subtext } from 'discord.js'
import { readFileSync } from 'node:fs'

const manifest = new URL('node_modules/discord.js/package.json', import.meta.url)
console.log('discord.js', JSON.parse(readFileSync(manifest, 'utf8')).version)

const fan = 'my mug leaks\nyou owe me a new one'
const seen = { quote: quote(fan), subtext: subtext(fan), blockQuote: blockQuote(fan) }

console.log('expected: every line of the fan stands in the quotation:', JSON.stringify('> my mug leaks\n> you owe me a new one'))
console.log('seen:    ', seen)
assert.equal(seen.quote, '> my mug leaks\nyou owe me a new one')
assert.equal(seen.subtext, '-# my mug leaks\nyou owe me a new one')
JS
node "$tmp/see.mjs"
