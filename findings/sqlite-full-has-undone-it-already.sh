#!/usr/bin/env bash
# A statement that fails within a transaction leaves the transaction open: after a broken UNIQUE one goes on, or rolls back. Not when
# the disk is full: then SQLite has undone the whole transaction by itself, with what went well before, and the ROLLBACK that every
# wrapper sends next fails with "cannot rollback". That second error hides the first, so that an operator reads nothing of a full
# disk; and code that goes on after the error writes outside any transaction. Ask the connection whether it is still in one
# (`isTransaction` in node:sqlite) before rolling back, and keep the first error.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
packages=()
node -e 'process.exit(parseInt(process.versions.node) < 24 ? 1 : 0)' || packages+=(node@24.21.0)
echo '{"type":"module","private":true,"allowScripts":{"node":true}}' >"$tmp/package.json"
[ ${#packages[@]} -eq 0 ] || npm i --prefix "$tmp" --no-audit --no-fund --loglevel=error "${packages[@]}" >&2
export PATH="$tmp/node_modules/.bin:$PATH"

cat >"$tmp/see.mjs" <<'JS'
import assert from 'node:assert/strict'
import { DatabaseSync } from 'node:sqlite'

const db = new DatabaseSync(':memory:')
console.log('node', process.version, '· SQLite', db.prepare('SELECT sqlite_version() AS version').get().version)
// A database that may have twelve pages stands for a disk that is full.
db.exec('PRAGMA max_page_count = 12; CREATE TABLE heard (id INTEGER PRIMARY KEY, body TEXT UNIQUE)')
db.exec("BEGIN; INSERT INTO heard VALUES (1, 'hello')")

const failing = (work) => {
  try {
    work()
  } catch (error) {
    return `${error.message}; still in the transaction: ${db.isTransaction}`
  }
}
const twice = failing(() => db.exec("INSERT INTO heard VALUES (2, 'hello')"))
const full = failing(() => {
  for (let id = 3; ; id++) db.prepare('INSERT INTO heard VALUES (?, ?)').run(id, 'x'.repeat(900) + id)
})
const rollback = failing(() => db.exec('ROLLBACK'))

console.log('expected: both leave the transaction open, and ROLLBACK ends it')
console.log('seen:    ', { twice, full, rollback })
assert.equal(twice, 'UNIQUE constraint failed: heard.body; still in the transaction: true')
assert.equal(full, 'database or disk is full; still in the transaction: false')
assert.match(rollback, /^cannot rollback/)
JS
node "$tmp/see.mjs"
