#!/usr/bin/env bash
# Lists of bad words come one a language, and whoever serves fans of many languages reads all of them: fans mix languages. But a word
# that is foul in one is everyday in another. The Swedish for "sold out" and "got", the Danish and Norwegian for a subject at school,
# the Romanian for "after" and the German for "fat" stand in the lists of other languages; a filter with the default English list
# calls a Swede's "the film is over" profane. It hurts a bot that answers abuse, or one that checks its own replies: every sentence
# with such a word is refused. Hold such lists against the small words of each language you serve, and let short ones count only
# beside another word of their language.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
packages=(naughty-words@1.2.0 leo-profanity@1.8.0)
node -e 'process.exit(parseInt(process.versions.node) < 24 ? 1 : 0)' || packages+=(node@24.21.0)
echo '{"type":"module","private":true,"allowScripts":{"node":true}}' >"$tmp/package.json"
npm i --prefix "$tmp" --no-audit --no-fund --loglevel=error "${packages[@]}" >&2
export PATH="$tmp/node_modules/.bin:$PATH"

cat >"$tmp/see.mjs" <<'JS'
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const need = createRequire(import.meta.url)
const version = (name) => JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, import.meta.url), 'utf8')).version
console.log('naughty-words', version('naughty-words'), '· leo-profanity', version('leo-profanity'))

const lists = need('naughty-words')
const everyday = { sv: ['slut', 'fick'], da: ['fag'], no: ['fag'], ro: ['dupa'], de: ['dick'] }
const seen = Object.entries(everyday).flatMap(([lang, words]) =>
  words.map((word) => `${lang} ${word}: foul in ${Object.keys(lists).filter((list) => lists[list].includes?.(word))}`),
)
const filter = need('leo-profanity')
const sentence = 'Filmen är slut'

console.log('expected: no everyday word of a language stands in any list, and a Swede may say that the film is over')
console.log('seen:    ', seen.join('; '), '· profane:', sentence, filter.check(sentence))
assert.deepEqual(seen, [
  'sv slut: foul in en',
  'sv fick: foul in de',
  'da fag: foul in en',
  'no fag: foul in en',
  'ro dupa: foul in pl',
  'de dick: foul in en',
])
assert.equal(filter.check(sentence), true)
JS
node "$tmp/see.mjs"
