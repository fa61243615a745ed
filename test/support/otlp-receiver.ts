/** A receiver of spans by OTLP over HTTP, as strict as a collector: what it does not understand is refused and told. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

export interface ReceivedSpan {
  readonly name: string
  readonly traceId: string
  readonly spanId: string
  readonly parentId: string
  readonly startNs: bigint
  readonly endNs: bigint
  readonly attributes: Readonly<Record<string, string | number>>
  /** 2: it failed. */
  readonly status: number
  readonly service: string
}

export interface OtlpReceiver extends AsyncDisposable {
  readonly url: string
  readonly spans: readonly ReceivedSpan[]
  readonly headers: readonly NodeJS.Dict<string | string[]>[]
  readonly refused: readonly string[]
  /** Answers like this from now on. */
  answers(status: number): void
}

export async function startOtlpReceiver(): Promise<OtlpReceiver> {
  const spans: ReceivedSpan[] = []
  const headers: NodeJS.Dict<string | string[]>[] = []
  const refused: string[] = []
  let status = 200
  const server = createServer(async (request, answer) => {
    const { method, url, headers: sent } = request
    const body = await buffer(request)
    headers.push(sent)
    if (method !== 'POST' || url !== '/v1/traces' || sent['content-type'] !== 'application/x-protobuf') {
      refused.push(`${method} ${url} ${sent['content-type']}`)
      answer.writeHead(400).end()
      return
    }
    if (status === 200) spans.push(...spansOf(body))
    answer.writeHead(status, { 'content-type': 'application/x-protobuf' }).end()
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    ...{ url: `http://127.0.0.1:${port}`, spans, headers, refused },
    answers(next) {
      status = next
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

type Field = readonly [number: number, value: bigint | Buffer]

/** One message of protobuf: its fields in the order of the wire. @throws where it is none */
function fieldsOf(bytes: Buffer): Field[] {
  const fields: Field[] = []
  let at = 0
  const varint = () => {
    let value = 0n
    for (let shift = 0n; ; shift += 7n) {
      const byte = bytes[at++]
      if (byte === undefined) throw new Error('protobuf ends in the middle')
      value |= BigInt(byte & 0x7f) << shift
      if (byte < 0x80) return value
    }
  }
  const take = (length: number) => {
    const part = bytes.subarray(at, at + length)
    if (part.length < length) throw new Error('protobuf ends in the middle')
    at += length
    return part
  }
  while (at < bytes.length) {
    const tag = Number(varint())
    const number = tag >> 3
    const kind = tag & 7
    if (kind === 0) fields.push([number, varint()])
    else if (kind === 1) fields.push([number, take(8).readBigUInt64LE()])
    else if (kind === 2) fields.push([number, take(Number(varint()))])
    else if (kind === 5) fields.push([number, BigInt(take(4).readUInt32LE())])
    else throw new Error(`protobuf has no wire type ${kind}`)
  }
  return fields
}

const all = (fields: readonly Field[], number: number) =>
  fields.flatMap(([one, value]) => (one === number && Buffer.isBuffer(value) ? [value] : []))
const bytes = (fields: readonly Field[], number: number) => all(fields, number)[0] ?? Buffer.alloc(0)
const whole = (fields: readonly Field[], number: number) => {
  const value = fields.find(([one]) => one === number)?.[1]
  return typeof value === 'bigint' ? value : 0n
}

function attributesOf(pairs: readonly Buffer[]): Record<string, string | number> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const fields = fieldsOf(pair)
      const value = fieldsOf(bytes(fields, 2))
      const text = all(value, 1)[0]
      return [bytes(fields, 1).toString(), text ? text.toString() : Number(whole(value, 3) || whole(value, 2))]
    }),
  )
}

/** By opentelemetry/proto/trace/v1/trace.proto: ResourceSpans, ScopeSpans, Span. */
function spansOf(body: Buffer): ReceivedSpan[] {
  return all(fieldsOf(body), 1).flatMap((resourceSpans) => {
    const ofResource = fieldsOf(resourceSpans)
    const resource = attributesOf(all(fieldsOf(bytes(ofResource, 1)), 1))
    return all(ofResource, 2).flatMap((scopeSpans) =>
      all(fieldsOf(scopeSpans), 2).map((span): ReceivedSpan => {
        const fields = fieldsOf(span)
        return {
          name: bytes(fields, 5).toString(),
          traceId: bytes(fields, 1).toString('hex'),
          spanId: bytes(fields, 2).toString('hex'),
          parentId: bytes(fields, 4).toString('hex'),
          startNs: whole(fields, 7),
          endNs: whole(fields, 8),
          attributes: attributesOf(all(fields, 9)),
          status: Number(whole(fieldsOf(bytes(fields, 15)), 3)),
          service: String(resource['service.name']),
        }
      }),
    )
  })
}
