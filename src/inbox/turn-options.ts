/** What a turn is decided with: what its platform offers, the sign of somebody typing, patience with what is out for a moment. */
import { platformOf, type ThreadId } from '../domain/ids.ts'
import type { Turn } from '../domain/turn.ts'
import type { Log } from '../log.ts'
import type { Adapter } from '../ports/adapter.ts'
import type { Clock } from '../ports/clock.ts'
import type { DecideOptions } from '../ports/decide.ts'
import { pictureOf } from './picture-of.ts'

/** Thinking that takes longer than this is shown; a quick answer needs no announcement. */
const TYPING_AFTER_MS = 1_000
/** How long a turn waits for a model that is out before the honest line, and between its tries. */
const PATIENCE_MS = 15_000
const PATIENCE_STEP_MS = 1_200
/** Platforms let the sign fade after five seconds and more. */
const TYPING_EVERY_MS = 4_000

interface TurnMeans {
  readonly adapterOf: (platform: string) => Adapter | undefined
  readonly clock: Clock
  readonly log: Log
}

export function optionsOf(turn: Turn, signal: AbortSignal, onSpeaking: () => void, deps: TurnMeans): DecideOptions {
  const adapter = adapterFor(turn, deps)
  if (!adapter) return { signal }
  return {
    signal,
    abilities: adapter.abilities,
    privateLink: (payload) => adapter.privateLink?.(payload),
    invitesTo: async (thread) => await inviteLink(thread, adapter, deps),
    tellsAlone: (message) => adapter.tellsAlone?.(message) ?? false,
    writesFirst: adapter.openPrivate !== undefined,
    pictureOf: (attachment) => pictureOf(attachment, adapter),
    onSpeaking,
  }
}

/** Who cannot be let in by a link is let in by somebody. */
async function inviteLink(thread: ThreadId, adapter: Adapter, { log }: TurnMeans): Promise<string | undefined> {
  try {
    return await adapter.inviteLink?.(thread)
  } catch (err) {
    log.warn({ thread, err }, 'no link into the group could be made')
    return undefined
  }
}

function adapterFor({ conversation: { threadId } }: Turn, { adapterOf }: TurnMeans): Adapter | undefined {
  return adapterOf(platformOf(threadId))
}

/** For one turn: a wait each time it is asked for, until they are long enough. */
export function patienceOf(signal: AbortSignal, clock: Clock): () => Promise<boolean> {
  const evenly = () => clock.monotonic?.() ?? clock.now()
  let since: number | undefined
  return async () => {
    since ??= evenly()
    if (evenly() - since >= PATIENCE_MS) return false
    await clock.sleep(PATIENCE_STEP_MS, signal)
    signal.throwIfAborted()
    return true
  }
}

/** The sign of somebody typing, once the thinking takes long, and for as long as it does. */
export function typingFor(turn: Turn, deps: TurnMeans) {
  const { clock, log } = deps
  const done = new AbortController()
  async function show(): Promise<void> {
    const adapter = adapterFor(turn, deps)
    if (!adapter?.showTyping) return
    for (let waitMs = TYPING_AFTER_MS; ; waitMs = TYPING_EVERY_MS) {
      await clock.sleep(waitMs, done.signal)
      if (done.signal.aborted) return
      await adapter
        .showTyping(turn.conversation.threadId)
        .catch((err: unknown) => log.debug({ err }, 'typing not shown'))
    }
  }
  return {
    begin: () => void show(),
    end: () => done.abort('done'),
  }
}
