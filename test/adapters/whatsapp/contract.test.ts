/** The WhatsApp adapter against the contract, over HTTP: a fan with a telephone number, and one who keeps it to themselves. */
import { createWhatsAppAdapter } from '../../../adapters/whatsapp/index.ts'
import { threadId } from '../../../src/domain/ids.ts'
import { type AdapterHarness, describeAdapter, type WireFailure } from '../../contracts/adapter-contract.ts'
import { openWebhook } from '../../contracts/webhook-harness.ts'
import { createManualClock } from '../../support/manual-clock.ts'
import { business, startWhatsApp } from '../../support/whatsapp-server.ts'

async function open(fan: string): Promise<AdapterHarness> {
  const clock = createManualClock()
  const server = await startWhatsApp({ clock })

  function failNext(failure: WireFailure): void {
    if (failure.kind === 'fault') server.fails('drop')
    else if (failure.kind === 'gone') server.fails({ status: 400, code: 131026 })
    else server.fails({ status: 429, code: 130429, retryAfter: failure.ms / 1_000 })
  }
  return {
    ...(await openWebhook(server, clock, () =>
      createWhatsAppAdapter({ ...business, apiRoot: server.root, numbers: [...business.numbers] }),
    )),
    threadId: threadId('whatsapp', business.numbers[0], fan),
    says: async (text) => void server.says(fan, text),
    presses: async (label) => server.taps(fan, label),
    sent: () => server.sent,
    failNext,
    sendsUnreadable: async () => server.sends(fan, 'unsupported', { type: 'poll' }),
    files: () => [...server.media.values()].map(({ name }) => name),
    secrets: [business.token, business.appSecret, business.verifyToken],
  }
}

describeAdapter('whatsapp', () => open('447700900123'))
describeAdapter('whatsapp (without a number)', () => open('GB.1502576394655843'))
