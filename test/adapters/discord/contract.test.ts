/** The Discord adapter against the contract, over HTTP and WebSocket. */
import { createDiscordAdapter } from '../../../adapters/discord/index.ts'
import { threadId } from '../../../src/domain/ids.ts'
import { type AdapterHarness, describeAdapter, type WireFailure } from '../../contracts/adapter-contract.ts'
import { startDiscord } from '../../support/discord-server.ts'
import { createManualClock } from '../../support/manual-clock.ts'

/** Retries and reconnects pass at once; heartbeats and time-outs never come. */
const quickClock = () => createManualClock({ skipsBelowMs: 10_000 })

async function open(): Promise<AdapterHarness> {
  const server = await startDiscord()
  const ana = server.fan('Ana')
  let last = server.silently(() => ana.says(ana.direct, 'before the bot was there'))
  return {
    threadId: threadId('discord', ana.direct.id),
    clock: quickClock(),
    create: () => createDiscordAdapter({ token: server.token, apiRoot: server.apiRoot, shards: 'auto' }),
    says: async (text) => {
      last = ana.says(ana.direct, text)
    },
    presses: async (label) => {
      const [shown] = server.sent(ana.direct).slice(-1)
      if (shown) ana.presses(shown, label)
    },
    stands: () => server.sent(ana.direct).map(({ content }) => content),
    replies: async (text, to) => void ana.says(ana.direct, text, { replyTo: to }),
    async sendsFiles(text, names) {
      const attachments = names.map((name, nth) => {
        server.world.files.set(`/files/${name}`, Buffer.from(`bytes of ${name}`))
        const url = `${new URL(server.apiRoot).origin}/files/${name}`
        return { id: `88${nth}`, filename: name, content_type: 'application/pdf', size: 16, url }
      })
      ana.says(ana.direct, text, { attachments })
    },
    sendsUnreadable: async () => void ana.says(ana.direct, ''),
    files: () => server.calls.flatMap(({ files }) => files.map(({ name }) => name)),
    sent: () => server.sent(ana.direct).map(({ id, content }) => ({ id, text: content })),
    redeliver: async () => server.redeliver(last),
    failNext: (failure) => server.trouble({ method: 'POST', path: /\/messages$/, ...planned(failure) }),
    secrets: [server.token],
    // By the session that is resumed; once that is forgotten, talk in channels and in known private threads is read again.
    keepsUnacknowledged: true,
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  }
}

function planned(failure: WireFailure) {
  switch (failure.kind) {
    case 'wait': {
      const seconds = failure.ms / 1000
      const headers = { 'retry-after': String(seconds), 'x-ratelimit-scope': 'user' }
      return { status: 429, headers, body: { message: 'You are being rate limited.', retry_after: seconds } }
    }
    case 'fault':
      return { status: 503, body: { message: 'no healthy upstream' } }
    case 'gone':
      return { status: 403, body: { code: 50007, message: 'Cannot send messages to this user' } }
  }
}

describeAdapter('discord', open)
