/** Which message of a turn tells of trouble, a wish, or a question that nothing was known for: kept as a report. Pure. */
import { answerIdOfRound } from '../../domain/circle.ts'
import type { AcceptedMessage } from '../../domain/conversation.ts'
import type { Decision, ReasonCode } from '../../domain/decision.ts'
import { isOfIssue, type Reported, type ReportKind, reportKinds } from '../../domain/issue.ts'
import type { Lang } from '../../domain/message.ts'
import type { Turn } from '../../domain/turn.ts'
import { assess } from '../../hearing/assess.ts'
import type { Persona } from '../../persona/persona.ts'
import { detectLanguage } from '../../words/languages/detect-language.ts'
import type { Recalled } from '../stages.ts'

/** What answers us, or goes on in the hands of a person, is no report of its own. */
const noReports: readonly ReasonCode[] = [
  'command',
  'consent',
  'news',
  'csat',
  'chosen-answer',
  'staff-has-it',
  'fan-limit',
  'fan-limit-told',
  'conversation-limit',
  'late-part',
  'spam',
]
/** Shorter ones of strangers among each other tell nothing. */
const LEAST_LENGTH = 12
/** What is read of one of them. */
const MOST_LENGTH = 500
const overheardKinds: readonly string[] = ['complaint', 'order-trouble']

/** `isAsked`: whether they want to be told when it is fixed. */
export function reportsOf(turn: Recalled, decision: Decision, isAsked: boolean): readonly Reported[] {
  const { read, author, lang, assessment, isFromBot, isStorm } = turn
  if (isFromBot || isStorm || noReports.includes(decision.reason)) return []
  const { answerId } = 'answerId' in decision ? decision : {}
  // What has the words of an issue for its answer tells of it, however calmly.
  const kind =
    kindOf(decision, assessment.kind) ??
    (isOfIssue(answerId) || decision.reason === 'holding-statement' ? 'complaint' : undefined)
  const message = kind && longest(read)
  if (!kind || !message) return []
  return [
    {
      ...{ accountId: author.accountId, row: message.row, at: message.sentAt, kind, lang },
      ...(answerId === undefined ? {} : { answerId }),
      ...(isAsked ? { wants: 'asked' as const } : {}),
    },
  ]
}

/** Of the circle, to be told what becomes of it. */
export function suggestionOf(
  { author, read, lang }: Recalled,
  { round, row }: { readonly round: number; readonly row: number },
): readonly Reported[] {
  const at = read.find((message) => message.row === row)?.sentAt
  if (at === undefined) return []
  const { accountId } = author
  return [{ accountId, row, at, kind: 'suggestion', lang, answerId: answerIdOfRound(round), wants: 'yes' }]
}

/** What members of a group complain of among themselves, with nobody calling us: talk in public is where a crisis begins. */
export function overheardReports(turn: Turn, reason: ReasonCode, { languages }: Persona): readonly Reported[] {
  if (turn.conversation.surface !== 'group' || reason !== 'not-addressed') return []
  return turn.messages.flatMap((message): Reported[] => {
    const text = message.text.slice(0, MOST_LENGTH)
    const { author, row, sentAt: at } = message
    if (message.isOwn || message.forwarded || author.isBot || message.command || text.length < LEAST_LENGTH) return []
    const lang: Lang = detectLanguage(text, { among: languages }) ?? languages[0]
    const { kind } = assess({ text, lang, earlier: [] })
    const found = reportKinds.find((one) => one === kind)
    return found && overheardKinds.includes(found) ? [{ accountId: author.accountId, row, at, kind: found, lang }] : []
  })
}

/** As it stands on record, where a model may have read more than the words show. */
function kindOf({ kind, flags, reason }: Decision, assessed: string): ReportKind | undefined {
  const noted = flags.find((flag) => flag.startsWith('kind:'))?.slice('kind:'.length) ?? assessed
  // A wish is kept as one, also where nobody could say anything to it.
  if ((reason === 'does-not-know' || reason === 'not-understood') && noted !== 'suggestion') return 'unanswered'
  // What was asked back about was nearly missed: in those words an answer is asked for that it does not know yet.
  return reportKinds.find((one) => one === noted) ?? (kind === 'clarify' ? 'unanswered' : undefined)
}

function longest(messages: readonly AcceptedMessage[]): AcceptedMessage | undefined {
  const [first] = messages.filter(({ text }) => text !== '').toSorted((a, b) => b.text.length - a.text.length)
  return first
}
