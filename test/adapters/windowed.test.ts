/** The suite that every adapter passes, over a platform that enforces windows and quotas to the letter, of both kinds there are. */
import { HOUR_MS, MINUTE_MS } from '../../src/domain/durations.ts'
import { describeAdapter } from '../contracts/adapter-contract.ts'
import { openWindowed } from '../support/windowed-platform.ts'

describeAdapter('windowed by the thread', () =>
  openWindowed({
    hangsOn: 'thread',
    opens: { message: { forMs: 48 * HOUR_MS, messages: 5 }, press: { forMs: MINUTE_MS, messages: 3 } },
    personForMs: 168 * HOUR_MS,
  }),
)
describeAdapter('windowed by the message', () =>
  openWindowed({
    hangsOn: 'message',
    opens: { message: { forMs: 60 * MINUTE_MS, messages: 4 }, press: { forMs: 60 * MINUTE_MS, messages: 4 } },
  }),
)
