/** The case a request names. */
import type { CaseId, PageContext } from '#mascot'
import { Refusal } from '../refusal.ts'

/** @throws {Refusal} 404 */
export async function existing(id: CaseId, { desk }: PageContext) {
  const story = await desk.read(id, 1)
  if (story === undefined) throw new Refusal(404, 'no-case', 'There is no such case (any more).')
  return story.case
}
