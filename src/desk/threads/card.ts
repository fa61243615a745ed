/** The card of a case: what staff see first, kept as it is now. Pure. */

import { attachmentName, besideInWords, ofOurs } from '../../domain/beside.ts'
import { cameBy } from '../../domain/came-by.ts'
import type { Case } from '../../domain/case.ts'
import { atDesk } from '../../domain/colleague.ts'
import type { TranscriptLine } from '../../domain/conversation.ts'
import { platformOf } from '../../domain/ids.ts'
import { isUnseen, linesOf, onOneLine } from '../../domain/lines.ts'
import type { Button, Outgoing, ReviewedText } from '../../domain/message.ts'
import { asksWhetherBot } from '../../hearing/disclosure.ts'
import { linesIn } from '../../persona/lines/localise.ts'
import type { Persona } from '../../persona/persona.ts'
import { forStaff, staffText } from '../../persona/voice/voice.ts'
import type { CaseStory } from '../../ports/case-reader.ts'
import { toStaff } from '../acts/say.ts'
import { langOf, teamName } from '../people/teams.ts'
import { clockText } from '../time/reply-clock.ts'
import { instantText } from '../time/times.ts'
import { hoursOf } from '../time/working-time.ts'
import { fanShown, speakerOf, type Where } from './who-said.ts'

const LAST_LINES = 8
export const LINE_LENGTH = 200
/** Stands on a card where a line ended, and in nobody's words. */
const NEXT = ' ⏎ '
const CLOSE_ANSWERS = 2
/** Stands for a message of characters that nobody can see. */
const NOTHING_SEEN = 'nothing that can be seen'
/** Most characters of a card: what every platform takes in one message, so that it can be edited in place. */
const CARD_LENGTH = 1_900

/** Approved answers that come close, best first, as `answerId: words`. */
export type CloseAnswers = (story: CaseStory) => readonly { readonly id: string; readonly text: string }[]

/** Names the fan as the lines do. */
export function titleOf(one: Case, persona: Persona): ReviewedText {
  return forStaff(`${fanShown(one.fanName, one.accountId, persona, one)}: ${one.reason}`)
}

/** `contextUrl`: where the shop or the CRM shows this fan, if it does; a button, so that it stands in no text that is kept or logged. */
export function cardOf(
  story: CaseStory,
  persona: Persona,
  closeAnswers: CloseAnswers,
  contextUrl: string | undefined,
  now: number,
): Outgoing {
  const { case: one } = story
  const parts = [
    stateOf(one, persona, now),
    headOf(one, persona),
    summaryOf(one),
    ...story.ledHere.map((line) => lineOnCard('Before, in a group', line, 300)),
    one.draft ? `Draft: ${cut(one.draft)}` : '',
    ...timesOf(one, persona),
    ...promisesOf(story, persona),
    one.status === 'closed' ? '' : (clockText(one, now, persona.manners.timeZone) ?? ''),
    story.facts.length > 0
      ? `Known: ${inOneLine(story.facts.map(({ key, value }) => `${key} ${value}`).join('; '))}`
      : '',
    lastLines(story.onCard, one, persona),
    answersText(closeAnswers(story)),
    one.status === 'closed' ? '' : `/r as yourself, /as as ${persona.name}, /help for the rest. #${one.id.slice(0, 8)}`,
  ]
  const text = parts.filter((part) => part !== '').join('\n')
  const [card] = toStaff(text.length > CARD_LENGTH ? `${text.slice(0, CARD_LENGTH - 1)}…` : text, [
    ...buttonsOf(one),
    ...(contextUrl === undefined ? [] : [{ label: 'What we know of them', url: contextUrl }]),
  ])
  if (card === undefined) throw new Error('a card has words')
  return card
}

/** Whose it is, always with the tag. */
function headOf(one: Case, persona: Persona): string {
  const who = fanShown(one.fanName, one.accountId, persona, { ...one, surface: 'group' })
  return `${who} · ${whereText(one)} · ${one.reason} · ${teamName(one.team, { lang: 'en' }, persona)}`
}

function stateOf(one: Case, persona: Persona, now: number): string {
  const timeZone = hoursOf(one.team, persona)?.timeZone ?? persona.manners.timeZone
  const stars =
    one.csat === undefined ? '' : ` · rated ${one.csat}/5${one.csatComment ? `: ${cut(one.csatComment)}` : ''}`
  if (one.status === 'closed')
    return `✔️ ${one.outcome ?? 'closed'}${one.assignee ? ` by ${assigneeOf(one)}` : ''}${stars}`
  const snoozed = one.snoozedUntil ? ` · 💤 until ${instantText(one.snoozedUntil, 'en', timeZone, now)}` : ''
  const late = one.breaches > 0 ? ` · ⏰ late ${one.breaches}×` : ''
  return `${one.status === 'assigned' ? `🟢 ${assigneeOf(one)}` : '🟠 Waiting'}${snoozed}${late}`
}

function assigneeOf({ assignee = '', assigneeTag }: Case): string {
  return atDesk({ name: assignee, ...(assigneeTag && { tag: assigneeTag }) })
}

function whereText({ threadId, surface }: Case): string {
  return `${platformOf(threadId)}${surface === 'group' ? ', in a group: what goes out is public' : ''}`
}

function summaryOf({ summary }: Case): string {
  return `Why: ${cut(summary, 600)}`
}

