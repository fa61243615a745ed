#!/usr/bin/env bash
# z.string().max(n) counts Unicode code points in this version, not the UTF-16 units of string.length, as older
# versions did and most people believe: a text of 4096 emoji passes max(4096), although its length is 8192.
# Telegram counts UTF-16 units and refuses it; and length(2) no longer takes a single emoji that length(2) took
# before. It hurts those who write a platform's limit as a schema, and only for texts rich in emoji or rare
# characters, so no test in plain letters shows it. Limits of a platform belong where the message is cut, in the
# platform's own unit (units, code points or bytes), never in the schema of the input.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
packages=(zod@4.6.7 zod-before@npm:zod@4.1.12)
node -e 'process.exit(parseInt(process.versions.node) < 24 ? 1 : 0)' || packages+=(node@24.21.0)
echo '{"type":"module","private":true,"allowScripts":{"node":true}}' >"$tmp/package.json"
npm i --prefix "$tmp" --no-audit --no-fund --loglevel=error "${packages[@]}" >&2
export PATH="$tmp/node_modules/.bin:$PATH"

cat >"$tmp/see.mjs" <<'JS'
import assert from 'node:assert/strict'
import { z } from 'zod'
import { z as before } from 'zod-before'
import { readFileSync } from 'node:fs'

const manifest = new URL('node_modules/zod/package.json', import.meta.url)
console.log('zod', JSON.parse(readFileSync(manifest, 'utf8')).version)

const limit = z.string().max(4096)
const passes = (text) => limit.safeParse(text).success
const seen = {
  lettersOver: passes('a'.repeat(4097)),
  emojiOfTwiceTheLength: passes('\u{1F600}'.repeat(4096)),
  lengthOne: z.string().length(1).safeParse('\u{1F600}').success,
  lengthTwo: z.string().length(2).safeParse('\u{1F600}').success,
}

console.log('expected: the limit is one on string.length: emojiOfTwiceTheLength false, lengthTwo true')
const old = before.string().max(4096).safeParse('\u{1F600}'.repeat(4096)).success
console.log('seen:    ', seen, 'and with 4.1.12 emojiOfTwiceTheLength is', old)
assert.equal(old, false)
assert.deepEqual(seen, { lettersOver: false, emojiOfTwiceTheLength: true, lengthOne: true, lengthTwo: false })
JS
node "$tmp/see.mjs"
