/** The QQ adapter against the contract, over HTTP, with and without buttons. */
import { createQQAdapter } from '../../../adapters/qq/index.ts'
import { threadId } from '../../../src/domain/ids.ts'
import { type AdapterHarness, describeAdapter, type WireFailure } from '../../contracts/adapter-contract.ts'
import { createManualClock } from '../../support/manual-clock.ts'
import { bot, startQQ } from '../../support/qq-server.ts'
import { serveRoutes } from '../../support/serve-routes.ts'

async function open(hasButtons: boolean): Promise<AdapterHarness> {
  const clock = createManualClock()
  const web = await serveRoutes()
  const server = await startQQ({ clock, hasButtons })
  const fan = 'U0ANA'

  function failNext(failure: WireFailure): void {
    if (failure.kind === 'fault') server.fails('drop')
    else if (failure.kind === 'gone') server.fails({ status: 400, code: 304031 })
    else server.fails({ status: 429, retryAfter: failure.ms / 1_000 })
  }
  return {
    threadId: threadId('qq', 'user', fan),
    create() {
      const adapter = createQQAdapter({
        ...{ appId: bot.appId, secret: bot.secret, mostReplies: 4, domains: [], hasButtons },
        ...{ apiRoot: server.root, tokenRoot: server.root },
      })
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
    says: async (text) => void server.says(fan, text),
    ...(hasButtons && { presses: async (label: string) => server.presses(fan, label) }),
    sent: () => server.sent,
    redeliver: () => server.redeliver(),
    failNext,
    sendsUnreadable: async () => void server.says(fan, '  '),
    passes: (ms) => clock.advance(ms),
    clock,
    secrets: [bot.secret, 'QTOKEN-1'],
    keepsUnacknowledged: true,
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]()
      await web[Symbol.asyncDispose]()
    },
  }
}

describeAdapter('qq', () => open(false))
describeAdapter('qq (with buttons)', () => open(true))
