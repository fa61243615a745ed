/** Facts about a fan are kept only with consent, asked once and in private; without it they are not written anywhere. Pure. */
import type { ToldFact } from '../../domain/conversation.ts'
import { asksSomething } from '../../hearing/asks-something.ts'
import { ownWords } from '../attend/own-words.ts'
import { canTellAlone, type Recalled } from '../stages.ts'
import { line, type Verdict, withChanges } from '../verdict.ts'
import { mayLearn, takenBackFacts, toldFacts } from './told-facts.ts'

/**
 * What the fan told of themselves, found in the words or by the model: kept when the fan agreed before; asked for, after the
 * reply, when never asked and in private; else dropped. The open question holds the facts until it is answered; another
 * topic drops it.
 */
export function withTold(verdict: Verdict, turn: Recalled): Verdict {
  const { remember = [], ...changes } = verdict.changes ?? {}
  const own = ownWords(turn, turn.persona)
  const gone = turn.fan.consent === 'yes' && !turn.isAmbient ? takenBackFacts(own, turn.lang) : []
  const bare = withoutGone({ ...verdict, changes }, gone, turn)
  const fresh = freshOf([...toldFacts(own, turn.lang), ...remember.filter(({ value }) => mayLearn(value))], turn)
  if (fresh.length === 0) return bare
  if (turn.fan.consent === 'yes') return withChanges(bare, { remember: fresh })
  const mayAsk = turn.fan.consent === 'unasked' && (turn.conversation.surface === 'direct' || canTellAlone(turn))
  return mayAsk && bare.kind === 'reply' && !changes.state?.pending ? asking(bare, fresh, turn) : bare
}

/** Who takes back what they told is thanked for it, where that was all they said: a question beside it keeps its honest line. */
function withoutGone(verdict: Verdict, gone: readonly ToldFact[], { text, lang, fanLang, facts }: Recalled): Verdict {
  if (gone.length === 0) return verdict
  const changed = withChanges(verdict, { unremember: gone })
  const isHeld = gone.some(({ key }) => facts.some((fact) => fact.key === key))
  return isHeld &&
    !asksSomething(text, fanLang ?? lang) &&
    changed.kind === 'reply' &&
    changed.reason === 'does-not-know'
    ? { ...changed, reason: 'remark', say: [line('remark')] }
    : changed
}

function freshOf(
  told: readonly ToldFact[],
  { persona, isAmbient, isStorm, facts, read }: Recalled,
): readonly ToldFact[] {
  if (persona.memory.facts === 'off' || isAmbient || isStorm) return []
  const row = read.at(-1)?.row
  return told
    .filter((fact) => !facts.some(({ key, value }) => key === fact.key && value === fact.value))
    .map((fact) => (row === undefined ? fact : { ...fact, row }))
}

/** Who only told something was understood well enough: they are thanked in place of the honest line. */
function asking(verdict: Verdict & { kind: 'reply' }, facts: readonly ToldFact[], turn: Recalled): Verdict {
  const isPlain = verdict.reason === 'does-not-know' || verdict.reason === 'remark'
  const isAlone = turn.conversation.surface === 'group'
  const question = line('askConsent', {
    buttons: ['yes', 'no'],
    ...(isAlone ? { alone: 'else-not' } : isPlain ? { isSameMessage: true } : {}),
  })
  return withChanges(
    {
      ...verdict,
      reason: isPlain ? 'consent' : verdict.reason,
      say: [...(isPlain ? [line('remark')] : verdict.say), question],
    },
    {
      consent: 'asked',
      state: {
        ...(isPlain ? { misses: 0 } : {}),
        pending: { kind: 'consent', facts, accountId: turn.author.accountId },
      },
    },
  )
}
