#!/usr/bin/env bash
# Two packages that measure how a message feels add up words, and their rule for "not" looks for another word than "no":
# what a contented customer says most ("no problem", "no worries at all") is among the angriest texts they know, while
# the complaints a help desk lives on ("the order never came", "where is my refund", "my lid leaks") have no feeling at
# all. It hurts whoever raises alarms, routes to a person or measures the mood of a community by such a number: thanks
# open cases and trouble does not. Judge by what is claimed and asked; use such a score only as one sign among others,
# and try it on your own thanks and complaints first.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
packages=(sentiment@5.0.2 vader-sentiment@1.1.3)
node -e 'process.exit(parseInt(process.versions.node) < 24 ? 1 : 0)' || packages+=(node@24.21.0)
echo '{"type":"module","private":true,"allowScripts":{"node":true}}' >"$tmp/package.json"
npm i --prefix "$tmp" --no-audit --no-fund --loglevel=error "${packages[@]}" >&2
export PATH="$tmp/node_modules/.bin:$PATH"

cat >"$tmp/see.mjs" <<'JS'
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import Sentiment from 'sentiment'
import vader from 'vader-sentiment'

const versionOf = (name) =>
  JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, import.meta.url), 'utf8')).version
console.log('sentiment', versionOf('sentiment'), 'vader-sentiment', versionOf('vader-sentiment'))
const summed = new Sentiment()
const scores = (text) => [
  summed.analyze(text).score,
  vader.SentimentIntensityAnalyzer.polarity_scores(text).compound,
]
const content = ['no problem', 'no worries at all']
const troubled = ['the order never came', 'where is my refund', 'my lid leaks']
const seen = Object.fromEntries([...content, ...troubled].map((text) => [text, scores(text)]))

console.log('expected: the first two not below the other three')
console.log('seen:    ', seen)
for (const text of content) for (const score of seen[text]) assert.ok(score < -0.5)
for (const text of troubled) assert.deepEqual(seen[text], [0, 0])
JS
node "$tmp/see.mjs"
