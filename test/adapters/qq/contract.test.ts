/** The QQ adapter against the contract, over HTTP, with and without buttons. */
import { createQQAdapter } from '../../../adapters/qq/index.ts'
import { threadId } from '../../../src/domain/ids.ts'
import { type AdapterHarness, describeAdapter, type WireFailure } from '../../contracts/adapter-contract.ts'
import { openWebhook } from '../../contracts/webhook-harness.ts'
import { createManualClock } from '../../support/manual-clock.ts'
import { bot, startQQ } from '../../support/qq-server.ts'

async function open(hasButtons: boolean): Promise<AdapterHarness> {
  const clock = createManualClock()
  const server = await startQQ({ clock, hasButtons })
  const fan = 'U0ANA'

  function failNext(failure: WireFailure): void {
    if (failure.kind === 'fault') server.fails('drop')
    else if (failure.kind === 'gone') server.fails({ status: 400, code: 304031 })
    else server.fails({ status: 429, retryAfter: failure.ms / 1_000 })
  }
  return {
    ...(await openWebhook(server, clock, () =>
      createQQAdapter({
        ...{ appId: bot.appId, secret: bot.secret, mostReplies: 4, domains: [], hasButtons },
        ...{ apiRoot: server.root, tokenRoot: server.root },
      }),
    )),
    threadId: threadId('qq', 'user', fan),
    says: async (text) => void server.says(fan, text),
    ...(hasButtons && { presses: async (label: string) => server.presses(fan, label) }),
    sent: () => server.sent,
    failNext,
    sendsUnreadable: async () => void server.says(fan, '  '),
    secrets: [bot.secret, 'QTOKEN-1'],
  }
}

describeAdapter('qq', () => open(false))
describeAdapter('qq (with buttons)', () => open(true))
