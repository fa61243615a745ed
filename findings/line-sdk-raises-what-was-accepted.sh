#!/usr/bin/env bash
# A push to LINE may carry a retry key, so that it can be sent again when its answer was lost. LINE answers the second try with 409 and
# the header x-line-accepted-request-id: the message is there already (page "Retry failed API requests"). The official client has an
# argument for the key, and raises that answer as an error like any other refusal, so that who retries until it no longer raises
# never ends, and who gives up tells staff that a message did not arrive which the fan has read. Ask the error for its status and
# take 409 for sent.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
packages=(@line/bot-sdk@11.2.0)
node -e 'process.exit(parseInt(process.versions.node) < 24 ? 1 : 0)' || packages+=(node@24.21.0)
echo '{"type":"module","private":true,"allowScripts":{"node":true}}' >"$tmp/package.json"
npm i --prefix "$tmp" --no-audit --no-fund --loglevel=error "${packages[@]}" >&2
export PATH="$tmp/node_modules/.bin:$PATH"

cat >"$tmp/see.mjs" <<'JS'
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { messagingApi } from '@line/bot-sdk'

const manifest = new URL('node_modules/@line/bot-sdk/package.json', import.meta.url)
console.log('@line/bot-sdk', JSON.parse(readFileSync(manifest, 'utf8')).version)

// As LINE does: a key is taken once, and the second try is told that the first was accepted.
const taken = new Set()
const server = createServer((request, response) => {
  const key = request.headers['x-line-retry-key']
  const isKnown = taken.has(key)
  taken.add(key)
  response.setHeader('content-type', 'application/json')
  if (isKnown) response.setHeader('x-line-accepted-request-id', 'request-1')
  response.statusCode = isKnown ? 409 : 200
  request.resume().on('end', () =>
    response.end(JSON.stringify(isKnown ? { message: 'The retry key is already accepted' } : { sentMessages: [{ id: '1' }] })),
  )
})
server.listen(0, '127.0.0.1')
await once(server, 'listening')
const baseURL = `http://127.0.0.1:${server.address().port}`
const client = new messagingApi.MessagingApiClient({ channelAccessToken: 'token', baseURL })
const push = () =>
  client.pushMessage({ to: 'U1', messages: [{ type: 'text', text: 'hello' }] }, '123e4567-e89b-42d3-a456-426614174000')
const first = await push()
const second = await push().catch((error) => error)
server.close()

console.log('expected: the second try says that the message was accepted')
console.log('seen:    ', JSON.stringify(first), 'and', second?.constructor?.name, second?.status)
assert.equal(first.sentMessages[0].id, '1')
assert.ok(second instanceof Error)
assert.equal(second.status, 409)
JS
node "$tmp/see.mjs"
