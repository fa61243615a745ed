/** The WeChat adapter against the contract, over HTTP, in each mode of its pushes. */
import { createWeChatAdapter } from '../../../adapters/wechat/index.ts'
import { threadId } from '../../../src/domain/ids.ts'
import { type AdapterHarness, describeAdapter, type WireFailure } from '../../contracts/adapter-contract.ts'
import { openWebhook } from '../../contracts/webhook-harness.ts'
import { createManualClock } from '../../support/manual-clock.ts'
import { account, type Mode, startWeChat } from '../../support/wechat-server.ts'

const DAY_MS = 24 * 3_600_000
const BEIJING_MS = 8 * 3_600_000

async function open(mode: Mode): Promise<AdapterHarness> {
  const clock = createManualClock()
  const server = await startWeChat({ clock, mode })
  const fan = 'oAna000000000000000000000001'

  function failNext(failure: WireFailure): void {
    // The only wait that WeChat names is the end of its day.
    if (failure.kind === 'wait') clock.advance(DAY_MS - ((clock.now() + BEIJING_MS) % DAY_MS) - failure.ms)
    server.fails(failure.kind === 'fault' ? 'drop' : { errcode: failure.kind === 'gone' ? 43004 : 45009 })
  }
  return {
    ...(await openWebhook(server, clock, () =>
      createWeChatAdapter({
        ...{ appId: account.appId, appSecret: account.secret, token: account.token, isPassive: false },
        ...{ apiRoot: server.root, originalId: account.gh, aesKeys: mode === 'plain' ? [] : [account.aesKey] },
      }),
    )),
    threadId: threadId('wechat', fan),
    says: async (text) => void server.says(fan, text),
    presses: async (label) => void server.taps(fan, label),
    sent: () => server.sent,
    failNext,
    sendsUnreadable: async () => void server.sends(fan, { MsgType: 'hologram' }),
    secrets: [account.secret, account.token, account.aesKey, 'TOKEN-1'],
  }
}

for (const mode of ['plain', 'compatible', 'safe'] as const) describeAdapter(`wechat (${mode})`, () => open(mode))
