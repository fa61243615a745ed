/** The path of a message as spans, on the wire, where somebody takes them; nothing of OpenTelemetry is loaded where nobody does. */
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { SendError } from '../../src/errors.ts'
import { startChat } from '../support/chat.ts'
import { type OtlpReceiver, type ReceivedSpan, startOtlpReceiver } from '../support/otlp-receiver.ts'

let receiver: OtlpReceiver
beforeEach(async () => {
  receiver = await startOtlpReceiver()
})
afterEach(() => receiver[Symbol.asyncDispose]())

const env = () => ({
  OTEL_EXPORTER_OTLP_ENDPOINT: `${receiver.url}/`,
  OTEL_EXPORTER_OTLP_HEADERS: 'x-api-key=otlp%20key',
  OTEL_SERVICE_NAME: 'pip-of-a-test',
})

/** `accept` → its children, and theirs. */
function tree(spans: readonly ReceivedSpan[], parentId: string): string[] {
  return spans
    .filter((span) => span.parentId === parentId)
    .toSorted((a, b) => Number(a.startNs - b.startNs))
    .map((span) => [span.name, ...tree(spans, span.spanId).map((inner) => `(${inner})`)].join(' '))
}

it('one message is one trace: accepted, thought about station by station, settled, delivered', async () => {
  {
    await using chat = await startChat('coffee', { pages: [], env: env() })
    const ana = chat.fan('Ana Unmistakable')
    await ana.says('what is the meaning of my shoe size, forty-six?')
    await ana.hears()
    await chat.mascot.settled()
  }
  const { spans } = receiver
  expect(receiver.refused).toEqual([])
  expect(new Set(spans.map(({ traceId }) => traceId)).size).toBe(1)
  const [root, ...others] = tree(spans, '')
  expect(others).toEqual([])
  expect(root).toMatch(
    /^accept \(turn \(attend\) \(recall\) \(triage\) \(compose\) \(review\) \(settle\)( \(deliver\))+\)$/,
  )
  expect(spans.every(({ startNs, endNs, status }) => startNs > 0n && endNs >= startNs && status === 0)).toBe(true)
  expect(receiver.headers[0]).toMatchObject({ 'x-api-key': 'otlp key' })
  expect(new Set(spans.map(({ service }) => service))).toEqual(new Set(['pip-of-a-test']))
  const turn = spans.find(({ name }) => name === 'turn')
  expect(turn?.attributes).toEqual({
    'mascot.platform': 'test',
    'mascot.thread': expect.stringMatching(/^test:#\w{10}$/),
    'mascot.surface': 'direct',
    'mascot.messages': 1,
    'mascot.decision': expect.any(String),
    'mascot.reason': expect.any(String),
  })
  expect(JSON.stringify(spans, (_, value) => (typeof value === 'bigint' ? String(value) : value))).not.toMatch(
    /Unmistakable|shoe|forty/,
  )
})

it('a send that failed and the one that did not are both of the trace, and the first says so', async () => {
  let refusals = 1
  {
    await using chat = await startChat('coffee', {
      pages: [],
      env: env(),
      beforeSend() {
        if (refusals-- > 0) throw new SendError('busy', { isPermanent: false, retryAfterMs: 1 })
      },
    })
    await chat.fan('Ana').says('hello')
    await chat.fan('Ana').hears()
    await chat.mascot.settled()
  }
  const delivered = receiver.spans
    .filter(({ name }) => name === 'deliver')
    .map(({ status, attributes }) => [status, attributes['mascot.attempt']])
  expect(delivered.slice(0, 2)).toEqual([
    [2, 1],
    [0, 2],
  ])
  expect(new Set(receiver.spans.map(({ traceId }) => traceId)).size).toBe(1)
})

it('a receiver that refuses is told of once, costs no fan an answer, and keeps no stop waiting', async () => {
  receiver.answers(400)
  const chat = await startChat('coffee', { pages: [], env: env() })
  await chat.fan('Ana').says('hello')
  await chat.fan('Ana').hears()
  await chat.mascot.settled()
  await chat[Symbol.asyncDispose]()
  expect(receiver.spans).toEqual([])
  expect(chat.logged.filter((line) => line.includes('spans cannot be sent'))).toHaveLength(1)
  expect(chat.logged.join('')).not.toContain('otlp key')
})

it.each([
  ['where nobody takes spans, none of OpenTelemetry is loaded', {}, false],
  ['where somebody does, it is', { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9' }, true],
])('%s', async (_, more, isLoaded) => {
  const said = await startedAndStopped({ NODE_OPTIONS: `--import ${printLoaded}`, ...more })
  expect(said).toContain('prom-client/lib/counter.js')
  expect(said.includes('@opentelemetry/')).toBe(isLoaded)
  expect(said).not.toContain('prom-client/lib/pushgateway')
})

const printLoaded = new URL('../support/print-loaded.mjs', import.meta.url)
const bin = fileURLToPath(new URL('../../bin/mascot.js', import.meta.url))

/** All that it says on standard error. */
async function startedAndStopped(more: Readonly<Record<string, string>>): Promise<string> {
  const env = { PATH: process.env['PATH'] ?? '', HTTP_PORT: '0', DATABASE_URL: 'sqlite::memory:', ...more }
  const child = spawn(process.execPath, [bin, 'start'], { env, stdio: ['ignore', 'ignore', 'pipe'] })
  const lines: string[] = []
  for await (const line of createInterface({ input: child.stderr })) {
    lines.push(line)
    if (line.includes('"started')) child.kill('SIGTERM')
  }
  return lines.join('\n')
}
