/** Greetings, thanks, laughter and the like: the persona's own lines, or just a reaction. Pure. */
import type { ReasonCode } from '../../domain/decision.ts'
import type { SmallTalk } from '../../hearing/small-talk.ts'
import { linesIn } from '../../persona/lines/localise.ts'
import type { Persona } from '../../persona/persona.ts'
import type { Occasion } from '../../persona/schema/schema.ts'
import type { Draft } from '../draft.ts'
import { say } from '../review/lines.ts'
import type { Recalled } from '../stages.ts'

const HOUR_MS = 3_600_000
/** A catchphrase comes at most on every fourth pleasantry. */
const CATCHPHRASE_EVERY = 4

const lines: Readonly<Record<SmallTalk, { occasion: Occasion; reason: ReasonCode }>> = {
  greeting: { occasion: 'greeting', reason: 'greeting' },
  thanks: { occasion: 'thanks', reason: 'thanks' },
  praise: { occasion: 'praise', reason: 'praise' },
  laughter: { occasion: 'laughter', reason: 'laughter' },
  farewell: { occasion: 'farewell', reason: 'farewell' },
  smallTalk: { occasion: 'smallTalk', reason: 'small-talk' },
  acknowledgement: { occasion: 'smallTalk', reason: 'acknowledgement' },
  aboutItself: { occasion: 'aboutItself', reason: 'about-itself' },
  test: { occasion: 'test', reason: 'small-talk' },
  apologyFromFan: { occasion: 'noHarm', reason: 'small-talk' },
}

export function composeSmallTalk(kind: SmallTalk, turn: Recalled, persona: Persona): Draft {
  const last = turn.read.at(-1) ?? turn.messages[0]
  const isGroup = turn.conversation.surface === 'group'
  const isQuiet = kind === 'acknowledgement' || (isGroup && (kind === 'laughter' || kind === 'thanks'))
  const [reaction] = persona.manners.reactions
  if (isQuiet) {
    const reason = lines[kind].reason
    return reaction && !(kind === 'acknowledgement' && isGroup)
      ? { kind: 'react', reason, emoji: reaction, messageId: last.id }
      : { kind: 'silent', reason }
  }
  const { reason } = lines[kind]
  const hasGreeted = turn.now - (turn.conversation.state.greetedAt ?? 0) < 6 * HOUR_MS
  const occasion = kind === 'greeting' && hasGreeted ? 'greetingAgain' : lines[kind].occasion
  const words = say(occasion, turn, persona)
  const phrase = kind === 'farewell' || kind === 'praise' ? catchphrase(turn, persona) : ''
  return {
    kind: 'reply',
    reason,
    texts: phrase ? [{ ...words, text: `${words.text} ${phrase}` }] : [words],
    changes: { state: { misses: 0, ...(kind === 'greeting' ? { greetedAt: turn.now } : {}) } },
  }
}

function catchphrase(turn: Recalled, persona: Persona): string {
  const variants = linesIn(persona.voice.catchphrases, turn.lang, persona)
  if (variants.length === 0 || persona.voice.energy === 'calm') return ''
  const slots = Array.from({ length: CATCHPHRASE_EVERY }, (_, index) => String(index))
  return turn.rotation.pick('catchphrase-turn', slots) === '0'
    ? turn.rotation.pick(`catchphrase:${turn.lang}`, variants)
    : ''
}
