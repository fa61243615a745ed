#!/usr/bin/env bash
# Importing a toolkit for words does two things that have nothing to do with words: it reads the file .env of the folder
# one stands in and puts what stands there into the environment of the program, and it prints several lines with advice
# about another product to standard output. A bot that lists its variables on purpose, or keeps its keys in files of their
# own, has those of .env besides; and a command whose output is JSON lines for another program begins with lines that are
# none. It comes with connections to databases that the toolkit sets up for a part few use. Import the one
# part you need by its own path, or load the toolkit in a process of its own.
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
import { readFileSync, writeFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'

const versionOf = (name) =>
  JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, import.meta.url), 'utf8')).version
console.log('natural', versionOf('natural'))
const folder = new URL('.', import.meta.url).pathname
writeFileSync(`${folder}.env`, 'SHOP_PHONE_HOURS=9-17\n')
writeFileSync(`${folder}uses-natural.mjs`, "import 'natural'; console.log('hours=' + process.env.SHOP_PHONE_HOURS)")
const printed = execFileSync(process.execPath, ['uses-natural.mjs'], { cwd: folder, encoding: 'utf8' }).trim().split('\n')
const hours = printed.at(-1)

console.log('expected: nothing printed, and hours undefined')
console.log('seen:     lines printed', printed.length - 1, hours)
assert.ok(printed.length > 1)
assert.equal(hours, 'hours=9-17')
JS
node "$tmp/see.mjs"
