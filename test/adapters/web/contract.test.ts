/** The web adapter against the contract: a browser that tries again is the platform that keeps what was not taken. */

import { issueToken, visitorOf } from '../../../adapters/web/door/tokens.ts'
import { createWebAdapter } from '../../../adapters/web/index.ts'
import { threadId } from '../../../src/domain/ids.ts'
import { type AdapterHarness, describeAdapter } from '../../contracts/adapter-contract.ts'
import { createVisitor } from '../../support/web-visitor.ts'

const SECRET = 'the same after every start of the program'

describeAdapter('web', async (): Promise<AdapterHarness> => {
  const token = issueToken(SECRET)
  const visitor = createVisitor(token)
  return {
    threadId: threadId('web', visitorOf(token, SECRET) ?? ''),
    create() {
      const adapter = createWebAdapter({ origins: [], proofBits: 0, proxies: 0 })
      const start: typeof adapter.start = async (context, signal) =>
        await adapter.start({ ...context, secret: async () => SECRET }, signal)
      // Who has the page open reads at once.
      const send: typeof adapter.send = async (message) => {
        const sent = await adapter.send(message)
        await visitor.reads()
        return sent
      }
      const shown = { ...adapter, start, send }
      visitor.meets(shown)
      return shown
    },
    says: async (text) => visitor.says(text),
    presses: async (label) => visitor.presses(label),
    sent: () => visitor.lines,
    secrets: [SECRET, token],
    keepsUnacknowledged: true,
    async [Symbol.asyncDispose]() {
      visitor.leaves()
    },
  }
})
