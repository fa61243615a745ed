/** A real talk as a scene: what fans said without what belongs to one person, and what was decided. Pure. */
import { idFrom } from '../../desk/learning/answer-id.ts'
import { createMasker } from '../../desk/learning/strip-personal.ts'
import { localTime } from '../../desk/time/hours.ts'
import { HOUR_MS } from '../../domain/durations.ts'
import { platformOf } from '../../domain/ids.ts'
import type { InboundMessage } from '../../domain/message.ts'
import type { ProposedScene } from '../../domain/scene.ts'
import type { DecisionRecord } from '../../ports/records.ts'

export interface TalkTurn {
  readonly decision: DecisionRecord
  /** Oldest first. */
  readonly heard: readonly InboundMessage[]
}

export interface RecordedScene {
  readonly scene: ProposedScene
  /** Messages of which no words are left: pictures, what was deleted, a number alone. */
  readonly wordless: number
  /** Turns behind the one that called a person: what staff say is no persona's. */
  readonly withStaff: number
}

/** After such a silence another talk begins. */
const PAUSE_MS = 6 * HOUR_MS
/** They stand for whoever spoke, in this order. */
const standIns = ['Ana', 'Ben', 'Cleo', 'Dara', 'Eli', 'Fay']
/**
 * The last talk among `turns`, oldest first, up to where a person was called. `names`: of people who may be named in it, beside those
 * who spoke; `taken`: ids of scenes. Undefined where no words are left.
 */
export function sceneOfTalk(
  turns: readonly TalkTurn[],
  about: { readonly names: readonly string[]; readonly taken: ReadonlySet<string>; readonly timeZone: string },
): RecordedScene | undefined {
  const last = lastTalk(turns)
  const called = last.findIndex(({ decision }) => decision.kind === 'handoff')
  const played = called < 0 ? last : last.slice(0, called + 1)
  const fans = [...new Set(last.flatMap(({ heard }) => heard.map(({ author }) => author.accountId)))]
  const spoke = last.flatMap(({ heard }) => heard.map(({ author }) => author.name))
  const strip = createMasker([...about.names, ...spoke])
  let wordless = 0
  const written = played.flatMap(({ decision, heard }) => {
    const said = heard.flatMap((message) => {
      const text = strip(message.text)
      if (text === '') wordless += 1
      return text === '' ? [] : [{ message, text }]
    })
    const spoken = runs(said)
    return spoken.map((run, at): ProposedScene['turns'][number] => {
      const [{ author, surface }] = [run[0].message]
      const nth = fans.indexOf(author.accountId)
      return {
        ...(fans.length > 1 ? { fan: standIns[nth] ?? `Fan ${nth + 1}` } : {}),
        says: run.map(({ text }) => text).join('\n'),
        ...(surface === 'group' && run.some(({ message }) => message.isMention) ? { mention: true } : {}),
        expect: at === spoken.length - 1 ? expectation(decision) : {},
      }
    })
  })
  const [first] = played.flatMap(({ heard }) => heard)
  const [opening] = written
  if (!first || !opening) return undefined
  const { weekday, minutes } = localTime(first.sentAt, about.timeZone)
  const two = (number: number) => `${number}`.padStart(2, '0')
  return {
    scene: {
      id: idFrom(opening.says, about.taken),
      title: `From the record, ${first.surface === 'group' ? 'a group' : 'in private'}`,
      ...(first.surface === 'group' ? { surface: 'group' } : {}),
      platform: platformOf(first.threadId),
      at: `${weekday} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`,
      turns: written,
    },
    wordless,
    withStaff: last.length - played.length,
  }
}

function lastTalk(turns: readonly TalkTurn[]): readonly TalkTurn[] {
  const begins = turns.findLastIndex(({ decision: { at } }, nth) => {
    const before = turns[nth - 1]
    return before === undefined || at - before.decision.at > PAUSE_MS
  })
  return turns.slice(Math.max(0, begins))
}

interface Said {
  readonly message: InboundMessage
  readonly text: string
}

/** What one fan said without another between. */
function runs(said: readonly Said[]): readonly (readonly [Said, ...Said[]])[] {
  const all: [Said, ...Said[]][] = []
  for (const one of said) {
    const last = all.at(-1)
    if (last?.[0].message.author.accountId === one.message.author.accountId) last.push(one)
    else all.push([one])
  }
  return all
}

function expectation({ kind, reason, answerId }: DecisionRecord): ProposedScene['turns'][number]['expect'] {
  // What a model decided comes out otherwise without it, and the next time.
  const isReply = kind === 'reply' || kind === 'clarify'
  if (isReply && answerId !== undefined) return { decision: kind, answer: answerId }
  return { decision: kind, ...(reason.startsWith('model-') ? {} : { reason }) }
}
