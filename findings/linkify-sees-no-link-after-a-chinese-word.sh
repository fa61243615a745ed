#!/usr/bin/env bash
# A finder of addresses that names itself "with full Unicode support" wants a blank or a mark before https://, as European
# writing has it. Chinese, Japanese and Thai write none: in "看https://…" it finds no address at all, though https:// cannot be
# mistaken, and in "邮箱ana@…" no mail address. With a full-width mark or a blank before it the same address is found, and what
# follows without a blank becomes a part of it: "https://shop.example谢谢" is one host. It hurts a chat page, whose Chinese fans get
# dead words for links, and whoever counts links or cuts a preview. Look for the scheme itself, and end an address at Han or Thai.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
packages=(linkify-it@6.1.0)
node -e 'process.exit(parseInt(process.versions.node) < 24 ? 1 : 0)' || packages+=(node@24.21.0)
echo '{"type":"module","private":true,"allowScripts":{"node":true}}' >"$tmp/package.json"
npm i --prefix "$tmp" --no-audit --no-fund --loglevel=error "${packages[@]}" >&2
export PATH="$tmp/node_modules/.bin:$PATH"

cat >"$tmp/see.mjs" <<'JS'
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { LinkifyIt } from 'linkify-it'

const versionOf = (name) =>
  JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, import.meta.url), 'utf8')).version
console.log('linkify-it', versionOf('linkify-it'))
const linkify = new LinkifyIt()
const found = (text) => (linkify.match(text) ?? []).map(({ raw }) => raw)
const seen = {
  english: found('see https://shop.example/a now'),
  mark: found('链接：https://shop.example/a。'),
  chinese: found('看https://shop.example/a'),
  japanese: found('これhttps://shop.example/a'),
  thai: found('ดูhttps://shop.example/a'),
  mail: found('邮箱ana@shop.example'),
  after: found('看 https://shop.example谢谢'),
}
console.log('expected: https://shop.example/a in the first five, the mail address, and a host without 谢谢')
console.log('seen:    ', seen)
assert.deepEqual(seen, {
  english: ['https://shop.example/a'],
  mark: ['https://shop.example/a'],
  chinese: [],
  japanese: [],
  thai: [],
  mail: [],
  after: ['https://shop.example谢谢'],
})
JS
node "$tmp/see.mjs"
