#!/usr/bin/env bash
# z.toJSONSchema copies the source of a regular expression and drops its flags without a word, although it
# throws for other things that JSON Schema cannot say (transforms, dates). A schema with the i flag therefore
# takes "Euro" in the program and refuses it in every editor and validator that uses the generated schema: the
# author of a character file sees a red line under something that works, and "corrects" it. Whoever generates an
# editor's schema from zod should write such patterns without flags ([a-z] and [A-Z] both), and check that the
# good examples pass both ways.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
packages=(zod@4.6.7 ajv@8.20.0)
node -e 'process.exit(parseInt(process.versions.node) < 24 ? 1 : 0)' || packages+=(node@24.21.0)
echo '{"type":"module","private":true,"allowScripts":{"node":true}}' >"$tmp/package.json"
npm i --prefix "$tmp" --no-audit --no-fund --loglevel=error "${packages[@]}" >&2
export PATH="$tmp/node_modules/.bin:$PATH"

cat >"$tmp/see.mjs" <<'JS'
import assert from 'node:assert/strict'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { z } from 'zod'
import { readFileSync } from 'node:fs'

const manifest = new URL('node_modules/zod/package.json', import.meta.url)
console.log('zod', JSON.parse(readFileSync(manifest, 'utf8')).version)

const schema = z.string().regex(/^(?:euro|dollar)s?$/i)
const generated = z.toJSONSchema(schema)
const seen = { program: schema.safeParse('Euro').success, editor: new Ajv2020().validate(generated, 'Euro') }
let thrown = ''
try {
  z.toJSONSchema(z.date())
} catch (error) {
  thrown = error.message
}

console.log('expected: both say true, or toJSONSchema throws, as it does for a date:', thrown)
console.log('seen:    ', seen, generated.pattern)
assert.deepEqual(seen, { program: true, editor: false })
assert.equal(generated.pattern, '^(?:euro|dollar)s?$')
assert.notEqual(thrown, '')
JS
node "$tmp/see.mjs"
