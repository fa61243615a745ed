/** Notices over LISTEN/NOTIFY: processes of one brand hear of each other that something is due. */
import pg from 'pg'
import { type Backoff, backoffMs } from '../../domain/backoff.ts'
import type { Clock } from '../../ports/clock.ts'
import { createLocalNotices, type Notices } from './notices.ts'
import { connectionOptions } from './postgres-database.ts'
import type { StoreLog } from './store-log.ts'

/** Older than its name: programs of both ages hear each other on it. */
const channel = 'mascot_wake'
/** What other processes are told of. */
const shared = ['inbox', 'outbox', 'access', 'holds', 'desk'] as const
type Shared = (typeof shared)[number]
const backoff: Backoff = { firstMs: 500, longestMs: 30_000 }

/** Across processes of one brand. A notice that is lost costs a little time only: due rows are also found by their time. */
export async function createPostgresNotices(
  url: string,
  options: { brand: string; clock: Clock; log: StoreLog },
): Promise<Notices> {
  const { brand, clock, log } = options
  const local = createLocalNotices()
  const stopping = new AbortController()
  const self = crypto.randomUUID()
  let client: pg.Client | undefined
  let failures = 0
  const notifying = new Map<Shared, 'one' | 'another'>()
  /** One question at a time is asked of the connection. */
  let last: Promise<unknown> = Promise.resolve()

  async function connect(): Promise<void> {
    const next = new pg.Client(connectionOptions(url))
    next.on('error', (error) => lost(next, error))
    next.on('end', () => lost(next))
    next.on('notification', ({ payload }) => hear(payload ?? ''))
    await next.connect()
    await next.query(`listen ${channel}`)
    client = next
    failures = 0
  }

  function lost(which: pg.Client, error?: Error): void {
    if (which !== client) return
    client = undefined
    which.end().catch(() => undefined)
    if (stopping.signal.aborted) return
    log.warn({ reason: error?.message }, 'lost the connection that listens to PostgreSQL; connecting again')
    void reconnect()
  }

  async function reconnect(): Promise<void> {
    while (client === undefined && !stopping.signal.aborted) {
      await clock.sleep(backoffMs(++failures, backoff), stopping.signal)
      if (stopping.signal.aborted) return
      await connect().catch((error: unknown) =>
        log.warn({ reason: String(error) }, 'PostgreSQL cannot be listened to yet'),
      )
    }
    // What was said meanwhile went unheard.
    for (const what of shared) local.notify(what)
  }

  function hear(payload: string): void {
    const [from, to, what] = payload.split(' ')
    if (from === self || to !== encodeURIComponent(brand)) return
    const kind = shared.find((one) => one === what)
    if (kind) local.notify(kind)
  }

  /** One notice is on its way at a time; those that fall in between are one more. */
  async function tellOthers(what: Shared): Promise<void> {
    if (notifying.has(what)) {
      notifying.set(what, 'another')
      return
    }
    do {
      notifying.set(what, 'one')
      const said = `${self} ${encodeURIComponent(brand)} ${what}`
      last = last.then(() => client?.query('select pg_notify($1, $2)', [channel, said]).catch(() => undefined))
      await last
    } while (notifying.get(what) === 'another')
    notifying.delete(what)
  }

  await connect()
  return {
    notify(what) {
      local.notify(what)
      if (what !== 'heard') void tellOthers(what)
    },
    onNotice: local.onNotice,
    async [Symbol.asyncDispose]() {
      stopping.abort()
      const open = client
      client = undefined
      await open?.end()
      await local[Symbol.asyncDispose]()
    },
  }
}
