/**
 * A model's endpoint for load: one OpenAI-compatible path, answered at once or after a fixed time. It answers the last
 * `#Bozalobe` it is sent with a reply that ends in `(#Bozalobe)`, so that a lost, doubled or swapped reply shows. Started by side-by-side.ts.
 */
import { createServer, type ServerResponse } from 'node:http'
import { lastNumberIn, replyTo } from './talk.ts'

const latencyMs = Number(process.argv[2] ?? 0)

/** As a call of the tool that was offered, else as plain text. */
function completion(body: Buffer): string {
  const content = replyTo(lastNumberIn(body) ?? 0)
  const wantsTool = body.includes('"tool_choice"')
  const said = { action: { kind: 'reply' }, bubbles: [content] }
  const call = { id: 'call_1', type: 'function', function: { name: 'respond', arguments: JSON.stringify(said) } }
  const message = wantsTool ? { role: 'assistant', content: null, tool_calls: [call] } : { role: 'assistant', content }
  return JSON.stringify({
    id: 'chatcmpl-load',
    object: 'chat.completion',
    created: 0,
    model: 'load',
    choices: [{ index: 0, message, finish_reason: wantsTool ? 'tool_calls' : 'stop' }],
    usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
  })
}

function send(response: ServerResponse, text: string): void {
  const body = Buffer.from(text)
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length }).end(body)
}

const server = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const text = completion(Buffer.concat(chunks))
    if (latencyMs === 0) send(response, text)
    else setTimeout(send, latencyMs, response, text)
  })
})
server.keepAliveTimeout = 60_000
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (typeof address === 'object' && address) process.send?.({ root: `http://127.0.0.1:${address.port}/v1` })
})
