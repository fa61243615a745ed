/** Notices: whoever waits in this process hears that something is due. */

import type { Notice } from '../../ports/store.ts'

export type Listener = (what: Notice) => void

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
