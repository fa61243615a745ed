/** What is the same in the harness of every adapter whose platform pushes to a webhook: its routes over real HTTP, and a platform that pushes there. */
import type { Adapter } from '../../src/ports/adapter.ts'
import type { ManualClock } from '../support/manual-clock.ts'
import { serveRoutes } from '../support/serve-routes.ts'
import type { AdapterHarness } from './adapter-contract.ts'

interface PushingServer extends AsyncDisposable {
  readonly goTo: (url: string) => void
  readonly redeliver: () => Promise<void>
}
type Shared = 'create' | 'redeliver' | 'passes' | 'clock' | 'keepsUnacknowledged'

/** `create` makes an adapter that is not started; once it is, pushes of `server` go to it. */
export async function openWebhook(
  server: PushingServer,
  clock: ManualClock,
  create: () => Adapter,
): Promise<Pick<AdapterHarness, Shared> & AsyncDisposable> {
  const web = await serveRoutes()
  return {
    create() {
      const adapter = create()
      return {
        ...adapter,
        async start(context, signal) {
          await adapter.start(context, signal)
          web.serve(adapter.routes?.() ?? [])
          server.goTo(web.url)
        },
      }
    },
    redeliver: () => server.redeliver(),
    passes: (ms) => clock.advance(ms),
    clock,
    keepsUnacknowledged: true,
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]()
      await web[Symbol.asyncDispose]()
    },
  }
}
