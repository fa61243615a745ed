/** Facts about a fan are kept only with consent, asked once and in private; without it they are not written anywhere. Pure. */
import type { ToldFact } from '../../domain/conversation.ts'
import { label } from '../../hearing/small-words.ts'
import type { Persona } from '../../persona/persona.ts'
import { type Draft, withChanges } from '../draft.ts'
import { say } from '../review/lines.ts'
import type { Recalled } from '../stages.ts'

/**
 * Adds what was told to the draft: kept when the fan agreed before; asked for, after the reply, when never asked and in
 * private; else dropped. The open question holds the facts until it is answered; another topic drops it.
 */
export function withTold(draft: Draft, told: readonly ToldFact[], turn: Recalled, persona: Persona): Draft {
  if (told.length === 0 || persona.memory.facts === 'off' || turn.isAmbient || turn.isStorm) return draft
  const fresh = told.filter((fact) => !turn.facts.some(({ key, value }) => key === fact.key && value === fact.value))
  if (fresh.length === 0) return draft
  if (turn.fan.consent === 'yes') return withChanges(draft, { remember: fresh })
  const mayAsk = turn.fan.consent === 'unasked' && turn.conversation.surface === 'direct' && draft.kind === 'reply'
  if (!mayAsk || draft.changes?.state?.pending) return draft
  const buttons = [
    { label: label('yes', turn.lang), value: 'yes' },
    { label: label('no', turn.lang), value: 'no' },
  ]
  const isPlain = draft.reason === 'does-not-know'
  const before = isPlain ? [] : draft.texts
  const state = isPlain ? { misses: 0 } : {}
  return withChanges(
    {
      ...draft,
      reason: isPlain ? 'consent' : draft.reason,
      texts: [...before, say('askConsent', turn, persona, buttons)],
    },
    {
      consent: 'asked',
      state: { ...state, pending: { kind: 'consent', facts: fresh, accountId: turn.author.accountId } },
    },
  )
}
