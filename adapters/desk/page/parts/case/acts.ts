/** What a staff member does with the open case, by button and by key: one table for both. */
import type { ActRequest, CaseDetail, Me } from '../../../wire.ts'

/** Asked for before the act is done. */
export type Question = 'take-over' | 'pass' | 'snooze' | 'join' | 'look'
/** Done on the page, not at the desk. */
export type Gesture = 'reply' | 'brand' | 'note' | 'use-draft' | 'card'

export interface Act {
  readonly id: string
  readonly key: string
  /** In the list of keys. */
  readonly label: string
  /** On its button. */
  readonly button: (detail: CaseDetail) => string
  readonly isOffered: (detail: CaseDetail, me: Me) => boolean
  readonly does: { readonly asks: Question } | { readonly gesture: Gesture } | ((detail: CaseDetail) => ActRequest)
  /** Where its button stands; absent: it has one elsewhere. */
  readonly place?: 'front' | 'more'
}

const isOpen = ({ case: { status } }: CaseDetail) => status !== 'closed'
const isMine = ({ case: { assignee } }: CaseDetail, me: Me) => assignee?.id === me.staffId
export const isOthers = (detail: CaseDetail, me: Me) => detail.case.status === 'assigned' && !isMine(detail, me)
const isFree = (detail: CaseDetail, me: Me) => isOpen(detail) && !isOthers(detail, me)
const isMineOpen = (detail: CaseDetail, me: Me) => isOpen(detail) && isMine(detail, me)

/** The last message that staff said and that stands. */
function lastByStaff({ lines }: CaseDetail) {
  return lines.findLast(
    ({ speaker, isDeleted, delivery }) =>
      (speaker === 'person' || speaker === 'person-as-brand') && !isDeleted && delivery !== 'dead',
  )
}

function named(text: string): () => string {
  return () => text
}

export const acts: readonly Act[] = [
  {
    ...{ id: 'take', key: 't', label: 'take the case', place: 'front' },
    button: ({ case: { status } }) => (status === 'closed' ? 'Open again' : 'Take'),
    isOffered: ({ case: { status } }) => status !== 'assigned',
    does: () => ({ kind: 'claim' }),
  },
  {
    ...{ id: 'take-over', key: 'T', label: 'take it over from somebody (leads)', place: 'front' },
    button: named('Take over…'),
    isOffered: (detail, me) => isOthers(detail, me) && me.role !== 'staff',
    does: { asks: 'take-over' },
  },
  {
    ...{ id: 'reply', key: 'r', label: 'reply as yourself' },
    button: named('Reply'),
    isOffered: isFree,
    does: { gesture: 'reply' },
  },
  {
    ...{ id: 'brand', key: 'b', label: 'reply as the brand' },
    button: named('Reply as the brand'),
    isOffered: isFree,
    does: { gesture: 'brand' },
  },
  {
    ...{ id: 'note', key: 'n', label: 'write a note' },
    button: named('Note'),
    isOffered: () => true,
    does: { gesture: 'note' },
  },
  {
    ...{ id: 'suggest', key: 's', label: 'suggest a draft' },
    button: named('Suggest'),
    isOffered: isFree,
    does: () => ({ kind: 'suggest' }),
  },
  {
    ...{ id: 'use-draft', key: 'd', label: 'use the draft' },
    button: named('Use it'),
    isOffered: (detail, me) => isFree(detail, me) && detail.botDraft !== undefined,
    does: { gesture: 'use-draft' },
  },
  {
    ...{ id: 'resolve', key: 'e', label: 'resolve', place: 'front' },
    button: named('Resolve'),
    isOffered: isFree,
    does: () => ({ kind: 'resolve' }),
  },
  {
    ...{ id: 'resolve-silently', key: 'E', label: 'resolve, telling the fan nothing', place: 'more' },
    button: named('Resolve silently'),
    isOffered: isFree,
    does: () => ({ kind: 'resolve', isSilent: true }),
  },
  {
    ...{ id: 'resolve-publicly', key: 'P', label: 'resolve, with a word in the group it came from', place: 'more' },
    button: named('Resolve publicly'),
    isOffered: (detail, me) => isFree(detail, me) && detail.case.isFromGroup === true,
    does: () => ({ kind: 'resolve', isPublic: true }),
  },
  {
    ...{ id: 'hand-back', key: 'h', label: 'hand back to the bot', place: 'more' },
    button: named('Hand back to the bot'),
    isOffered: isFree,
    does: () => ({ kind: 'hand-back' }),
  },
  {
    ...{ id: 'pass', key: 'p', label: 'pass to a team', place: 'more' },
    button: named('Pass to a team…'),
    isOffered: (detail, me) => isFree(detail, me) && me.teams.length > 0,
    does: { asks: 'pass' },
  },
  {
    ...{ id: 'release', key: 'x', label: 'let it go', place: 'more' },
    button: named('Let it go'),
    isOffered: isMineOpen,
    does: () => ({ kind: 'release' }),
  },
  {
    ...{ id: 'snooze', key: 'z', label: 'snooze', place: 'more' },
    button: named('Snooze…'),
    isOffered: isFree,
    does: { asks: 'snooze' },
  },
  {
    ...{ id: 'join', key: 'm', label: 'join another case', place: 'more' },
    button: named('Join another case…'),
    isOffered: isFree,
    does: { asks: 'join' },
  },
  {
    ...{ id: 'look', key: 'f', label: 'ask the shop what it knows', place: 'more' },
    button: named('Ask the shop…'),
    isOffered: ({ shop }) => shop.lookUps.length > 0,
    does: { asks: 'look' },
  },
  {
    ...{ id: 'bot', key: 'o', label: 'bot on or off', place: 'more' },
    button: ({ case: { handler } }) => (handler === 'bot' ? 'Bot off' : 'Bot on'),
    isOffered: isFree,
    does: ({ case: { handler } }) => ({ kind: 'bot', isOn: handler !== 'bot' }),
  },
  {
    ...{ id: 'drafts', key: 'w', label: 'drafts wait for a person, on or off', place: 'more' },
    button: ({ isDrafting }) => (isDrafting ? 'Drafts off: the bot sends by itself' : 'Drafts on: a person sends'),
    isOffered: isOpen,
    does: ({ isDrafting }) => ({ kind: 'drafts', isOn: !isDrafting }),
  },
  {
    ...{ id: 'learn', key: 'l', label: 'learn from the last answer', place: 'more' },
    button: named('Learn from the last answer'),
    isOffered: (detail) => lastByStaff(detail) !== undefined,
    does: (detail) => {
      const said = lastByStaff(detail)
      return { kind: 'learn', ...(said ? { row: said.row } : {}) }
    },
  },
  {
    ...{ id: 'card', key: 'i', label: 'show or hide the case card' },
    button: named('Card'),
    isOffered: () => true,
    does: { gesture: 'card' },
  },
]
