/** A shop of our own, over real HTTP: it knows orders, can be slow, wrong and hostile, and takes the codes that are to be sent. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { verifyWebhook } from './verify-webhook.ts'

export interface Order {
  readonly number: string
  readonly email: string
  readonly status?: unknown
  readonly [field: string]: unknown
}

export type Mood = (response: ServerResponse, request: IncomingMessage) => void

export interface Shop extends AsyncDisposable {
  readonly url: string
  readonly orders: Map<string, Order>
  /** What was asked of it: method, path and header of each request. */
  readonly asked: {
    readonly method: string
    readonly path: string
    readonly token: string | undefined
    readonly body: string
  }[]
  /** What is to be sent by mail, oldest first. */
  readonly codes: { readonly to: string; readonly code: string; readonly text: string }[]
  /** How it answers about orders from now on; undefined: as it should. */
  mood: Mood | undefined
  /** Codes are refused. */
  refusesCodes: boolean
}

export const codeSecret = `whsec_${Buffer.from('a secret of thirty-two bytes, ok').toString('base64')}`
export const shopToken = 'shop-token-that-nobody-may-read'

export async function openShop(orders: readonly Order[]): Promise<Shop> {
  const known = new Map(orders.map((order) => [order.number, order]))
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => answer(request, response, Buffer.concat(parts).toString('utf8')))
  })
  const { promise: listening, resolve } = Promise.withResolvers<void>()
  server.listen(0, '127.0.0.1', resolve)
  await listening
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')

  const json = (response: ServerResponse, status: number, body: unknown) =>
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body))

  function answer(request: IncomingMessage, response: ServerResponse, body: string): void {
    const { method = '', url = '', headers } = request
    if (url === '/codes') {
      verifyWebhook(headers, body, codeSecret)
      if (shop.refusesCodes) return void response.writeHead(503).end()
      shop.codes.push(JSON.parse(body).data)
      return void response.writeHead(204).end()
    }
    const { pathname, searchParams } = new URL(url, 'http://shop')
    shop.asked.push({ method, path: url, token: headers.authorization, body })
    if (shop.mood) {
      shop.mood(response, request)
      return
    }
    if (headers.authorization !== `Bearer ${shopToken}`) return void json(response, 401, { error: 'who are you?' })
    const [, number, rest] = /^\/orders\/([^/]+)(\/.*)?$/.exec(pathname) ?? []
    const order = known.get(decodeURIComponent(number ?? ''))
    const email = searchParams.get('email')
    if (!order || (email !== null && email !== order.email)) return void json(response, 404, { error: 'not found' })
    if (rest === '/return' && method === 'POST') return void json(response, 201, { return: 'R-1' })
    json(response, 200, { order })
  }

  const shop: Shop = {
    url: `http://127.0.0.1:${address.port}`,
    orders: known,
    asked: [],
    codes: [],
    mood: undefined,
    refusesCodes: false,
    async [Symbol.asyncDispose]() {
      const { promise, resolve: closed } = Promise.withResolvers<void>()
      server.close(() => closed())
      server.closeAllConnections()
      await promise
    },
  }
  return shop
}
