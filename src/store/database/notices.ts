/** Notices: whoever waits in this process hears that something is due. */

/** What there is to hear of. */
export const noticeKinds = ['inbox', 'outbox', 'access', 'holds', 'desk'] as const
export type Listener = (what: (typeof noticeKinds)[number]) => void

export interface Notices extends AsyncDisposable {
  notify: Listener
  onNotice(listener: Listener): void
}

/** Within this process only: all that SQLite can say. */
export function createLocalNotices(): Notices {
  const listeners: Listener[] = []
  return {
    notify(what) {
      for (const listener of listeners) listener(what)
    },
    onNotice(listener) {
      listeners.push(listener)
    },
    async [Symbol.asyncDispose]() {
      listeners.length = 0
    },
  }
}
