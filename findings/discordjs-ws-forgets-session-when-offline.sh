#!/usr/bin/env bash
# A line that breaks costs a bot on @discordjs/ws what was said meanwhile, exactly when it is down for longer than
# half a second. The session is kept when the connection breaks, and it tries once more; when that try meets
# "connection refused" (or reset, or timed out), it forgets the session, and begins a new one when the network is
# back. Discord would have sent everything missed to who resumes, for minutes; to a new session it sends nothing.
# It hurts every bot that must not lose a message: a router that restarts loses them, and the log says "connected".
# Keep the session yourself: ignore the null that updateSessionInfo is given unless Discord itself ended the session.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
packages=(@discordjs/ws@1.2.3 @discordjs/rest@2.6.3 ws@8.23.0)
node -e 'process.exit(parseInt(process.versions.node) < 24 ? 1 : 0)' || packages+=(node@24.21.0)
echo '{"type":"module","private":true,"allowScripts":{"node":true}}' >"$tmp/package.json"
npm i --prefix "$tmp" --no-audit --no-fund --loglevel=error "${packages[@]}" >&2
export PATH="$tmp/node_modules/.bin:$PATH"

cat >"$tmp/see.mjs" <<'JS'
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { REST } from '@discordjs/rest'
import { WebSocketManager } from '@discordjs/ws'
import { WebSocketServer } from 'ws'

const manifest = new URL('node_modules/@discordjs/ws/package.json', import.meta.url)
console.log('@discordjs/ws', JSON.parse(readFileSync(manifest, 'utf8')).version)

const asked = []
let port = 0
/** A gateway that greets, takes a new session or a resumed one, and tells which it was asked for. */
async function listen() {
  const server = new WebSocketServer({ port, host: '127.0.0.1' })
  await once(server, 'listening')
  port = server.address().port
  server.on('connection', (socket) => {
    const send = (payload) => socket.send(JSON.stringify(payload))
    send({ op: 10, d: { heartbeat_interval: 45_000 } })
    socket.on('message', (raw) => {
      const { op } = JSON.parse(String(raw))
      if (op === 2) {
        asked.push('a new session')
        const user = { id: '100000000000000001' }
        send({ op: 0, t: 'READY', s: 1, d: { v: 10, user, session_id: 's', resume_gateway_url: `ws://127.0.0.1:${port}` } })
      }
      if (op === 6) {
        asked.push('to resume')
        send({ op: 0, t: 'RESUMED', s: 2, d: {} })
      }
    })
  })
  return server
}
/** The line is down for so long. */
async function breaks(server, ms) {
  for (const socket of server.clients) socket.terminate()
  await new Promise((resolve) => server.close(resolve))
  await new Promise((resolve) => setTimeout(resolve, ms))
  const next = await listen()
  await once(next, 'connection')
  while (asked.length === 0) await new Promise((resolve) => setTimeout(resolve, 20))
  return next
}

let server = await listen()
const api = createServer((_, response) => {
  const session_start_limit = { total: 1000, remaining: 1000, reset_after: 60_000, max_concurrency: 1 }
  response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify({ url: `ws://127.0.0.1:${port}`, shards: 1, session_start_limit }))
}).listen(0, '127.0.0.1')
await once(api, 'listening')

const rest = new REST({ api: `http://127.0.0.1:${api.address().port}/api` }).setToken('token')
const manager = new WebSocketManager({ token: 'token', intents: 0, rest })
manager.on('error', () => {})
await manager.connect()

asked.length = 0
server = await breaks(server, 0)
const [short] = asked
asked.length = 0
server = await breaks(server, 1_500)
const [long] = asked

console.log('expected: the session is resumed after both, as Discord keeps it for minutes')
console.log('seen:    ', { 'line down for a moment': short, 'line down for a second and a half': long })
assert.equal(short, 'to resume')
assert.equal(long, 'a new session')
process.exit(0)
JS
node "$tmp/see.mjs"
