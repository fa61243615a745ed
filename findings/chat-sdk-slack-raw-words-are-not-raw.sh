#!/usr/bin/env bash
# What the Chat SDK posts as a string or as `{ raw }` is "passed through as-is to the platform" (reference of PostableMessage). Slack's adapter
# writes an @ with an id behind it as a mention all the same: `@U0BEN` leaves as `<@U0BEN>`, and that member is called, though the words only
# repeat what somebody typed. Say such words in a rich_text block, in which no letter has a meaning.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
packages=(chat@4.41.1 @chat-adapter/slack@4.41.1)
node -e 'process.exit(parseInt(process.versions.node) < 24 ? 1 : 0)' || packages+=(node@24.21.0)
echo '{"type":"module","private":true,"allowScripts":{"node":true}}' >"$tmp/package.json"
npm i --prefix "$tmp" --no-audit --no-fund --loglevel=error "${packages[@]}" >&2
export PATH="$tmp/node_modules/.bin:$PATH"

cat >"$tmp/see.mjs" <<'JS'
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createSlackAdapter } from '@chat-adapter/slack'

const manifest = new URL('node_modules/@chat-adapter/slack/package.json', import.meta.url)
console.log('@chat-adapter/slack', JSON.parse(readFileSync(manifest, 'utf8')).version)

let posted = ''
const server = createServer(async (request, response) => {
  let body = ''
  for await (const part of request) body += part
  if (request.url.endsWith('chat.postMessage')) posted = new URLSearchParams(body).get('text')
  response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify({ ok: true, ts: '1.2', user_id: 'U0PIP', bot_id: 'B0PIP', team_id: 'T0', user: 'pip' }))
})
server.listen(0, '127.0.0.1')
await once(server, 'listening')
const silent = { debug() {}, info() {}, warn() {}, error() {}, child: () => silent }
const state = { get: async () => null, set: async () => {}, getList: async () => [], appendToList: async () => {} }
const adapter = createSlackAdapter({
  ...{ botToken: 'xoxb-1', signingSecret: 's', logger: silent, userName: 'pip' },
  apiUrl: `http://127.0.0.1:${server.address().port}/api/`,
})
await adapter.initialize({ getState: () => state, getLogger: () => silent, getUserName: () => 'pip' })
const typed = 'my code is @U0BEN'
await adapter.postMessage('slack:C0TALK:', { raw: typed })
server.close()

console.log('expected:', typed)
console.log('seen:    ', posted)
assert.equal(posted, 'my code is <@U0BEN>')
JS
node "$tmp/see.mjs"
