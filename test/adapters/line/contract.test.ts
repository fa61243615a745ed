/** The LINE adapter against the contract, over HTTP. */
import { createLineAdapter } from '../../../adapters/line/index.ts'
import { threadId } from '../../../src/domain/ids.ts'
import { type AdapterHarness, describeAdapter, type WireFailure } from '../../contracts/adapter-contract.ts'
import { openWebhook } from '../../contracts/webhook-harness.ts'
import { channel, startLine } from '../../support/line-server.ts'
import { createManualClock } from '../../support/manual-clock.ts'

async function open(): Promise<AdapterHarness> {
  const clock = createManualClock()
  const server = await startLine({ clock })
  const fan = 'U0ANA'

  function failNext(failure: WireFailure): void {
    if (failure.kind === 'fault') server.fails('drop')
    else if (failure.kind === 'gone') server.fails({ status: 404, message: 'Not found' })
    else server.fails({ status: 429, retryAfter: failure.ms / 1_000 })
  }
  return {
    ...(await openWebhook(server, clock, () =>
      createLineAdapter({ ...channel, apiRoot: server.root, dataRoot: server.root }),
    )),
    threadId: threadId('line', 'user', fan),
    says: async (text) => server.says(fan, text),
    presses: async (label) => server.taps(fan, label),
    sent: () => server.sent,
    failNext,
    sendsUnreadable: async () =>
      server.pushed(server.event(fan, { type: 'message', message: { id: '77', type: 'hologram' } })),
    secrets: [channel.token, channel.secret],
  }
}

describeAdapter('line', open)
