/** Cases and lines as the page is given them. Pure. */
import {
  atDesk,
  attachmentName,
  besideInWords,
  type Case,
  type CaseStory,
  type Draft,
  nameAtDesk,
  placeOf,
  platformOf,
  type SaidLine,
  type StaffMember,
  seenName,
  tagOf,
  whyDrafted,
  wordsOfDraft,
} from '#mascot'
import type { CaseDetail, CaseRow, HeldDraft, Line, MediaItem, SpeakerKind } from '../wire.ts'
import { reasonWords } from './reason-words.ts'

const LAST_LENGTH = 160
/** Of a case, the latest: what is shown, and among which one to be edited is looked for. */
export const SHOWN_LINES = 200

function numberOf(id: string): string {
  return `#${id.slice(0, 8)}`
}

/** `teamName`: of the case's team, where it is known. */
export function caseRow(one: Case, last?: SaidLine, teamName?: string): CaseRow {
  return {
    ...{
      id: one.id,
      number: numberOf(one.id),
      fanName: seenName(one.fanName),
      surface: one.surface,
      reason: one.reason,
    },
    order: orderOf(one),
    ...(one.accountId === undefined ? {} : { fanTag: tagOf(one.accountId) }),
    platform: platformOf(one.threadId),
    reasonWords: reasonWords(one.reason),
    ...{ status: one.status, handler: one.handler, summary: one.summary, openedAt: one.openedAt },
    ...{ timers: one.timers, breaches: one.breaches },
    ...(one.team === undefined ? {} : { team: one.team, teamName: teamName ?? one.team }),
    ...(one.assignee === undefined ? {} : { assignee: { id: one.assigneeId ?? '', name: atDesk(assigneeOf(one)) } }),
    ...(one.closedAt === undefined ? {} : { closedAt: one.closedAt }),
    ...(last ? { lastSaid: { at: last.at, from: last.from, text: shortened(last.told ?? last.text) } } : {}),
    ...(one.snoozedUntil === undefined ? {} : { snoozedUntil: one.snoozedUntil }),
    ...(one.lang === undefined ? {} : { lang: one.lang }),
    ...(one.csat === undefined ? {} : { csat: one.csat }),
    ...(one.originThread === undefined ? {} : { isFromGroup: true }),
  }
}

function assigneeOf({ assignee = '', assigneeTag }: Case): Pick<StaffMember, 'name' | 'tag'> {
  return { name: assignee, ...(assigneeTag === undefined ? {} : { tag: assigneeTag }) }
}

/** Of closed ones those closed last come first. */
function orderOf(one: Case): readonly number[] {
  const { by } = placeOf(one)
  return one.status === 'closed' ? by.map((at) => -at) : by
}

function shortened(text: string): string {
  return text.length > LAST_LENGTH ? `${text.slice(0, LAST_LENGTH - 1).toWellFormed()}…` : text
}

/** Said by this staff member, as oneself or as the brand. */
export function isBy(line: SaidLine, staff: StaffMember): boolean {
  const { speaker } = line
  if (speaker?.kind !== 'person' && speaker?.kind !== 'person-as-brand') return false
  return speaker.id === undefined ? speaker.name === staff.name : speaker.id === staff.id
}

interface LineOptions {
  readonly caseId: string
  readonly persona: string
  readonly staff: StaffMember
  readonly namesakes: ReadonlySet<string>
}

export function lineOf(line: SaidLine, { caseId, persona, staff, namesakes }: LineOptions): Line {
  const { speaker, delivery } = line
  const kind: SpeakerKind = speaker?.kind ?? (line.from === 'fan' ? 'fan' : 'bot')
  const isOurs = kind === 'bot' || kind === 'approved'
  const beside = line.isDeleted
    ? []
    : [...(line.told === undefined ? [] : [line.told]), ...besideInWords(line), ...lostOf(line)]
  return {
    ...{ row: line.row, at: line.at, speaker: kind, text: line.text },
    name: isOurs ? persona : nameAtDesk(speaker && 'id' in speaker ? speaker.id : undefined, line.name, namesakes),
    ...(beside.length > 0 ? { beside } : {}),
    ...(speaker?.kind === 'approved' ? { answerId: speaker.answerId } : {}),
    ...(speaker && 'sentBy' in speaker && speaker.sentBy ? { sentBy: speaker.sentBy.name } : {}),
    ...(delivery ? { delivery } : {}),
    ...(line.reason === undefined ? {} : { reason: line.reason }),
    ...(line.editedAt === undefined ? {} : { isEdited: true }),
    ...(line.isDeleted ? { isDeleted: true } : {}),
    ...(line.reactions && !line.isDeleted ? { reactions: line.reactions.map(emojiText) } : {}),
    ...(isBy(line, staff) && !line.isDeleted && delivery !== 'dead' ? { isMine: true } : {}),
    media: mediaOf(line).map(({ item, canBeBrought }, nth) => ({
      ...item,
      ...(canBeBrought ? { path: `/cases/${encodeURIComponent(caseId)}/media/${line.row}/${nth}` } : {}),
    })),
  }
}

function lostOf({ lost = [] }: SaidLine): string[] {
  return lost.map((file) => `did not get through, as the fan was told: ${file}`)
}

/** The files are with the line in the group: here they have their names. */
export function ledHereOf(line: CaseStory['ledHere'][number]): CaseDetail['ledHere'][number] {
  const files = (line.attachments ?? []).map(attachmentName)
  return { at: line.at, words: line.text, beside: [...files, ...besideInWords(line)] }
}

/** What is no file, whatever its platform calls it by. */
const toldInWords: ReadonlySet<string> = new Set(['location', 'contact', 'poll', 'other'])

/** A platform's own picture has no sign in text. */
function emojiText(emoji: string): string {
  return emoji.startsWith('custom:') ? '▫️' : emoji
}

export function heldDraft(draft: Draft): HeldDraft {
  const { id, state, outgoing, madeAt, by } = draft
  return {
    ...{ id, state, text: wordsOfDraft(draft), why: whyDrafted(draft), at: madeAt },
    buttons: outgoing.flatMap((one) => (one.kind === 'text' ? (one.buttons ?? []) : [])).map(({ label }) => label),
    ...(by === undefined ? {} : { by }),
  }
}

function mediaOf({ attachments, media, moreMedia = [] }: SaidLine): { item: MediaItem; canBeBrought: boolean }[] {
  if (media)
    return [media, ...moreMedia].map(({ kind, path }) => ({
      item: { kind, isPicture: kind === 'photo' },
      canBeBrought: path?.startsWith('/') === true,
    }))
  return attachments.map(({ kind, name, description, mime, ref, url }) => ({
    item: {
      kind,
      isPicture: kind === 'photo' || /^image\/(?:png|jpeg|gif|webp)$/.test(mime ?? ''),
      ...(name === undefined ? {} : { name }),
      ...(description === undefined ? {} : { description }),
    },
    canBeBrought: !toldInWords.has(kind) && (ref !== undefined || url !== undefined),
  }))
}
