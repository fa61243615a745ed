/** What is said of a look-up: what it found, that it is to be told again, or that a person sees to it. */
import { MINUTE_MS } from '../../domain/durations.ts'
import { answerIdOfLookUp, type Given, type LookedUp, type LookUp, type Need } from '../../domain/look-up.ts'
import { english } from '../../hearing/packs/english.ts'
import type { LookUpTexts } from '../../hearing/packs/pack.ts'
import { packs } from '../../hearing/packs/packs.ts'
import { languageIn, linesIn } from '../../persona/lines/localise.ts'
import { filledIn } from '../../persona/look-ups/read-outcome.ts'
import type { Recalled } from '../stages.ts'
import { handOff, summaryOf } from '../triage/hand-off.ts'
import { reply, type Saying, type Verdict } from '../verdict.ts'

const WAITS_MS = 15 * MINUTE_MS
const TOLD_MS = 30 * MINUTE_MS

export function told(outcome: LookedUp, lookUp: LookUp, given: Given, turn: Recalled): Verdict {
  const state = { lookUp: undefined, code: undefined, pending: undefined, misses: 0, clarifications: 0 }
  switch (outcome.kind) {
    case 'found': {
      const lines = lookUp.says[outcome.state] ?? {}
      const lang = languageIn(lines, turn.fanLang ?? turn.lang, turn.persona)
      const variant = turn.rotation.pick(
        `look-up-${lookUp.id}-${outcome.state}:${lang}`,
        linesIn(lines, lang, turn.persona),
      )
      const text = filledIn(variant, outcome.facts, given, lang, turn.persona.manners.timeZone)
      const lookedUp = { accountId: turn.author.accountId, text, until: turn.now + TOLD_MS }
      const answerId = answerIdOfLookUp(lookUp)
      return { ...reply('look-up', [{ kind: 'statement', text }], { state: { ...state, lookedUp } }), answerId }
    }
    case 'unknown':
      return reply('look-up-unknown', [{ ...saidOf(lookUp, 'unknown', turn), buttons: ['person'] }], {
        state: { ...state, lookUp: waitingFor(CORRECTION, lookUp, given, turn) },
      })
    case 'limited':
      return reply('look-up-limit', [{ ...saidOf(lookUp, 'limit', turn), buttons: ['person'] }], { state })
    case 'failed':
      return toPerson(lookUp, given, outcome.why, turn)
  }
}

/** A case with what was asked; the persona's own words for it come in the place of those for an account. */
export function toPerson(lookUp: LookUp, given: Given, why: string, turn: Recalled): Verdict {
  const asked = lookUp.needs.flatMap(({ id }) => (given[id] === undefined ? [] : [`${id} ${given[id]}`]))
  const summary = `${summaryOf(turn)}\nLook-up “${lookUp.id}” (${lookUp.about}) did not work: ${why}. ${asked.length > 0 ? `Asked: ${asked.join(', ')}.` : ''}`
  const verdict = handOff('account', turn, {
    summary: summary.trim(),
    flags: ['look-up-failed'],
    ...(lookUp.team ? { team: lookUp.team } : {}),
  })
  const state = { ...verdict.changes?.state, lookUp: undefined, code: undefined }
  const own = lookUp.says.failed
  const rest = verdict.say.filter(({ kind }) => kind !== 'handoff')
  const say =
    own && verdict.kind === 'handoff' ? [ownWords(own, `look-up-${lookUp.id}-failed`, turn), ...rest] : verdict.say
  return { ...verdict, say, changes: { ...verdict.changes, state } }
}

/** The persona's own words for it, else the built-in ones. */
export function saidOf(lookUp: LookUp, word: Exclude<keyof LookUpTexts, 'mail' | 'notThat'>, turn: Recalled): Saying {
  const own = lookUp.says[word]
  return own ? ownWords(own, `look-up-${lookUp.id}-${word}`, turn) : { kind: 'statement', text: builtIn(word, turn) }
}

export function ownWords(lines: Need['ask'], name: string, turn: Recalled): Saying {
  const lang = languageIn(lines, turn.fanLang ?? turn.lang, turn.persona)
  return { kind: 'own-words', text: turn.rotation.pick(`${name}:${lang}`, linesIn(lines, lang, turn.persona)) }
}

export function builtIn(word: keyof LookUpTexts, { fanLang, lang }: Recalled): string {
  return (packs[fanLang ?? lang]?.['look-ups'] ?? english.lookUps)[word]
}

export function waitingFor(asked: string, { id }: LookUp, given: Given, { author, now }: Recalled, misses = 0) {
  return { id, accountId: author.accountId, given, asked, misses, until: now + WAITS_MS }
}

/** In the place of a need: all was told, and something of it may have been a slip. */
export const CORRECTION = ''
