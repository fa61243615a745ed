#!/usr/bin/env bash
# A column left out of an insert gets its default; so it is in Kysely with one row. With several rows of unequal
# shape it depends on the database: for PostgreSQL the hole becomes the word default, for SQLite, which has no
# such word there, it becomes NULL, and the column's default is skipped. Adding a second row changes what the
# first one stores. It hurts a program that runs on both: green on PostgreSQL, and on SQLite a conversation
# whose handler is NULL instead of "bot". Give all rows the same keys, write the defaults in code, and make such
# columns NOT NULL, so that it is an error at least.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
packages=(kysely@0.29.9)
node -e 'process.exit(parseInt(process.versions.node) < 24 ? 1 : 0)' || packages+=(node@24.21.0)
echo '{"type":"module","private":true,"allowScripts":{"node":true}}' >"$tmp/package.json"
npm i --prefix "$tmp" --no-audit --no-fund --loglevel=error "${packages[@]}" >&2
export PATH="$tmp/node_modules/.bin:$PATH"

cat >"$tmp/see.mjs" <<'JS'
import assert from 'node:assert/strict'
import { DatabaseSync } from 'node:sqlite'
import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import { readFileSync } from 'node:fs'

const manifest = new URL('node_modules/kysely/package.json', import.meta.url)
console.log('kysely', JSON.parse(readFileSync(manifest, 'utf8')).version)

const builder = (Adapter, Introspector, Compiler) =>
  new Kysely({
    dialect: {
      createAdapter: () => new Adapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new Introspector(db),
      createQueryCompiler: () => new Compiler(),
    },
  })
const lite = builder(SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler)
const postgres = builder(PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler)
const db = new DatabaseSync(':memory:')
db.exec("create table talks (id int, handler text default 'bot')")
const insert = (rows) => {
  const { sql, parameters } = lite.insertInto('talks').values(rows).compile()
  db.prepare(sql).run(...parameters)
}
insert([{ id: 1 }])
insert([{ id: 2 }, { id: 3, handler: 'staff' }])
const seen = db.prepare('select id, handler from talks').all().map(({ id, handler }) => `${id} ${handler}`)
const onPostgres = postgres.insertInto('talks').values([{ id: 2 }, { id: 3, handler: 'staff' }]).compile().sql

console.log("expected: ['1 bot', '2 bot', '3 staff']")
console.log('seen:    ', seen, 'and for PostgreSQL', onPostgres)
assert.deepEqual(seen, ['1 bot', '2 null', '3 staff'])
assert.match(onPostgres, /default/)
JS
node "$tmp/see.mjs"
