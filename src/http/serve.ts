/** An HTTP server: what monitoring asks, and whatever paths the adapters serve. */
import { createAdaptorServer, type HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { MascotError } from '../errors.ts'
import type { Log } from '../log.ts'
import type { Route } from '../ports/adapter.ts'
import type { Watched } from '../ports/watch.ts'
import { type MetricsReaders, mayRead } from './may-read.ts'

export interface ServeOptions {
  readonly host: string
  /** 0: any free port. */
  readonly port: number
  /** The variables that say so, for the error. */
  readonly variables?: { readonly host: string; readonly port: string }
  readonly routes: readonly Route[]
  readonly watched: Watched
  /** By default, who asks from this machine. */
  readonly metricsFor?: MetricsReaders
  readonly log: Pick<Log, 'error'>
}

export interface Server extends AsyncDisposable {
  readonly url: string
}

type App = Hono<{ Bindings: Partial<HttpBindings> }>

const own = ['/healthz', '/readyz', '/health', '/metrics'].map((path) => ({ method: 'GET', path }))

function createApp({ routes, watched, metricsFor = 'this machine', log }: ServeOptions): App {
  const app: App = new Hono()
  app.get('/healthz', (c) => c.json({ status: 'ok' }))
  app.get('/readyz', async (c) => {
    const ready = await watched.ready()
    return c.json(ready, ready.status === 'not ready' ? 503 : 200)
  })
  app.get('/health', async (c) => {
    const { database } = await watched.ready()
    return database === 'up' ? c.json({ status: 'ok' }) : c.json({ status: 'database unreachable' }, 503)
  })
  app.get('/metrics', async (c) => {
    const peer = c.env?.incoming?.socket.remoteAddress
    if (!mayRead(metricsFor, c.req.raw.headers, peer))
      return c.text('Metrics are for the operator: set METRICS_TOKEN or METRICS_PORT.\n', 401, {
        'www-authenticate': 'Bearer',
      })
    const headers = { 'content-type': 'text/plain; version=0.0.4; charset=utf-8', 'cache-control': 'no-store' }
    return c.body(await watched.metrics(), 200, headers)
  })
  for (const { method, path, handle } of routes)
    app.on(method, path, (c) => handle(c.req.raw, c.env?.incoming?.socket.remoteAddress))
  // What is there, asked in a way that it does not know.
  const known = Map.groupBy([...own, ...routes], ({ path }) => path)
  for (const [path, ways] of known)
    app.all(path, (c) => {
      const allow = [...new Set(ways.map(({ method }) => (method === 'GET' ? 'GET, HEAD' : method)))].join(', ')
      return c.json({ error: `this takes ${allow}` }, 405, { allow })
    })
  app.notFound((c) => c.json({ error: 'not found' }, 404))
  app.onError((err, c) => {
    // A path may hold a secret of a webhook or a link: its first part says enough.
    log.error({ err, method: c.req.method, route: c.req.path.split('/', 2).join('/') }, 'a request failed')
    return c.json({ error: 'internal error' }, 500)
  })
  return app
}

/** @throws {MascotError} `port-in-use` when the address cannot be bound, naming the variable to change */
export async function serve(options: ServeOptions): Promise<Server> {
  const server = createAdaptorServer({ fetch: createApp(options).fetch })
  const { host, port } = options
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => reject(bindError(cause, options)))
    server.listen(port, host, resolve)
  })
  const address = server.address()
  const bound = typeof address === 'object' && address ? address.port : port
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}`,
    async [Symbol.asyncDispose]() {
      if ('closeIdleConnections' in server) server.closeIdleConnections()
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        if ('closeAllConnections' in server) server.closeAllConnections()
      })
    },
  }
}

function bindError(
  cause: NodeJS.ErrnoException,
  { host, port, variables = { host: 'HTTP_HOST', port: 'HTTP_PORT' } }: ServeOptions,
): MascotError {
  const why =
    cause.code === 'EADDRINUSE'
      ? `port ${port} on ${host} is in use: stop the other program, or set ${variables.port} to another port (0 takes any free one)`
      : cause.code === 'EACCES'
        ? `port ${port} needs more rights than this program has: set ${variables.port} to a port above 1023`
        : `${host}:${port} cannot be served (${cause.code ?? cause.message}): check ${variables.host} and ${variables.port}`
  return new MascotError('port-in-use', why, { cause })
}