function timesOf(one: Case, persona: Persona): string[] {
  const { 'first-response': first = Infinity, 'next-response': next = Infinity } = one.timers
  const due = Math.min(first, next)
  if (due === Infinity || one.status === 'closed') return []
  const timeZone = hoursOf(one.team, persona)?.timeZone ?? persona.manners.timeZone
  return [`Answer due ${instantText(due, 'en', timeZone, one.openedAt)}`]
}

/** What the fan was promised, unless it was kept. */
function promisesOf({ case: one, promises }: CaseStory, persona: Persona): string[] {
  const timeZone = hoursOf(one.team, persona)?.timeZone ?? persona.manners.timeZone
  return promises.flatMap(({ text, owner, dueAt, madeAt, outcome }) => {
    if (outcome === 'kept' || one.status === 'closed') return []
    const by = owner ? `, ${teamName(owner, { lang: 'en' }, persona)}` : ''
    const due = instantText(dueAt, 'en', timeZone, madeAt)
    return [`${outcome === 'broken' ? '💔 Promise broken' : '🤝 Promised'}: ${cut(text)}${by}, by ${due}`]
  })
}

function lastLines(transcript: readonly TranscriptLine[], one: Case, persona: Persona): string {
  const lines = transcript
    .slice(-LAST_LINES)
    .map((line) => lineOnCard(speakerOf(line, persona, one), line, LINE_LENGTH))
  return lines.length > 0 ? `———\n${lines.join('\n')}` : ''
}

/** What was said, and in lines of our own what there is beside it: its files by what they are, what it answers. */
export function lineOnCard(who: string, line: TranscriptLine, length = Number.POSITIVE_INFINITY): string {
  const { words, told } = read(line)
  const files = (line.attachments ?? []).map(attachmentName)
  const beside = [...told, ...files, ...besideInWords(line)]
  const marks = beside.length === 0 && isUnseen(words) ? [NOTHING_SEEN] : beside
  return [
    `${who}: ${isUnseen(words) ? '' : cut(words, length)}`.trim(),
    ...marks.map((mark) => cut(ofOurs(mark), length)),
  ].join('\n')
}

function read({ from, text }: TranscriptLine): { readonly words: string; readonly told: readonly string[] } {
  const told = from === 'fan' ? cameBy(text) : undefined
  return told === undefined ? { words: text, told: [] } : { words: '', told: [told] }
}

function answersText(answers: readonly { readonly id: string; readonly text: string }[]): string {
  if (answers.length === 0) return ''
  return `———\nClose answers:\n${answers
    .slice(0, CLOSE_ANSWERS)
    .map(({ id, text }) => `· ${id}: ${cut(text)}`)
    .join('\n')}`
}

function buttonsOf({ id, status }: Case): Button[] {
  const button = (label: string, act: string): Button => ({ label, value: `desk:${act}:${id}` })
  if (status === 'closed') return [button('Open again', 'take'), button('Learn from it', 'learn')]
  const first = status === 'waiting' ? [button('Take', 'take')] : [button('Let go', 'release')]
  return [...first, button('Pass on', 'pass'), button('Hand back', 'back'), button('Resolve', 'resolve')]
}

function cut(text: string, length = LINE_LENGTH): string {
  const line = inOneLine(text)
  return line.length > length ? `${line.slice(0, length - 1).toWellFormed()}…` : line
}

/** Nobody's words hold our sign for the end of a line. */
function inOneLine(text: string): string {
  return onOneLine(text.replaceAll('⏎', '↵'), NEXT)
}

/**
 * What a line of the talk looks like in the staff thread: each further line of a fan's is marked, or it could pass for a colleague's,
 * and what we say of it, `beside` the rest, stands in lines of our own.
 */
export function relayedText(
  line: TranscriptLine,
  beside: readonly string[],
  persona: Persona,
  where: Where = {},
): string {
  const { assignee } = where
  const asks =
    line.from === 'fan' && assignee && asksWhetherBot(line.text, [persona.name, ...persona.nicknames])
      ? [`asks whether a person is here; told: yes, ${assignee}`]
      : []
  const { words, told } = read(line)
  const marks = [...told, ...besideInWords(line), ...beside, ...asks]
  const isNothing = isUnseen(words) && marks.length === 0 && (line.attachments ?? []).length === 0
  const shown = isUnseen(words) ? '' : line.from === 'fan' ? linesOf(words).join('\n┆ ') : words
  const said = where.said ? `, ${where.said}` : ''
  const head = `${speakerOf(line, persona, where)}${said}: ${shown}`.trim()
  return [head, ...[...(isNothing ? [NOTHING_SEEN] : []), ...marks].map(ofOurs)].join('\n')
}

/** The same as a message to staff, whose every part tells whose words it holds. */
export function relayedLine(line: TranscriptLine, beside: readonly string[], persona: Persona, where: Where = {}) {
  return {
    ...staffText(relayedText(line, beside, persona, where)),
    goesOn: forStaff(`${speakerOf(line, persona, where)} …:`),
  }
}

/** The approved answers' own words for a card. */
export function answerLine(
  answer: { readonly id: string; readonly answer: Readonly<Record<string, readonly string[]>> },
  one: Case,
  persona: Persona,
): { id: string; text: string } {
  return { id: answer.id, text: linesIn(answer.answer, langOf(one, persona), persona)[0] ?? '' }
}
