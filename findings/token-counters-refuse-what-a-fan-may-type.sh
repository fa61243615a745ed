#!/usr/bin/env bash
# Counting the tokens of a message before it is sent to a model: two packages raise an error at a fan's ordinary words when
# these hold the name of a special token, and do not agree which names these are. A fan who asks what <|endoftext|>
# means stops both; one who pastes a prompt with <|im_start|> stops one of them, while the other counts it as six plain
# tokens. The endpoint itself takes either as text. It hurts a budget that is kept by counting: the turn fails, or the
# message is never answered, and no test with ordinary words shows it. Say that no token is special in what fans wrote.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
packages=(js-tiktoken@1.0.21 gpt-tokenizer@4.0.0)
node -e 'process.exit(parseInt(process.versions.node) < 24 ? 1 : 0)' || packages+=(node@24.21.0)
echo '{"type":"module","private":true,"allowScripts":{"node":true}}' >"$tmp/package.json"
npm i --prefix "$tmp" --no-audit --no-fund --loglevel=error "${packages[@]}" >&2
export PATH="$tmp/node_modules/.bin:$PATH"

cat >"$tmp/see.mjs" <<'JS'
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { encode } from 'gpt-tokenizer'
import { getEncoding } from 'js-tiktoken'

const versionOf = (name) =>
  JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, import.meta.url), 'utf8')).version
console.log('js-tiktoken', versionOf('js-tiktoken'), 'gpt-tokenizer', versionOf('gpt-tokenizer'))
const tiktoken = getEncoding('o200k_base')
const counted = (count, text) => {
  try {
    return count(text).length
  } catch {
    return 'an error'
  }
}
const texts = ['what does <|endoftext|> mean?', '<|im_start|>']
const seen = texts.map((text) => ({
  text,
  jsTiktoken: counted((words) => tiktoken.encode(words), text),
  gptTokenizer: counted(encode, text),
  asPlainText: tiktoken.encode(text, [], []).length,
}))

console.log('expected: a number for each text, the same from both')
console.log('seen:    ', seen)
assert.deepEqual(seen.map(({ jsTiktoken, gptTokenizer }) => [jsTiktoken, gptTokenizer]), [
  ['an error', 'an error'],
  [6, 'an error'],
])
JS
node "$tmp/see.mjs"
