#!/usr/bin/env bash
# Intl.DateTimeFormat takes the calendar from the language alone: a return period that ends in 2027 ends in 2570
# in Thai and in 1406 in Persian, while Arabic, Hindi and Hebrew keep 2027. The option to keep one's own
# calendar is easily missed: calendar, or th-u-ca-gregory in the tag. That is right for a calendar on the wall,
# but it hurts a bot that shows a date a brand is bound by, then reads its own answer back and checks it against
# the approved one: the date is "wrong", or is taken for a promise of 543 years. Ask for the Gregorian calendar
# wherever a date binds.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
echo '{"type":"module","private":true,"allowScripts":{"node":true}}' >"$tmp/package.json"
npm i --prefix "$tmp" --no-audit --no-fund --loglevel=error node@24.21.0 >&2
export PATH="$tmp/node_modules/.bin:$PATH"

cat >"$tmp/see.mjs" <<'JS'
import assert from 'node:assert/strict'
console.log('node', process.version, 'ICU', process.versions.icu)
const until = new Date('2027-03-31T12:00:00Z')
const say = (lang, options = {}) =>
  new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC', numberingSystem: 'latn', ...options }).format(until)
const yearOf = (text) => Number(/\d{4}/.exec(text)?.[0])
const langs = ['en', 'ar', 'hi', 'he', 'th', 'fa']
const seen = Object.fromEntries(langs.map((lang) => [lang, yearOf(say(lang))]))

console.log('expected: 2027 in every language')
console.log('seen:    ', seen, say('th'))
assert.deepEqual(seen, { en: 2027, ar: 2027, hi: 2027, he: 2027, th: 2570, fa: 1406 })
assert.equal(yearOf(say('th', { calendar: 'gregory' })), 2027)
assert.equal(yearOf(say('fa', { calendar: 'gregory' })), 2027)
JS
node "$tmp/see.mjs"
