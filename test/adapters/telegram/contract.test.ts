/** The Telegram adapter against the contract, over HTTP: once polling, once by webhook. */
import { createTelegramAdapter } from '../../../adapters/telegram/index.ts'
import { threadId } from '../../../src/domain/ids.ts'
import { type AdapterHarness, describeAdapter, type WireFailure } from '../../contracts/adapter-contract.ts'
import { serveRoutes } from '../../support/serve-routes.ts'
import { isJson } from '../../support/telegram/checks.ts'
import { type Failure, startTelegramServer } from '../../support/telegram-server.ts'

const SECRET = 'a-secret-of-the-webhook-123'

function planned(failure: WireFailure): Failure {
  switch (failure.kind) {
    case 'wait': {
      const seconds = Math.ceil(failure.ms / 1000)
      const description = `Too Many Requests: retry after ${seconds}`
      return { code: 429, description, parameters: { retry_after: seconds } }
    }
    case 'fault':
      return { isDropped: true }
    case 'gone':
      return { code: 403, description: 'Forbidden: bot was blocked by the user' }
  }
}

async function harness(webhook?: { readonly url: string; readonly secret: string }) {
  const server = await startTelegramServer()
  const ana = server.fan('Ana')
  ana.hasStarted()
  const options = { token: server.token, apiRoot: server.root, rate: 'off', ...(webhook ? { webhook } : {}) } as const
  return {
    server,
    harness: {
      threadId: threadId('telegram', ana.chatId),
      create: () => createTelegramAdapter(options),
      says: async (text) => void (await ana.says(text)),
      presses: (label) => ana.presses(label),
      sent: () => server.sent({ chatId: ana.chatId }).map(({ messageId, text }) => ({ id: String(messageId), text })),
      stands: () =>
        [...(server.world.chats.get(ana.chatId)?.messages.values() ?? [])].flatMap(({ from, text }) =>
          isJson(from) && from.id === server.bot.id ? [String(text)] : [],
        ),
      replies: async (text, to) => void (await ana.says(text, { replyTo: Number(to) })),
      async sendsFiles(text, names) {
        for (const [nth, name] of names.entries()) {
          server.world.files.set(name, { name, bytes: Buffer.from(`bytes of ${name}`) })
          const document = { file_id: name, file_unique_id: name, file_name: name, mime_type: 'application/pdf' }
          await ana.sends({ document, media_group_id: '9', ...(nth === 0 ? { caption: text } : {}) })
        }
      },
      sendsUnreadable: async () => void (await ana.sends({ hologram: { depth: 3 } })),
      files: () => [...server.world.files.values()].map(({ name }) => name),
      redeliver: async () => server.redeliver(),
      failNext: (failure) => server.fail('sendMessage', planned(failure)),
      secrets: [server.token, SECRET],
      keepsUnacknowledged: true,
      [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
    } satisfies AdapterHarness,
  }
}

describeAdapter('telegram (polling)', async () => (await harness()).harness)

describeAdapter('telegram (webhook)', async () => {
  const web = await serveRoutes()
  const { harness: under } = await harness({ url: `${web.url}/telegram`, secret: SECRET })
  return {
    ...under,
    create() {
      const adapter = under.create()
      web.serve(adapter.routes?.() ?? [])
      return adapter
    },
    async [Symbol.asyncDispose]() {
      await under[Symbol.asyncDispose]()
      await web[Symbol.asyncDispose]()
    },
  }
})
