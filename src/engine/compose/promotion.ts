/** What promotes is said unasked only while less than the persona allows of its words does; to who asks for it always. */
import type { Recalled } from '../stages.ts'
import { silent, type Verdict } from '../verdict.ts'

export async function withinPromotion(
  verdict: Verdict,
  { isAmbient, persona, promotesTooMuch }: Recalled,
): Promise<Verdict> {
  const answerId = verdict.kind === 'reply' ? verdict.answerId : undefined
  if (!isAmbient || answerId === undefined || !promotesTooMuch) return verdict
  const isPromoting = persona.answers.find(({ id }) => id === answerId)?.promotes === true
  return isPromoting && (await promotesTooMuch()) ? silent('talk-budget') : verdict
}
