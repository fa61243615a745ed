/** The WeChat adapter against the contract, over HTTP, in each mode of its pushes. */
import { createWeChatAdapter } from '../../../adapters/wechat/index.ts'
import { threadId } from '../../../src/domain/ids.ts'
import { type AdapterHarness, describeAdapter, type WireFailure } from '../../contracts/adapter-contract.ts'
import { createManualClock } from '../../support/manual-clock.ts'
import { serveRoutes } from '../../support/serve-routes.ts'
import { account, type Mode, startWeChat } from '../../support/wechat-server.ts'

const DAY_MS = 24 * 3_600_000
const BEIJING_MS = 8 * 3_600_000

async function open(mode: Mode): Promise<AdapterHarness> {
  const clock = createManualClock()
  const web = await serveRoutes()
  const server = await startWeChat({ clock, mode })
  const fan = 'oAna000000000000000000000001'

  function failNext(failure: WireFailure): void {
    // The only wait that WeChat names is the end of its day.
    if (failure.kind === 'wait') clock.advance(DAY_MS - ((clock.now() + BEIJING_MS) % DAY_MS) - failure.ms)
    server.fails(failure.kind === 'fault' ? 'drop' : { errcode: failure.kind === 'gone' ? 43004 : 45009 })
  }
  return {
    threadId: threadId('wechat', fan),
    create() {
      const adapter = createWeChatAdapter({
        ...{ appId: account.appId, appSecret: account.secret, token: account.token, isPassive: false },
        ...{ apiRoot: server.root, originalId: account.gh, aesKeys: mode === 'plain' ? [] : [account.aesKey] },
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
    presses: async (label) => void server.taps(fan, label),
    sent: () => server.sent,
    redeliver: () => server.redeliver(),
    failNext,
    sendsUnreadable: async () => void server.sends(fan, { MsgType: 'hologram' }),
    passes: (ms) => clock.advance(ms),
    clock,
    secrets: [account.secret, account.token, account.aesKey, 'TOKEN-1'],
    keepsUnacknowledged: true,
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]()
      await web[Symbol.asyncDispose]()
    },
  }
}

for (const mode of ['plain', 'compatible', 'safe'] as const) describeAdapter(`wechat (${mode})`, () => open(mode))
