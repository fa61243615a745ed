/** The one HTTP server: health, metrics, and whatever paths the adapters serve. */
import { createAdaptorServer, type HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import type { Spent } from '../domain/spent.ts'
import { MascotError } from '../errors.ts'
import type { Log } from '../log.ts'
import type { Route } from '../ports/adapter.ts'
import type { Clock } from '../ports/clock.ts'
import type { Store } from '../ports/store.ts'
import { metricsText } from './metrics.ts'

export interface ServeOptions {
  readonly host: string
  /** 0: any free port. */
  readonly port: number
  readonly routes: readonly Route[]
  readonly store: Pick<Store, 'inbox' | 'outbox' | 'records'>
  readonly clock: Clock
  readonly log: Pick<Log, 'error'>
  /** By a model, since the start. */
  readonly spent: () => Spent
}

export interface Server extends AsyncDisposable {
  readonly url: string
}

/** The application alone, for tests without a socket. */
function createApp({
  routes,
  store,
  clock,
  log,
  spent,
}: Pick<ServeOptions, 'routes' | 'store' | 'clock' | 'log' | 'spent'>): Hono<{ Bindings: Partial<HttpBindings> }> {
  const app = new Hono<{ Bindings: Partial<HttpBindings> }>()
  app.get('/health', async (c) => {
    try {
      await store.inbox.nextDueAt()
      return c.json({ status: 'ok' })
    } catch (err) {
      log.error({ err }, 'the database cannot be reached, so health says')
      return c.json({ status: 'database unreachable' }, 503)
    }
  })
  app.get('/metrics', async (c) => c.text(await metricsText(store, clock.now(), spent())))
  for (const { method, path, handle } of routes)
    app.on(method, path, (c) => handle(c.req.raw, c.env?.incoming?.socket.remoteAddress))
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
    server.once('error', (cause: NodeJS.ErrnoException) => reject(bindError(cause, host, port)))
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

function bindError(cause: NodeJS.ErrnoException, host: string, port: number): MascotError {
  const why =
    cause.code === 'EADDRINUSE'
      ? `port ${port} on ${host} is in use: stop the other program, or set HTTP_PORT to another port (0 takes any free one)`
      : cause.code === 'EACCES'
        ? `port ${port} needs more rights than this program has: set HTTP_PORT to a port above 1023`
        : `${host}:${port} cannot be served (${cause.code ?? cause.message}): check HTTP_HOST and HTTP_PORT`
  return new MascotError('port-in-use', why, { cause })
}
