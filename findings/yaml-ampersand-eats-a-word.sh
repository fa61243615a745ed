#!/usr/bin/env bash
# A sentence in a YAML file that begins with & loses its first word: YAML reads "&Beans" as the name of an
# anchor, and an anchor that nobody refers to is neither an error nor a warning. Its sisters do speak up: @ and
# % are errors, ! is a warning, * is an error. It hurts whoever lets a brand's people write a character's lines
# by hand ("&Sons", "&Co"): the approved answer goes out without its subject. A loader is safe when it refuses
# every anchor that no alias uses, at its line and column; a schema cannot help, for what is left is a good
# string.
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
import { LineCounter, parseDocument } from 'yaml'
import { readFileSync } from 'node:fs'

const manifest = new URL('node_modules/yaml/package.json', import.meta.url)
console.log('yaml', JSON.parse(readFileSync(manifest, 'utf8')).version)

const read = (text) => {
  const { errors, warnings, contents } = parseDocument(text, { lineCounter: new LineCounter() })
  return { said: contents?.toJSON()?.answer, errors: errors.length, warnings: warnings.length }
}
const ampersand = read('answer: &Beans come back within thirty days.\n')
const exclamation = read('answer: !Daily from nine.\n')
const at = read('answer: @luna knows more.\n')

console.log('expected: an error or at least a warning for a sentence that begins with &, as for @ and !')
console.log('seen:     &', ampersand, '\n          !', exclamation, '\n          @', at)
assert.deepEqual(ampersand, { said: 'come back within thirty days.', errors: 0, warnings: 0 })
assert.equal(exclamation.warnings, 1)
assert.equal(at.errors, 1)
JS
node "$tmp/see.mjs"
