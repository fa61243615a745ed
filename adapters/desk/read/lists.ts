/** The lists beside the inbox: talks one may step into, and answers that wait for the operator's yes. */
import { type PageContext, type ProposedScene, platformOf, type StaffMember } from '#mascot'
import type { ProposalList, TalkList } from '../wire.ts'

const TALKS = 50

export async function talks({ desk }: PageContext): Promise<TalkList> {
  return {
    talks: (await desk.recent(TALKS)).map(({ conversation, openCase, fanName, at }) => ({
      ...{ threadId: conversation.threadId, fanName, platform: platformOf(conversation.threadId) },
      ...{ surface: conversation.surface, at },
      ...(openCase ? { caseId: openCase.id } : {}),
    })),
  }
}

export async function proposals(staff: StaffMember, { desk, view }: PageContext): Promise<ProposalList> {
  return {
    proposals: (await desk.proposals()).map(({ id, by, at, answer, scene, caseId }) => ({
      ...{ id, by, at },
      ...(answer
        ? { answerId: answer.id, asks: answer.asks, answer: answer.answer }
        : { answerId: scene.id, asks: [], answer: {}, scene: { title: scene.title, lines: linesOf(scene) } }),
      ...(caseId === undefined ? {} : { caseId }),
    })),
    mayDecide: view.mayDecide(staff),
  }
}

function linesOf({ turns }: ProposedScene): readonly string[] {
  return turns.flatMap(({ says, expect: { decision, handoff, says: right = [], not = [] } }) => [
    `The fan says: ${says}`,
    ...(decision ? [`Expected: ${decision}${handoff ? `, ${handoff}` : ''}`] : []),
    ...right.map((words) => `Says: ${words}`),
    ...not.map((words) => `Does not say: ${words}`),
  ])
}
