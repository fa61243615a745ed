#!/usr/bin/env bash
# Markdown escapes a mark that is to be read as itself: \*not bold\*, \_x\_, \~about\~. The usual package that turns Markdown into
# Slack's mrkdwn takes the backslash off and writes the bare mark, and for Slack the bare mark is formatting: what was escaped is
# bold, slanted or struck out. Escaping first, as one does with words that are not one's own, is thus of no use: a fan's *order* comes
# out bold, ~2 weeks~ struck out. The same package for Telegram escapes anew in the other's manner. mrkdwn has no
# escape for these marks: say such words in a rich_text block, or put a zero-width space beside the mark.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
packages=(slackify-markdown@5.0.0 telegramify-markdown@1.3.3)
node -e 'process.exit(parseInt(process.versions.node) < 24 ? 1 : 0)' || packages+=(node@24.21.0)
echo '{"type":"module","private":true,"allowScripts":{"node":true}}' >"$tmp/package.json"
npm i --prefix "$tmp" --no-audit --no-fund --loglevel=error "${packages[@]}" >&2
export PATH="$tmp/node_modules/.bin:$PATH"

cat >"$tmp/see.mjs" <<'JS'
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import * as slackify from 'slackify-markdown'
import telegramify from 'telegramify-markdown'

const versionOf = (name) =>
  JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, import.meta.url), 'utf8')).version
for (const name of ['slackify-markdown', 'telegramify-markdown']) console.log(name, versionOf(name))
const toSlack = slackify.slackifyMarkdown ?? slackify.default
const visible = (text) => text.replaceAll('\u200B', '').trim()
const seen = {
  bold: visible(toSlack('**bold**')),
  escaped: visible(toSlack('\\*not bold\\*')),
  struck: visible(toSlack('\\~2 weeks\\~')),
  slanted: visible(toSlack('\\_x\\_')),
  telegram: telegramify('\\*not bold\\*', 'escape').trim(),
}
console.log('expected: *bold* for the first, and for the others anything that Slack does not read as formatting')
console.log('seen:    ', seen)
assert.deepEqual(seen, {
  bold: '*bold*',
  escaped: '*not bold*',
  struck: '~2 weeks~',
  slanted: '_x_',
  telegram: '\\*not bold\\*',
})
JS
node "$tmp/see.mjs"
