/** One request of a client: method and parameters, from JSON, a form or an upload. */
import type { IncomingMessage } from 'node:http'
import type { Json } from './world.ts'

export interface Upload {
  readonly name: string
  readonly bytes: Uint8Array
}

export interface Parameters {
  readonly payload: Json
  /** By form field; `attach://field` in the payload points to one. */
  readonly uploads: ReadonlyMap<string, Upload>
}

export async function bodyOf(request: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}

export async function parametersOf(request: IncomingMessage, query: URLSearchParams): Promise<Parameters> {
  const body = await bodyOf(request)
  const type = request.headers['content-type'] ?? ''
  const asked = Object.fromEntries([...query].map(([name, value]) => [name, unquoted(value)]))
  if (body.length === 0) return { payload: asked, uploads: new Map() }
  if (type.startsWith('application/json')) {
    const parsed: unknown = JSON.parse(body.toString('utf8'))
    return { payload: { ...asked, ...(parsed instanceof Object ? parsed : {}) }, uploads: new Map() }
  }
  const form = await new Response(body, { headers: { 'content-type': type } }).formData()
  const payload: Record<string, unknown> = { ...asked }
  const uploads = new Map<string, Upload>()
  for (const [name, value] of form) {
    if (typeof value === 'string') payload[name] = unquoted(value)
    else uploads.set(name, { name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) })
  }
  return { payload, uploads }
}

/** In a form, everything that is no string is JSON. */
function unquoted(value: string): unknown {
  if (!/^(?:[[{]|-?\d+$|true$|false$)/.test(value)) return value
  try {
    return JSON.parse(value)
  } catch {
    return value
  }
}
