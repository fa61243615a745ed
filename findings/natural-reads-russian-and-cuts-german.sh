#!/usr/bin/env bash
# The word tokenizer of a well-known language toolkit keeps Russian words whole and cuts German, French and Spanish ones at
# every letter with a mark: "größe" becomes "gr" and "e", "señor" becomes "se" and "or". One who tries it with English
# and with Russian takes it for ready for the world. A classifier of the same package that has never seen a word of a
# message still names a class, with the share of each class in its lessons as the score: "how are you", nonsense and
# Chinese are all "order" where most lessons are of orders. It hurts a bot that routes by it: half of Europe is
# learnt by the pieces of its words, and the unknown is answered as sure as the known. Cut with Intl.Segmenter, and ask how
# many words of a message were known before its class is believed.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
packages=(natural@8.1.1)
node -e 'process.exit(parseInt(process.versions.node) < 24 ? 1 : 0)' || packages+=(node@24.21.0)
echo '{"type":"module","private":true,"allowScripts":{"node":true}}' >"$tmp/package.json"
npm i --prefix "$tmp" --no-audit --no-fund --loglevel=error "${packages[@]}" >&2
export PATH="$tmp/node_modules/.bin:$PATH"

cat >"$tmp/see.mjs" <<'JS'
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import natural from 'natural'

const versionOf = (name) =>
  JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, import.meta.url), 'utf8')).version
console.log('natural', versionOf('natural'))
const cut = (text) => new natural.WordTokenizer().tokenize(text)
const seen = { ru: cut('где мой заказ'), de: cut('größe'), es: cut('señor'), fr: cut('reçu') }
const classifier = new natural.BayesClassifier()
classifier.addDocument('where is my parcel', 'order')
classifier.addDocument('track my order', 'order')
classifier.addDocument('give me my money back', 'refund')
classifier.train()
const classes = ['how are you', 'qwerty', '退货'].map((text) => classifier.classify(text))

console.log('expected: words whole in each language, or in none but English; no class for what shares no word')
console.log('seen:    ', seen, classes)
assert.deepEqual(seen, { ru: ['где', 'мой', 'заказ'], de: ['gr', 'e'], es: ['se', 'or'], fr: ['re', 'u'] })
assert.deepEqual(classes, ['order', 'order', 'order'])
JS
node "$tmp/see.mjs"
