/** The routes of an adapter over real HTTP, at an address that is known before the adapter is. */
import { once } from 'node:events'
import { createAdaptorServer } from '@hono/node-server'
import type { Route } from '../../src/ports/adapter.ts'

export interface RouteServer extends AsyncDisposable {
  readonly url: string
  /** Replaces what was served; requests in hand are cut off, as when a program is killed and another takes its place. */
  serve(routes: readonly Route[]): void
}

export async function serveRoutes(): Promise<RouteServer> {
  let routes: readonly Route[] = []
  const server = createAdaptorServer({
    fetch: async (request: Request) => {
      const { pathname } = new URL(request.url)
      const route = routes.find(({ method, path }) => method === request.method && path === pathname)
      return route ? await route.handle(request) : new Response('not found', { status: 404 })
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`,
    serve(next) {
      routes = next
      if ('closeAllConnections' in server) server.closeAllConnections()
    },
    async [Symbol.asyncDispose]() {
      if ('closeAllConnections' in server) server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
