/** The persona's own lines, chosen without repeating and filled in. */
import type { HandoffReason } from '../../domain/handoff.ts'
import type { Button } from '../../domain/message.ts'
import { hoursText } from '../../persona/lines/hours-text.ts'
import { linesIn, textIn } from '../../persona/lines/localise.ts'
import { fillLine, type LineValues } from '../../persona/load/fill.ts'
import type { Hours, LocalLines, Persona } from '../../persona/persona.ts'
import type { Occasion } from '../../persona/schema/schema.ts'
import type { DraftText } from '../draft.ts'
import type { Recalled } from '../stages.ts'
import { calledName } from './called-name.ts'

/** One of `lines` in the turn's language; `name` is what rotation knows it by. */
export function lineOf(lines: LocalLines, name: string, turn: Recalled, persona: Persona): string {
  const line = turn.rotation.pick(`${name}:${turn.lang}`, linesIn(lines, turn.lang, persona))
  return fillLine(line, { fan: calledName(turn.author), persona: persona.name, brand: persona.brand.name })
}

export function say(occasion: Occasion, turn: Recalled, persona: Persona, buttons?: readonly Button[]): DraftText {
  const text = lineOf(persona.lines[occasion], occasion, turn, persona)
  return buttons ? { text, author: 'line', buttons } : { text, author: 'line' }
}

/** As `say`, with more to fill in; `team` is the id of one. */
export function sayAs(
  occasion: Occasion,
  { team, ...more }: Partial<Omit<LineValues, 'team'>> & { readonly team?: string | undefined },
  turn: Recalled,
  persona: Persona,
): DraftText {
  const line = turn.rotation.pick(`${occasion}:${turn.lang}`, linesIn(persona.lines[occasion], turn.lang, persona))
  const name = team ? textIn(persona.handoff.teams[team]?.name, turn.lang, persona) : ''
  const values = { fan: calledName(turn.author), persona: persona.name, brand: persona.brand.name }
  return { text: fillLine(line, { ...values, ...more, ...(name ? { team: name } : {}) }), author: 'line' }
}

/** What is said when a person is called for `reason`. */
export function sayHandoff(
  reason: HandoffReason,
  team: string | undefined,
  turn: Recalled,
  persona: Persona,
): DraftText {
  const lines = persona.handoffLines[reason] ?? persona.handoffLines.default
  const line = turn.rotation.pick(`handoff-${reason}:${turn.lang}`, linesIn(lines, turn.lang, persona))
  const name = team ? textIn(persona.handoff.teams[team]?.name, turn.lang, persona) : ''
  const values = { fan: calledName(turn.author), persona: persona.name, brand: persona.brand.name }
  return { text: fillLine(line, name ? { ...values, team: name } : values), author: 'line' }
}

/** Nobody is there now; when somebody will be. */
export function sayClosed(hours: Hours, turn: Recalled, persona: Persona): DraftText {
  const line = turn.rotation.pick(`nobodyOnline:${turn.lang}`, linesIn(persona.lines.nobodyOnline, turn.lang, persona))
  const values = { fan: calledName(turn.author), persona: persona.name, brand: persona.brand.name }
  return { text: fillLine(line, { ...values, hours: hoursText(hours, turn.lang) }), author: 'line' }
}
