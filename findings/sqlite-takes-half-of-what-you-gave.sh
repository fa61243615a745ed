#!/usr/bin/env bash
# node:sqlite is strict in one direction only. One value too many, or a name the statement does not know, is an
# error; one value too few is silently NULL. A second statement behind the first semicolon is dropped as
# silently, and run() reports success. It hurts hand-written upserts and migrations: a forgotten parameter
# writes NULL into a fan's row, and the second half of a migration, put into prepare() instead of exec(), never
# happens. A query builder that counts its parameters is safe; else compare the number of marks before running,
# make columns NOT NULL, and use exec() for scripts.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
echo '{"type":"module","private":true,"allowScripts":{"node":true}}' >"$tmp/package.json"
npm i --prefix "$tmp" --no-audit --no-fund --loglevel=error node@24.21.0 >&2
export PATH="$tmp/node_modules/.bin:$PATH"

cat >"$tmp/see.mjs" <<'JS'
import assert from 'node:assert/strict'
import { DatabaseSync } from 'node:sqlite'

console.log('node', process.version, 'sqlite', process.versions.sqlite)
const db = new DatabaseSync(':memory:')
db.exec('create table fans (name text, lang text)')
const insert = db.prepare('insert into fans values (?, ?)')
insert.run('Ada')
assert.throws(() => insert.run('Ada', 'en', 'extra'))
const done = db.prepare("insert into fans values ('Bo', 'de'); insert into fans values ('Cy', 'fr')").run()
const seen = db.prepare('select name, lang from fans').all().map(({ name, lang }) => `${name} ${lang}`)

console.log('expected: an error for the missing value, and for the second statement')
console.log('seen:    ', seen, done)
assert.deepEqual(seen, ['Ada null', 'Bo de'])
assert.equal(done.changes, 1)
JS
node "$tmp/see.mjs"
