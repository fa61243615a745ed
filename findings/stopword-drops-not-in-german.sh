#!/usr/bin/env bash
# The lists of one package disagree about the most telling word there is. In English "not" is kept, in German,
# French, Russian, Dutch, Swedish, Polish, Italian, Spanish and Chinese it is removed; so "I want a refund" and
# "I want no refund" become the same query in nine languages and stay apart in the one the tests are written in.
# The German list goes further and drops words of meaning (day, year, time, two, three, right). It hurts a bot
# that matches approved answers or reads a consent after removing stop words: "ich will nicht warten" turns into
# "warten". Keep a list of negations and numbers that no stop list may touch, and test it in each language.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
packages=(stopword@3.1.5)
node -e 'process.exit(parseInt(process.versions.node) < 24 ? 1 : 0)' || packages+=(node@24.21.0)
echo '{"type":"module","private":true,"allowScripts":{"node":true}}' >"$tmp/package.json"
npm i --prefix "$tmp" --no-audit --no-fund --loglevel=error "${packages[@]}" >&2
export PATH="$tmp/node_modules/.bin:$PATH"

cat >"$tmp/see.mjs" <<'JS'
import assert from 'node:assert/strict'
import * as stopword from 'stopword'
import { readFileSync } from 'node:fs'

const manifest = new URL('node_modules/stopword/package.json', import.meta.url)
console.log('stopword', JSON.parse(readFileSync(manifest, 'utf8')).version)

const left = (lang, text) => stopword.removeStopwords(text.split(' '), stopword[lang]).join(' ')
const seen = {
  eng: left('eng', 'do not wait'),
  deu: left('deu', 'ich will nicht warten'),
  fra: left('fra', 'je ne veux pas attendre'),
  rus: left('rus', 'я не хочу ждать'),
  zho: left('zho', '我 不 要 退款'),
  ita: left('ita', 'non voglio aspettare'),
}
const meaning = ['tag', 'jahr', 'zeit', 'zwei', 'drei', 'zehn', 'recht'].filter((word) => stopword.deu.includes(word))

console.log('expected: what negates a sentence is kept in every language, or in none')
console.log('seen:    ', seen, meaning)
assert.match(seen.eng, /not/)
assert.deepEqual(
  { ...seen, eng: '' },
  { eng: '', deu: 'warten', fra: 'veux attendre', rus: 'хочу ждать', zho: '要 退款', ita: 'voglio aspettare' },
)
assert.equal(meaning.length, 7)
JS
node "$tmp/see.mjs"
