#!/usr/bin/env bash
# The online backup of SQLite, in node:sqlite too, copies a hundred pages a step by default, so that nobody waits for it. But when
# another connection, such as the program that is backed up, writes between two steps, SQLite begins the copy at the first page again,
# and nobody is told: on a database that is written to all the time a copy of a few megabytes takes fifty times its steps, and one of a
# few gigabytes is never done. Tests on an idle file see nothing of it. Copy in one step (`rate` above the number of pages): in WAL
# mode it keeps no writer waiting.
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
import { backup, DatabaseSync } from 'node:sqlite'

const file = new URL('live.db', import.meta.url).pathname
const db = new DatabaseSync(file)
console.log('node', process.version, '· SQLite', db.prepare('SELECT sqlite_version() AS version').get().version)
db.exec('PRAGMA journal_mode = WAL; CREATE TABLE heard (body TEXT)')
db.exec("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 4000) INSERT INTO heard SELECT hex(randomblob(1500)) FROM n")

/** `isWritten`: the program goes on writing, one row between two steps, for the first two hundred. */
async function steps(rate, isWritten) {
  const source = new DatabaseSync(file, { readOnly: true })
  let count = 1
  await backup(source, new URL(`copy-${rate}-${isWritten}.db`, import.meta.url).pathname, {
    rate,
    progress() {
      count += 1
      if (isWritten && count < 200) db.exec("INSERT INTO heard VALUES ('one more')")
    },
  })
  source.close()
  return count
}

const pages = db.prepare('PRAGMA page_count').get().page_count
const idle = await steps(100, false)
const busy = await steps(100, true)
const whole = await steps(2 ** 31 - 1, true)
console.log(`expected: ${pages} pages are ${Math.ceil(pages / 100)} steps of 100, written to or not`)
console.log('seen:    ', { idle, busy, whole })
assert.equal(idle, Math.ceil(pages / 100))
assert.ok(busy >= 200 + idle - 2, 'it begins anew until nobody writes any more')
assert.equal(whole, 1)
JS
node "$tmp/see.mjs"
