#!/usr/bin/env bash
# Bold whose edge is a punctuation mark is no bold in CommonMark when a letter follows without a blank. European
# writing has the blank, Chinese and Japanese have none, and their brackets, quotes and full stops are just such
# marks: in "退款**（三十天）**内" the stars stay for the reader to see. Two parsers agree, for it is the format's own
# rule. It hurts pages and chats that render a model's Markdown with a CommonMark library: an English answer
# looks right, its Chinese translation shows stars. Strip the marks by a rule of one's own where a platform has
# no Markdown, or move the marks inside the punctuation before rendering.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
packages=(marked@18.2.1 markdown-it@14.1.0)
node -e 'process.exit(parseInt(process.versions.node) < 24 ? 1 : 0)' || packages+=(node@24.21.0)
echo '{"type":"module","private":true,"allowScripts":{"node":true}}' >"$tmp/package.json"
npm i --prefix "$tmp" --no-audit --no-fund --loglevel=error "${packages[@]}" >&2
export PATH="$tmp/node_modules/.bin:$PATH"

cat >"$tmp/see.mjs" <<'JS'
import assert from 'node:assert/strict'
import markdownIt from 'markdown-it'
import { marked } from 'marked'
import { readFileSync } from 'node:fs'

const manifest = new URL('node_modules/marked/package.json', import.meta.url)
console.log('marked', JSON.parse(readFileSync(manifest, 'utf8')).version)

const other = markdownIt()
const isBold = (text) => [marked.parse(text), other.render(text)].map((html) => html.includes('<strong>'))
const seen = {
  'refunds **(30 days)** only': isBold('refunds **(30 days)** only'),
  '退款**（三十天）**内': isBold('退款**（三十天）**内'),
  '**三十天。**之内': isBold('**三十天。**之内'),
  '**三十天**之内': isBold('**三十天**之内'),
}

console.log('expected: bold in all four')
console.log('seen:    ', seen)
assert.deepEqual(Object.values(seen), [
  [true, true],
  [false, false],
  [false, false],
  [true, true],
])
JS
node "$tmp/see.mjs"
