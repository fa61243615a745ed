/** One talk that no fan hears: the whole path of a message on a database in memory, with everything told that came to pass. */
import { randomUUID } from 'node:crypto'
import { instantOf } from '../../desk/time/hours.ts'
import { readCommand } from '../../domain/command.ts'
import type { Decision } from '../../domain/decision.ts'
import { MINUTE_MS } from '../../domain/durations.ts'
import { accountId, type ThreadId, type TurnId, threadId } from '../../domain/ids.ts'
import { type InboundMessage, type Outgoing, wordsOfOutgoing } from '../../domain/message.ts'
import { MOMENT_FORM, readMoment } from '../../domain/moment.ts'
import type { TurnTrace } from '../../domain/trace.ts'
import { createDecide } from '../../engine/decide.ts'
import type { Brain } from '../../engine/stages.ts'
import { MascotError } from '../../errors.ts'
import { turnOf } from '../../inbox/turn-of.ts'
import type { Persona } from '../../persona/persona.ts'
import type { SurfaceAbilities } from '../../ports/adapter.ts'
import type { Clock } from '../../ports/clock.ts'
import type { PlayButton, PlaySaid } from '../../ports/playground.ts'
import type { ShortTerm } from '../../ports/short-term.ts'
import { openStore } from '../../store/open-store.ts'
import { withoutSecrets } from '../../words/personal-data/without-secrets.ts'
import { createTracing } from '../create-tracing.ts'

export interface Talked {
  readonly decision: Decision
  readonly said: readonly { readonly text: string; readonly buttons: readonly PlayButton[] }[]
  readonly trace: TurnTrace
  readonly tookMs: number
}

export interface Talk extends AsyncDisposable {
  /** @throws {MascotError} `usage` where the hour is none */
  say(said: PlaySaid, signal: AbortSignal): Promise<Talked>
}

/** Said one message at a time. */
const noStorm = { isAddressed: () => false, needsPerson: () => false }

/** `surfaces`: by platform. */
export async function createTalk(
  brain: Brain,
  clock: Clock,
  surfaces: Readonly<Record<string, SurfaceAbilities>>,
): Promise<Talk> {
  const { persona } = brain
  let ahead = 0
  const own: Clock = { ...clock, now: () => clock.now() + ahead }
  const store = await openStore('sqlite::memory:', { brand: persona.brand.id, clock: own })
  const decide = createDecide({ brain: () => brain, memory: store.memory, shortTerm: createShortTerm() })
  return {
    async say(said, signal) {
      ahead = said.at === undefined ? 0 : momentOf(said.at, persona, clock) - clock.now()
      const now = own.now()
      const startedAt = performance.now()
      await store.inbox.accept([withoutSecrets(messageOf(said, persona, now))], { now, burstMs: 0 })
      const [claim] = await store.inbox.claim({ now: own.now(), leaseMs: MINUTE_MS, limit: 1 })
      if (!claim) throw new Error('what was said was not taken up')
      const id = randomUUID() as TurnId
      const turn = turnOf(claim.conversation, claim.unread, { burst: 'together', storm: noStorm, id, now })
      const { onlooker, timed, trace } = createTracing(() => performance.now())
      const abilities = surfaces[said.platform]
      const { effects, afterSettle } = await decide(turn, {
        signal,
        onlooker,
        timed,
        ...(abilities ? { abilities } : {}),
      })
      await store.inbox.settle(claim, { id, rows: turn.messages.map(({ row }) => row) }, effects, own.now())
      await afterSettle()
      for (;;) {
        const parcels = await store.outbox.due({ now: own.now(), leaseMs: MINUTE_MS, limit: 20 })
        for (const parcel of parcels) await store.outbox.sent(parcel, randomUUID(), own.now())
        if (parcels.length === 0) break
      }
      return {
        decision: effects.decision,
        said: effects.outbox.map(shown),
        trace: trace(),
        tookMs: Math.round(performance.now() - startedAt),
      }
    },
    [Symbol.asyncDispose]: () => store[Symbol.asyncDispose](),
  }
}

function momentOf(text: string, { manners }: Persona, clock: Clock): number {
  const moment = readMoment(text)
  if (!moment) throw new MascotError('usage', `“${text}” is no moment: write ${MOMENT_FORM}.`)
  return instantOf(moment, manners.timeZone, clock.now())
}

function shown(outgoing: Outgoing): Talked['said'][number] {
  const buttons = outgoing.kind === 'text' ? (outgoing.buttons ?? []) : []
  return {
    text: wordsOfOutgoing(outgoing),
    buttons: buttons.map(({ label, ...rest }) => ({
      label,
      ...(rest.url === undefined ? {} : { url: rest.url }),
      ...('value' in rest && rest.value !== undefined ? { value: rest.value } : {}),
    })),
  }
}

function messageOf(
  { fan, text, platform, surface, place, button }: PlaySaid,
  persona: Persona,
  now: number,
): InboundMessage {
  const isGroup = surface === 'group'
  const command = readCommand(text)
  const names = [persona.name, ...persona.nicknames].map((name) => RegExp.escape(name)).join('|')
  const isMention = new RegExp(`@(?:${names})(?![\\p{L}\\p{N}_])`, 'iu').test(text)
  return {
    threadId: threadOf(persona, { fan, platform, isGroup, place }),
    id: randomUUID(),
    sentAt: now,
    author: { accountId: accountId(platform, fan), name: fan, isBot: false },
    surface,
    text,
    isMention: isMention || command !== undefined || button !== undefined,
    ...(command ? { command } : {}),
    ...(button === undefined ? {} : { button }),
  }
}

/** In a place of the persona, the first thread it names; else a group is one, and each fan has a private talk. */
function threadOf(
  persona: Persona,
  { fan, platform, isGroup, place }: { fan: string; platform: string; isGroup: boolean; place: string | undefined },
): ThreadId {
  const named = persona.places.find(({ id }) => id === place)?.in?.find((at) => at.startsWith(`${platform}:`))
  if (named !== undefined) return threadId(platform, ...named.split(':').slice(1), ...(isGroup ? [] : [fan]))
  return isGroup ? threadId(platform, 'playground') : threadId(platform, 'playground', fan)
}

/** Forgotten with the talk. */
function createShortTerm(): ShortTerm {
  const values = new Map<string, unknown>()
  return {
    get: async <T>(key: string) => values.get(key) as T | undefined,
    set: async (key, value) => {
      values.set(key, value)
    },
  }
}
