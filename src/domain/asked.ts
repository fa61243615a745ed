/** Questions of ours with a yes and a no under them: a press belongs to the question that it stands under, however the talk went on. Pure. */
import type { Asked, ConversationState, Pending } from './conversation.ts'
import { DAY_MS } from './durations.ts'
import type { AccountId } from './ids.ts'

type Question = Asked['question']
type Kind = Question['kind']

/** A pressed button that answers the question of this id. */
export interface Press {
  readonly kind: Kind
  readonly id: string
  readonly said: 'yes' | 'no'
}

const HOLDS_MS = DAY_MS
/** So many stand open in one conversation; of more, the oldest is over. */
const MOST = 20
const written = /^asked:(consent|forget|news|work):(\w+):(yes|no)$/

/** The value of a button. */
export function pressOf(kind: Kind, id: string, said: 'yes' | 'no'): string {
  return `asked:${kind}:${id}:${said}`
}

/** Undefined for a button that answers no question of this sort. */
export function readPress(value: string | undefined): Press | undefined {
  const [, kind, id, said] = written.exec(value ?? '') ?? []
  return id === undefined ? undefined : { kind: kind as Kind, id, said: said === 'yes' ? 'yes' : 'no' }
}

/** One that was answered with yes, and may be with no right after, is asked no more. */
export function isQuestion(pending: Pending | undefined): pending is Question {
  const { kind } = pending ?? {}
  if (pending?.kind === 'news' && pending.isYes) return false
  return kind === 'consent' || kind === 'forget' || kind === 'news' || kind === 'work'
}

/** What stands open besides `question`, which is asked now; the same asked of the same fan before is over with it. */
export function withAsked(
  { asked }: ConversationState,
  { id, question }: Pick<Asked, 'id' | 'question'>,
  now: number,
): readonly Asked[] {
  return [...(withoutAsked({ asked }, question, now) ?? []), { id, until: now + HOLDS_MS, question }].slice(-MOST)
}

/** Without what is answered: all that was asked of that kind of that fan. */
export function withoutAsked(
  { asked = [] }: { readonly asked?: readonly Asked[] | undefined },
  { kind, accountId }: Pick<Question, 'kind' | 'accountId'>,
  now: number,
): readonly Asked[] | undefined {
  const rest = asked.filter(
    ({ until, question }) => until > now && !(question.kind === kind && question.accountId === accountId),
  )
  return rest.length > 0 ? rest : undefined
}

/** Whether a question that is still the last one was asked too long ago. */
export function hasRunOut({ asked = [] }: ConversationState, { kind, accountId }: Question, now: number): boolean {
  const known = asked.findLast(({ question }) => question.kind === kind && question.accountId === accountId)
  return known !== undefined && known.until <= now
}

/** What was asked of this fan and never answered, the latest last; what was over for long is forgotten. */
export function unanswered({ asked = [] }: ConversationState, accountId: AccountId, now: number): readonly Question[] {
  return asked.flatMap(({ question, until }) =>
    question.accountId === accountId && until + HOLDS_MS > now ? [question] : [],
  )
}

export function askedOf({ asked = [] }: ConversationState, { kind, id }: Press, now: number): Asked | undefined {
  return asked.find((one) => one.id === id && one.question.kind === kind && one.until > now)
}

/** Without what was asked of those who are forgotten. */
export function notAskedOf(
  accounts: ReadonlySet<AccountId>,
  asked: readonly Asked[] = [],
): readonly Asked[] | undefined {
  const rest = asked.filter(({ question }) => !accounts.has(question.accountId))
  return rest.length > 0 ? rest : undefined
}
