#!/usr/bin/env bash
# A gauge of prom-client that was never set, or was reset because its source is out of reach, is not absent: it is exported as 0.
# `reset()` reads like "forget the value"; for ages, queues and dead letters 0 means that all is well, so that an alert on them falls
# silent exactly when the database they come from is down. The same gauge with a label does vanish. To make one without labels absent
# call `remove()`, whose documentation speaks of labels only.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
echo '{"type":"module","private":true}' >"$tmp/package.json"
npm i --prefix "$tmp" --no-audit --no-fund --loglevel=error prom-client@15.1.3 >&2

cat >"$tmp/see.mjs" <<'JS'
import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import prom from 'prom-client'

const { version } = createRequire(import.meta.url)('prom-client/package.json')
console.log('node', process.version, '· prom-client', version)
const registry = new prom.Registry()
const age = new prom.Gauge({ name: 'oldest_unread_seconds', help: 'age', registers: [registry] })
const byQueue = new prom.Gauge({ name: 'oldest_in_queue_seconds', help: 'age', labelNames: ['queue'], registers: [registry] })
const lines = async () => (await registry.metrics()).split('\n').filter((line) => line !== '' && !line.startsWith('#'))

const never = await lines()
age.set(90)
byQueue.set({ queue: 'inbox' }, 90)
const set = await lines()
age.reset()
byQueue.reset()
const reset = await lines()
age.remove()
const removed = await lines()

console.log('expected: what was never measured, and what was reset, is absent')
console.log('seen:    ', { never, set, reset, removed })
assert.deepEqual(never, ['oldest_unread_seconds 0'])
assert.deepEqual(reset, ['oldest_unread_seconds 0'])
assert.deepEqual(removed, [])
JS
node "$tmp/see.mjs"
