/** What loads and is still not right: content an operator should see before a fan does. `mascot check` prints it; nothing here stops a start. */

import type { PersonaReading } from '../load/load.ts'
import { inReadingOrder, type PersonaProblem } from '../load/problem.ts'
import { lintAnswers } from './lint-answers.ts'
import { lintHours } from './lint-hours.ts'
import { lintIssues } from './lint-issues.ts'
import { lintLanguages, type UnheardIn } from './lint-languages.ts'
import { lintLines } from './lint-lines.ts'
import { lintNames } from './lint-names.ts'
import { lintPlaces } from './lint-places.ts'
import { lintPictures, lintReferences } from './lint-references.ts'
import { lintScenes } from './lint-scenes.ts'

/**
 * Problems beyond those of the reading itself; empty when it has no persona.
 * @param now epoch ms, for what has expired or soon will
 * @param unheardIn what the hearing does not understand in a language
 * @param platforms those there are, for what scenes name; if absent, any is taken
 */
export async function lintPersona(
  reading: PersonaReading,
  now: number,
  unheardIn: UnheardIn,
  platforms?: readonly string[],
): Promise<readonly PersonaProblem[]> {
  const { persona, files } = reading
  if (persona === undefined) return []
  const problems = [
    ...lintLines(persona, files.persona),
    ...lintLanguages(persona, files.persona, unheardIn),
    ...lintNames(persona, files.persona),
    ...lintHours(files.persona),
    ...lintPlaces(persona, files.persona),
    ...lintReferences(reading, now),
    ...lintScenes(persona, reading.scenes, files.scenes, platforms),
    ...(await lintPictures(persona, files.persona)),
    ...lintAnswers(persona, files.answers, now),
    ...lintIssues(persona, files.issues),
  ]
  const order = [files.persona, files.answers, files.issues, files.scenes].map(({ file }) => file)
  return inReadingOrder(order.flatMap((file) => problems.filter((problem) => problem.file === file)))
}
