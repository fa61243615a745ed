/** The lists beside the inbox: talks one may step into, and answers that wait for the operator's yes. */
import {
  type ConversationId,
  type PageContext,
  type ProposedScene,
  platformOf,
  type RecentPlace,
  type StaffMember,
  seenName,
} from '#mascot'
import type { ProposalList, TalkList } from '../wire.ts'
import { placeIn, placeText } from './place.ts'

const TALKS = 50

const LONGEST_NAME = 100

/** `named`: of fans whose name holds it. */
export async function talks(
  { desk }: PageContext,
  { after, named }: { readonly after?: string; readonly named?: string },
): Promise<TalkList> {
  const recent = await desk.recent(TALKS, after ? talkPlace(after) : undefined, named?.slice(0, LONGEST_NAME))
  const place = recent.at(-1)?.place
  return {
    talks: recent.map(({ conversation, openCase, fanName, at }) => ({
      ...{ threadId: conversation.threadId, fanName: seenName(fanName), platform: platformOf(conversation.threadId) },
      ...{ surface: conversation.surface, at },
      ...(openCase ? { caseId: openCase.id } : {}),
    })),
    ...(place ? { next: placeText({ by: [place.touchedAt], id: place.id }) } : {}),
  }
}

function talkPlace(text: string): RecentPlace {
  const { by, id } = placeIn(text, 1)
  return { touchedAt: by[0] ?? 0, id: id as ConversationId }
}

export async function proposals(staff: StaffMember, { desk, view, leads }: PageContext): Promise<ProposalList> {
  const [home = ''] = leads.languages()
  return {
    proposals: (await desk.proposals()).map(({ id, by, at, answer, scene, caseId }) => ({
      ...{ id, by, at },
      ...(answer
        ? {
            ...{ answerId: answer.id, asks: answer.asks, answer: answer.answer },
            ...(answer.answer[home] === undefined ? { lacks: home } : {}),
          }
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
