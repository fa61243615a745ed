/** A program that receives webhooks, over real HTTP: it answers as a test says, and checks signatures as Standard Webhooks describes it. */
import { createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

export interface Received {
  readonly id: string
  readonly timestamp: number
  readonly signatures: readonly string[]
  readonly body: string
  readonly path: string
}

export interface WebhookReceiver extends AsyncDisposable {
  readonly url: string
  readonly received: readonly Received[]
  /** What happens to the requests that follow. */
  answers(how: (response: ServerResponse, socket: Socket) => void): void
}

/** As a receiver reckons it: never by our own code. */
export function signatureOf(
  secret: string,
  { id, timestamp, body }: Pick<Received, 'id' | 'timestamp' | 'body'>,
): string {
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64')
  return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`
}

export async function startWebhookReceiver(): Promise<WebhookReceiver> {
  const received: Received[] = []
  let answer: (response: ServerResponse, socket: Socket) => void = (response) => response.writeHead(204).end()
  async function hear(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part)
    const header = (name: string) => String(request.headers[name] ?? '')
    received.push({
      id: header('webhook-id'),
      timestamp: Number(header('webhook-timestamp')),
      signatures: header('webhook-signature').split(' '),
      body: Buffer.concat(parts).toString('utf8'),
      path: request.url ?? '',
    })
    answer(response, request.socket)
  }
  const server = createServer((request, response) => void hear(request, response).catch(() => response.destroy()))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/hook`,
    received,
    answers(how) {
      answer = how
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
