/** `mascot check` on look-ups: each recorded answer is read as it is written down, and what has no proof is told. Pure. */
import type { LookUp } from '../../domain/look-up.ts'
import { readShaped } from '../../words/shapes.ts'
import type { Persona } from '../persona.ts'
import { filledIn, readOutcome } from './read-outcome.ts'

export interface LookUpFault {
  /** Below `lookups[nth]`. */
  readonly path: readonly (string | number)[]
  readonly message: string
  readonly severity: 'error' | 'warning' | 'note'
}

export function trySamples(lookUp: LookUp, persona: Persona): readonly LookUpFault[] {
  const faults: LookUpFault[] = []
  for (const [nth, sample] of lookUp.samples.entries()) {
    const path = ['samples', nth]
    for (const { id, shape } of lookUp.needs) {
      const value = sample.given[id]
      if (value === undefined)
        faults.push({ path: [...path, 'given'], message: `does not tell ${id}`, severity: 'error' })
      else if (readShaped(shape, value) === undefined)
        faults.push({ path: [...path, 'given', id], message: `is not of the shape ${shape}`, severity: 'error' })
    }
    const wrong = faultIn(lookUp, nth, persona)
    if (wrong !== undefined) faults.push({ path, message: wrong, severity: 'error' })
  }
  if (lookUp.samples.length === 0)
    faults.push({
      path: [],
      message: 'has no samples: nothing shows that its answers are read as you mean',
      severity: 'warning',
    })
  const tried = new Set(lookUp.samples.map(({ state }) => state))
  const reserved = new Set(['unknown', 'failed', 'limit', 'codeSent', 'codeWrong', 'codeOver'])
  for (const state of Object.keys(lookUp.says))
    if (lookUp.samples.length > 0 && !reserved.has(state) && !tried.has(state))
      faults.push({ path: ['says', state], message: 'is in no sample', severity: 'note' })
  if (lookUp.proof === 'needs' && lookUp.needs.length < 2)
    faults.push({
      path: ['needs'],
      message:
        'is one thing, which can be guessed: ask for a second (an e-mail address), or write proof: code, or proof: none where it is about nobody',
      severity: 'warning',
    })
  return faults
}

function faultIn(lookUp: LookUp, nth: number, persona: Persona): string | undefined {
  const sample = lookUp.samples[nth]
  if (!sample) return undefined
  const { timeZone } = persona.manners
  const outcome = readOutcome(lookUp, { status: sample.status, json: sample.answer }, timeZone)
  const state = outcome.kind === 'found' ? outcome.state : outcome.kind
  if (state !== sample.state) {
    const why = outcome.kind === 'failed' ? `: ${outcome.why}` : ''
    return `is read as ${state}${why}; written down is ${sample.state}`
  }
  if (outcome.kind !== 'found') return undefined
  const [home] = persona.languages
  const said = (lookUp.says[state]?.[home] ?? Object.values(lookUp.says[state] ?? {})[0] ?? []).map((line) =>
    filledIn(line, outcome.facts, sample.given, home, timeZone),
  )
  const missing = sample.says.find((wanted) => !said.some((text) => text.toLowerCase().includes(wanted.toLowerCase())))
  return missing === undefined ? undefined : `says “${said[0] ?? ''}”, without “${missing}”`
}
