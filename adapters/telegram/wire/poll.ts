/** Long polling: fetch, make durable together with the read position, and only then ask for more. */
import { type AdapterContext, backoffMs, type Heard, type Hold, MascotError } from '#mascot'

import { allowedUpdates, isGrammySignal, type RawApi } from './api.ts'
import { failureOf } from './errors.ts'
import { botName } from './presence.ts'
import { retry } from './retry.ts'

/** How long the server holds an empty answer back, in seconds. */
const HOLD_SECONDS = 30
/** As many as the server hands over at once. */
const MOST_UPDATES = 100
const CONFLICT_WAIT_MS = 10_000

export interface PollDeps {
  readonly api: RawApi
  readonly token: string
  readonly botId: number
  readonly context: AdapterContext
  /** Translates what arrived. */
  readonly hear: (updates: readonly unknown[]) => Promise<Heard>
  /** Under which this process polls; absent: nobody else does. */
  readonly hold?: Hold
}

/**
 * Runs until the signal aborts. The server forgets updates below the `offset` it is asked with, so asking is what
 * acknowledges: a kill at any line has them delivered again.
 */
export async function poll(deps: PollDeps, signal: AbortSignal): Promise<void> {
  const { context, hear } = deps
  const name = botName(deps.botId)
  let offset = await readOffset(deps, name, signal)
  let failures = 0
  while (!signal.aborted) {
    const fetched = await fetchUpdates(deps, offset, signal)
    if ('waitMs' in fetched) {
      failures += 1
      await context.clock.sleep(fetched.waitMs ?? backoffMs(failures, retry), signal)
      continue
    }
    const { updates } = fetched
    const last = updates.reduce<number>((highest, update) => Math.max(highest, idOf(update)), offset - 1)
    try {
      if (updates.length > 0)
        await context.receive({
          ...(await hear(updates)),
          cursor: { name, value: String(last + 1), ...(deps.hold ? { hold: deps.hold } : {}) },
          hasMore: updates.length >= MOST_UPDATES,
        })
      offset = last + 1
      failures = 0
    } catch (err) {
      // Whoever has it now asks for them again, from what is durable.
      if (err instanceof MascotError && err.code === 'hold-lost') return
      failures += 1
      context.log.error({ err, updates: updates.length }, 'what was heard could not be saved, it is asked for again')
      await context.clock.sleep(backoffMs(failures, retry), signal)
    }
  }
}

async function readOffset({ context }: PollDeps, name: string, signal: AbortSignal): Promise<number> {
  for (let failures = 1; !signal.aborted; failures++) {
    try {
      return Number(await context.cursor(name)) || 0
    } catch (err) {
      context.log.error({ err }, 'the read position cannot be read, trying again')
      await context.clock.sleep(backoffMs(failures, retry), signal)
    }
  }
  return 0
}

type Fetched = { readonly updates: readonly unknown[] } | { readonly waitMs: number | undefined }

async function fetchUpdates(deps: PollDeps, offset: number, signal: AbortSignal): Promise<Fetched> {
  const { api, token, context } = deps
  if (!isGrammySignal(signal)) return { waitMs: undefined }
  try {
    const updates: unknown = await api.getUpdates(
      { offset, timeout: HOLD_SECONDS, limit: MOST_UPDATES, allowed_updates: [...allowedUpdates] },
      signal,
    )
    context.connected?.(Array.isArray(updates))
    if (Array.isArray(updates)) return { updates }
    context.log.warn({}, 'Telegram sent something that is no list of updates, asking again')
    return { waitMs: undefined }
  } catch (error) {
    if (signal.aborted) return { waitMs: 0 }
    const failure = failureOf(error, token)
    context.connected?.(false)
    const level = failure.kind === 'conflict' || failure.kind === 'token-refused' ? 'error' : 'warn'
    context.log[level]({ kind: failure.kind }, `nothing can be heard: ${failure.reason}`)
    if (failure.kind === 'conflict') {
      if (/webhook/.test(failure.reason)) await api.deleteWebhook({}).catch(() => {})
      return { waitMs: CONFLICT_WAIT_MS }
    }
    return { waitMs: failure.retryAfterMs }
  }
}

function idOf(update: unknown): number {
  const id = update instanceof Object && 'update_id' in update ? update.update_id : undefined
  return typeof id === 'number' && Number.isSafeInteger(id) ? id : 0
}
