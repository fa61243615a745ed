#!/usr/bin/env bash
# A database in UTF-8 whose locale provider is "builtin" with C.UTF-8 lowers É and compares without case as it
# should. The extension pg_trgm does not ask that provider what is a letter, but the operating system's LC_CTYPE
# of the database, which initdb --locale=C leaves at C. In it no Chinese character is a letter: a text has no
# trigram at all, and its similarity to itself is 0. It hurts a search that works in English on every machine
# and finds no Chinese where the cluster was made with --locale=C (small images, test servers); similarity just
# says 0, and no error tells. Create the database with lc_ctype C.UTF-8, and let the program ask similarity of a
# Chinese word with itself once at its start.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
# Started by root, the server runs as the user "postgres", who must exist and be able to get in.
chmod 755 "$tmp" && mkdir -m 1777 "$tmp/server"
packages=(embedded-postgres@18.4.0-beta.17)
node -e 'process.exit(parseInt(process.versions.node) < 24 ? 1 : 0)' || packages+=(node@24.21.0)
echo '{"type":"module","private":true,"allowScripts":{"node":true}}' >"$tmp/package.json"
npm i --prefix "$tmp" --no-audit --no-fund --loglevel=error "${packages[@]}" >&2
export PATH="$tmp/node_modules/.bin:$PATH"
for folder in "$tmp"/node_modules/@embedded-postgres/*/; do (cd "$folder" && node scripts/hydrate-symlinks.js >&2); done

cat >"$tmp/see.mjs" <<'JS'
import assert from 'node:assert/strict'
import { createServer } from 'node:net'
import EmbeddedPostgres from 'embedded-postgres'

const port = await new Promise((resolve) => {
  const probe = createServer().listen(0, '127.0.0.1', () => {
    const { port } = probe.address()
    probe.close(() => resolve(port))
  })
})
const server = new EmbeddedPostgres({
  databaseDir: new URL('server/data', import.meta.url).pathname,
  port,
  persistent: false,
  createPostgresUser: false,
  initdbFlags: ['--locale=C', '--encoding=UTF8'],
  onLog() {},
  onError() {},
})
await server.initialise()
await server.start()
async function ask(database, sql) {
  const client = server.getPgClient(database)
  await client.connect()
  const { rows } = await client.query(sql).finally(() => client.end())
  return rows
}
const question = `select lower('ÉTÉ') as lower, similarity('refund', 'refund') as english,
  similarity('退货政策', '退货政策') as chinese, array_length(show_trgm('退货政策'), 1) as trigrams`
const provider = "locale_provider builtin builtin_locale 'C.UTF-8' template template0"
try {
  const [{ version }] = await ask('postgres', 'select version()')
  await ask('postgres', `create database plain ${provider}`)
  await ask('postgres', `create database wide ${provider} lc_ctype 'C.UTF-8'`)
  for (const database of ['plain', 'wide']) await ask(database, 'create extension pg_trgm')
  const [plain] = await ask('plain', question)
  const [wide] = await ask('wide', question)

  console.log(version.split(' on ')[0])
  console.log('expected: a text is like itself (1) in both databases, as in English')
  console.log('seen:    ', plain, 'beside lc_ctype C.UTF-8:', wide)
  assert.deepEqual(plain, { lower: 'été', english: 1, chinese: 0, trigrams: null })
  assert.equal(wide.chinese, 1)
} finally {
  await server.stop()
}
JS
node "$tmp/see.mjs"
