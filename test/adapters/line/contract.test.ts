/** The LINE adapter against the contract, over HTTP. */
import { createLineAdapter } from '../../../adapters/line/index.ts'
import { threadId } from '../../../src/domain/ids.ts'
import { type AdapterHarness, describeAdapter, type WireFailure } from '../../contracts/adapter-contract.ts'
import { channel, startLine } from '../../support/line-server.ts'
import { createManualClock } from '../../support/manual-clock.ts'
import { serveRoutes } from '../../support/serve-routes.ts'

async function open(): Promise<AdapterHarness> {
  const clock = createManualClock()
  const web = await serveRoutes()
  const server = await startLine({ clock })
  const fan = 'U0ANA'

  function failNext(failure: WireFailure): void {
    if (failure.kind === 'fault') server.fails('drop')
    else if (failure.kind === 'gone') server.fails({ status: 404, message: 'Not found' })
    else server.fails({ status: 429, retryAfter: failure.ms / 1_000 })
  }
  return {
    threadId: threadId('line', 'user', fan),
    create() {
      const adapter = createLineAdapter({ ...channel, apiRoot: server.root, dataRoot: server.root })
      const { start } = adapter
      return {
        ...adapter,
        async start(context, signal) {
          await start(context, signal)
          web.serve(adapter.routes?.() ?? [])
          server.goTo(web.url)
        },
      }
    },
    says: async (text) => server.says(fan, text),
    presses: async (label) => server.taps(fan, label),
    sent: () => server.sent,
    redeliver: () => server.redeliver(),
    failNext,
    sendsUnreadable: async () =>
      server.pushed(server.event(fan, { type: 'message', message: { id: '77', type: 'hologram' } })),
    passes: (ms) => clock.advance(ms),
    clock,
    secrets: [channel.token, channel.secret],
    keepsUnacknowledged: true,
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]()
      await web[Symbol.asyncDispose]()
    },
  }
}

describeAdapter('line', open)
