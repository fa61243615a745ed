/** Which of the replies that wait somebody means: each is one fan's alone, also where several cases are worked on in one thread. */
import type { Case } from '../../domain/case.ts'
import type { Draft } from '../../domain/draft.ts'
import type { Act } from '../../ports/desk.ts'
import type { DeskDeps, Origin } from './desk-deps.ts'

export type DraftAct = Extract<Act, { kind: 'send-draft' | 'drop-draft' }>

/** By its id, by the message that is answered, else the only one that waits in the case and in those joined to it. */
export async function draftMeant(
  one: Case,
  { draft }: DraftAct,
  { by, replyTo }: Origin,
  { cases, drafts }: Pick<DeskDeps, 'cases' | 'drafts'>,
): Promise<Draft | 'several' | undefined> {
  const followers = await cases.followers(one.id)
  const worked = [one, ...followers].map(({ id }) => id)
  if (draft !== undefined) {
    const found = await drafts.get(draft)
    return found && worked.includes(found.caseId) ? found : undefined
  }
  const answered = by && replyTo !== undefined ? await drafts.shownAs(by.threadId, replyTo) : undefined
  if (answered) return answered
  const latest = await Promise.all(worked.map((id) => drafts.ofCase(id, 1)))
  const [first, ...others] = latest.flat().filter(({ state }) => state === 'open')
  // A suggestion for this case waits beside the reply to another fan.
  const isBeside = first !== undefined && first.caseId !== one.id && one.draft !== undefined
  return others.length > 0 || isBeside ? 'several' : first
}
