#!/usr/bin/env bash
# A parser of dates in many languages finds "tomorrow" inside "the day after tomorrow". In German, Italian, Russian
# and Chinese the longer word is known; in Spanish (pasado mañana), Portuguese (depois de amanhã) and French
# (après-demain) only its end is read, and the answer is a whole date, one day early, with nothing to show that half of
# the phrase was left out. In Japanese "Friday of next week" becomes the Friday that is over. It hurts a bot that reads
# "I need it by pasado mañana", a promise that a colleague types, or a date in a draft that is held against an approved
# one: all of them are a day off in four languages and right in the ones a test is written in. Compare the text that was
# read with the words around it, and refuse a date whose neighbour is one of time.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
packages=(chrono-node@2.10.3)
node -e 'process.exit(parseInt(process.versions.node) < 24 ? 1 : 0)' || packages+=(node@24.21.0)
echo '{"type":"module","private":true,"allowScripts":{"node":true}}' >"$tmp/package.json"
npm i --prefix "$tmp" --no-audit --no-fund --loglevel=error "${packages[@]}" >&2
export PATH="$tmp/node_modules/.bin:$PATH"

cat >"$tmp/see.mjs" <<'JS'
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import * as chrono from 'chrono-node'

const versionOf = (name) =>
  JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, import.meta.url), 'utf8')).version
console.log('chrono-node', versionOf('chrono-node'), 'node', process.version)
const monday = new Date(2026, 10, 30, 12)
const dayOf = (lang, text) => {
  const [found] = (lang === 'zh' ? chrono.zh.hans : chrono[lang]).parse(text, monday)
  return found === undefined ? null : [found.text, found.start.date().getDate()]
}
const seen = {
  de: dayOf('de', 'übermorgen'),
  it: dayOf('it', 'dopodomani'),
  ru: dayOf('ru', 'послезавтра'),
  zh: dayOf('zh', '后天'),
  es: dayOf('es', 'llega pasado mañana'),
  pt: dayOf('pt', 'chega depois de amanhã'),
  fr: dayOf('fr', 'après-demain'),
  ja: dayOf('ja', '来週の金曜日'),
}

console.log('today is Monday, 30 November. Expected: 2 December in seven languages, 11 or 4 December in Japanese, or nothing')
console.log('seen:', seen)
for (const lang of ['de', 'it', 'ru', 'zh']) assert.equal(seen[lang][1], 2)
assert.deepEqual(seen.es, ['mañana', 1])
assert.deepEqual(seen.pt, ['amanhã', 1])
assert.deepEqual(seen.fr, ['demain', 1])
assert.deepEqual(seen.ja, ['金曜日', 27])
JS
node "$tmp/see.mjs"
