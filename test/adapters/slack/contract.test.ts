/** The Slack adapter against the contract, over HTTP. */
import { createSlackAdapter } from '../../../adapters/slack/index.ts'
import { threadId } from '../../../src/domain/ids.ts'
import { type AdapterHarness, describeAdapter, type WireFailure } from '../../contracts/adapter-contract.ts'
import { openWebhook } from '../../contracts/webhook-harness.ts'
import { createManualClock } from '../../support/manual-clock.ts'
import { app, startSlack } from '../../support/slack-server.ts'

const [fan, channel] = ['U0ANA', 'D0ANA']

async function open(): Promise<AdapterHarness> {
  const clock = createManualClock({ skipsBelowMs: 60_000 })
  const server = await startSlack({ clock })
  server.member(fan, { display_name: 'Ana' })

  function failNext(failure: WireFailure): void {
    if (failure.kind === 'fault') server.fails('drop')
    else if (failure.kind === 'gone') server.fails({ error: 'channel_not_found' })
    else server.fails({ error: 'ratelimited', status: 429, retryAfter: failure.ms / 1_000 })
  }
  return {
    ...(await openWebhook(server, clock, () => createSlackAdapter({ ...app, apiRoot: `${server.root}/api` }))),
    threadId: threadId('slack', channel),
    says: async (text) => void server.says(fan, text),
    presses: async (label) => void (await server.presses(fan, channel, label)),
    sent: () => server.sent(channel),
    stands: () => server.sent(channel).map(({ text }) => text),
    replies: async (text, to) => void server.says(fan, text, { on: to }),
    async sendsFiles(text, names) {
      const files = names.map((name) => server.file(name, 'application/pdf', Buffer.from(`bytes of ${name}`)))
      server.says(fan, text, { more: { subtype: 'file_share', files } })
    },
    sendsUnreadable: async () => void server.says(fan, '', { more: { blocks: [{ type: 'call', call_id: 'R1' }] } }),
    failNext,
    files: () => server.sent(channel).flatMap(({ files }) => files),
    secrets: [app.token, app.signingSecret],
  }
}

describeAdapter('slack', open)
