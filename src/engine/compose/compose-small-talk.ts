/** Greetings, thanks, laughter and the like: the persona's own lines, or just a reaction. Pure. */

import type { ReasonCode } from '../../domain/decision.ts'
import { HOUR_MS } from '../../domain/durations.ts'
import type { SmallTalk } from '../../hearing/small-talk.ts'
import type { Occasion } from '../../persona/schema/schema.ts'
import type { Recalled } from '../stages.ts'
import { line, reply, silent, type Verdict } from '../verdict.ts'

/** How long a greeting counts as said. */
const GREETED_MS = 6 * HOUR_MS

const lines: Readonly<Record<SmallTalk, { occasion: Occasion; reason: ReasonCode }>> = {
  greeting: { occasion: 'greeting', reason: 'greeting' },
  thanks: { occasion: 'thanks', reason: 'thanks' },
  praise: { occasion: 'praise', reason: 'praise' },
  laughter: { occasion: 'laughter', reason: 'laughter' },
  farewell: { occasion: 'farewell', reason: 'farewell' },
  joke: { occasion: 'joke', reason: 'small-talk' },
  smallTalk: { occasion: 'smallTalk', reason: 'small-talk' },
  acknowledgement: { occasion: 'smallTalk', reason: 'acknowledgement' },
  aboutItself: { occasion: 'aboutItself', reason: 'about-itself' },
  test: { occasion: 'test', reason: 'small-talk' },
  apologyFromFan: { occasion: 'noHarm', reason: 'small-talk' },
}

export function composeSmallTalk(kind: SmallTalk, turn: Recalled): Verdict {
  const { reason } = lines[kind]
  if (isQuiet(kind, turn)) return reactionTo(kind, turn)
  const { conversation, now } = turn
  const hasGreeted = kind === 'greeting' && now - (conversation.state.greetedAt ?? 0) < GREETED_MS
  const occasion = occasionOf(kind, hasGreeted, turn)
  const mayAdd = kind === 'farewell' || kind === 'praise' ? ({ mayAddCatchphrase: true } as const) : {}
  const state = { misses: 0, ...(kind === 'greeting' ? { greetedAt: now } : {}) }
  return reply(reason, [line(occasion, mayAdd)], { state })
}

/** Whoever has no humour tells no joke. */
function occasionOf(kind: SmallTalk, hasGreeted: boolean, { persona }: Recalled): Occasion {
  if (hasGreeted) return 'greetingAgain'
  return kind === 'joke' && persona.voice.humour === 'none' ? 'smallTalk' : lines[kind].occasion
}

/** No words are needed, or would be too many in a group. */
function isQuiet(kind: SmallTalk, { conversation }: Recalled): boolean {
  const isGroup = conversation.surface === 'group'
  return kind === 'acknowledgement' || (isGroup && (kind === 'laughter' || kind === 'thanks'))
}

function reactionTo(kind: SmallTalk, { read, messages, conversation, persona }: Recalled): Verdict {
  const { reason } = lines[kind]
  const [emoji] = persona.manners.reactions
  const isNodInGroup = kind === 'acknowledgement' && conversation.surface === 'group'
  if (!emoji || isNodInGroup) return silent(reason)
  return { kind: 'react', reason, emoji, messageId: (read.at(-1) ?? messages[0]).id }
}
