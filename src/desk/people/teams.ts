/** Teams by id and by name. */

import type { Case } from '../../domain/case.ts'
import type { HandoffReason } from '../../domain/handoff.ts'
import type { Lang } from '../../domain/message.ts'
import { textIn } from '../../persona/lines/localise.ts'
import type { Persona } from '../../persona/persona.ts'
import { fold } from '../../words/letters/fold.ts'

export function langOf(one: Pick<Case, 'lang'>, persona: Persona): Lang {
  return one.lang !== undefined && persona.languages.includes(one.lang) ? one.lang : persona.languages[0]
}

/** Whom the persona calls for this. */
export function teamFor(reason: HandoffReason, { handoff: { route } }: Persona): string | undefined {
  return route[reason] ?? route.default
}

/** In a line for the fan; the brand when there is no team, or none with a name in the language of that line. */
export function teamForFan(team: string | undefined, one: Pick<Case, 'lang'>, persona: Persona): string {
  const { teams } = persona.handoff
  return (team === undefined ? undefined : teams[team]?.name[langOf(one, persona)]) ?? persona.brand.name
}

/** For staff; the brand when there is no team. */
export function teamName(team: string | undefined, one: Pick<Case, 'lang'>, persona: Persona): string {
  const name = team ? textIn(persona.handoff.teams[team]?.name, langOf(one, persona), persona) : ''
  return name === '' ? persona.brand.name : name
}

/** By id or by name in any language, as a person types it. */
export function findTeam(typed: string, persona: Persona): string | undefined {
  const wanted = fold(typed.trim())
  const teams = Object.entries(persona.handoff.teams)
  const found =
    teams.find(([id]) => fold(id) === wanted) ??
    teams.find(([, { name }]) => Object.values(name).some((words) => fold(words) === wanted))
  return found?.[0]
}
